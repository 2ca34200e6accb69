"""The spread: one act through every lens, with the sources as points. Never a sum."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from labormeter.valuation.calendar import Price, amount
from labormeter.valuation.lens import spread_of, usable
from labormeter.valuation.money import millionths
from labormeter.valuation.spread import spread

if TYPE_CHECKING:
    from labormeter.valuation.calendar import Calendar
    from labormeter.valuation.lens import Lens
    from labormeter.valuation.rate import Rate, Side


@dataclass(frozen=True, slots=True)
class Point:
    """What one source saw, in millionths of the spread's currency."""

    rate: Rate
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One lens: its range, None where it has no price, and what single sources saw."""

    lens: Lens
    range: tuple[int, int, int] | None
    reason: str
    times: float | None
    points: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """One act of a platform through every lens, in millionths of a currency."""

    platform: str = ""
    activity: str = ""
    currency: str = ""
    marks: tuple[Mark, ...] = ()


def spread_out(calendar: Calendar, platform: str, activity: str, week: str) -> Spread:
    """Return an act's marks; a day of presence, the platform's lens, is no act and left out."""
    found = spread(calendar.books, calendar.reading, platform, activity, week)
    return Spread(
        platform=platform,
        activity=activity,
        currency=calendar.reading.currency,
        marks=tuple(
            Mark(
                lens=one.lens,
                range=(one.price.low, one.price.central, one.price.high)
                if isinstance(one.price, Price)
                else None,
                reason="" if isinstance(one.price, Price) else one.price.reason,
                times=None if one.times is None else float(one.times),
                points=_points(calendar, one.lens, platform, activity, week),
            )
            for one in found
            if one.each == "act"
        ),
    )


def _points(
    calendar: Calendar, lens: Lens, platform: str, activity: str, week: str
) -> tuple[Point, ...]:
    if lens not in {"worker", "buyer"}:
        return ()
    book, reading = calendar.book(week), replace(calendar.reading, lens=lens)
    line = book.prices.line(platform, activity)
    word = (line.price if line else "") or activity
    side: Side = "worker" if lens == "worker" else "buyer"
    rates = [rate for rate in book.observed(side, word) if usable(rate)]
    amounts = [amount(book, reading, spread_of(rate)[1], int(week[:4])) for rate in rates]
    return tuple(Point(rate, millionths(one)) for rate, one in zip(rates, amounts, strict=True))


class SpreadPresenter(QObject):
    """Holds the spread of one act.

    Signals:
        changed: another act is shown, or known now.
        needed: an act is to be looked up; carries its platform and activity.
    """

    changed = Signal()
    needed = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = Spread()
        self.act = ("facebook", "like")

    def choose(self, platform: str, activity: str) -> None:
        """Show another act."""
        self.act = (platform, activity)
        self.needed.emit(platform, activity)

    def take(self, found: Spread) -> None:
        """Take a spread; of an act that is shown no more it is dropped."""
        if (found.platform, found.activity) == self.act:
            self.state = found
            self.changed.emit()
