"""Which uploads were posted: those that a post of this ledger uses."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Final

from labormeter.ledger import file
from labormeter.ledger.faults import known

if TYPE_CHECKING:
    from collections.abc import Iterable

    from labormeter.home import Home
    from labormeter.model import Cell

_POSTED: Final = """
SELECT day, platform, source, unit, sum(quantity) FROM (
    SELECT DISTINCT upload FROM links
) JOIN acts ON acts.seq = upload GROUP BY day, platform, source, unit
"""


def looked_up(home: Home, cells: Iterable[Cell]) -> list[Cell]:
    """Return the cells with how many of their uploads were posted. Raises KnownError."""
    try:
        with closing(file.read_only(home.ledger)) as connection:
            found = {tuple(row[:4]): row[4] for row in connection.execute(_POSTED)}
    except sqlite3.Error as error:
        raise known(error) from error
    return [_with(cell, found) for cell in cells]


def _with(cell: Cell, found: dict[tuple[str, ...], int]) -> Cell:
    if cell.activity != "upload":
        return cell
    key = (cell.day, cell.platform, cell.source, cell.unit)
    return cell._replace(posted=found[key]) if key in found else cell
