"""The icon in the tray, where the desktop has one: today's figure, and metering."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from labormeter_ui import icons, theme, words
from labormeter_ui.views.shift import LOOKS

if TYPE_CHECKING:
    from collections.abc import Callable

    from labormeter_ui.picture import Verb
    from labormeter_ui.presenters.pages import Presenters

translate = QCoreApplication.translate
SIZE = 64


class Tray(QObject):
    """Shows the figure of today and offers what metering can do now.

    Signals:
        opened: the window is wanted.
        left: the person wants to leave the program.
    """

    opened = Signal()
    left = Signal()

    def __init__(self, presenters: Presenters, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._presenters = presenters
        self.menu = QMenu()
        self.figure = self._action(self.opened.emit)
        self.open = self._action(self.opened.emit)
        self.menu.addSeparator()
        self.verbs: dict[Verb, QAction] = {
            "start": self._action(lambda: presenters.shift.ask("start")),
            "pause": self._action(lambda: presenters.shift.ask("pause")),
            "private": self._action(lambda: presenters.shift.ask("private")),
            "stop": self._action(lambda: presenters.shift.ask("stop")),
        }
        self.menu.addSeparator()
        self.quit = self._action(self.left.emit)
        self.icon = QSystemTrayIcon(self)
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._activated)
        presenters.today.changed.connect(self.say)
        presenters.shift.changed.connect(self.say)
        self.say()

    def show(self) -> None:
        """Show the icon."""
        self.icon.show()

    def tell(self, sentence: str) -> None:
        """Show a notification of the desktop."""
        self.icon.showMessage("labormeter", sentence, icons.application())

    def say(self) -> None:
        """Say figure and verbs in the language of now."""
        today, shift = self._presenters.today.state, self._presenters.shift.state
        figure = translate("Tray", "At least %1 today").replace("%1", words.acts(today.net))
        self.figure.setText(figure)
        self.open.setText(translate("Tray", "Open labormeter"))
        resting = shift.mode in {"paused", "private"}
        start = translate("Tray", "Resume") if resting else translate("Tray", "Start shift")
        names: dict[Verb, str] = {
            "start": start,
            "pause": translate("Tray", "Pause"),
            "private": translate("Tray", "Private"),
            "stop": translate("Tray", "End shift"),
        }
        for verb, action in self.verbs.items():
            action.setText(names[verb])
            action.setVisible(shift.allows(verb))
        self.quit.setText(translate("Tray", "Quit"))
        self.icon.setToolTip(f"labormeter\n{figure}")
        self.icon.setIcon(drawn(*LOOKS[shift.mode]))

    def _action(self, act: Callable[[], object]) -> QAction:
        made = QAction(self.menu)
        made.triggered.connect(lambda _checked=False: act())
        self.menu.addAction(made)
        return made

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason == QSystemTrayIcon.ActivationReason.Trigger:
            self.opened.emit()


def drawn(name: str, colour: str) -> QIcon:
    """Return the program's icon with metering's own in its corner."""
    worn = theme.current()
    picture = QPixmap(icons.pixmap("labormeter", "", SIZE))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(worn.card))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(32, 32, 32, 32)
    painter.drawPixmap(35, 35, icons.pixmap(name, getattr(worn, colour), 26))
    painter.end()
    return QIcon(picture)
