"""Hour by weekday: when in the week the person works for platforms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from labormeter.report import practised

if TYPE_CHECKING:
    from collections.abc import Iterable

    from labormeter.model import Cell

DAYS: Final = 7
HOURS: Final = 24


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Gestures of each hour of the week: a row a weekday from Monday on."""

    rows: tuple[tuple[int, ...], ...] = ((0,) * HOURS,) * DAYS

    @property
    def most(self) -> int:
        """Return the busiest hour's gestures."""
        return max(map(max, self.rows))

    @property
    def total(self) -> int:
        """Return all gestures."""
        return sum(map(sum, self.rows))

    @property
    def busiest(self) -> tuple[int, int]:
        """Return weekday (Monday is 0) and hour of the most gestures."""
        most = self.most
        return next((day, row.index(most)) for day, row in enumerate(self.rows) if most in row)


def rhythm(cells: Iterable[Cell], *, practice: bool) -> Rhythm:
    """Return the rhythm of cells by the hour of the week; what was received is left out."""
    rows = [[0] * HOURS for _ in range(DAYS)]
    for cell in cells:
        if not cell.unit and (practice or not practised(cell)):
            weekday, hour = cell.hour.split()
            rows[int(weekday) - 1][int(hour)] += cell.gestures
    return Rhythm(tuple(map(tuple, rows)))


class RhythmPresenter(QObject):
    """Holds the rhythm.

    Signals:
        changed: it is another one now.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = Rhythm()

    def take(self, found: Rhythm) -> None:
        """Take another rhythm."""
        self.state = found
        self.changed.emit()
