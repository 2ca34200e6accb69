from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from labormeter.metadata.boxes import boxes, full, handler
from labormeter.metadata.sight import Short, Sight, Unread
from labormeter.model import Window

if TYPE_CHECKING:
    from collections.abc import Callable

    type Look = Callable[[bytes], Sight]


def box(name: bytes, content: bytes) -> bytes:
    return (8 + len(content)).to_bytes(4) + name + content


def test_boxes_follow_one_another(sight: Look) -> None:
    found = boxes(sight(box(b"ftyp", b"isom") + box(b"free", b"") + box(b"moov", b"12")))
    assert [(name, content.all(9)) for name, content in found] == [
        (b"ftyp", b"isom"),
        (b"free", b""),
        (b"moov", b"12"),
    ]


def test_a_wide_size_and_a_size_to_the_end(sight: Look) -> None:
    wide = b"\0\0\0\1wide" + (20).to_bytes(8) + b"1234"
    found = boxes(sight(wide + b"\0\0\0\0last" + b"56789"))
    assert [content.all(9) for _, content in found] == [b"1234", b"56789"]


def test_a_size_that_cannot_be_ends_the_walk(sight: Look) -> None:
    assert [*boxes(sight(b"\0\0\0\7evil" + b"x" * 20))] == []
    found = boxes(sight(b"\0\0\xff\xffbig " + b"x" * 20))
    assert next(found)[1].size == 20
    assert [*found] == []


def test_a_box_in_the_middle_is_said_to_be_unread() -> None:
    content = box(b"ftyp", b"isom") + box(b"mdat", bytes(100)) + box(b"moov", bytes(100))
    held = Sight.of(Window(content[:24], b"", len(content)))
    walk = boxes(held)
    assert [next(walk)[0], next(walk)[0]] == [b"ftyp", b"mdat"]
    with pytest.raises(Unread):
        next(walk)


def test_meta_boxes_with_and_without_a_version(sight: Look) -> None:
    inner = box(b"hdlr", b"\0" * 8 + b"mdta")
    assert full(sight(inner)).size == len(inner)
    assert full(sight(b"\0\0\0\0" + inner)).size == len(inner)
    assert handler(sight(b"\0" * 8 + b"mdta")) == b"mdta"
    assert handler(sight(b"")) == b""
    with pytest.raises(Short):
        full(sight(b"\0"))
