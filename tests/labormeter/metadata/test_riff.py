from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from labormeter.metadata import riff
from labormeter.metadata.sight import Sight
from labormeter.model import Window

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    type Look = Callable[[bytes], Sight]


def chunk(name: bytes, content: bytes) -> bytes:
    return name + struct.pack("<I", len(content)) + content + bytes(len(content) % 2)


def whole(form: bytes, *chunks: bytes) -> bytes:
    body = form + b"".join(chunks)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def told(sight: Sight) -> list[tuple[str, str]]:
    return [(fact.kind, fact.value) for fact in riff.read(sight)]


def test_lists_of_information(sight: Look) -> None:
    info = chunk(b"LIST", b"INFO" + chunk(b"INAM", b"Sea\0") + chunk(b"IART", b"Ada"))
    assert told(sight(whole(b"WAVE", info))) == [("title", "Sea"), ("author", "Ada")]


def test_information_outside_of_a_list_means_nothing(sight: Look) -> None:
    assert told(sight(whole(b"WEBP", chunk(b"VP8 ", b"1"), chunk(b"IART", b"unknown\0")))) == []


def test_late_chunks_must_lead_to_the_end() -> None:
    packet = b"<a xmlns:dc='http://purl.org/dc/elements/1.1/' dc:title='Sea'/>"
    content = whole(
        b"WEBP", chunk(b"VP8 ", bytes(4_000)), chunk(b"ANMF", b""), chunk(b"XMP ", packet)
    )
    assert told(Sight.of(Window(content[:64], content[-100:], len(content)))) == [("title", "Sea")]
    false = content[:-40] + bytes(40)
    assert told(Sight.of(Window(false[:64], false[-100:] + b"12", len(false) + 2))) == []


def test_lists_within_lists_end(sight: Look) -> None:
    deep = b""
    for _ in range(50):
        deep = chunk(b"LIST", b"INFO" + deep)
    assert told(sight(whole(b"AVI ", deep))) == []


def test_films_and_sound_by_ffmpeg(
    filmed: Callable[..., Path], agree: Callable[[Path], frozenset[str]]
) -> None:
    words = ("-metadata", "title=Sea", "-metadata", "artist=Ada", "-metadata", "comment=hi")
    assert agree(filmed("a.avi", *words)) >= {"title", "author", "description", "software"}
