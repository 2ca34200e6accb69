"""The wage statement: for which platform and period, and the page that comes of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from PySide6.QtCore import QObject, Signal

type Period = Literal["month", "last-month", "year", "last-year", "all"]

PERIODS: Final[tuple[Period, ...]] = ("month", "last-month", "year", "last-year", "all")


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be stated. Without a platform all are; `sender` is printed and kept nowhere."""

    platform: str = ""
    period: Period = "month"
    sender: str = ""
    language: str = "en"


def span(period: Period, today: str) -> tuple[str | None, str | None]:
    """Return the first and the last day of a period, None where it is open."""
    now = date.fromisoformat(today)
    first = now.replace(day=1)
    last = first - timedelta(days=1)
    year = now.year
    return {
        "month": (first.isoformat(), today),
        "last-month": (last.replace(day=1).isoformat(), last.isoformat()),
        "year": (f"{year}-01-01", today),
        "last-year": (f"{year - 1}-01-01", f"{year - 1}-12-31"),
        "all": (None, None),
    }[period]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A statement as a page of HTML. `items` is how many lines it has."""

    order: Order
    html: str
    items: int


class StatementPresenter(QObject):
    """Holds the order and its page.

    Signals:
        changed: another page is shown, or one is being drawn up.
        needed: a page is to be drawn up; carries the order.
    """

    changed = Signal()
    needed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.order = Order()
        self.state: Drawn | None = None
        self.shown = False

    def choose(self, order: Order) -> None:
        """Ask for another statement."""
        if order != self.order:
            self.order = order
            self.renew()

    def open(self, shown: bool) -> None:  # noqa: FBT001 - takes a Qt signal's value
        """Say whether the page is seen: only then is it drawn up."""
        self.shown = shown
        if shown:
            self.renew()

    def renew(self) -> None:
        """Draw up again."""
        if self.shown:
            self.state = None
            self.changed.emit()
            self.needed.emit(self.order)

    def take(self, drawn: Drawn) -> None:
        """Take a page; one of another order is dropped."""
        if drawn.order == self.order:
            self.state = drawn
            self.changed.emit()
