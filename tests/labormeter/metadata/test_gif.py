from __future__ import annotations

from typing import TYPE_CHECKING

from labormeter.metadata import gif
from labormeter.metadata.sight import Sight, contained
from labormeter.model import Window

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HEAD = b"GIF89a\1\0\1\0\x80\0\0" + bytes(6)
PICTURE = b"\x2c\0\0\0\0\1\0\1\0\0\2" + b"\xff" + bytes(255) + b"\0"


def told(content: bytes, kept: int = 10**6) -> list[tuple[str, str]]:
    window = Window(content[:kept], content[-kept:], len(content))
    return [(fact.kind, fact.value) for fact in contained(gif.read(Sight.of(window)))]


def test_comments_stand_before_and_behind_pictures() -> None:
    content = HEAD + b"\x21\xfe\2hi\0" + PICTURE + b"\x21\xfe\3you\1!\0;"
    assert told(content) == [("description", "hi"), ("description", "you!")]


def test_a_comment_in_the_tail_is_found() -> None:
    content = HEAD + PICTURE * 20 + b"\x21\xfe\3you\0;"
    assert told(content, 40) == [("description", "you")]


def test_rubbish_ends() -> None:
    assert told(HEAD + b"\x21") == [] == told(HEAD + b"\x99\x99")


def test_what_exiftool_writes(
    written: Callable[..., Path], agree: Callable[[Path], frozenset[str]]
) -> None:
    assert agree(written("gif", "-Comment=hello", "-XMP-dc:Creator=Ada")) == {
        "description",
        "author",
    }
