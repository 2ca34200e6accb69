"""CSV that no spreadsheet runs: a text that could be a formula is quoted by an apostrophe (OWASP)."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""How a text begins that a spreadsheet would run."""


def commas(rows: Iterable[Sequence[object]]) -> str:
    """Return rows as CSV, lines ending in one newline."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([safe(value) for value in row] for row in rows)
    return out.getvalue()


def safe(value: object) -> object:
    """Return a value that a spreadsheet shows and never runs; nothing for None."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case str() if value.startswith(FORMULA):
            return f"'{value}"
        case _:
            return value
