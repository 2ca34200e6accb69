"""Worth: cells of acts at the prices of a calendar, in whole millionths.

Every cell is valued by itself and worth is only ever added, so a whole is the sum of its parts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from labormeter.valuation.calendar import DAY, Price
from labormeter.valuation.currencies import POINT
from labormeter.valuation.lens import Absent

if TYPE_CHECKING:
    from labormeter.model import Cell
    from labormeter.valuation.calendar import Calendar

REWARD: Final = "reward"
UPLOAD: Final = "upload"
HOUR: Final = 3_600_000_000
"""Microseconds."""

PRETEND: Final = "Points that cannot be exchanged for money are worth nothing."
NO_PRESENCE: Final = "This lens prices a day of presence and not an act."
NOT_POSTED: Final = "An upload is priced where a post of this ledger uses it."


@dataclass(frozen=True, slots=True)
class Worth:
    """Low, central and high in millionths of the reading's currency."""

    low: int = 0
    central: int = 0
    high: int = 0

    def __add__(self, other: Worth) -> Worth:
        return Worth(self.low + other.low, self.central + other.central, self.high + other.high)

    def __neg__(self) -> Worth:
        """Return what is subtracted; the high of it makes the low of a balance."""
        return Worth(-self.high, -self.central, -self.low)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """The acts of one cell seen through one lens."""

    worth: Worth | None
    """None where there is no price: the acts stay units."""
    rates: tuple[str, ...] = ()
    """References to the rates used."""
    unpriced: int = 0
    """Net units without a price."""
    reason: str = ""
    """Why there is none."""
    assumed: int = 0
    """Time lens: central worth of these that rests on assumed seconds."""


def entry(cell: Cell, week: str, calendar: Calendar) -> Entry:
    """Return a cell's worth. `week` is the ISO week of its day."""
    if cell.activity == REWARD:
        return _reward(cell, week, calendar)
    if (cell.unit == DAY) != (calendar.reading.lens == "platform"):
        return Entry(worth=None, unpriced=cell.net, reason=NO_PRESENCE)
    price = calendar.price(cell.platform, cell.activity, week, cell.finer)
    if isinstance(price, Absent):
        return Entry(worth=None, unpriced=cell.net, reason=price.reason)
    if price.hourly is not None:
        return _timed(cell, price)
    return _counted(cell, price)


def _counted(cell: Cell, price: Price) -> Entry:
    number = cell.posted if cell.activity == UPLOAD else cell.net
    left = cell.net - number
    if left and not number:
        return Entry(worth=None, unpriced=left, reason=NOT_POSTED)
    return Entry(
        worth=Worth(price.low * number, price.central * number, price.high * number),
        rates=price.rates,
        unpriced=left,
        reason=NOT_POSTED if left else "",
    )


def _timed(cell: Cell, price: Price) -> Entry:
    """Value measured time at the hourly floor, and the acts beyond it at assumed seconds.

    Who is faster does not earn less: the floor is by the hour, so measured time is a figure of
    its own and has no range but the floor's.
    """
    rest = cell.net - cell.timed
    low, central, high = hours(cell.seconds, price.hourly or (0, 0, 0))
    return Entry(
        worth=Worth(
            low + price.low * rest, central + price.central * rest, high + price.high * rest
        ),
        rates=price.rates,
        assumed=price.central * rest,
    )


def hours(microseconds: int, hourly: tuple[int, int, int]) -> tuple[int, int, int]:
    """Return what measured time is worth at an hourly floor: whole millionths, halves up."""
    least, usual, most = hourly
    low = (2 * microseconds * least + HOUR) // (2 * HOUR)
    if least == usual == most:
        return low, low, low
    central, high = ((2 * microseconds * one + HOUR) // (2 * HOUR) for one in (usual, most))
    return low, central, high


def _reward(cell: Cell, week: str, calendar: Calendar) -> Entry:
    """Subtract what was received: money at its year's exchange, points at what they fetch."""
    if cell.unit in calendar.book(week).currencies.known:
        got = calendar.converted(cell.net, cell.unit, week)
        return Entry(worth=Worth(-got, -got, -got), rates=(f"received:{cell.unit}",))
    price = calendar.points(cell.platform, week) if cell.unit == POINT else None
    if price is None:
        return Entry(worth=Worth(), unpriced=cell.net, reason=PRETEND)
    worth = Worth(price.low * cell.net, price.central * cell.net, price.high * cell.net)
    return Entry(worth=-worth, rates=price.rates)
