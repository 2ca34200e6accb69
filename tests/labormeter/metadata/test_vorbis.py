from __future__ import annotations

import struct
from typing import TYPE_CHECKING

import pytest

from labormeter.metadata import vorbis
from labormeter.metadata.sight import Sight, contained

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    type Look = Callable[[bytes], Sight]


def block(*fields: str, vendor: str = "maker 1") -> bytes:
    parts = [vendor, *fields]
    packed = [struct.pack("<I", len(text.encode())) + text.encode() for text in parts]
    return packed[0] + struct.pack("<I", len(fields)) + b"".join(packed[1:])


def test_fields_and_their_vendor(sight: Look) -> None:
    found = vorbis.comments(sight(block("ARTIST=Zoë", "title=Sea", "other=x", "nothing")))
    assert [(fact.kind, fact.value) for fact in found] == [
        ("software", "maker 1"),
        ("author", "Zoë"),
        ("title", "Sea"),
    ]


def test_counts_and_lengths_that_lie(sight: Look) -> None:
    lying = struct.pack("<I", 1) + b"m" + struct.pack("<II", 0xFFFFFFFF, 0xFFFFFFFF) + b"a=b"
    assert [fact.kind for fact in contained(vorbis.comments(sight(lying)))] == ["software"]


def test_blocks_of_flac(sight: Look) -> None:
    content = block("artist=Ada")
    flac = b"fLaC\x04" + len(content).to_bytes(3) + content + b"\x86\0\0\2xx"
    assert [fact.kind for fact in vorbis.flac(sight(flac))] == ["software", "author", "thumbnail"]


def test_a_packet_over_several_pages(sight: Look) -> None:
    packet = b"\x03vorbis" + block("artist=" + "A" * 600)
    pages = [packet[at : at + 255] for at in range(0, len(packet), 255)]
    content = b"".join(
        b"OggS" + bytes(10) + struct.pack("<I", 7) + bytes(8) + bytes((1, len(page))) + page
        for page in pages
    )
    assert [fact.kind for fact in vorbis.ogg(sight(content))] == ["software", "author"]


@pytest.mark.parametrize(
    ("name", "codec"), [("a.flac", "flac"), ("a.ogg", "libvorbis"), ("a.opus", "libopus")]
)
def test_what_ffmpeg_writes(
    name: str, codec: str, filmed: Callable[..., Path], agree: Callable[[Path], frozenset[str]]
) -> None:
    sound = ("-f", "lavfi", "-i", "sine=duration=1", "-map", "1:a", "-c:a", codec)
    words = ("-metadata", "artist=Ada", "-metadata", "title=Sea", "-metadata", "date=2024-05-06")
    assert agree(filmed(name, *sound, *words)) >= {"author", "title", "datetime", "software"}
