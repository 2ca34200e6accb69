"""What can be seen of a file: its beginning and its end, read by offset and within a budget.

The readers are handed foreign bytes in the middle of somebody's upload. So every byte they look at
is fetched here, every step is counted here, and whatever cannot be had is one of three refusals,
which end the reading of the part concerned and of nothing else.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from labormeter.model import Window

if TYPE_CHECKING:
    from collections.abc import Iterator

    from labormeter.metadata.fact import Fact

STEPS: Final = 8_000
"""Elementary steps (a directory entry, a box, an XML event) that one upload is worth.

At 1 to 3 microseconds a step (docs/metadata.md) this stays below 50 ms of CPU.
"""
INFLATED: Final = 2 * 1024 * 1024
"""Bytes that may come out of decompression for one upload."""


_COPIED: Final = 4096
"""Bytes read that cost a step."""
_SCANNED: Final = 512
"""Bytes searched through that cost a step."""
_KEPT: Final = 512
"""Bytes put together and held that cost a step."""


class Refused(Exception):  # noqa: N818 - not an error: the file ends, or is not held
    """The bytes asked for cannot be had."""


class Short(Refused):
    """The file, or the part of it that is read, ends before."""


class Unread(Refused):
    """They lie in the middle, which was not kept."""


class Spent(Refused):
    """The budget of this upload is used up."""


@dataclass(slots=True)
class Budget:
    """The work that may still be done for one upload."""

    steps: int = STEPS
    inflated: int = INFLATED

    def step(self, count: int = 1) -> None:
        """Take steps, or raise Spent."""
        self.steps -= count
        if self.steps < 0:
            raise Spent


@dataclass(frozen=True, slots=True)
class Sight:
    """A stretch of a file, read by offset from its own beginning.

    file    |================================|
    window  |=======|                |=======|
    sight        |=======================|
    """

    window: Window
    base: int
    size: int
    budget: Budget = field(default_factory=Budget)

    @classmethod
    def of(cls, window: Window) -> Sight:
        """Return the sight of a whole file."""
        return cls(window, 0, max(window.size, 0))

    def over(self, content: bytes) -> Sight:
        """Return the sight of bytes that were put together or inflated, on the same budget."""
        self.budget.step(len(content) // _KEPT)
        return Sight(Window(content, b"", len(content)), 0, len(content), self.budget)

    def part(self, at: int, size: int | None = None) -> Sight:
        """Return the stretch from `at`, no longer than what is there."""
        if at < 0 or at > self.size:
            raise Short
        left = self.size - at
        return Sight(
            self.window,
            self.base + at,
            left if size is None else max(0, min(size, left)),
            self.budget,
        )

    def read(self, at: int, size: int) -> bytes:
        """Return exactly `size` bytes; Short past the end, Unread in the middle."""
        if at < 0 or size < 0 or at + size > self.size:
            raise Short
        start = self.base + at
        found = self._held(start, size)
        if len(found) < size:
            raise Unread if start + size <= self.window.size else Short
        return found

    def _held(self, start: int, size: int) -> bytes:
        if size >= _COPIED:
            self.budget.step(min(size, len(self.window.head) + len(self.window.tail)) // _COPIED)
        head, tail = self.window.head, self.window.tail
        behind = self.window.size - len(tail)
        if start + size <= len(head):
            return head[start : start + size]
        if start >= behind:
            return tail[start - behind : start - behind + size]
        if start <= len(head) and behind <= len(head):
            rest = size - (len(head) - start)
            return head[start:] + tail[len(head) - behind : len(head) - behind + rest]
        return b""

    def some(self, at: int, size: int) -> bytes:
        """Return up to `size` bytes from `at`, as many as are held in one piece."""
        size = max(0, min(size, self.size - at))
        start = self.base + at
        whole = self._held(start, size) if at >= 0 else b""
        return whole or (self.window.head[start : start + size] if at >= 0 else b"")

    def all(self, most: int) -> bytes:
        """Return the stretch from its beginning, at most so many bytes."""
        return self.some(0, most)

    def unpack(self, layout: str, at: int) -> tuple[Any, ...]:
        """Return the numbers that lie at an offset, by a layout of the struct module."""
        return struct.unpack(layout, self.read(at, struct.calcsize(layout)))

    def scan(self) -> Iterator[tuple[int, bytes]]:
        """Yield what is held, with its offset, to be searched: the end first, then the beginning.

        Where all is held in one piece it comes once.
        """
        start, tail = self.end()
        head = self.window.head[self.base : self.base + self.size]
        for at, piece in ((start, tail), (0, head)):
            if piece:
                self.budget.step(len(piece) // _SCANNED)
                yield at, piece

    def end(self) -> tuple[int, bytes]:
        """Return what is held of the end that the beginning does not hold, and its offset."""
        behind = max(self.window.size - len(self.window.tail), self.base)
        stop = min(self.window.size, self.base + self.size)
        skip = behind - (self.window.size - len(self.window.tail))
        return behind - self.base, self.window.tail[skip : skip + max(0, stop - behind)]

    @property
    def gapless(self) -> bool:
        """Whether every byte of the stretch is held."""
        start, stop = self.base, self.base + self.size
        behind = self.window.size - len(self.window.tail)
        return self.window.whole or stop <= len(self.window.head) or start >= behind

    def inflate(self, packed: bytes, wbits: int = zlib.MAX_WBITS) -> bytes:
        """Return what was compressed, as far as it is whole and the budget goes."""
        machine = zlib.decompressobj(wbits)
        try:
            content = machine.decompress(packed, max(1, self.budget.inflated))
        except zlib.error as error:
            raise Short from error
        self.budget.inflated -= len(content)
        if self.budget.inflated <= 0:
            raise Spent
        return content


def contained(facts: Iterator[Fact]) -> Iterator[Fact]:
    """Yield facts until a part proves broken or out of sight; what was found before stands."""
    try:
        yield from facts
    except Spent:
        raise
    except (Refused, ValueError, LookupError, OverflowError, struct.error):
        return
