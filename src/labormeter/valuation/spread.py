"""The spread: one act through every lens at once, as ratios. Never a sum."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from labormeter.valuation.calendar import Price, calendar
from labormeter.valuation.lens import LENSES, Absent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from labormeter.valuation.book import Book
    from labormeter.valuation.lens import Lens, Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """An act through one lens, and how many times the worker's wage that is."""

    lens: Lens
    price: Price | Absent
    times: Fraction | None
    """Central over the worker's central; None where either has no price."""
    each: str
    """What the price is for: `act`, or `day` of presence through the platform lens."""


def spread(
    books: Sequence[tuple[str, Book]],
    reading: Reading,
    platform: str,
    activity: str,
    week: str,
    *,
    finer: str = "",
) -> tuple[Seen, ...]:
    """Return one act of a platform in a week through every lens, the worker's first."""
    prices = {
        lens: calendar(replace(reading, lens=lens), books).price(platform, activity, week, finer)
        for lens in LENSES
    }
    wage = prices["worker"]
    return tuple(
        Seen(
            lens=lens,
            price=price,
            times=_times(price, wage) if lens != "platform" else None,
            each="day" if lens == "platform" else "act",
        )
        for lens, price in prices.items()
    )


def _times(price: Price | Absent, wage: Price | Absent) -> Fraction | None:
    if isinstance(price, Absent) or isinstance(wage, Absent) or not wage.central:
        return None
    return Fraction(price.central, wage.central)
