"""Every number that any face shows, computed once: units first.

    cells --units, by=(...)----------------> rows
    cells --sheet, valued by a calendar----> lines: the same rows, with worth beside them

All is pure: the same cells give the same rows in the same order, whatever order they came in.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from labormeter.model import ACTIVITIES, SECOND, SOURCES, Cell
from labormeter.valuation.calendar import DAY
from labormeter.valuation.worth import REWARD, Worth, entry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from labormeter.model import Source
    from labormeter.valuation.calendar import Calendar
    from labormeter.valuation.lens import Lens
    from labormeter.valuation.worth import Entry

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


def moment(at: int) -> str:
    """Return microseconds since 1970 as a moment of UTC, to the minute."""
    return datetime.fromtimestamp(at // SECOND, UTC).strftime("%Y-%m-%d %H:%M")


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
    named = (rank(value) if name == "activity" else value for name, value in pairs)
    return (*named, row.unit)


def rank(activity: str) -> str:
    """Return what activities are sorted by: their place in `ACTIVITIES`."""
    return _ORDER.get(activity, activity)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row of units and what it is worth through one lens."""

    row: Row
    worth: Worth | None
    """None where nothing in the row has a price."""
    unpriced: int = 0
    """Net units of these without a price: they stay in sight."""
    reasons: tuple[tuple[str, int], ...] = ()
    """Why they have none, and how many for each reason."""
    rates: tuple[str, ...] = ()
    """References to the rates used."""
    assumed: int = 0
    """Time lens: central worth that rests on assumed seconds, in millionths."""

    @property
    def measured(self) -> int | None:
        """Return the share of a time figure that was measured, in whole per cent."""
        if self.worth is None or not self.worth.central:
            return None
        return 100 - round(100 * self.assumed / self.worth.central)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The cells that count, with the days of presence that the platform lens prices."""

    cells: tuple[Cell, ...]
    presence: tuple[Cell, ...]

    def of(self, lens: Lens) -> tuple[Cell, ...]:
        """Return the cells that a lens looks at."""
        return (*self.cells, *self.presence) if lens == "platform" else self.cells

    def coarse(self) -> Sheet:
        """Return a sheet whose cells span a week within a month: for all but days.

        Measured time is valued day by day, so those cells stay days: nothing changes by a
        millionth.
        """
        return Sheet(segments(self.cells), segments(self.presence))


def sheet(cells: Iterable[Cell], *, practice: bool = False) -> Sheet:
    """Return the sheet of day cells."""
    kept = tuple(metered(cells, practice=practice))
    return Sheet(kept, presence(kept))


def presence(cells: Iterable[Cell]) -> tuple[Cell, ...]:
    """Return a cell of unit DAY for each day on which an act reached a platform."""
    seen: dict[tuple[str, str], Source] = {}
    for cell in cells:
        if cell.activity == REWARD:
            continue
        key = (cell.day, cell.platform)
        known = seen.get(key)
        if known is None or SOURCES.index(cell.source) < SOURCES.index(known):
            seen[key] = cell.source
    return tuple(
        Cell(day=day, platform=platform, activity="", source=source, unit=DAY, gestures=1, net=1)
        for (day, platform), source in seen.items()
    )


def segments(cells: Iterable[Cell]) -> tuple[Cell, ...]:
    """Return cells of the parts of weeks that lie in one month, each on its first day with acts."""
    sums: dict[tuple[str, ...], list[int]] = {}
    days: dict[tuple[str, ...], str] = {}
    for cell in cells:
        span = cell.day if cell.seconds else week(cell.day) + cell.day[:7]
        key = (span, cell.platform, cell.activity, cell.source, cell.unit)
        total = sums.get(key)
        if total is None:
            total = sums[key] = [0] * 6
        days[key] = min(days.get(key, cell.day), cell.day)
        total[0] += cell.gestures
        total[1] += cell.net
        total[2] += cell.seconds
        total[3] += cell.timed
        total[4] += cell.acts
        total[5] += cell.posted
    return tuple(_segment(days[key], key, total) for key, total in sums.items())


def _segment(day: str, key: tuple[str, ...], total: Sequence[int]) -> Cell:
    _, platform, activity, source, unit = key
    gestures, net, seconds, timed, acts, posted = total
    return Cell(
        day=day,
        platform=platform,
        activity=activity,
        source=_SOURCE[source],
        unit=unit,
        gestures=gestures,
        net=net,
        seconds=seconds,
        timed=timed,
        acts=acts,
        posted=posted,
    )


_SOURCE: Final[dict[str, Source]] = {source: source for source in SOURCES}


def valued(
    sheet: Sheet, calendar: Calendar, by: Sequence[str] = ("platform", "activity")
) -> tuple[Line, ...]:
    """Return the rows of `units` with what they are worth in a calendar's reading.

    The units are the same through every lens; the platform lens adds rows of unit DAY.
    """
    return lines(entries(sheet, calendar), by)


def entries(sheet: Sheet, calendar: Calendar) -> list[tuple[Cell, Entry]]:
    """Return each cell of a sheet with its worth; one valuing serves several groupings."""
    cells = sheet.of(calendar.reading.lens)
    return [(cell, entry(cell, week(cell.day), calendar)) for cell in cells]


def lines(valued: Iterable[tuple[Cell, Entry]], by: Sequence[str]) -> tuple[Line, ...]:
    """Return valued cells grouped by dimensions."""
    readers = [DIMENSIONS[name] for name in by]
    groups: dict[tuple[str, ...], _Sum] = defaultdict(_Sum)
    for cell, found in valued:
        groups[(*(read(cell) for read in readers), cell.unit)].add(cell, found)
    made = [group.line(tuple(by), key) for key, group in groups.items()]
    return tuple(sorted(made, key=lambda line: order(line.row)))


class _Sum:
    """Adds up one group."""

    __slots__ = ("assumed", "priced", "rates", "reasons", "total", "unpriced", "worth")

    def __init__(self) -> None:
        self.total = [0] * 6
        self.worth = [0] * 3
        self.priced = False
        self.unpriced = self.assumed = 0
        self.rates: dict[str, None] = {}
        self.reasons: dict[str, int] = {}

    def add(self, cell: Cell, found: Entry) -> None:
        total = self.total
        total[0] += cell.gestures
        total[1] += cell.net
        total[2] += cell.acts
        total[3] += cell.seconds
        total[4] += cell.timed
        total[5] += cell.gestures if cell.source == MANUAL else 0
        if found.worth is not None:
            self.priced = True
            self.worth[0] += found.worth.low
            self.worth[1] += found.worth.central
            self.worth[2] += found.worth.high
            self.assumed += found.assumed
            self.rates.update(dict.fromkeys(found.rates))
        if found.reason:
            self.unpriced += found.unpriced
            self.reasons[found.reason] = self.reasons.get(found.reason, 0) + found.unpriced

    def line(self, by: tuple[str, ...], key: tuple[str, ...]) -> Line:
        low, central, high = self.worth
        return Line(
            row=_row(by, key, self.total),
            worth=Worth(low, central, high) if self.priced else None,
            unpriced=self.unpriced,
            reasons=tuple(sorted(self.reasons.items())),
            rates=tuple(sorted(self.rates)),
            assumed=self.assumed,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """What lines come to: acts and compensation apart, and what is left of the one by the other."""

    acts: Worth
    received: Worth
    """Compensation, as a negative."""
    unpriced: tuple[tuple[str, int], ...]
    """How many units have no price, by reason."""
    rates: tuple[str, ...]

    @property
    def owed(self) -> Worth:
        """Return acts less compensation."""
        return self.acts + self.received


def total(valued: Iterable[tuple[Cell, Entry]]) -> Total:
    """Return the total of valued cells."""
    acts = received = Worth()
    unpriced: dict[str, int] = {}
    rates: set[str] = set()
    for cell, found in valued:
        if cell.activity == REWARD:
            received += found.worth or Worth()
        else:
            acts += found.worth or Worth()
        if found.reason:
            unpriced[found.reason] = unpriced.get(found.reason, 0) + found.unpriced
        rates.update(found.rates)
    reasons = tuple(sorted(unpriced.items()))
    return Total(acts=acts, received=received, unpriced=reasons, rates=tuple(sorted(rates)))
