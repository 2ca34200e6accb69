"""The sheet: the cells that count, in days and in weeks, and the days of presence.

day cells   | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 |
week              |-----------------------|
month       |---------------|---------------
coarse      |     |         |             | |
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from labormeter.model import SOURCES, Cell
from labormeter.valuation.calendar import DAY
from labormeter.valuation.currencies import POINT
from labormeter.valuation.worth import REWARD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from labormeter.model import Source
    from labormeter.valuation.lens import Lens
    from labormeter.valuation.plan import Plan

PRACTICE: Final = "practice"
MANUAL: Final = "manual"
_WHOLE: Final = frozenset({"", DAY, POINT})
"""Units that are worth a whole number of millionths each."""


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
    "finer": lambda cell: cell.finer,
    "weekday": lambda cell: cell.hour[:1],
    "hour": lambda cell: cell.hour[2:],
}
"""What acts can be grouped by. Days, weeks and months are local to the act.

`disclosure`, `weekday` and `hour` are for roll-ups of their own: other cells have none.
"""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The cells that count."""

    cells: tuple[Cell, ...]
    plans: dict[tuple[str, tuple[tuple[str, ...], ...]], Plan] = field(
        default_factory=dict, compare=False, repr=False
    )
    """Plans made of it, by kind of lens and groupings."""
    _kept: dict[str, tuple[Cell, ...]] = field(default_factory=dict, compare=False, repr=False)

    def of(self, lens: Lens) -> tuple[Cell, ...]:
        """Return the cells that a lens looks at: the platform's sees presence as well."""
        if lens != "platform":
            return self.cells
        found = self._kept.get("of platform")
        if found is None:
            found = self._kept["of platform"] = (*self.cells, *presence(self.cells))
        return found

    def coarse(self, lens: Lens) -> tuple[Cell, ...]:
        """Return cells of parts of weeks, for a lens and every grouping but by day."""
        return segments(self.of(lens), timed=lens == "time")


def sheet(cells: Iterable[Cell], *, practice: bool = False) -> Sheet:
    """Return the sheet of day cells; practice is left out unless it is asked for."""
    return Sheet(tuple(metered(cells, practice=practice)))


def metered(cells: Iterable[Cell], *, practice: bool = False) -> Iterable[Cell]:
    """Return the cells that count."""
    return cells if practice else [cell for cell in cells if not practised(cell)]


def practised(cell: Cell) -> bool:
    """Whether a cell comes from the practice site and not from the person's own days."""
    return PRACTICE in (cell.source, cell.platform)


def presence(cells: Iterable[Cell]) -> tuple[Cell, ...]:
    """Return a cell of unit DAY for each day on which an act reached a platform."""
    seen: dict[tuple[str, str], Source] = {}
    for cell in cells:
        if cell.activity == REWARD:
            continue
        key = (cell.day, cell.platform)
        known = seen.get(key)
        if known is None or (
            known != cell.source and SOURCES.index(cell.source) < SOURCES.index(known)
        ):
            seen[key] = cell.source
    return tuple(
        Cell(day=day, platform=platform, activity="", source=source, unit=DAY, gestures=1, net=1)
        for (day, platform), source in seen.items()
    )


def segments(cells: Iterable[Cell], *, timed: bool = True) -> tuple[Cell, ...]:
    """Return cells of the parts of weeks that lie in one month, each on its first day with acts.

    Money received is converted, and so rounded, day by day: such cells are left as days, and
    with `timed` those of measured time as well. So no figure differs by a millionth.
    """
    kept: list[Cell] = []
    spans: dict[str, str] = {}
    sums: dict[tuple[str, ...], list[int]] = {}
    days: dict[tuple[str, ...], str] = {}
    for cell in cells:
        (day, platform, activity, source, unit, gestures, net) = cell[:7]
        (seconds, clocked, acts, posted, _, finer, _) = cell[7:]
        if (timed and seconds) or unit not in _WHOLE:
            kept.append(cell)
            continue
        span = spans.get(day)
        if span is None:
            span = spans[day] = week(day) + day[:7]
        key = (span, platform, activity, source, unit, finer)
        total = sums.get(key)
        if total is None:
            sums[key] = [gestures, net, seconds, clocked, acts, posted]
            days[key] = day
            continue
        if day < days[key]:  # noqa: PLR1730 - calling min() costs a third of the loop
            days[key] = day
        total[0] += gestures
        total[1] += net
        total[2] += seconds
        total[3] += clocked
        total[4] += acts
        total[5] += posted
    kept += [
        Cell._make((days[key], *key[1:5], *total, "", key[5], "")) for key, total in sums.items()
    ]
    return tuple(kept)
