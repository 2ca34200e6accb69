"""The book of rates: every observation with its source, and what it values in this ledger."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal

from labormeter import report
from labormeter.valuation.calendar import Price
from labormeter_ui.presenters.places import PlacesPresenter

if TYPE_CHECKING:
    from collections.abc import Iterable

    from labormeter.model import Cell
    from labormeter.valuation.calendar import Calendar
    from labormeter.valuation.rate import Rate

type Standing = Literal["own", "background", "checked", "unchecked"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Used:
    """What a rate values as the central one: units, and millionths of the book's currency."""

    net: int = 0
    worth: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """The book as it is read now."""

    version: str = ""
    reviewed: str = ""
    currency: str = ""
    lens: str = ""
    rates: tuple[Rate, ...] = ()
    used: tuple[tuple[str, Used], ...] = ()
    """By the id of the rate."""

    def use(self, number: str) -> Used:
        """Return what a rate values in the ledger."""
        return dict(self.used).get(number, Used())


def standing(rate: Rate) -> Standing:
    """Return how far a rate can be relied on."""
    if rate.own:
        return "own"
    if rate.background:
        return "background"
    return "checked" if rate.checked else "unchecked"


def shelf(cells: Iterable[Cell], calendar: Calendar, today: str) -> Shelf:
    """Return the book in force today, with what each rate values; those in use come first."""
    week = report.week(today)
    book = calendar.book(week)
    lines = report.valued(report.sheet(cells), calendar, ("platform", "activity"))
    used: dict[str, Used] = {}
    for line in lines:
        platform, activity = line.row.key
        price = calendar.price(platform, activity, week)
        if line.worth is None or not isinstance(price, Price):
            continue
        number = price.quote.references[1].id
        before = used.get(number, Used())
        net, worth = before.net + line.row.net, before.worth + line.worth.central
        used[number] = Used(net=net, worth=worth)
    rates = sorted(
        book.rates.values(),
        key=lambda rate: (-used.get(rate.id, Used()).net, not rate.own, rate.activity, rate.id),
    )
    return Shelf(
        version=book.version,
        reviewed=book.reviewed,
        currency=calendar.reading.currency,
        lens=calendar.reading.lens,
        rates=tuple(rates),
        used=tuple(used.items()),
    )


def matching(rates: Iterable[Rate], text: str) -> tuple[Rate, ...]:
    """Return the rates in which every word of a search stands somewhere."""
    wanted = text.casefold().split()
    return tuple(rate for rate in rates if all(word in _said(rate) for word in wanted))


def _said(rate: Rate) -> str:
    parts = (rate.id, rate.activity, rate.platform, rate.market, rate.side, rate.country)
    more = (rate.currency, rate.observed_on, rate.source, rate.notes)
    return " ".join((*parts, *more)).casefold()


class RatesPresenter(QObject):
    """Holds the book, the search and the rate that is looked at.

    Signals:
        changed: other rates are shown.
        chosen: another rate is looked at.
        needed: the book is to be read.
    """

    changed = Signal()
    chosen = Signal()
    needed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = Shelf()
        self.search = ""
        self.rates: tuple[Rate, ...] = ()
        self.rate: Rate | None = None
        self.places = PlacesPresenter(self)
        self.by_place = False
        self.shown = False
        self._wanted = ""

    def open(self, shown: bool) -> None:  # noqa: FBT001 - takes a Qt signal's value
        """Say whether the page is seen: only then is the book read."""
        self.shown = shown
        self.renew()

    def renew(self) -> None:
        """Read the book again, where it is seen."""
        if self.shown:
            self.needed.emit()
            if self.by_place:
                self.places.ask()

    def turn(self, *, by_place: bool) -> None:
        """Show the book, or what was paid by place."""
        self.by_place = by_place
        if by_place:
            self.places.ask()

    def take(self, found: Shelf) -> None:
        """Take the book."""
        self.state = found
        self._sift()

    def find(self, text: str) -> None:
        """Show the rates that a search finds."""
        self.search = text
        self._sift()

    def look_at(self, number: str) -> None:
        """Look at a rate by its id, now or once the book was read."""
        self._wanted = number
        self.search = ""
        self._sift()

    def choose(self, rate: Rate | None) -> None:
        """Look at a rate."""
        self.rate, self._wanted = rate, ""
        self.chosen.emit()

    def _sift(self) -> None:
        self.rates = matching(self.state.rates, self.search)
        wanted = self._wanted or (self.rate.id if self.rate else "")
        self.rate = next((one for one in self.rates if one.id == wanted), None)
        if self.rate is not None:
            self._wanted = ""
        self.changed.emit()
        self.chosen.emit()
