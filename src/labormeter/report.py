"""Every number that any face shows, computed once: units first, and worth beside them.

    cells --units, by=(...)------------> rows
    cells --sheet, valued by a calendar--> lines: the same rows, with worth beside them
    cells, calendar, spans --report----> Report: the usual groupings, total and coverage at once

All is pure: the same cells give the same rows in the same order, whatever order they came in.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from labormeter.model import SECOND
from labormeter.valuation import tally
from labormeter.valuation.claims import Claim, claims
from labormeter.valuation.coverage import Coverage, an_hour, coverage
from labormeter.valuation.plan import kind_of, plan
from labormeter.valuation.plan import valued as valued_by
from labormeter.valuation.sheet import (
    DIMENSIONS,
    MANUAL,
    PRACTICE,
    Sheet,
    metered,
    month,
    practised,
    presence,
    sheet,
    week,
)
from labormeter.valuation.tally import Line, Row, Total, lines, merged, order, rank
from labormeter.valuation.worth import Worth, entry

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from labormeter.model import Cell, Span
    from labormeter.valuation.calendar import Calendar
    from labormeter.valuation.lens import Reading
    from labormeter.valuation.plan import Plan
    from labormeter.valuation.worth import Entry

__all__ = [
    "DIMENSIONS",
    "MANUAL",
    "PRACTICE",
    "Line",
    "Report",
    "Row",
    "Sheet",
    "Total",
    "entries",
    "lines",
    "metered",
    "moment",
    "month",
    "order",
    "practised",
    "presence",
    "rank",
    "report",
    "sheet",
    "total",
    "units",
    "valued",
    "week",
]

type By = tuple[str, ...]

_FINE: Final[By] = ("platform", "activity", "source")
GROUPINGS: Final[tuple[By, ...]] = (
    ("platform", "activity"),
    ("platform",),
    ("activity",),
    ("source",),
    ("week",),
    ("month",),
    ("day",),
)
"""The groupings that a report has unless others are asked for."""


def moment(at: int) -> str:
    """Return microseconds since 1970 as a moment of UTC, to the minute."""
    return datetime.fromtimestamp(at // SECOND, UTC).strftime("%Y-%m-%d %H:%M")


def units(
    cells: Iterable[Cell], by: Sequence[str] = ("platform", "activity"), *, practice: bool = False
) -> tuple[Row, ...]:
    """Return the units of the cells grouped by the dimensions named, one row a group.

    Rows are sorted by their key, activities in the order of `ACTIVITIES`. Nothing is dropped for
    want of a price. Raises KeyError where there is no such dimension (see `DIMENSIONS`).
    """
    return tally.units(metered(cells, practice=practice), by)


def valued(
    sheet: Sheet, calendar: Calendar, by: Sequence[str] = ("platform", "activity")
) -> tuple[Line, ...]:
    """Return the rows of `units` with what they are worth in a calendar's reading.

    The units are the same through every lens; the platform lens adds rows of unit DAY.
    """
    return tally.valued(sheet.of(calendar.reading.lens), calendar, by)


def entries(sheet: Sheet, calendar: Calendar) -> list[tuple[Cell, Entry]]:
    """Return each cell of a sheet with its worth, for what looks at every cell by itself."""
    cells = sheet.of(calendar.reading.lens)
    return [(cell, entry(cell, week(cell.day), calendar)) for cell in cells]


def total(valued: Iterable[tuple[Cell, Entry]]) -> Total:
    """Return the total of valued cells."""
    return tally.total(lines(valued, ("activity",)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What every face draws from: chart, table, export and statement cannot differ."""

    reading: Reading
    lines: Mapping[By, tuple[Line, ...]]
    """The lines of each grouping."""
    disclosures: tuple[Row, ...]
    """Uploads by the kind of metadata they let out; these overlap and are never added."""
    hours: tuple[Row, ...]
    """Units by ISO weekday and local hour."""
    per_rate: tuple[tuple[tuple[str, ...], int, Worth], ...]
    """The rates used together, from low to high, how many net units they priced, and the worth."""
    total: Total
    coverage: Coverage
    """What was seen: every total says *at least*."""
    claims: tuple[Claim, ...]
    """Benchmarks beside the total, never in it."""

    @property
    def hourly(self) -> int | None:
        """Return millionths for an hour metered, None where too little was metered to say."""
        return an_hour(self.total.acts.central, self.coverage.metered)


def report(
    cells: Iterable[Cell],
    calendar: Calendar,
    *,
    today: str,
    now: int,
    spans: Sequence[Span] = (),
    disclosures: Iterable[Cell] = (),
    hours: Iterable[Cell] = (),
    by: Sequence[By] = GROUPINGS,
    practice: bool = False,
) -> Report:
    """Return the report of cells through one lens. `today` is the local day of `now`."""
    kept = sheet(cells, practice=practice)
    grouped = groupings(kept, calendar, by)
    currency = calendar.reading.currency
    return Report(
        reading=calendar.reading,
        lines={one: grouped[one] for one in by},
        disclosures=units(disclosures, ("disclosure",), practice=practice),
        hours=units(hours, ("weekday", "hour"), practice=practice),
        per_rate=_per_rate(grouped[_FINE]),
        total=tally.total(grouped[_FINE]),
        coverage=coverage(spans, now=now),
        claims=claims(calendar.book(week(today)), currency, int(today[:4])),
    )


def _per_rate(lines: Iterable[Line]) -> tuple[tuple[tuple[str, ...], int, Worth], ...]:
    found: dict[tuple[str, ...], tuple[int, Worth]] = {}
    for line in lines:
        if line.worth is not None:
            number, worth = found.get(line.rates, (0, Worth()))
            found[line.rates] = (number + line.row.net - line.unpriced, worth + line.worth)
    return tuple((rates, *found[rates]) for rates in sorted(found))


def groupings(sheet: Sheet, calendar: Calendar, by: Sequence[By]) -> dict[By, tuple[Line, ...]]:
    """Return the lines of several groupings, of `platform, activity, source` in any case.

    Days are added up from days, everything longer from parts of weeks, and what has no time in
    it from lines that were added up before: each cell is looked at as rarely as can be.
    """
    longer = (_FINE, *(one for one in by if "day" not in one and not set(one) <= set(_FINE)))
    found = dict(zip(longer, valued_by(planned(sheet, calendar, longer), calendar), strict=True))
    for one in by:
        if "day" in one:
            found[one] = valued(sheet, calendar, one)
        elif one not in found:
            found[one] = merged(found[_FINE], one)
    return found


def planned(sheet: Sheet, calendar: Calendar, by: tuple[By, ...]) -> Plan:
    """Return the plan of a sheet for groupings longer than days; it is made once and kept."""
    kind = kind_of(calendar.reading.lens)
    found = sheet.plans.get((kind, by))
    if found is None:
        found = sheet.plans[kind, by] = plan(sheet.coarse(calendar.reading.lens), kind, by)
    return found
