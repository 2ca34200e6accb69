"""The directories of TIFF, on which EXIF, maker notes and most raw formats stand.

header | IFD: count, entries of 12 bytes, offset of the next | values
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from labormeter.metadata.sight import Refused, Short, Unread

if TYPE_CHECKING:
    from labormeter.metadata.sight import Sight

type Order = Literal["<", ">"]

_SIZES: Final = {
    1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 16: 8, 17: 8,
    18: 8, 129: 1,
}  # fmt: skip
_LAYOUTS: Final = {
    1: "B", 3: "H", 4: "I", 6: "b", 7: "B", 8: "h", 9: "i", 11: "f", 12: "d", 13: "I", 16: "Q",
    17: "q", 18: "Q",
}  # fmt: skip
_MOST_ENTRIES: Final = 2_000
_MOST_NUMBERS: Final = 64
_LONGEST: Final = 65_536


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a directory: what it is called, and where in the sight its value lies."""

    tag: int
    form: int
    count: int
    at: int
    length: int
    sight: Sight
    order: Order

    def raw(self, most: int = _LONGEST) -> bytes:
        """Return the bytes of the value, at most so many; Refused where they cannot be had."""
        return self.sight.read(self.at, min(self.length, most))

    def numbers(self) -> tuple[float, ...]:
        """Return a numeric value, the first few of them; rationals 0/0 are left out."""
        if self.form in {5, 10}:
            return self._ratios()
        layout = _LAYOUTS.get(self.form)
        if layout is None:
            return ()
        count = min(self.count, _MOST_NUMBERS)
        return struct.unpack(f"{self.order}{count}{layout}", self.raw(count * _SIZES[self.form]))

    def _ratios(self) -> tuple[float, ...]:
        count = min(self.count, _MOST_NUMBERS)
        layout = f"{self.order}{count * 2}{'I' if self.form == 5 else 'i'}"  # noqa: PLR2004
        flat = struct.unpack(layout, self.raw(count * 8))
        return tuple(
            over / under for over, under in zip(flat[::2], flat[1::2], strict=True) if under
        )

    def number(self) -> int:
        """Return the first of the numbers as a whole one; Short where there is none."""
        for value in self.numbers():
            return int(value)
        raise Short

    @property
    def textual(self) -> bool:
        """Whether the value is text or undefined bytes rather than numbers."""
        return self.form in {1, 2, 7, 129} and (self.form in {2, 129} or self.count > 4)  # noqa: PLR2004

    @property
    def hidden(self) -> bool:
        """Whether the value lies in the middle of the file, which was not kept."""
        try:
            self.raw()
        except Unread:
            return True
        except Refused:
            return False
        return False


@dataclass(frozen=True, slots=True)
class Directory:
    """One IFD as far as it could be read."""

    entries: tuple[Entry, ...]
    next: int

    def first(self, *tags: int) -> Entry | None:
        """Return the first entry under one of these tags."""
        return next((entry for entry in self.entries if entry.tag in tags), None)


def header(sight: Sight) -> tuple[Order, int, bool]:
    """Return the byte order, the offset of the first directory, and whether it is a BigTIFF."""
    mark = sight.read(0, 4)
    order = _ORDERS.get(mark[:2])
    if order is None:
        raise Short
    magic = struct.unpack(f"{order}H", mark[2:])[0]
    if magic == 43:  # noqa: PLR2004 - BigTIFF
        return order, sight.unpack(f"{order}Q", 8)[0], True
    if magic not in _MAGICS:
        raise Short
    return order, sight.unpack(f"{order}I", 4)[0], False


_ORDERS: Final[dict[bytes, Order]] = {b"II": "<", b"MM": ">"}
_MAGICS: Final = {42, 0x4F52, 0x5352, 0x0055}
"""TIFF; Olympus (twice); Panasonic."""


def directory(
    sight: Sight, at: int, order: Order, *, shift: int = 0, big: bool = False
) -> Directory:
    """Read the directory at an offset; values lie at their offset plus `shift`.

    Refused where nothing of it can be had; a cut directory gives the entries that are there.
    """
    head, width = ("Q", 20) if big else ("H", 12)
    count = sight.unpack(f"{order}{head}", at)[0]
    start = at + struct.calcsize(head)
    if not 0 < count <= _MOST_ENTRIES:
        raise Short
    sight.budget.step(2)
    table = sight.some(start, count * width)
    rows = struct.iter_unpack(f"{order}HHQ8s" if big else f"{order}HHI4s", _even(table, width))
    entries = []
    for number, row in enumerate(rows):
        sight.budget.step()
        found = _entry(sight, row, start + number * width, order, shift, big=big)
        if found is not None:
            entries.append(found)
    return Directory(tuple(entries), _next(sight, start + count * width, order, big=big))


def _even(table: bytes, width: int) -> bytes:
    return table[: len(table) // width * width]


def _next(sight: Sight, at: int, order: Order, *, big: bool) -> int:
    try:
        return int(sight.unpack(f"{order}{'Q' if big else 'I'}", at)[0])
    except Refused:
        return 0


def _entry(
    sight: Sight, row: tuple[int, int, int, bytes], at: int, order: Order, shift: int, *, big: bool
) -> Entry | None:
    tag, form, count, field = row
    size = _SIZES.get(form)
    if size is None:
        return None
    length = size * count
    if length <= len(field):
        place = at + (12 if big else 8)
    else:
        place = struct.unpack(f"{order}{'Q' if big else 'I'}", field)[0] + shift
    return Entry(tag, form, count, place, length, sight, order)
