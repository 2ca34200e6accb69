"""Places: the same act by the country of whoever was paid for it, as far as the book knows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

from labormeter.valuation.calendar import amount
from labormeter.valuation.lens import spread_of, usable
from labormeter.valuation.money import millionths
from labormeter.valuation.price_map import HOUR

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

type Region = Literal["south", "north", ""]

SOUTH: Final = frozenset(
    {
        "BD",
        "BR",
        "CN",
        "IN",
        "KE",
        "MG",
        "PH",
        "BD, CN, IN",
        "South Asia",
        "TH and South-East Asia",
        "Global South",
    }
)
"""What the book calls places that UNCTAD counts as developing economies (2025)."""
NORTH: Final = frozenset(
    {
        "CZ",
        "DE",
        "ES",
        "FR",
        "GB",
        "IE",
        "RU",
        "US",
        "FR, ES",
        "GB and others",
        "any (mostly US)",
        "EU",
        "US and others",
    }
)
"""What it calls those that UNCTAD counts as developed ones, or mostly so."""

FLOORS: Final = frozenset({"minimum_wage", "collective_floor"})
"""Markets of what has to be paid by law or agreement, not of what was seen to be paid."""

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

    @property
    def region(self) -> Region:
        """Return on which side of the North-South flow the place lies, empty for both or neither."""
        return region(self.country)

    @property
    def floor(self) -> bool:
        """Whether this has to be paid by law or agreement: nobody was seen to be paid it."""
        return self.rate.market in FLOORS


def region(country: str) -> Region:
    """Return the region of what the book calls a country."""
    if country in SOUTH:
        return "south"
    return "north" if country in NORTH else ""


def words(book: Book) -> tuple[str, ...]:
    """Return the acts for which the book knows a place, those with the most places first."""
    counts: dict[str, set[str]] = {}
    for rate in book.rates.values():
        if rate.side == "worker" and _placed(rate):
            counts.setdefault(rate.activity, set()).add(rate.country)
    return tuple(sorted(counts, key=lambda word: (-len(counts[word]), word)))


def places(book: Book, reading: Reading, word: str, year: int) -> tuple[Place, ...]:
    """Return what reached workers for the book's act `word`, by country, the least first.

    For `hour_of_work` these are earnings and floors by the hour, never deflated. Unchecked and
    background rows and those that name no country are left out.
    """
    seen = replace(reading, lens="time" if word == HOUR else "worker")
    found = [
        _place(book, seen, rate, year) for rate in book.observed("worker", word) if _placed(rate)
    ]
    return tuple(sorted(found, key=lambda place: (place.central, place.rate.id)))


def _placed(rate: Rate) -> bool:
    return rate.country not in NOWHERE and (usable(rate) or _hourly(rate))


def _hourly(rate: Rate) -> bool:
    return rate.unit == "per_hour" and rate.checked


def _place(book: Book, reading: Reading, rate: Rate, year: int) -> Place:
    low, central, high = (
        millionths(amount(book, reading, reference, year)) for reference in spread_of(rate)
    )
    town = TOWNS.get(rate.country, "")
    return Place(country=rate.country, town=town, rate=rate, low=low, central=central, high=high)
