import io
import struct
import zipfile
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from labormeter.archives import zipped
from labormeter.archives.found import UnreadableError
from labormeter.errors import KnownError


def made(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytearray:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return bytearray(out.getvalue())


def listed(content: bytes | bytearray) -> list[zipped.Entry]:
    file = io.BytesIO(content)
    return list(zipped.entries(file, zipped.directory(file, "a.zip"), "a.zip"))


def read(content: bytes | bytearray, name: str) -> bytes:
    file = io.BytesIO(content)
    where = zipped.directory(file, "a.zip")
    entry = next(one for one in zipped.entries(file, where, "a.zip") if one.name == name)
    with zipped.opened(file, where, entry) as member:
        return member.read()


@given(
    st.dictionaries(st.text("abé/", min_size=1, max_size=8), st.binary(max_size=5000), max_size=5)
)
@settings(max_examples=50)
def test_members_are_those_of_the_standard_library(files: dict[str, bytes]) -> None:
    content = made(files)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        expected = {one.filename: one.file_size for one in archive.infolist() if not one.is_dir()}
    assert {one.name: one.size for one in listed(content)} == expected
    for name in expected:
        if not zipped.outside(name):
            assert read(content, name) == files[name]


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_large_member_comes_in_pieces(method: int) -> None:
    whole = bytes(range(256)) * 20_000
    assert read(made({"a": whole}, method), "a") == whole


def test_a_directory_longer_than_a_block() -> None:
    files = {f"{n:05}" + "x" * 200: b"" for n in range(3000)}
    assert [one.name for one in listed(made(files))] == list(files)


def test_what_stands_before_the_archive_does_no_harm() -> None:
    assert read(b"#!/bin/sh\n" * 50 + made({"a": b"b" * 99}), "a") == b"b" * 99


def test_sizes_beyond_four_gigabytes_are_understood(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("a", "w", force_zip64=True) as member:
            member.write(b"abc" * 100)
        archive.writestr("b", b"def")
    content = path.read_bytes()
    assert (read(content, "a"), read(content, "b")) == (b"abc" * 100, b"def")


@pytest.mark.parametrize("cut", [1, 10, 30, 100, 5000])
def test_what_was_cut_off_breaks_off(cut: int) -> None:
    content = made({"a": b"b" * 99, "c": bytes(range(256)) * 100})
    with pytest.raises(KnownError, match=r"breaks off|is broken"):
        listed(content[: max(0, len(content) - cut)])


def test_no_zip_at_all() -> None:
    for content in (b"", b"PK", b"hello" * 100):
        with pytest.raises(KnownError, match="no zip archive"):
            listed(content)


def central(content: bytearray) -> int:
    return bytes(content).index(b"PK\1\2")


def test_a_size_that_lies() -> None:
    for size in (10, 10**6):
        content = made({"a": b"b" * 5000})
        struct.pack_into("<L", content, central(content) + 24, size)
        with pytest.raises(UnreadableError, match=r"larger than the archive says|its sum"):
            read(content, "a")


def test_a_packed_size_that_lies() -> None:
    for size in (3, 10**6):
        content = made({"a": bytes(range(256)) * 20})
        struct.pack_into("<L", content, central(content) + 20, size)
        with pytest.raises(UnreadableError, match=r"breaks off|not where"):
            read(content, "a")


def test_content_that_was_changed() -> None:
    content = made({"a": b"b" * 5000}, zipfile.ZIP_STORED)
    content[60] ^= 1
    with pytest.raises(UnreadableError, match="its sum"):
        read(content, "a")


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipped, "FREE", 1 << 20)
    content = made({"a": bytes(50 << 20)})
    assert len(content) < 60_000
    with pytest.raises(UnreadableError, match="a bomb"):
        read(content, "a")


def test_a_bomb_that_says_it_is_small() -> None:
    content = made({"a": bytes(50 << 20)})
    struct.pack_into("<L", content, central(content) + 24, 100)
    with pytest.raises(UnreadableError, match="larger than"):
        read(content, "a")


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "/etc/passwd", "a/../../b", "C:/x", "..\\x", "a\\..\\..\\b"]
)
def test_a_name_that_leads_out(name: str) -> None:
    (entry,) = listed(made({name: b"x"}))
    assert "outside of the archive" in entry.trouble
    with pytest.raises(UnreadableError):
        read(made({name: b"x"}), entry.name)


def test_a_link_is_not_followed() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        link = zipfile.ZipInfo("a.json")
        link.create_system, link.external_attr = 3, 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    (entry,) = listed(out.getvalue())
    assert "is a link" in entry.trouble


def test_what_is_encrypted_or_packed_otherwise() -> None:
    content = made({"a": b"b"})
    place = central(content)
    content[place + 8] |= 1
    assert "is encrypted" in listed(content)[0].trouble
    content = made({"a": b"b" * 99}, zipfile.ZIP_BZIP2)
    assert "not read" in listed(content)[0].trouble


def test_one_of_several_disks() -> None:
    content = made({"a": b"b"})
    end = bytes(content).rindex(b"PK\5\6")
    struct.pack_into("<HH", content, end + 4, 2, 2)
    with pytest.raises(KnownError, match="was split"):
        listed(content)


def test_members_that_lie_over_each_other_or_nowhere() -> None:
    content = made({"a": b"b" * 99})
    struct.pack_into("<L", content, central(content) + 42, 5)
    with pytest.raises(UnreadableError, match="not where"):
        read(content, "a")


@given(st.data())
@settings(max_examples=200, deadline=None)
def test_whatever_is_spoilt_ends_in_a_sentence(data: st.DataObject) -> None:
    content = made({"a/b.json": b"[1,2,3]" * 50, "c": b"d" * 40})
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    file = io.BytesIO(content)
    try:
        where = zipped.directory(file, "a.zip")
        for entry in zipped.entries(file, where, "a.zip"):
            try:
                with zipped.opened(file, where, entry) as member:
                    assert zlib.crc32(member.read()) == entry.crc
            except UnreadableError:
                continue
    except KnownError:
        return
