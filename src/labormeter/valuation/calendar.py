"""The rate calendar: one rate for a lens, platform, activity and ISO week.

    rates --lens--> quote --deflate, convert, round once--> price, in force from Monday to Sunday

Valuing is then a look-up by (platform, activity, week) and a product of whole numbers.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from labormeter.errors import KnownError
from labormeter.sentence import said
from labormeter.valuation.currencies import DOLLAR, POINT
from labormeter.valuation.lens import MARKETS, Absent, Quote, Reading, quote
from labormeter.valuation.money import millionths

if TYPE_CHECKING:
    from collections.abc import Sequence

    from labormeter.valuation.book import Book, Reference

YEAR_DAYS: Final = 365
HOUR_SECONDS: Final = 3600
POINTS: Final = "point"
"""The book's word for one point that a platform gave."""
DAY: Final = "DAY"
"""The unit of presence: a day on which at least one act reached the platform."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """What one act is worth in one week: whole millionths of the currency."""

    low: int
    central: int
    high: int
    rates: tuple[str, ...]
    """The references used, from low to high, each once."""
    quote: Quote
    book: str
    """Version of the book."""
    hourly: tuple[int, int, int] | None = None
    """Time lens: millionths for an hour, for what was measured."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """Prices of one reading. `books` are in force from their week on, the first from ever."""

    reading: Reading
    books: tuple[tuple[str, Book], ...]
    _weeks: dict[tuple[str, str, str, str], Price | Absent] = field(
        default_factory=dict, compare=False
    )
    _stretches: dict[tuple[object, ...], Price | Absent] = field(
        default_factory=dict, compare=False
    )
    _stamps: dict[str, tuple[str, ...]] = field(default_factory=dict, compare=False)
    _steps: dict[str, list[str]] = field(default_factory=dict, compare=False)

    def book(self, week: str) -> Book:
        """Return the book that a week is pinned to."""
        return next(
            (book for since, book in reversed(self.books) if since <= week), self.books[0][1]
        )

    def price(self, platform: str, activity: str, week: str, finer: str = "") -> Price | Absent:
        """Return the price of one act in an ISO week such as `2026-W23`, or why there is none."""
        key = (platform, activity, week, finer)
        found = self._weeks.get(key)
        if found is None:
            found = self._weeks[key] = self._stretch(self.reading, key)
        return found

    def stretch(self, week: str) -> tuple[str, ...]:
        """Return what stretch of weeks a week lies in: all of them have the same prices."""
        return self._stamp(week)

    def _stretch(self, reading: Reading, key: tuple[str, str, str, str]) -> Price | Absent:
        """Return the price of the stretch of weeks that a week lies in: all of it has one."""
        platform, activity, week, finer = key
        stretch = (reading.lens, platform, activity, finer, *self._stamp(week))
        found = self._stretches.get(stretch)
        if found is None:
            found = self._stretches[stretch] = _price(self.book(week), reading, key)
        return found

    def _stamp(self, week: str) -> tuple[str, ...]:
        """Return what prices can differ by: book, year, and the last day on which one steps."""
        found = self._stamps.get(week)
        if found is None:
            book, monday = self.book(week), str(first_day(week))
            if book.version not in self._steps:
                self._steps[book.version] = steps(book, self.reading)
            step = max((day for day in self._steps[book.version] if day <= monday), default="")
            exact = week if self.reading.as_of == "nearest" else ""
            found = self._stamps[week] = (book.version, week[:4], step, exact)
        return found

    def points(self, platform: str, week: str) -> Price | None:
        """Return what one of a platform's points can be exchanged for, None for nothing."""
        reading = replace(self.reading, lens="worker", as_of="reviewed")
        found = self._stretch(reading, (platform, POINTS, week, ""))
        return found if isinstance(found, Price) else None

    def converted(self, amount: int, currency: str, week: str) -> int:
        """Return millionths of another currency in this reading's, at the week's year."""
        money = self.book(week).currencies
        return money.converted(amount, currency, self.reading.currency, int(week[:4]))


def calendar(reading: Reading, books: Sequence[tuple[str, Book]]) -> Calendar:
    """Return the calendar of a reading over books by first week.

    Raises KnownError where the currency is not on file.
    """
    for _, book in books:
        if reading.currency not in book.currencies.known:
            raise KnownError(
                said("The book has no exchange rate for {currency}.", currency=reading.currency),
                said("Choose one of {names}.", names=", ".join(book.currencies.known)),
            )
    return Calendar(reading, tuple(sorted(books, key=lambda pair: pair[0])))


def in_force(
    usual: Sequence[tuple[str, str]], pins: Sequence[tuple[str, str]]
) -> list[tuple[str, str]]:
    """Return (first week, version) in the order of weeks. A later pin covers what follows it.

    usual   |2026-11------------|2027-05---------|
    pins            (1) |2026-11-----------------|
            (2) |2027-05-------------------------|
    result  |2026-11|2027-05---------------------|
    """
    kept = sorted(usual)
    for week, version in pins:
        kept = [*(one for one in kept if one[0] < week), (week, version)]
    return kept


def first_day(week: str) -> date:
    """Return the Monday of an ISO week."""
    return date.fromisocalendar(int(week[:4]), int(week[6:]), 1)


def steps(book: Book, reading: Reading) -> list[str]:
    """Return every ISO day on which a choice or a floor of the reading comes into force."""
    days = {choice.since for choice in book.choices}
    if reading.lens == "time":
        days |= {
            rate.observed_on
            for rate in book.rates.values()
            if rate.market == MARKETS.get(reading.floor) and rate.country == reading.country
        }
    return sorted(days)


def _price(book: Book, reading: Reading, key: tuple[str, str, str, str]) -> Price | Absent:
    platform, activity, week, finer = key
    found = quote(book, reading, platform, activity, first_day(week), finer=finer)
    if isinstance(found, Absent):
        return found
    amounts = [amount(book, reading, one, int(week[:4])) for one in found.references]
    low, central, high = sorted(amounts)
    price = (low, central, high)
    if reading.lens == "time":
        return _timed(book, found, activity, price)
    if reading.lens == "platform":
        price = (low / YEAR_DAYS, central / YEAR_DAYS, high / YEAR_DAYS)
    return _rounded(book, found, price)


def _rounded(book: Book, found: Quote, price: tuple[Fraction, Fraction, Fraction]) -> Price:
    low, central, high = (millionths(one) for one in price)
    return Price(
        low=low,
        central=central,
        high=high,
        rates=tuple(dict.fromkeys(one.text for one in found.references)),
        quote=found,
        book=book.version,
    )


def _timed(
    book: Book, found: Quote, activity: str, hourly: tuple[Fraction, Fraction, Fraction]
) -> Price | Absent:
    timing = book.timings.get(activity)
    if timing is None:
        return Absent("No time is on file for this act.")
    seconds = (timing.low, timing.central, timing.high)
    low, central, high = (
        millionths(rate * time / HOUR_SECONDS) for rate, time in zip(hourly, seconds, strict=True)
    )
    return Price(
        low=low,
        central=central,
        high=high,
        rates=tuple(dict.fromkeys([*(one.text for one in found.references), f"timing:{activity}"])),
        quote=found,
        book=book.version,
        hourly=(millionths(hourly[0]), millionths(hourly[1]), millionths(hourly[2])),
    )


def amount(book: Book, reading: Reading, reference: Reference, year: int) -> Fraction:
    """Return what a reference says in the reading's currency, for an act of a year.

    A rate in that very currency is taken as it stands where it is not deflated; floors of law
    and agreement never are.
    """
    rate = book.rates[reference.id]
    given = reference.amount(rate)
    deflated = reading.deflated and reading.lens != "time"
    if rate.currency == POINT:
        return Fraction(0)
    if rate.currency == reading.currency and not deflated:
        return given
    dollars = book.currencies.dollars(given, rate.currency, rate.year)
    if deflated:
        dollars = book.currencies.carried(dollars, rate.year, book.reference_year)
    if reading.currency == DOLLAR:
        return dollars
    return book.currencies.spent(dollars, reading.currency, year)
