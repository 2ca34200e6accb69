"""How boxes of ISO base media follow one another: size, name, content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from labormeter.metadata.sight import Short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from labormeter.metadata.sight import Sight


def boxes(sight: Sight) -> Iterator[tuple[bytes, Sight]]:
    """Yield name and content of each box; Unread where the next one lies in the middle."""
    at = 0
    while at + 8 <= sight.size:
        sight.budget.step()
        size, name = sight.unpack(">I4s", at)
        head = 8
        if size == 1:
            size, head = sight.unpack(">Q", at + 8)[0], 16
        elif size == 0:
            size = sight.size - at
        if size < head:
            return
        yield name, sight.part(at + head, size - head)
        at += size


def full(content: Sight) -> Sight:
    """Return the content of a `meta` box behind its version, which QuickTime leaves out."""
    if content.some(4, 4) in {b"hdlr", b"keys", b"ilst"}:
        return content
    return content.part(4)


def handler(content: Sight) -> bytes:
    """Return what a `hdlr` box says that its neighbours are."""
    try:
        return content.read(8, 4)
    except Short:
        return b""
