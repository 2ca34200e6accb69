"""Which uploads were posted: those that a post of this ledger uses, and that still stands."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Final

from labormeter.ledger import file
from labormeter.ledger.faults import known
from labormeter.model import Cell

if TYPE_CHECKING:
    from collections.abc import Iterable

    from labormeter.home import Home

STANDING: Final = """(post.made IS NULL OR (
        NOT EXISTS (
            SELECT 1 FROM acts undo WHERE undo.target = post.made AND undo.net < 0
                AND +undo.platform = post.platform AND undo.activity = post.activity
        ) AND NOT EXISTS (
            SELECT 1 FROM acts undo WHERE undo.made = post.made AND undo.net < 0
                AND +undo.platform = post.platform AND undo.activity = post.activity
        )
    ))"""
"""Whether a post was not deleted since.

A deletion names by `target` or `made` what its post had made, by the same hash (see `Meter`).
"""
_POSTED: Final = f"""
SELECT day, platform, source, unit, finer, sum(quantity) FROM acts WHERE seq IN (
    SELECT upload FROM links JOIN acts post ON post.seq = links.act
    WHERE {STANDING}
) GROUP BY day, platform, source, unit, finer
"""  # noqa: S608 - a constant


_WEEKS: Final = """
SELECT min(day), platform, activity, source, unit, sum(gestures), sum(net), sum(seconds),
    sum(timed), sum(acts), 0, '', finer, ''
FROM day_rollup WHERE day >= coalesce(?1, '') AND day <= coalesce(?2, '~')
GROUP BY iif(activity = 'upload', day, date(day, 'weekday 0', '-6 days')),
    platform, activity, source, unit, finer
ORDER BY 1, platform, activity, source, unit, finer
"""


def weeks(home: Home, since: str | None = None, until: str | None = None) -> list[Cell]:
    """Return the roll-ups of days, both included, by ISO week, uploads looked up.

    Each lies on the first of its days with acts. Uploads stay by day, since whether a post uses
    them is known by day. Ten years are a seventh of the rows of days. Raises KnownError.
    """
    try:
        with closing(file.read_only(home.ledger)) as connection:
            found = connection.execute(_WEEKS, (since, until)).fetchall()
    except sqlite3.Error as error:
        raise known(error) from error
    return looked_up(home, map(Cell._make, found))


def looked_up(home: Home, cells: Iterable[Cell]) -> list[Cell]:
    """Return the cells with how many of their uploads were posted. Raises KnownError."""
    try:
        with closing(file.read_only(home.ledger)) as connection:
            found = {tuple(row[:5]): row[5] for row in connection.execute(_POSTED)}
    except sqlite3.Error as error:
        raise known(error) from error
    return [_with(cell, found) for cell in cells]


def _with(cell: Cell, found: dict[tuple[str, ...], int]) -> Cell:
    if cell.activity != "upload":
        return cell
    key = (cell.day, cell.platform, cell.source, cell.unit, cell.finer)
    return cell._replace(posted=found[key]) if key in found else cell
