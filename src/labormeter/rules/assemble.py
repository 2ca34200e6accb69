"""A file that leaves in parts, put together again as far as its two ends are looked at.

parts   |=====| |==========| |===|        in whatever order they come
window  |===|                 |======|    head and tail; all between is let go
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from labormeter.model import HEAD, TAIL, Window

if TYPE_CHECKING:
    from collections.abc import Iterator

PARTS: Final = 4096
"""Parts of one file; more than that are not put together."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part: where it begins, its size, and what is kept of its two ends."""

    start: int
    """Offset in the file, or the part's number."""
    size: int
    low: bytes
    high: bytes

    @property
    def kept(self) -> int:
        """Bytes held in memory."""
        return len(self.low) + len(self.high)


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of one file so far."""

    media_type: str = ""
    numbered: bool = False
    """`start` is a number (0, 1, 2 or 1, 2, 3) and not an offset."""
    parts: tuple[Part, ...] = ()

    @property
    def kept(self) -> int:
        """Bytes held in memory."""
        return sum(part.kept for part in self.parts)

    def add(self, window: Window, start: int | None, *, numbered: bool, media_type: str) -> Parts:
        """Put a part in its place; a part that is sent again takes the place of the first."""
        begin = len(self.parts) if start is None else start
        others = [part for part in self.parts if part.start != begin]
        if len(others) >= PARTS:
            return self
        ordered = sorted([*others, _part(begin, window)], key=lambda part: part.start)
        whole = replace(
            self,
            media_type=self.media_type or media_type,
            numbered=numbered or start is None,
            parts=tuple(ordered),
        )
        return replace(whole, parts=tuple(_trimmed(ordered, list(whole.placed()))))

    def emptied(self) -> Parts:
        """Let go of all bytes, where memory is bounded; the sizes stay."""
        return replace(self, parts=tuple(replace(part, low=b"", high=b"") for part in self.parts))

    def window(self) -> Window:
        """Return the head and the tail of the whole file."""
        placed = list(self.placed())
        size = max((part.start + part.size for part in placed), default=0)
        return Window(_head(placed), _tail(placed, size), size)

    def placed(self) -> Iterator[Part]:
        """Yield the parts at their offsets; a part that is missing leaves a hole of one byte."""
        if not self.numbered:
            yield from self.parts
            return
        place, expected = 0, None
        for part in self.parts:
            follows = part.start <= 1 if expected is None else part.start == expected
            place += not follows
            yield replace(part, start=place)
            place, expected = place + part.size, part.start + 1


def _part(start: int, window: Window) -> Part:
    if not window.whole:
        return Part(start, window.size, window.head[:HEAD], window.tail[-TAIL:])
    missing = window.size - len(window.head)
    content = window.head + (window.tail[-missing:] if missing > 0 else b"")
    return Part(start, window.size, content[:HEAD], content[-TAIL:])


def _trimmed(ordered: list[Part], placed: list[Part]) -> list[Part]:
    """Keep the bytes that the head or the tail of the file as it now stands can need."""
    size = max(part.start + part.size for part in placed)
    for number, (part, at) in enumerate(zip(ordered, placed, strict=True)):
        low = part.low if at.start < HEAD else b""
        high = part.high if size - at.start - at.size < TAIL else b""
        if len(low) + len(high) < part.kept:
            ordered[number] = replace(part, low=low, high=high)
    return ordered


def _head(placed: list[Part]) -> bytes:
    found = bytearray()
    for part in placed:
        known = len(found) - part.start
        if known < 0 or len(found) >= HEAD:
            break
        found += part.low[known:]
        if len(found) < part.start + part.size:
            break
    return bytes(found[:HEAD])


def _tail(placed: list[Part], size: int) -> bytes:
    pieces: list[bytes] = []
    begin = size
    # by their ends: what broke off and was resumed from within reaches over what follows it
    for part in sorted(placed, key=lambda part: part.start + part.size, reverse=True):
        end = part.start + part.size
        if end < begin or size - begin >= TAIL:
            break
        piece = part.high[: max(0, len(part.high) - (end - begin))]
        pieces.append(piece)
        begin -= len(piece)
        if begin > part.start:
            break
    return b"".join(reversed(pieces))[-TAIL:]
