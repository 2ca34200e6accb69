"""The same act by the place of whoever was paid for it: rows of observations, the least first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from labormeter.errors import KnownError
from labormeter.valuation.calendar import amount, first_day
from labormeter.valuation.lens import Absent, quote
from labormeter.valuation.money import millionths
from labormeter.valuation.places import places, words
from labormeter.valuation.price_map import HOUR

if TYPE_CHECKING:
    from collections.abc import Iterable

    from labormeter.valuation.book import Reference
    from labormeter.valuation.calendar import Calendar
    from labormeter.valuation.places import Place, Region


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One country with all that was seen there, the least first."""

    country: str
    town: str
    region: Region
    places: tuple[Place, ...]

    @property
    def middle(self) -> int:
        """Return the middle one of its central amounts, of two the lesser, in millionths."""
        return self.places[(len(self.places) - 1) // 2].central


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """One act in every place that the book knows, in millionths of a currency."""

    word: str = ""
    words: tuple[str, ...] = ()
    """Every act for which a place is known."""
    currency: str = ""
    rows: tuple[Row, ...] = ()
    yours: int = 0
    """What values the person's own: the central rate, or the floor of their country; 0 for none."""

    @property
    def every(self) -> tuple[Place, ...]:
        """Return all observations in the order in which they are shown."""
        return tuple(place for row in self.rows for place in row.places)

    @property
    def ends(self) -> tuple[Row, Row] | None:
        """Return where the least and where the most was paid, None where only one place is known."""
        return (self.rows[0], self.rows[-1]) if len(self.rows) > 1 else None


def placed(calendar: Calendar, word: str, week: str) -> Places:
    """Return an act's places as they are read in an ISO week."""
    book, year = calendar.book(week), int(week[:4])
    known = words(book)
    chosen = word if word in known else next(iter(known), "")
    found = places(book, calendar.reading, chosen, year)
    return Places(
        word=chosen,
        words=known,
        currency=calendar.reading.currency,
        rows=_rows(found),
        yours=_yours(calendar, chosen, week),
    )


def _rows(found: Iterable[Place]) -> tuple[Row, ...]:
    by_country: dict[str, list[Place]] = {}
    for place in found:
        by_country.setdefault(place.country, []).append(place)
    rows = [
        Row(country=country, town=seen[0].town, region=seen[0].region, places=tuple(seen))
        for country, seen in by_country.items()
    ]
    return tuple(sorted(rows, key=lambda row: (row.middle, row.country)))


def _yours(calendar: Calendar, word: str, week: str) -> int:
    reading = replace(calendar.reading, lens="time" if word == HOUR else "worker")
    reference = _floor(calendar, week) if word == HOUR else _central(calendar, word, week)
    if reference is None:
        return 0
    return millionths(amount(calendar.book(week), reading, reference, int(week[:4])))


def _central(calendar: Calendar, word: str, week: str) -> Reference | None:
    day = first_day(week).isoformat()
    choice = calendar.book(week).chosen("worker", word, "any", day)
    return None if choice is None else choice.central


def _floor(calendar: Calendar, week: str) -> Reference | None:
    reading = replace(calendar.reading, lens="time")
    try:
        found = quote(calendar.book(week), reading, "any", "like", first_day(week))
    except KnownError:  # the book has no floor of that country
        return None
    return None if isinstance(found, Absent) else found.references[1]


class PlacesPresenter(QObject):
    """Holds the places of one act.

    Signals:
        changed: another act is shown, or known now.
        chosen: another observation is looked at.
        needed: an act is to be looked up; carries the book's word for it.
    """

    changed = Signal()
    chosen = Signal()
    needed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = Places()
        self.word = HOUR
        self.at = -1
        """Which of the observations is looked at, -1 for none."""

    def ask(self) -> None:
        """Have the act looked up that is shown."""
        self.needed.emit(self.word)

    def show(self, word: str) -> None:
        """Show another act."""
        self.word, self.at = word, -1
        self.ask()

    def take(self, found: Places) -> None:
        """Take the places of an act; of one that is shown no more they are dropped."""
        if found.word == self.word or self.word not in found.words:
            self.word, self.state = found.word, found
            self.at = min(self.at, len(found.every) - 1)
            self.changed.emit()

    def look_at(self, at: int) -> None:
        """Look at an observation by its place among all, at none for -1."""
        at = at if 0 <= at < len(self.state.every) else -1
        if at != self.at:
            self.at = at
            self.chosen.emit()
