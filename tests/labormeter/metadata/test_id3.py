from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from labormeter.metadata import id3
from labormeter.metadata.sight import Sight, contained
from labormeter.model import Window

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SOUND = b"\xff\xfb\x90\0" + bytes(413)


def safe(number: int) -> bytes:
    return bytes(number >> shift & 0x7F for shift in (21, 14, 7, 0))


def tagged(version: int, *frames: bytes, flags: int = 0) -> bytes:
    body = b"".join(frames)
    return b"ID3" + bytes((version, 0, flags)) + safe(len(body)) + body + SOUND


def told(content: bytes, kept: int = 10**6) -> list[tuple[str, str]]:
    window = Window(content[:kept], content[-kept:], len(content))
    found = contained(id3.read(Sight.of(window)))
    return [(fact.kind, fact.value) for fact in found if fact.kind != "duration"]


def test_three_versions() -> None:
    assert told(tagged(2, b"TT2\0\0\4\0Sea")) == [("title", "Sea")]
    assert told(tagged(3, b"TIT2\0\0\0\4\0\0\0Sea")) == [("title", "Sea")]
    assert told(tagged(4, b"TIT2" + safe(4) + b"\0\0\3Sea")) == [("title", "Sea")]


def test_encodings_and_comments_behind_a_heading() -> None:
    wide = b"\1" + "Zoë".encode("utf-16")
    frame = b"TPE1" + len(wide).to_bytes(4) + b"\0\0" + wide
    assert told(tagged(3, frame)) == [("author", "Zoë")]
    comment = b"\0engabout\0hello"
    frame = b"COMM" + len(comment).to_bytes(4) + b"\0\0" + comment
    assert told(tagged(3, frame)) == [("description", "hello")]


def test_padding_and_rubbish_end_the_frames() -> None:
    assert told(tagged(3, b"TIT2\0\0\0\4\0\0\0Sea", bytes(200))) == [("title", "Sea")]
    assert told(tagged(3, b"TIT2\xff\xff\xff\xff\0\0\0Sea")) in ([], [("title", "Sea")])


def test_the_old_tag_at_the_end() -> None:
    old = b"TAG" + b"Sea".ljust(30, b"\0") + b"Ada".ljust(30) + bytes(30) + b"1998" + bytes(31)
    found = told(SOUND * 20 + old[:127] + b"\xff", 300)
    assert found == [("title", "Sea"), ("author", "Ada"), ("datetime", "1998")]


@pytest.mark.parametrize("version", ["3", "4"])
def test_what_ffmpeg_writes(
    version: str, filmed: Callable[..., Path], agree: Callable[[Path], frozenset[str]]
) -> None:
    sound = ("-f", "lavfi", "-i", "sine=duration=1", "-map", "1:a", "-id3v2_version", version)
    words: tuple[str, ...] = ("-metadata", "artist=Ada", "-metadata", "title=Sea")
    words += ("-metadata", "date=2024")
    words += ("-metadata", "copyright=Ada", "-metadata", "publisher=Acme", "-write_id3v1", "1")
    assert agree(filmed("a.mp3", *sound, *words)) >= {
        "author",
        "title",
        "datetime",
        "copyright",
        "organisation",
        "software",
    }


def test_the_length_follows_from_the_first_frame() -> None:
    content = b"\xff\xfb\x90\0" + bytes(160_000 - 4)
    found = id3.read(Sight.of(Window(content, b"", len(content))))
    assert [fact.value for fact in found] == ["about 10.0 s"]
