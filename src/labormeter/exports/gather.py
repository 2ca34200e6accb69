"""What an export needs of a home, read once: cells, disclosures, spans and minutes of each day."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from labormeter import report
from labormeter.ledger import posted, query
from labormeter.model import SECOND
from labormeter.valuation.coverage import stretches

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from labormeter.home import Home
    from labormeter.ledger.dump import Part
    from labormeter.model import Cell, Span


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a ledger holds for a part of it."""

    cells: list[Cell]
    disclosures: list[Cell]
    spans: list[Span]
    minutes: tuple[tuple[str, int], ...]
    """Minutes metered on each local day on which there were any."""


def gathered(home: Home, part: Part, *, now: int, weekly: bool = False) -> Gathered:
    """Read the roll-ups of a part of the ledger, by day or by week. Raises KnownError."""
    with query.open(home) as ledger:
        days = [] if weekly else ledger.cells(part.since, part.until)
        disclosures = ledger.disclosures(part.since, part.until)
        spans = ledger.spans()
    cells = posted.weeks(home, part.since, part.until) if weekly else posted.looked_up(home, days)
    within = [span for span in spans if _touches(span, part)]
    return Gathered(
        _of(cells, part),
        _of(disclosures, part),
        within,
        tuple(one for one in minutes(spans, now=now) if _in(one[0], part)),
    )


def _of(cells: list[Cell], part: Part) -> list[Cell]:
    if part.platforms:
        cells = [cell for cell in cells if cell.platform in part.platforms]
    return cells if part.practice else [cell for cell in cells if not report.practised(cell)]


def _in(day: str, part: Part) -> bool:
    return (part.since or "") <= day <= (part.until or "~")


def _touches(span: Span, part: Part) -> bool:
    first = local_day(span.started_at)
    last = local_day(span.ended_at) if span.ended_at is not None else "~"
    return first <= (part.until or "~") and last >= (part.since or "")


def local_day(at: int) -> str:
    """Return the ISO date of a moment by this machine's clock: spans keep no offset."""
    return time.strftime("%Y-%m-%d", time.localtime(at // SECOND))


def minutes(spans: Sequence[Span], *, now: int) -> Iterator[tuple[str, int]]:
    """Yield local days and how many minutes of each were metered, one at least.

    A day of which half a minute was metered is a day that was: its acts are counted.
    """
    found: dict[str, int] = {}
    for begin, end in stretches(spans, now=now):
        at = begin
        while at < end:
            day = local_day(at)
            stop = min(end, _midnight_after(day))
            found[day] = found.get(day, 0) + stop - at
            at = stop
    for day, length in sorted(found.items()):
        yield day, max(1, length // (60 * SECOND))


def _midnight_after(day: str) -> int:
    when = date.fromisoformat(day) + timedelta(days=1)
    return int(time.mktime((when.year, when.month, when.day, 0, 0, 0, 0, 0, -1))) * SECOND
