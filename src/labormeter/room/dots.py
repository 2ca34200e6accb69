"""Dots: one person's figure each, by metered day, and the middle of them by nearest rank.

Group --strip, panels, covered--> dots and quarters, of people enough or not at all
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Final, Literal

from labormeter.room.seat import Effort
from labormeter.valuation.tally import rank

if TYPE_CHECKING:
    from collections.abc import Sequence

    from labormeter.room.compare import Group
    from labormeter.room.seat import Kind, Seat
    from labormeter.valuation.lens import Lens

type Measure = Literal["acts", "worth", "effort"]
type Per = Literal["day", "whole"]

MEASURES: Final[tuple[Measure, ...]] = ("acts", "worth", "effort")
PERS: Final[tuple[Per, ...]] = ("day", "whole")
QUARTERED: Final = 5
"""Dots from whom on a quarter is told: with fewer it would be the least or the most of the room."""


@dataclass(frozen=True, slots=True)
class Dot:
    """One person's figure, and its range where it is an amount."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Quarters:
    """The middle of dots by nearest rank, and a quarter on each side; None of too few."""

    first: float | None
    median: float
    third: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """Dots, the least first: their order says nothing else."""

    dots: tuple[Dot, ...]
    quarters: Quarters | None
    """None of fewer than the smallest group."""
    without: int = 0
    """People of whom no day was metered, and who have no figure by the day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """One kind of act: those who did it, by person."""

    kind: Kind
    people: int
    dots: tuple[float, ...]
    """Empty where there are too few."""
    median: float | None


def measured(seat: Seat, measure: Measure, lens: Lens) -> Dot:
    """Return one person's figure over all weeks: acts, millionths, or seconds of effort."""
    if measure == "acts":
        return Dot(seat.n, seat.n, seat.n)
    if measure == "worth":
        worth = seat.worth(lens)
        return Dot(worth.central, worth.low, worth.high)
    found = sum((one.effort for one in seat.work.values() if one.effort), start=Effort())
    return Dot(float(found.central), float(found.low), float(found.high))


def strip(group: Group, measure: Measure, per: Per = "day", lens: Lens = "worker") -> Strip:
    """Return the dots of a measure, by metered day or over all weeks."""
    seats = [one for one in group.dots if one.days or per == "whole"]
    found = [measured(one, measure, lens) for one in seats]
    by = [one.days if per == "day" else 1 for one in seats]
    dots = sorted(
        (Dot(dot.value / d, dot.low / d, dot.high / d) for dot, d in zip(found, by, strict=True)),
        key=lambda dot: dot.value,
    )
    return Strip(
        dots=tuple(dots),
        quarters=quarters([dot.value for dot in dots], group.smallest),
        without=len(group.dots) - len(seats),
    )


def covered(group: Group) -> Strip:
    """Return on how many days each person metered."""
    days = sorted(one.days for one in group.dots)
    return Strip(
        dots=tuple(Dot(one, one, one) for one in days), quarters=quarters(days, group.smallest)
    )


def quarters(values: Sequence[float], smallest: int) -> Quarters | None:
    """Return median and quarters by nearest rank, as far as there are people enough."""
    if len(values) < smallest:
        return None
    known = sorted(values)
    first = known[nearest(len(known), Fraction(1, 4))] if len(known) >= QUARTERED else None
    third = known[nearest(len(known), Fraction(3, 4))] if len(known) >= QUARTERED else None
    return Quarters(first, known[nearest(len(known), Fraction(1, 2))], third)


def nearest(number: int, part: Fraction) -> int:
    """Return the place of the nearest rank of a part among so many."""
    return max(math.ceil(part * number), 1) - 1


def panels(group: Group, per: Per = "day") -> tuple[Panel, ...]:
    """Return each kind of act with those who did it, the kinds of most people first."""
    found: dict[Kind, list[float]] = defaultdict(list)
    for seat in group.dots:
        by = seat.days if per == "day" else 1
        for kind, work in seat.work.items():
            if work.n and by:
                found[kind].append(work.n / by)
    made = [_panel(kind, sorted(values), group.smallest) for kind, values in found.items()]
    return tuple(sorted(made, key=lambda one: (-one.people, one.kind[0], rank(one.kind[1]))))


def _panel(kind: Kind, values: Sequence[float], smallest: int) -> Panel:
    found = quarters(values, smallest)
    if found is None:
        return Panel(kind=kind, people=len(values), dots=(), median=None)
    return Panel(kind=kind, people=len(values), dots=tuple(values), median=found.median)


def coarse(value: float) -> float:
    """Return a figure with two digits that count: what is kept of a median, which is a person's."""
    if not value:
        return 0.0
    return round(value, 1 - math.floor(math.log10(abs(value))))


def axes(found: Sequence[Panel], rows_most: int, columns_most: int) -> tuple[list[str], list[str]]:
    """Return the platforms and activities that there is room for, those of most people first."""
    rows: list[str] = []
    columns: list[str] = []
    for panel in found:
        name, activity = panel.kind
        fits = (
            name in rows or len(rows) < rows_most,
            activity in columns or len(columns) < columns_most,
        )
        if all(fits):
            rows += [name] if name not in rows else []
            columns += [activity] if activity not in columns else []
    return rows, sorted(columns, key=rank)
