"""A bar for everything that takes longer than a second, with a way out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QWidget

from labormeter_ui import motion
from labormeter_ui.theme import SPACE
from labormeter_ui.views.text import Spoken, button, label

if TYPE_CHECKING:
    from labormeter_ui.work import Desk

PATIENCE: Final = 600
"""Milliseconds after which it is shown: what is over sooner needs no bar."""


class WaitingView(Spoken):
    """Shows that desks are at work, and has them give up."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text, self.busy = label("small"), QProgressBar()
        self.cancel = button(self._give_up)
        self._desks: list[Desk] = []
        self._working: set[Desk] = set()
        self._soon = QTimer(self, singleShot=True, interval=PATIENCE)
        self._soon.timeout.connect(self._show)
        self.busy.setTextVisible(False)
        self.busy.setFixedHeight(6)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * SPACE)
        row.addWidget(self.text)
        row.addWidget(self.busy, 1)
        row.addWidget(self.cancel)
        self.setVisible(False)
        self.say()

    def watch(self, desk: Desk) -> None:
        """Show when this desk is at work."""
        desk.busy.connect(lambda working: self._note(desk, working=working))

    def say(self) -> None:
        """Say what goes on."""
        self.text.setText(self.tr("Still at it; figures go on moving meanwhile."))
        self.busy.setAccessibleName(self.text.text())
        self.cancel.setText(self.tr("Cancel"))
        self.cancel.setAccessibleName(self.cancel.text())
        self.cancel.setAccessibleDescription(self.tr("Gives up what is being read."))

    def _note(self, desk: Desk, *, working: bool) -> None:
        (self._working.add if working else self._working.discard)(desk)
        if not self._working:
            self._soon.stop()
            self.setVisible(False)
        elif self.isHidden() and not self._soon.isActive():
            self._soon.start()

    def _show(self) -> None:
        self.busy.setRange(0, 1 if motion.reduced() else 0)
        self.setVisible(True)

    def _give_up(self) -> None:
        for desk in list(self._working):
            desk.cancel()
