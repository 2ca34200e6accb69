from __future__ import annotations

import struct
from typing import TYPE_CHECKING

import pytest

from labormeter.metadata import bmff, disclosures
from labormeter.metadata.sight import Sight
from labormeter.model import Window

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    type Look = Callable[[bytes], Sight]

TIFF = b"II*\0\x08\0\0\0" + struct.pack("<HHHI4s", 1, 0x010F, 2, 4, b"Ace\0") + bytes(4)
EXIF = bytes(4) + TIFF


def box(name: bytes, content: bytes) -> bytes:
    return (8 + len(content)).to_bytes(4) + name + content


def heic(at: int, size: int, method: int = 0, idat: bytes = b"") -> bytes:
    """Return a picture with one Exif item that lies at an offset."""
    entry = box(b"infe", b"\2\0\0\0\0\1\0\0Exif\0")
    listed = box(b"iinf", b"\0\0\0\0\0\1" + entry)
    place = struct.pack(">HHHHII", 1, method, 0, 1, at, size)
    placed = box(b"iloc", b"\1\0\0\0\x44\0\0\1" + place)
    inner = box(b"hdlr", bytes(8) + b"pict" + bytes(12)) + listed + placed + box(b"idat", idat)
    return box(b"ftyp", b"heic\0\0\0\0") + box(b"meta", bytes(4) + inner)


def told(sight: Sight) -> list[tuple[str, str]]:
    return [(fact.kind, fact.value) for fact in bmff.read(sight)]


def test_an_item_in_the_media_data_and_one_beside_its_index(sight: Look) -> None:
    begins = len(heic(0, 0)) + 8
    assert told(sight(heic(begins, len(EXIF)) + box(b"mdat", EXIF))) == [("camera_make", "Ace")]
    assert told(sight(heic(0, len(EXIF), 1, EXIF))) == [("camera_make", "Ace")]


def test_an_item_at_the_end_of_a_long_file_is_read_and_one_in_the_middle_is_not() -> None:
    begins = len(heic(0, 0)) + 8 + 5_000
    content = heic(begins, len(EXIF)) + box(b"mdat", bytes(5_000) + EXIF)
    assert told(Sight.of(Window(content[:400], content[-100:], len(content)))) == [
        ("camera_make", "Ace")
    ]
    assert told(Sight.of(Window(content[:400], content[-10:], len(content)))) == []


@pytest.mark.parametrize("place", [(1 << 31, 40), (0, 0), (0, 1 << 31)])
def test_places_that_cannot_be_tell_nothing(place: tuple[int, int], sight: Look) -> None:
    assert told(sight(heic(*place))) == []


@pytest.mark.parametrize("flags", ["+faststart", "+frag_keyframe"])
def test_the_movie_box_may_stand_at_either_end(
    flags: str, filmed: Callable[..., Path], agree: Callable[[Path], frozenset[str]]
) -> None:
    words = ("-metadata", "title=Sea", "-metadata", "location=+48.85+002.35/", "-movflags", flags)
    date = ("-metadata", "creation_time=2024-05-06T07:08:09Z")
    assert agree(filmed("a.mp4", *words, *date)) >= {"title", "gps", "datetime", "duration"}


def test_a_movie_box_behind_the_film(filmed: Callable[..., Path]) -> None:
    words = ("-metadata", "title=Sea", "-c:v", "mpeg4", "-b:v", "4M")
    content = filmed("a.mp4", *words).read_bytes()
    window = Window(content[:100], content[-2_500:], len(content))
    assert not window.whole
    assert {found.kind for found in disclosures(window)} >= {"title", "duration"}


def test_canons_own_box(sight: Look) -> None:
    own = bytes.fromhex("85c0b687820f11e08111f4ce462b6a48")
    inner = box(b"CMT1", TIFF) + box(b"THMB", bytes(9))
    content = box(b"ftyp", b"crx \0\0\0\0") + box(b"moov", box(b"uuid", own + inner))
    assert told(sight(content)) == [("camera_make", "Ace"), ("thumbnail", "9 bytes")]
