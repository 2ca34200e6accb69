"""Units over time: bars of a day, a week or a month, stacked, with what was not metered."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QObject, Signal

from labormeter import report
from labormeter.metadata.kinds import KINDS
from labormeter.model import ACTIVITIES
from labormeter_ui.hues import REST, hues, order
from labormeter_ui.picture import DAY
from labormeter_ui.theme import SERIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from labormeter.model import Cell, Span

type Bucket = Literal["day", "week", "month"]
type Split = Literal["platform", "activity", "disclosure"]
type Measure = Literal["acts", "worth", "owed", "captcha", "disclosed", "hours", "spread"]
type Why = Literal["gap", "private", "unmetered"]

EPOCH: Final = date(1970, 1, 1).toordinal()
BAND: Final = 3
"""How many times the tallest bar a chart is high at most, for the sake of a band."""
LEAST: Final = 6
"""Bars before today that a chart has room for, however young a ledger is."""
LEAD: Final = 10
"""A stretch may be empty for this part of it before its first act."""
NAMED: Final = SERIES
"""Series shown by name; smaller ones are one series of the rest."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One stretch of the axis: `start` and `width` in days since 1970."""

    start: int
    width: int
    label: str
    """ISO date on which it begins."""
    total: int


@dataclass(frozen=True, slots=True)
class Series:
    """One platform or activity: a value for each bar. `hue` is None for the rest."""

    key: str
    hue: int | None
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Hatch:
    """A stretch that was not metered, in days since 1970, and why."""

    start: float
    end: float
    why: Why


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """All that a chart over time shows."""

    bucket: Bucket = "day"
    split: Split = "platform"
    measure: Measure = "acts"
    currency: str = ""
    began: str = ""
    """The first day with an act, where that is later than the stretch that was asked for."""
    bars: tuple[Bar, ...] = ()
    series: tuple[Series, ...] = ()
    hatches: tuple[Hatch, ...] = ()
    ends: tuple[tuple[int, int], ...] = ()
    """Lowest and highest of what each bar comes to, where it is money."""

    @property
    def total(self) -> int:
        """Return what all bars come to."""
        if self.measure == "owed":
            return self.bars[-1].total if self.bars else 0
        return sum(bar.total for bar in self.bars)

    @property
    def range(self) -> tuple[int, int] | None:
        """Return the lowest and the highest of what all bars come to, None where it is no money."""
        if not self.ends:
            return None
        if self.measure == "owed":
            return self.ends[-1]
        return sum(low for low, _ in self.ends), sum(high for _, high in self.ends)

    @property
    def highest(self) -> int:
        """Return the tallest bar's total, or what it may reach where a band is drawn.

        Where the highest price is many times the usual one, the band runs out of the chart: else
        there would be nothing to see of the bars.
        """
        tallest = max((bar.total for bar in self.bars), default=0)
        if self.measure != "owed":
            return tallest
        top = max((high for _, high in self.ends), default=0)
        return max(tallest, min(top, BAND * tallest))

    @property
    def beyond(self) -> bool:
        """Whether the band runs out of the chart."""
        tops = [high for _, high in self.ends] if self.measure == "owed" else []
        return max(tops, default=0) > self.highest


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a chart is drawn of: cells and spans from `since` to `until`, both included.

    The net of a cell is what is measured: acts, millionths of `currency`, or microseconds.
    """

    since: str
    until: str
    now: int
    offset: int
    bucket: Bucket = "day"
    split: Split = "platform"
    practice: bool = False
    measure: Measure = "acts"
    currency: str = ""
    began: str = ""


def earliest(cells: Iterable[Cell], *, practice: bool) -> str:
    """Return the first day on which anything was counted, "" where nothing was."""
    kept = (
        cell.day for cell in cells if not cell.unit and (practice or not report.practised(cell))
    )
    return min(kept, default="")


def begun(since: str, first: str, until: str, bucket: Bucket) -> tuple[str, str]:
    """Return the day on which a chart begins, and the first act's where that says why.

    A ledger of one day is not shown as one thin bar behind ninety empty days: the chart begins near
    its first act, with room for some bars. `since` is "" where all of the ledger is wanted.
    """
    if not first:
        return since, ""
    begins, last = date.fromisoformat(first), date.fromisoformat(until)
    asked = date.fromisoformat(since) if since else date.min
    if since and (begins - asked).days * LEAD < (last - asked).days:
        return since, ""
    lead = begins - (last - begins) // LEAD if since else begins
    room = last - timedelta(days=LEAST * {"day": 1, "week": 7, "month": 30}[bucket])
    return max(asked, min(lead, room)).isoformat(), first if since else ""


def fitting(since: str, until: str) -> Bucket:
    """Return the bucket with which a stretch of days gives a readable number of bars."""
    days = date.fromisoformat(until).toordinal() - date.fromisoformat(since).toordinal()
    if days <= 100:  # noqa: PLR2004 - a quarter
        return "day"
    return "week" if days <= 800 else "month"  # noqa: PLR2004 - two years


@dataclass(frozen=True, slots=True)
class Ends:
    """Cells whose net is the lowest, and cells whose net is the highest of what is measured."""

    lows: Sequence[Cell] = ()
    highs: Sequence[Cell] = ()


def days(plan: Plan, cells: Iterable[Cell], spans: Sequence[Span], ends: Ends = Ends()) -> Days:
    """Return the chart of a plan."""
    stretches = _stretches(plan)
    names = [name for *_, name in stretches]
    sums = _sums(plan, cells, names)
    totals = _totals(sums)
    return Days(
        bucket=plan.bucket,
        split=plan.split,
        measure=plan.measure,
        currency=plan.currency,
        began=plan.began,
        bars=tuple(
            Bar(start, width, label, totals.get(name, 0)) for start, width, label, name in stretches
        ),
        series=_series(plan.split, sums, names),
        hatches=hatches(plan, spans),
        ends=_ends(plan, ends, names),
    )


def _sums(plan: Plan, cells: Iterable[Cell], names: Sequence[str]) -> dict[tuple[str, str], int]:
    """Return the net of each series in each bucket, up to each where it is what is owed so far."""
    inside = [cell for cell in cells if plan.since <= cell.day <= plan.until and not cell.unit]
    rows = report.units(inside, (plan.split, plan.bucket), practice=plan.practice)
    sums = {(row.key[0], row.key[1]): row.net for row in rows}
    return _running(sums, names) if plan.measure == "owed" else sums


def _totals(sums: Mapping[tuple[str, str], int]) -> dict[str, int]:
    totals: dict[str, int] = {}
    for (_, label), net in sums.items():
        totals[label] = totals.get(label, 0) + net
    return totals


def _ends(plan: Plan, ends: Ends, names: Sequence[str]) -> tuple[tuple[int, int], ...]:
    if not (ends.lows or ends.highs):
        return ()
    low, high = (_totals(_sums(plan, cells, names)) for cells in (ends.lows, ends.highs))
    pairs = (sorted((low.get(name, 0), high.get(name, 0))) for name in names)
    return tuple((least, most) for least, most in pairs)


def _running(sums: dict[tuple[str, str], int], names: Sequence[str]) -> dict[tuple[str, str], int]:
    """Return what each series comes to from the first bucket on, up to each."""
    found: dict[tuple[str, str], int] = {}
    for key in {key for key, _ in sums}:
        so_far = 0
        for name in names:
            so_far += sums.get((key, name), 0)
            found[key, name] = so_far
    return found


def _stretches(plan: Plan) -> list[tuple[int, int, str, str]]:
    """Return start, width, first date and the report's name of each bucket."""
    first, last = date.fromisoformat(plan.since), date.fromisoformat(plan.until)
    found = []
    begins = _begin(first, plan.bucket)
    while begins <= last:
        following = _next(begins, plan.bucket)
        label = begins.isoformat()
        name = report.DIMENSIONS[plan.bucket](_at(label))
        found.append((begins.toordinal() - EPOCH, (following - begins).days, label, name))
        begins = following
    return found


def _at(label: str) -> Cell:
    from labormeter.model import Cell  # noqa: PLC0415 - a value only to name its bucket

    return Cell(day=label, platform="", activity="", source="wire")


def _begin(when: date, bucket: Bucket) -> date:
    if bucket == "month":
        return when.replace(day=1)
    return when - timedelta(days=when.weekday()) if bucket == "week" else when


def _next(when: date, bucket: Bucket) -> date:
    if bucket == "month":
        return (when.replace(day=1) + timedelta(days=32)).replace(day=1)
    return when + timedelta(days=7 if bucket == "week" else 1)


def _series(
    split: Split, sums: dict[tuple[str, str], int], names: Sequence[str]
) -> tuple[Series, ...]:
    """Return the biggest series by name and the others as the rest, in a steady order."""
    weight: dict[str, int] = {}
    for (key, _), net in sums.items():
        weight[key] = weight.get(key, 0) + net
    weight = {key: heavy for key, heavy in weight.items() if heavy}
    ranked = sorted(weight, key=lambda key: (-weight[key], key))
    named = ranked if len(ranked) <= NAMED else ranked[: NAMED - 1]
    given = _hues(split, named)
    found = [
        Series(key, given[key], tuple(sums.get((key, name), 0) for name in names)) for key in given
    ]
    others = [key for key in ranked if key not in given]
    if others:
        values = tuple(sum(sums.get((key, name), 0) for key in others) for name in names)
        found.append(Series(REST, None, values))
    return tuple(found)


def _hues(split: Split, named: Sequence[str]) -> dict[str, int]:
    if split == "platform":
        given = hues(named, SERIES)
        return {key: given[key] for key in order(named)}
    kinds = ACTIVITIES if split == "activity" else tuple(KINDS)
    places = {kind: place for place, kind in enumerate(kinds)}
    ordered = sorted(named, key=lambda key: places.get(key, len(places)))
    return {key: place for place, key in enumerate(ordered)}


def hatches(plan: Plan, spans: Sequence[Span]) -> tuple[Hatch, ...]:
    """Return what was not metered: gaps, private spans, and whole days without a shift.

    Days before the first shift are none of these: nobody meant to meter them.
    """
    first = date.fromisoformat(plan.since).toordinal() - EPOCH
    last = date.fromisoformat(plan.until).toordinal() - EPOCH + 1
    found: list[Hatch] = []
    metered: set[int] = set()
    for span in spans:
        start = _axis(span.started_at, plan.offset)
        end = _axis(plan.now if span.ended_at is None else span.ended_at, plan.offset)
        if span.kind == "shift":
            metered.update(range(int(start), int(end) + 1))
        elif span.kind in {"gap", "private"} and end > first and start < last:
            why: Why = "gap" if span.kind == "gap" else "private"
            found.append(Hatch(max(start, first), min(end, last), why))
    return (*_unmetered(metered, first, last), *merged(found))


def _unmetered(metered: set[int], first: int, last: int) -> list[Hatch]:
    if not metered:
        return []
    began = max(first, min(metered))
    empty = [Hatch(day, day + 1, "unmetered") for day in range(began, last) if day not in metered]
    return merged(empty)


def merged(found: Iterable[Hatch]) -> list[Hatch]:
    """Return stretches of the same reason that touch as one."""
    joined: list[Hatch] = []
    for hatch in sorted(found, key=lambda hatch: (hatch.why, hatch.start)):
        last = joined[-1] if joined else None
        if last and last.why == hatch.why and hatch.start <= last.end:
            joined[-1] = replace(last, end=max(last.end, hatch.end))
        else:
            joined.append(hatch)
    return joined


def _axis(micros: int, offset: int) -> float:
    return (micros + offset * 60_000_000) / DAY


class DaysPresenter(QObject):
    """Holds one chart over time.

    Signals:
        changed: the chart shows something else now.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = Days()

    def show(
        self,
        plan: Plan,
        cells: Iterable[Cell],
        spans: Sequence[Span],
        ends: Ends = Ends(),
    ) -> None:
        """Take new cells and spans."""
        if (fresh := days(plan, cells, spans, ends)) != self.state:
            self.state = fresh
            self.changed.emit()
