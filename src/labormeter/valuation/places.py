"""Places: the same act by the country of whoever was paid for it, as far as the book knows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from labormeter.valuation.calendar import amount
from labormeter.valuation.lens import spread_of, usable
from labormeter.valuation.money import millionths

if TYPE_CHECKING:
    from labormeter.valuation.book import Book
    from labormeter.valuation.lens import Reading
    from labormeter.valuation.rate import Rate

TOWNS: Final = {
    "BD": "Dhaka",
    "PH": "Manila",
    "MG": "Antananarivo",
    "BR": "São Paulo",
    "FR": "Paris",
    "KE": "Nairobi",
    "IN": "Delhi",
}
"""A town to put a name to a country; the book knows countries only."""

NOWHERE: Final = frozenset({"any", "worldwide"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What one act, or one hour, earned in one country by one observation."""

    country: str
    town: str
    rate: Rate
    low: int
    central: int
    high: int


def places(book: Book, reading: Reading, word: str, year: int) -> tuple[Place, ...]:
    """Return what reached workers for the book's act `word`, by country, the least first.

    For `hour_of_work` these are earnings and floors by the hour. Unchecked and background rows
    and those that name no country are left out.
    """
    found = [
        _place(book, reading, rate, year)
        for rate in book.observed("worker", word)
        if rate.country not in NOWHERE and (usable(rate) or _hourly(rate))
    ]
    return tuple(sorted(found, key=lambda place: (place.central, place.rate.id)))


def _hourly(rate: Rate) -> bool:
    return rate.unit == "per_hour" and rate.checked


def _place(book: Book, reading: Reading, rate: Rate, year: int) -> Place:
    low, central, high = (
        millionths(amount(book, reading, reference, year)) for reference in spread_of(rate)
    )
    town = TOWNS.get(rate.country, "")
    return Place(country=rate.country, town=town, rate=rate, low=low, central=central, high=high)
