"""Every number that any face shows, computed once: units first.

    cells --units, by=(...)--> rows --worth (labormeter.valuation.worth)--> rows with money

All is pure: the same cells give the same rows in the same order, whatever order they came in.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from labormeter.model import ACTIVITIES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from labormeter.model import Cell

PRACTICE: Final = "practice"
MANUAL: Final = "manual"


@lru_cache(maxsize=8192)
def week(day: str) -> str:
    """Return the ISO week of an ISO date, as `2026-W23`."""
    year, number, _ = date.fromisoformat(day).isocalendar()
    return f"{year:04}-W{number:02}"


def month(day: str) -> str:
    """Return the month of an ISO date, as `2026-06`."""
    return day[:7]


DIMENSIONS: Final[dict[str, Callable[[Cell], str]]] = {
    "platform": lambda cell: cell.platform,
    "activity": lambda cell: cell.activity,
    "day": lambda cell: cell.day,
    "week": lambda cell: week(cell.day),
    "month": lambda cell: month(cell.day),
    "year": lambda cell: cell.day[:4],
    "source": lambda cell: cell.source,
    "disclosure": lambda cell: cell.disclosure,
}
"""What acts can be grouped by. Days, weeks and months are local to the act."""

_ORDER: Final = {activity: f"{place:02}" for place, activity in enumerate(ACTIVITIES)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The units of one group. Rewards in points or money are rows of their own, by `unit`."""

    by: tuple[str, ...]
    key: tuple[str, ...]
    """The value of each dimension in `by`."""
    unit: str = ""
    gestures: int = 0
    """All that was done, undone or not."""
    net: int = 0
    """Done minus undone."""
    acts: int = 0
    seconds: int = 0
    """Measured microseconds."""
    timed: int = 0
    """Acts whose seconds were measured."""
    manual: int = 0
    """Gestures of these that the person added by hand."""

    def __getitem__(self, dimension: str) -> str:
        """Return the row's value of a dimension; KeyError where it is not grouped by that."""
        if dimension not in self.by:
            raise KeyError(dimension)
        return self.key[self.by.index(dimension)]


def metered(cells: Iterable[Cell], *, practice: bool = False) -> list[Cell]:
    """Return the cells that count: practice is left out unless it is asked for."""
    return [cell for cell in cells if practice or not practised(cell)]


def practised(cell: Cell) -> bool:
    """Whether a cell comes from the practice site and not from the person's own days."""
    return PRACTICE in {cell.source, cell.platform}


def units(
    cells: Iterable[Cell], by: Sequence[str] = ("platform", "activity"), *, practice: bool = False
) -> tuple[Row, ...]:
    """Return the units of the cells grouped by the dimensions named, one row a group.

    Rows are sorted by their key, activities in the order of `ACTIVITIES`. Nothing is dropped for
    want of a price. Raises KeyError where there is no such dimension (see `DIMENSIONS`).
    """
    readers = [DIMENSIONS[name] for name in by]
    sums: dict[tuple[str, ...], list[int]] = defaultdict(lambda: [0] * 6)
    for cell in metered(cells, practice=practice):
        total = sums[(*(read(cell) for read in readers), cell.unit)]
        for place, number in enumerate(_numbers(cell)):
            total[place] += number
    rows = [_row(tuple(by), key, total) for key, total in sums.items()]
    return tuple(sorted(rows, key=order))


def _numbers(cell: Cell) -> tuple[int, int, int, int, int, int]:
    by_hand = cell.gestures if cell.source == MANUAL else 0
    return cell.gestures, cell.net, cell.acts, cell.seconds, cell.timed, by_hand


def _row(by: tuple[str, ...], key: tuple[str, ...], total: Sequence[int]) -> Row:
    gestures, net, acts, seconds, timed, manual = total
    return Row(
        by=by,
        key=key[:-1],
        unit=key[-1],
        gestures=gestures,
        net=net,
        acts=acts,
        seconds=seconds,
        timed=timed,
        manual=manual,
    )


def order(row: Row) -> tuple[str, ...]:
    """Return what rows are sorted by."""
    pairs = zip(row.by, row.key, strict=True)
    named = (_ORDER.get(value, value) if name == "activity" else value for name, value in pairs)
    return (*named, row.unit)
