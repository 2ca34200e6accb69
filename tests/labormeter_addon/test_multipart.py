"""Multipart bodies taken apart as they stream."""

from __future__ import annotations

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter.model import HEAD, TAIL
from labormeter_addon.multipart import PARTS, Splitter, boundary


def body(*parts: tuple[str, bytes], mark: bytes = b"b") -> bytes:
    written = [b"--" + mark + b"\r\n" + head.encode() + b"\r\n\r\n" + text for head, text in parts]
    return b"\r\n".join([*written, b"--" + mark + b"--\r\n"])


TEXT = 'Content-Disposition: form-data; name="note"'
FILE = 'Content-Disposition: form-data; name="photo"; filename="a.jpg"\r\nContent-Type: image/jpeg'


def split(whole: bytes, step: int, room: int = 10_000, mark: bytes = b"b") -> Splitter:
    splitter = Splitter(mark, room)
    for at in range(0, len(whole), step):
        splitter.take(whole[at : at + step])
    return splitter


@pytest.mark.parametrize(
    ("kind", "mark"),
    [
        ("multipart/form-data; boundary=abc", b"abc"),
        ('multipart/form-data; charset=utf-8; boundary="a b;c"', b"a b;c"),
        ("Multipart/Related; Boundary=abc; type=x", b"abc"),
        ("application/json", None),
        ("multipart/form-data", None),
        ("", None),
    ],
)
def test_finds_the_boundary(kind: str, mark: bytes | None) -> None:
    assert boundary(kind) == mark


@given(step=st.integers(1, 60), text=st.binary(max_size=80), file=st.binary(max_size=200))
def test_the_same_in_pieces_of_any_size(step: int, text: bytes, file: bytes) -> None:
    if b"\r\n--b" in b"\r\n" + text + b"\r\n" + file:
        return
    splitter = split(body((TEXT, text), (FILE, file), (TEXT, b"end")), step)
    assert [part.name for part in splitter.parts] == ["note", "photo", "note"]
    assert bytes(splitter.parts[0].text) == text
    assert bytes(splitter.parts[2].text) == b"end"
    (upload,) = splitter.uploads()
    assert (upload.part, upload.media_type) == ("photo", "image/jpeg")
    assert upload.window.size == len(file)
    assert upload.window.head == file
    assert splitter.document() == body((TEXT, text), (FILE, b""), (TEXT, b"end"))
    assert not splitter.broken


@given(
    st.lists(
        st.sampled_from([b"\r", b"\n", b"-", b"\r\n-", b"\r\n--", b"b", b"c", b"x" * 9]),
        max_size=60,
    ),
    st.integers(1, 40),
)
def test_a_file_full_of_half_separators_is_kept_whole_in_pieces_of_any_size(
    bits: list[bytes], step: int
) -> None:
    file = b"".join(bits)
    if b"\r\n--bcb" in b"\r\n" + file + b"\r\n--":
        return
    splitter = split(body((FILE, file), (TEXT, b"end"), mark=b"bcb"), step, mark=b"bcb")
    (upload,) = splitter.uploads()
    assert upload.window.head == file
    assert splitter.parts[1].text == b"end"
    assert not splitter.broken


@given(st.binary(max_size=500), st.integers(1, 50))
def test_never_raises(whole: bytes, step: int) -> None:
    split(whole, step).document()


def test_a_large_file_leaves_its_ends_alone() -> None:
    file = os.urandom(5_000_000)
    splitter = split(body((FILE, file)), 65_535)
    window = splitter.uploads()[0].window
    assert window.head == file[:HEAD]
    assert window.tail == file[-TAIL:]
    assert not window.whole


def test_bounds_hold() -> None:
    assert split(body((TEXT, bytes(500))), 64, room=100).broken
    many = split(body(*[(TEXT, b"")] * (PARTS + 5)), 1000)
    assert many.broken
    assert len(many.parts) == PARTS
    assert split(b"--b\r\n" + b"x" * 20_000, 1000).broken


def test_parts_without_a_name_are_files_where_they_say_what_they_are() -> None:
    head = "Content-Type: video/mp4"
    (upload,) = split(body((head, b"film"), mark=b"r"), 7, mark=b"r").uploads()
    assert (upload.part, upload.media_type, upload.window.head) == ("", "video/mp4", b"film")
