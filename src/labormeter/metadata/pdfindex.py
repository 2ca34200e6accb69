"""Cross-references of a PDF: where each object lies, looked up one by one and never listed.

xref                         runs of rows of 20 bytes: "0000000016 00000 n"
cross-reference stream       runs of packed rows: form, offset or stream, generation or place
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from labormeter.metadata.sight import Short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from labormeter.metadata.pdfvalue import Value
    from labormeter.metadata.sight import Sight

_ROW: Final = 20
_RUN: Final = re.compile(rb"\s{0,8}(\d{1,10})\s{1,4}(\d{1,10})\s{0,4}(?=\d{10} )")
_MOST_RUNS: Final = 2_000
_WIDEST: Final = 24
_UP: Final = 2
_SLOW: Final = 2_000


@dataclass(frozen=True, slots=True)
class Run:
    """Rows of objects whose numbers follow one another."""

    first: int
    count: int
    sight: Sight
    at: int
    widths: tuple[int, int, int] | None = None
    """Widths of the fields of a packed row; None where rows are text."""

    def where(self, number: int) -> tuple[int, int] | None:
        """Return (0, offset), or (number of an object stream, place in it); None if deleted."""
        place = number - self.first
        if self.widths is None:
            row = self.sight.read(self.at + place * _ROW, 18)
            return (0, int(row[:10])) if row[17:18] == b"n" else None
        size = sum(self.widths)
        row = self.sight.read(self.at + place * size, size)
        first, second = self.widths[0], self.widths[0] + self.widths[1]
        form = int.from_bytes(row[:first]) if first else 1
        middle, last = int.from_bytes(row[first:second]), int.from_bytes(row[second:])
        return {1: (0, middle), 2: (middle, last)}.get(form)


def textual(sight: Sight, at: int) -> tuple[list[Run], int]:
    """Return the runs of the table at an offset, and where its trailer begins."""
    at += sight.some(at, 16).find(b"xref") + 4
    runs: list[Run] = []
    while len(runs) < _MOST_RUNS and (found := _RUN.match(sight.some(at, 64))) is not None:
        sight.budget.step()
        first, count = int(found[1]), int(found[2])
        runs.append(Run(first, count, sight, at + found.end()))
        at += found.end() + count * _ROW
    return runs, at


def packed(sight: Sight, value: dict[str, Value], content: bytes) -> Iterator[Run]:
    """Yield the runs of a cross-reference stream."""
    widths = value.get("W")
    if not isinstance(widths, list) or len(widths) != 3:  # noqa: PLR2004 - three fields a row
        raise Short
    form, middle, last = (width if isinstance(width, int) else -1 for width in widths)
    size = form + middle + last
    if min(form, middle, last) < 0 or not 0 < size <= _WIDEST:
        raise Short
    index = value.get("Index")
    numbers = [n for n in index if isinstance(n, int)] if isinstance(index, list) else []
    rows, at = sight.over(content), 0
    numbers = numbers or [0, len(content) // size]
    for first, count in zip(numbers[::2], numbers[1::2], strict=False):
        sight.budget.step()
        yield Run(first, count, rows, at, (form, middle, last))
        at += count * size


def unpredicted(content: bytes, columns: int, sight: Sight) -> bytes:
    """Undo PNG's prediction by the row above, which writers of cross-references use."""
    if not 0 < columns <= _WIDEST:
        raise Short
    width = columns + 1
    content = content[: len(content) // width * width]
    sight.budget.step(len(content) // width // 16)
    if content[::width].strip(bytes([_UP])):
        return _slowly(content[: _SLOW * width], columns)
    made = bytearray(len(content) // width * columns)
    for column in range(columns):
        sums = accumulate(content[column + 1 :: width])
        made[column::columns] = bytes(total & 0xFF for total in sums)
    return bytes(made)


def _slowly(content: bytes, columns: int) -> bytes:
    above, rows = bytes(columns), []
    for at in range(0, len(content), columns + 1):
        row = content[at + 1 : at + 1 + columns]
        if content[at] == _UP:
            row = bytes((byte + over) & 0xFF for byte, over in zip(row, above, strict=True))
        rows.append(row)
        above = row
    return b"".join(rows)
