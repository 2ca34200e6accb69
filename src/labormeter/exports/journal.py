"""The journal of plain-text accounting: acts are commodities, rates are their prices.

An act whose price changes is a commodity of its own from then on, so that each commodity has one
price, and a program that values everything at the last price it finds comes to our totals.

    2014 ... 2026     likes on x at 0.000753, then at 0.001222
    commodities       X-LIKE                  X-LIKE-2
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from labormeter import report
from labormeter.valuation.calendar import DAY, Price
from labormeter.valuation.currencies import POINT
from labormeter.valuation.money import MILLION
from labormeter.valuation.worth import REWARD, UPLOAD, Worth

if TYPE_CHECKING:
    from collections.abc import Iterable

    from labormeter.model import Cell
    from labormeter.valuation.calendar import Calendar
    from labormeter.valuation.worth import Entry

type Figure = Literal["low", "central", "high"]

FIGURES: Final[tuple[Figure, ...]] = ("low", "central", "high")
LONGEST: Final = 24
"""Characters of a commodity's name, by the rules of beancount."""


@dataclass(frozen=True, slots=True)
class Posting:
    """So many of a commodity on one day. Money is in millionths, everything else in ones."""

    day: str
    platform: str
    activity: str
    commodity: str
    quantity: int
    received: bool = False


@dataclass(frozen=True, slots=True)
class Priced:
    """One price of a commodity: millionths of the currency, and the references to its rates."""

    day: str
    commodity: str
    amount: int
    rates: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Journal:
    """Postings by day, and a price for each commodity that has one."""

    currency: str
    about: tuple[str, ...]
    """Lines of comment: lens, book, and what a total of this means."""
    postings: tuple[Posting, ...]
    prices: tuple[Priced, ...]


def journal(
    valued: Iterable[tuple[Cell, Entry]], calendar: Calendar, figure: Figure = "central"
) -> Journal:
    """Return the journal of valued cells by one figure of the range."""
    names = _Names()
    postings: list[Posting] = []
    for cell, entry in sorted(valued, key=lambda pair: pair[0].day):
        postings.extend(_postings(cell, entry, calendar, figure, names))
    return Journal(
        currency=calendar.reading.currency,
        about=about(calendar, figure),
        postings=tuple(posting for posting in postings if posting.quantity),
        prices=tuple(names.prices),
    )


def about(calendar: Calendar, figure: Figure) -> tuple[str, ...]:
    """Return what the head of the file says."""
    how = calendar.reading
    books = ", ".join(dict.fromkeys(f"{book.version} ({book.hash})" for _, book in calendar.books))
    deflated = "deflated" if how.deflated and how.lens != "time" else "nominal"
    return (
        f"labormeter: acts valued through the lens {how.lens}, {figure} rates, {deflated}.",
        f"Book {books}. Commodities without a price have none: they stay units.",
    )


def _postings(
    cell: Cell, entry: Entry, calendar: Calendar, figure: Figure, names: _Names
) -> Iterable[Posting]:
    if cell.activity == REWARD:
        yield _received(cell, entry, calendar, figure, names)
        return
    price = calendar.price(cell.platform, cell.activity, report.week(cell.day), cell.finer)
    if entry.worth is None or not isinstance(price, Price):
        yield _posting(cell, names.unpriced(cell), cell.net)
        return
    number = _number(cell, price)
    yield _posting(cell, names.priced(cell, price, getattr(price, figure)), number)
    measured = getattr(entry.worth, figure) - number * getattr(price, figure)
    yield _posting(cell, calendar.reading.currency, measured)
    if cell.activity == UPLOAD and price.hourly is None:
        yield _posting(cell, names.unpriced(cell), cell.net - number)


def _number(cell: Cell, price: Price) -> int:
    if price.hourly is not None:
        return cell.net - cell.timed
    return cell.posted if cell.activity == UPLOAD else cell.net


def _received(
    cell: Cell, entry: Entry, calendar: Calendar, figure: Figure, names: _Names
) -> Posting:
    """Return what was received: money as money, points as a commodity of their own."""
    price = calendar.points(cell.platform, report.week(cell.day)) if cell.unit == POINT else None
    if price is not None:
        opposite: dict[Figure, Figure] = {"low": "high", "central": "central", "high": "low"}
        name = names.priced(cell, price, getattr(price, opposite[figure]))
        return _posting(cell, name, -cell.net, received=True)
    if cell.unit == POINT:
        return _posting(cell, names.unpriced(cell), -cell.net, received=True)
    worth = getattr(entry.worth or Worth(), figure)
    return _posting(cell, calendar.reading.currency, worth, received=True)


def _posting(cell: Cell, commodity: str, quantity: int, *, received: bool = False) -> Posting:
    activity = cell.activity or "presence"
    return Posting(cell.day, cell.platform, activity, commodity, quantity, received)


class _Names:
    """Gives each act at each price the name of a commodity."""

    def __init__(self) -> None:
        self.prices: list[Priced] = []
        self._known: dict[tuple[str, int], str] = {}
        self._numbers: dict[str, int] = {}

    def priced(self, cell: Cell, price: Price, amount: int) -> str:
        base = _base(cell)
        found = self._known.get((base, amount))
        if found is None:
            number = self._numbers[base] = self._numbers.get(base, 0) + 1
            found = self._known[base, amount] = base if number == 1 else f"{base}-{number}"
            self.prices.append(Priced(cell.day, found, amount, price.rates))
        return found

    def unpriced(self, cell: Cell) -> str:
        return f"{_base(cell)}-U"


def _base(cell: Cell) -> str:
    """Return a name of capitals, digits and dashes, short enough for a number after it."""
    word = {DAY: "DAY", POINT: "POINT"}.get(cell.unit, cell.activity)
    word = f"{word}-{cell.finer}" if cell.finer else word
    name = re.sub(r"[^A-Z0-9]+", "-", f"{cell.platform}-{word}".upper()).strip("-")
    if not name[:1].isalpha():
        name = f"P-{name}"
    room = LONGEST - 4
    if len(name) <= room:
        return name
    return f"{name[: room - 7]}-{hashlib.sha256(name.encode()).hexdigest()[:6].upper()}"


def unit(posting: Posting, currency: str) -> int:
    """Return by what a posting's quantity is divided: money is in millionths."""
    return MILLION if posting.commodity == currency else 1
