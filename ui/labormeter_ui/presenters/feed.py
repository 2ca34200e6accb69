"""The live feed: what was just counted, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from labormeter import report

if TYPE_CHECKING:
    from labormeter.model import Act
    from labormeter_ui.picture import Picture


class FeedPresenter(QObject):
    """Holds the latest acts, newest first.

    Signals:
        changed: the acts are others now; carries how many of them are new at the top.
    """

    changed = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.acts: tuple[Act, ...] = ()
        self.today = ""
        self._seen: tuple[Act, ...] = ()
        self._practice = False

    def see(self, picture: Picture) -> None:
        """Take a new picture of the ledger."""
        moved = picture.today != self.today
        self.today = picture.today
        self._seen = picture.acts
        self._hold(moved=moved)

    def show_practice(self, wanted: bool) -> None:  # noqa: FBT001 - takes a Qt signal's value
        """Show practice acts, or leave them out."""
        self._practice = wanted
        self._hold()

    def _hold(self, *, moved: bool = False) -> None:
        fresh = tuple(act for act in self._seen if self._practice or not practised(act))
        if fresh == self.acts and not moved:
            return
        known = {act.id for act in self.acts}
        arrived = sum(act.id not in known for act in fresh)
        self.acts = fresh
        self.changed.emit(arrived)


def practised(act: Act) -> bool:
    """Whether an act comes from the practice site."""
    return report.PRACTICE in {act.source, act.platform}
