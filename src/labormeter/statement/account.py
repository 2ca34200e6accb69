"""Draws up the account: lines in which units times rate is the amount, to the millionth."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from labormeter import report
from labormeter.valuation.calendar import Price
from labormeter.valuation.claims import claims
from labormeter.valuation.coverage import coverage
from labormeter.valuation.explain import explain
from labormeter.valuation.worth import REWARD, UPLOAD, Worth

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from labormeter.model import Cell, Span
    from labormeter.valuation.calendar import Calendar
    from labormeter.valuation.claims import Claim
    from labormeter.valuation.coverage import Coverage
    from labormeter.valuation.explain import Step
    from labormeter.valuation.seen import Share
    from labormeter.valuation.worth import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Acts of one platform and activity at one price."""

    platform: str
    activity: str
    finer: str
    """A finer word than the activity, as `picture`; mostly empty."""
    unit: str
    since: str
    until: str
    """First and last local day with such acts."""
    gestures: int
    net: int
    priced: int
    """Units that the price was applied to; the rest stays units."""
    price: Price | None
    """None where there is no price, or for what was received."""
    worth: Worth | None
    reasons: tuple[str, ...] = ()
    manual: int = 0
    measured: int = 0
    """Time lens: microseconds that were measured and paid by the hour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Everything that the statement says."""

    since: str
    until: str
    platform: str
    """Empty for all platforms."""
    issued: str
    sender: str
    items: tuple[Item, ...]
    total: report.Total
    coverage: Coverage
    gaps: tuple[Span, ...]
    sources: tuple[Step, ...]
    claims: tuple[Claim, ...]
    calendar: Calendar
    utc_offset: int = 0
    """Minutes east of UTC in which the gaps are written."""
    compared: Share | None = None
    """What the meter saw of what imported archives tell of in this period."""


def statement(
    cells: Iterable[Cell],
    spans: Sequence[Span],
    calendar: Calendar,
    *,
    since: str,
    until: str,
    issued: str,
    now: int,
    bounds: tuple[int | None, int | None] = (None, None),
    platform: str = "",
    sender: str = "",
    practice: bool = False,
    utc_offset: int = 0,
    compared: Share | None = None,
) -> Statement:
    """Return the statement of cells. `bounds` are the period in microseconds, for the coverage."""
    valued = report.entries(report.sheet(cells, practice=practice), calendar)
    return Statement(
        since=since,
        until=until,
        platform=platform,
        issued=issued,
        sender=sender,
        items=items(valued, calendar),
        total=report.total(valued),
        coverage=coverage(spans, now=now, since=bounds[0], until=bounds[1]),
        gaps=tuple(span for span in spans if span.kind == "gap"),
        sources=sources(valued, calendar),
        claims=claims(
            calendar.book(report.week(issued)), calendar.reading.currency, int(issued[:4])
        ),
        calendar=calendar,
        utc_offset=utc_offset,
        compared=compared,
    )


def items(valued: Iterable[tuple[Cell, Entry]], calendar: Calendar) -> tuple[Item, ...]:
    """Return valued cells as one item for each platform, activity and price."""
    groups: dict[tuple[str, str, str, str, Price | None], list[tuple[Cell, Entry]]] = {}
    for cell, entry in valued:
        price = _price(cell, entry, calendar)
        key = (cell.platform, cell.activity, cell.finer, cell.unit, price)
        groups.setdefault(key, []).append((cell, entry))
    made = [_item(key[4], group) for key, group in groups.items()]
    return tuple(sorted(made, key=_order))


def _order(item: Item) -> tuple[object, ...]:
    return item.activity == REWARD, item.platform, report.rank(item.activity), item.unit, item.since


def _price(cell: Cell, entry: Entry, calendar: Calendar) -> Price | None:
    if entry.worth is None or cell.activity == REWARD:
        return None
    found = calendar.price(cell.platform, cell.activity, report.week(cell.day), cell.finer)
    return found if isinstance(found, Price) else None


def _item(price: Price | None, group: Sequence[tuple[Cell, Entry]]) -> Item:
    cells = [cell for cell, _ in group]
    worths = [entry.worth for _, entry in group if entry.worth is not None]
    timed = price is not None and price.hourly is not None
    return Item(
        platform=cells[0].platform,
        activity=cells[0].activity,
        finer=cells[0].finer,
        unit=cells[0].unit,
        since=min(cell.day for cell in cells),
        until=max(cell.day for cell in cells),
        gestures=sum(cell.gestures for cell in cells),
        net=sum(cell.net for cell in cells),
        priced=sum(_priced(cell, timed=timed) for cell in cells) if price else 0,
        price=price,
        worth=sum(worths, start=Worth()) if worths else None,
        reasons=tuple(sorted({entry.reason for _, entry in group if entry.reason})),
        manual=sum(cell.gestures for cell in cells if cell.source == report.MANUAL),
        measured=sum(cell.seconds for cell in cells) if timed else 0,
    )


def _priced(cell: Cell, *, timed: bool) -> int:
    if timed:
        return cell.net - cell.timed
    return cell.posted if cell.activity == UPLOAD else cell.net


def sources(valued: Iterable[tuple[Cell, Entry]], calendar: Calendar) -> tuple[Step, ...]:
    """Return every rate used, once, with its source and the conversions of its last use."""
    last: dict[tuple[str, str, str, tuple[str, ...]], str] = {}
    for cell, entry in valued:
        if entry.rates and cell.activity != REWARD:
            key = (cell.platform, cell.activity, cell.finer, entry.rates)
            last[key] = max(last.get(key, ""), report.week(cell.day))
    found: dict[str, Step] = {}
    for (platform, activity, finer, _), week in last.items():
        for step in explain(calendar, platform, activity, week, finer).used:
            found[step.reference] = step
    return tuple(found[reference] for reference in sorted(found))
