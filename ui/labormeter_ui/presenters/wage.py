"""The wage owed for today: units come first, this is one reading of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from labormeter import report

if TYPE_CHECKING:
    from collections.abc import Iterable

    from labormeter.model import Cell
    from labormeter.valuation.calendar import Calendar
    from labormeter.valuation.lens import Lens


@dataclass(frozen=True, slots=True, kw_only=True)
class Wage:
    """What today's acts come to through one lens, in millionths of a currency."""

    low: int
    central: int
    high: int
    currency: str
    lens: Lens
    unpriced: int
    """Units for which this lens has no price: they stay units."""


def wage(cells: Iterable[Cell], calendar: Calendar, *, practice: bool) -> Wage | None:
    """Return the wage for cells, None where none of them has a price."""
    total = report.total(report.entries(report.sheet(cells, practice=practice), calendar))
    if not total.rates:
        return None
    return Wage(
        low=total.owed.low,
        central=total.owed.central,
        high=total.owed.high,
        currency=calendar.reading.currency,
        lens=calendar.reading.lens,
        unpriced=sum(count for _, count in total.unpriced),
    )


class WagePresenter(QObject):
    """Holds the wage without practice and with it.

    Signals:
        changed: the wage is another one now.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state: Wage | None = None
        self._wages: tuple[Wage | None, Wage | None] = (None, None)
        self._practice = False

    def take(self, wages: tuple[Wage | None, Wage | None]) -> None:
        """Take the wage without practice and the wage with it."""
        self._wages = wages
        self._hold()

    def show_practice(self, wanted: bool) -> None:  # noqa: FBT001 - takes a Qt signal's value
        """Put practice acts into the figure, or leave them out."""
        self._practice = wanted
        self._hold()

    def _hold(self) -> None:
        fresh = self._wages[1 if self._practice else 0]
        if fresh != self.state:
            self.state = fresh
            self.changed.emit()
