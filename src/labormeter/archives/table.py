"""CSV read row by row: any delimiter's quoting, a byte order mark, notes above the header."""

from __future__ import annotations

import codecs
import csv
from typing import IO, TYPE_CHECKING, Final

from labormeter.archives.found import UnreadableError
from labormeter.archives.stream import encoding

if TYPE_CHECKING:
    from collections.abc import Iterator

type Row = dict[str, str]

LINE: Final = 1 << 20
"""Characters that a line may have."""
FIELD: Final = 8 << 20
"""Characters that a cell may have, over several lines."""
NOTES: Final = 40
"""Lines that may stand above a header."""
BLOCK: Final = 256 * 1024


def rows(file: IO[bytes]) -> Iterator[list[str]]:
    """Yield the rows of a file, its header among them; empty rows are left out.

    Raises UnreadableError where it is no CSV.
    """
    csv.field_size_limit(FIELD)
    read = csv.reader(lines(file))
    try:
        for row in read:
            if any(row):
                yield row
    except csv.Error as error:
        raise UnreadableError("is not CSV, or is broken") from error


def records(file: IO[bytes], *needed: str) -> Iterator[Row]:
    """Yield rows by the names of their columns, in lower case with `_` for spaces.

    The header is the first row that has all columns `needed`; what stands above it are notes.
    Raises UnreadableError where there is none.
    """
    found = rows(file)
    header: list[str] = []
    for number, row in enumerate(found):
        header = [named(cell) for cell in row]
        if set(needed) <= set(header):
            break
        if number >= NOTES:
            header = []
            break
        header = []
    if not header:
        raise UnreadableError("has none of the columns that it should have, or is empty")
    for row in found:
        yield dict(zip(header, row, strict=False))


def named(cell: str) -> str:
    """Return a column's name in lower case with `_` for what is no letter or digit."""
    return "_".join("".join(c if c.isalnum() else " " for c in cell.lower()).split())


def lines(file: IO[bytes]) -> Iterator[str]:
    """Yield lines with their ends, each no longer than a line may be."""
    block = file.read(BLOCK)
    if block.lstrip()[:1] == b"<":
        raise UnreadableError("is HTML where CSV was expected: ask the platform for CSV")
    decoder = codecs.getincrementaldecoder(encoding(block))("replace")
    rest = ""
    while block:
        lines = (rest + decoder.decode(block)).splitlines(keepends=True)
        rest = lines.pop() if lines else ""
        yield from lines
        if len(rest) > LINE:
            raise UnreadableError("has a line that is too long to be one")
        block = file.read(BLOCK)
    if rest := rest + decoder.decode(b"", final=True):
        yield rest
