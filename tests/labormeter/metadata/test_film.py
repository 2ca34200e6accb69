from __future__ import annotations

import struct
from typing import TYPE_CHECKING

import pytest

from labormeter.metadata import film

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from labormeter.metadata.sight import Sight

    type Look = Callable[[bytes], Sight]


def box(name: bytes, content: bytes) -> bytes:
    return (8 + len(content)).to_bytes(4) + name + content


def data(form: int, content: bytes) -> bytes:
    return box(b"data", struct.pack(">II", form, 0) + content)


def told(name: bytes, sight: Sight) -> list[tuple[str, str]]:
    return [(fact.kind, fact.value) for fact in film.part(name, sight)]


@pytest.mark.parametrize(
    ("datum", "found"),
    [
        (box(b"\xa9xyz", b"\0\x11\x15\xc7+48.8577+002.295/"), [("gps", "+48.8577+002.295/")]),
        (box(b"\xa9xyz", b"\0\x13\x15\xc7+00.0000+000.0000/"), []),
        (box(b"\xa9mod", b"\0\x03\0\0Box"), [("camera_model", "Box")]),
        (box(b"auth", b"\0\0\0\0\x15\xc7Ada\0"), [("author", "Ada")]),
        (box(b"CAME", b"\x0f" * 16), [("serial", "0f" * 16)]),
        (box(b"none", b"\0\x03\0\0Box"), []),
    ],
)
def test_user_data(datum: bytes, found: list[tuple[str, str]], sight: Look) -> None:
    assert told(b"udta", sight(datum)) == found


def test_a_place_of_3gpp(sight: Look) -> None:
    place = struct.pack(">ii", int(2.5 * 65536), int(48.25 * 65536))
    content = box(b"loci", bytes(6) + b"Paris\0\0" + place + bytes(8))
    assert told(b"udta", sight(content)) == [("place", "Paris"), ("gps", "48.25000, 2.50000")]


def test_keys_that_are_declared(sight: Look) -> None:
    names = [b"com.apple.quicktime.make", b"com.apple.quicktime.location.ISO6709", b"x.other"]
    keys = bytes(4) + len(names).to_bytes(4) + b"".join(box(b"mdta", name) for name in names)
    values = [data(1, b"Acme"), data(1, b"+48.8+002.3/"), data(1, b"no")]
    listed = b"".join(box((n + 1).to_bytes(4), value) for n, value in enumerate(values))
    hdlr = box(b"hdlr", bytes(8) + b"mdta" + bytes(12))
    content = hdlr + box(b"keys", keys) + box(b"ilst", listed)
    assert told(b"meta", sight(content)) == [("camera_make", "Acme"), ("gps", "+48.8+002.3/")]


def test_tags_of_itunes(sight: Look) -> None:
    free = box(b"mean", bytes(4) + b"com.x") + box(b"name", bytes(4) + b"Make") + data(1, b"Acme")
    listed = box(b"\xa9ART", data(1, b"Ada")) + box(b"covr", data(13, b"12345"))
    content = bytes(4) + box(b"hdlr", bytes(8) + b"mdir" + bytes(12))
    found = told(b"meta", sight(content + box(b"ilst", listed + box(b"----", free))))
    assert [kind for kind, _ in found] == ["author", "thumbnail", "camera_make"]


def test_no_time_is_told_where_none_was_set(sight: Look) -> None:
    head = bytes(4) + struct.pack(">IIII", 0, 0, 1000, 2500)
    assert told(b"mvhd", sight(head)) == [("duration", "2.50 s")]


def test_phones_and_players_as_exiftool_writes_them(
    written: Callable[..., Path], agree: Callable[[Path], frozenset[str]]
) -> None:
    tags: tuple[str, ...] = (
        "-Keys:GPSCoordinates=48.85, 2.35",
        "-Keys:Make=Acme",
        "-Keys:Model=Box",
    )
    tags += ("-Keys:Software=9.1", "-Keys:CreationDate=2024:05:06 07:08:09+02:00")
    tags += ("-UserData:Author=Ada", "-ItemList:Title=Sea", "-XMP-dc:Subject=sea")
    found = agree(written("mov", *tags))
    assert found >= {"gps", "camera_make", "camera_model", "software", "datetime", "author"}
    assert found >= {"title", "keywords", "duration"}


def test_sound_with_tags(
    filmed: Callable[..., Path], agree: Callable[[Path], frozenset[str]]
) -> None:
    sound = ("-f", "lavfi", "-i", "sine=duration=1", "-map", "1:a", "-c:a", "aac")
    words = ("-metadata", "artist=Ada", "-metadata", "album=Songs", "-metadata", "genre=Folk")
    assert agree(filmed("a.m4a", *sound, *words)) >= {"author", "title", "keywords", "software"}
