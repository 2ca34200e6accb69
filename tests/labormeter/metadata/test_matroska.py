from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from labormeter.metadata import disclosures, matroska
from labormeter.metadata.sight import Sight, contained
from labormeter.model import Window

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    type Look = Callable[[bytes], Sight]


def element(name: bytes, content: bytes) -> bytes:
    return name + (len(content) | 1 << 28).to_bytes(4) + content


SEGMENT, INFO, TITLE, CLUSTER = (
    b"\x18\x53\x80\x67",
    b"\x15\x49\xa9\x66",
    b"\x7b\xa9",
    b"\x1f\x43\xb6\x75",
)
HEAD = element(b"\x1a\x45\xdf\xa3", b"")
TAGS, TAG, SIMPLE = b"\x12\x54\xc3\x67", b"\x73\x73", b"\x67\xc8"


def word(name: bytes, text: bytes) -> bytes:
    return element(TAG, element(SIMPLE, element(b"\x45\xa3", name) + element(b"\x44\x87", text)))


def told(content: bytes, kept: int = 10**6) -> list[tuple[str, str]]:
    window = Window(content[:kept], content[-kept:], len(content))
    return [(fact.kind, fact.value) for fact in contained(matroska.read(Sight.of(window)))]


def test_information_and_tags() -> None:
    body = element(INFO, element(TITLE, b"Sea") + element(b"\x44\x61", (0).to_bytes(8)))
    body += element(TAGS, word(b"ARTIST", b"Ada") + word(b"OTHER", b"x"))
    assert told(HEAD + element(SEGMENT, body)) == [
        ("title", "Sea"),
        ("datetime", "2001-01-01 00:00:00+00:00"),
        ("author", "Ada"),
    ]


def test_tags_behind_the_film_are_found_through_the_index() -> None:
    def sought(at: int) -> bytes:
        entry = element(b"\x53\xab", TAGS) + element(b"\x53\xac", at.to_bytes(4))
        return element(b"\x11\x4d\x9b\x74", element(b"\x4d\xbb", entry))

    film = element(CLUSTER, bytes(9_000))
    at = len(sought(0)) + len(film)
    content = HEAD + element(SEGMENT, sought(at) + film + element(TAGS, word(b"ARTIST", b"Ada")))
    assert told(content, 200) == [("author", "Ada")]
    assert told(content.replace(at.to_bytes(4), b"\xff\xff\xff\xff"), 200) == []


@pytest.mark.parametrize(
    "content", [HEAD, HEAD + SEGMENT, HEAD + SEGMENT + b"\0", b"\x1a\x45\xdf\xa3\xff"]
)
def test_rubbish_tells_nothing(content: bytes) -> None:
    assert told(content) == []


@pytest.mark.parametrize("name", ["a.mkv", "a.webm"])
def test_what_ffmpeg_writes(name: str, filmed: Callable[..., Path]) -> None:
    words = ("-metadata", "title=Sea", "-metadata", "artist=Ada")
    content = filmed(name, *words, "-metadata", "location=+48.85+002.35/").read_bytes()
    found = {each.kind for each in disclosures(Window(content, b"", len(content)))}
    assert found == {"title", "author", "gps", "software", "duration"}
