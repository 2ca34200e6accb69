"""Claims: benchmarks that stand beside a total and never inside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from labormeter.valuation.book import Reference
from labormeter.valuation.calendar import amount
from labormeter.valuation.lens import Reading
from labormeter.valuation.money import millionths

if TYPE_CHECKING:
    from labormeter.valuation.book import Book
    from labormeter.valuation.rate import Rate

BENCHMARKS: Final = {
    "SEED-05": "What 25,000 people demanded of Facebook, each, for all their data (never awarded).",
    "AR-15": "What Facebook earned from one user in the year, worldwide.",
    "AR-14": "What Facebook earned from one user in the year, in the US and Canada.",
    "AR-17": "What Meta earned from one person in the year on all of its apps together, worldwide.",
    "MD-09": "What Meta asks in a year for not using the data for advertising, in the EU.",
    "MD-08": "What people asked for in a survey to do without Facebook for a year (US).",
    "CF-04": "What a click farm worker earned in a year.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One benchmark in the reading's currency."""

    rate: Rate
    says: str
    low: int
    central: int
    high: int


def claims(book: Book, currency: str, year: int) -> tuple[Claim, ...]:
    """Return the benchmarks, as seen and not deflated, in a currency for a year."""
    reading = Reading(lens="platform", currency=currency, deflated=False)
    return tuple(
        Claim(rate=book.rates[number], says=says, **_amounts(book, reading, number, year))
        for number, says in BENCHMARKS.items()
        if number in book.rates
    )


def _amounts(book: Book, reading: Reading, number: str, year: int) -> dict[str, int]:
    names = {"low": "low", "central": "mid", "high": "high"}
    return {
        name: millionths(amount(book, reading, Reference(number, number, which), year))
        for name, which in names.items()
    }
