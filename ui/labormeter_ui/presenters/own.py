"""The browsers that a person uses anyway: whether they are metered, and what that would change."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from labormeter.desktop.journal import Standing
    from labormeter.errors import KnownError


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """How they stand."""

    read: bool = False
    standing: Standing = "off"
    obstacle: KnownError | None = None
    """Why they cannot be metered by a button here."""
    steps: tuple[str, ...] = ()
    """What would be changed, in this order."""
    by_hand: tuple[str, ...] = ()
    """What is left to do by hand; shown where it is asked for."""
    shown: bool = False
    changing: bool = False


class OwnPresenter(QObject):
    """Holds how they stand.

    Signals:
        changed: they stand otherwise.
        wanted: they are to be metered, or everything is to be put back; carries which of the two.
        script_wanted: the file that the steps by hand name is to be written.
    """

    changed = Signal()
    wanted = Signal(bool)
    script_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = Own()

    def take(self, found: Own) -> None:
        """Take how they stand, unless that is being changed."""
        if not self.state.changing:
            self._hold(replace(found, shown=self.state.shown))

    def show_by_hand(self) -> None:
        """Show what is to be done by hand."""
        self._hold(replace(self.state, shown=True))
        self.script_wanted.emit()

    def change(self, *, on: bool) -> None:
        """Have them metered, or everything put back, unless that goes on."""
        if not self.state.changing:
            self._hold(replace(self.state, changing=True))
            self.wanted.emit(on)

    def over(self) -> None:
        """Say that the change came to its end; how they stand is read anew."""
        self._hold(replace(self.state, changing=False))

    def _hold(self, fresh: Own) -> None:
        if fresh != self.state:
            self.state = fresh
            self.changed.emit()
