"""What goes unrecognised, since when and how often, and which platforms probably changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from labormeter.drift import Drift, State, Write


@dataclass(frozen=True, slots=True, kw_only=True)
class Drifting:
    """How every platform stands that was ever seen, the changed ones first."""

    platforms: tuple[Drift, ...] = ()
    read: bool = False
    """Whether the ledger was looked at."""

    @property
    def changed(self) -> tuple[Drift, ...]:
        """Return those that probably changed."""
        return self.of("changed")

    @property
    def writes(self) -> tuple[Write, ...]:
        """Return every kind of write that no rule knows, those of changed platforms first."""
        return tuple(write for one in self.platforms for write in one.writes)

    def of(self, state: State) -> tuple[Drift, ...]:
        """Return the platforms that stand so."""
        return tuple(one for one in self.platforms if one.state == state)


class DriftPresenter(QObject):
    """Holds how platforms stand.

    Signals:
        changed: they stand otherwise.
        needed: the ledger is to be looked at.
    """

    changed = Signal()
    needed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = Drifting()

    def open(self, shown: bool) -> None:  # noqa: FBT001 - takes a Qt signal's value
        """Say whether the page is seen: only then is the ledger looked at."""
        if shown:
            self.needed.emit()

    def take(self, found: tuple[Drift, ...]) -> None:
        """Take how they stand."""
        fresh = Drifting(platforms=found, read=True)
        if fresh != self.state:
            self.state = fresh
            self.changed.emit()
