"""Metering and its buttons."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from labormeter_ui import icons, theme, words
from labormeter_ui.theme import SPACE
from labormeter_ui.views.text import Spoken, button, label, tone

if TYPE_CHECKING:
    from labormeter_ui.picture import Mode, Verb
    from labormeter_ui.presenters.shift import Shift, ShiftPresenter

LOOKS: Final[dict[Mode, tuple[str, str]]] = {
    "absent": ("off", "soft"),
    "starting": ("off", "warn"),
    "metering": ("good", "good"),
    "paused": ("pause", "warn"),
    "private": ("private", "private"),
    "stopped": ("stop", "soft"),
}
"""Mode -> icon and the theme's colour."""

VERBS: Final[tuple[Verb, ...]] = ("start", "pause", "private", "stop")


class ShiftView(Spoken):
    """Shows a ShiftPresenter."""

    def __init__(self, presenter: ShiftPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = presenter
        self.mark = label()
        self.mode = label("strong")
        self.since = label("small")
        self.buttons: dict[Verb, QPushButton] = {
            verb: button(partial(presenter.ask, verb), main=verb == "start") for verb in VERBS
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        row.addWidget(self.mark)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addStretch()
        column.addWidget(self.mode)
        column.addWidget(self.since)
        column.addStretch()
        row.addLayout(column)
        row.addSpacing(SPACE)
        for made in self.buttons.values():
            made.setIconSize(QSize(16, 16))
            row.addWidget(made)
        presenter.changed.connect(self.say)
        self.say()

    def say(self) -> None:
        """Say the state of the presenter."""
        state = self.presenter.state
        self.mode.setText(self._mode(state))
        self.since.setText(self._since(state))
        self.since.setVisible(bool(self.since.text()))
        tone(self.mode, LOOKS[state.mode][1])
        self.mark.setAccessibleName(f"{self.mode.text()} {self.since.text()}".strip())
        for verb, made in self.buttons.items():
            made.setText(self._verb(verb, state))
            made.setAccessibleName(made.text())
            made.setAccessibleDescription(self._help(verb))
            made.setToolTip(self._help(verb))
            made.setVisible(self._wanted(verb, state))
            made.setEnabled(state.allows(verb))
        self.dress()

    def dress(self) -> None:
        """Draw the icons in the theme's colours."""
        worn = theme.current()
        name, colour = LOOKS[self.presenter.state.mode]
        drawn = icons.pixmap(name, getattr(worn, colour), 24, self.devicePixelRatioF())
        self.mark.setPixmap(drawn)
        for verb, made in self.buttons.items():
            main = verb == "start" and made.isEnabled()
            made.setIcon(icons.icon(verb, worn.on_accent if main else worn.soft))

    def _wanted(self, verb: Verb, state: Shift) -> bool:
        """Whether a button stands there: resting modes offer start, metering offers the others."""
        metering = state.mode == "metering"
        if verb == "start":
            return not metering
        if state.mode in {"absent", "starting", "stopped"}:
            return False
        return verb == "stop" or metering

    def _mode(self, state: Shift) -> str:
        return {
            "absent": self.tr("Not metering"),
            "starting": self.tr("Starting"),
            "metering": self.tr("Metering"),
            "paused": self.tr("Paused"),
            "private": self.tr("Private"),
            "stopped": self.tr("Shift ended"),
        }[state.mode]

    def _since(self, state: Shift) -> str:
        if state.waiting is not None:
            return self.tr("asked, waiting for the meter")
        if state.since is None or state.mode == "absent":
            return ""
        return self.tr("since %1").replace("%1", words.clock(state.since, state.offset))

    def _verb(self, verb: Verb, state: Shift) -> str:
        if verb == "start":
            resting = state.mode in {"paused", "private"}
            return self.tr("Resume") if resting else self.tr("Start shift")
        return {
            "pause": self.tr("Pause"),
            "private": self.tr("Private"),
            "stop": self.tr("End shift"),
        }[verb]

    def _help(self, verb: Verb) -> str:
        return {
            "start": self.tr("Count acts from now on (Ctrl+Return)."),
            "pause": self.tr("Count nothing until you resume; the pause is drawn (Ctrl+P)."),
            "private": self.tr("Look at nothing and keep nothing until you resume (Ctrl+Shift+P)."),
            "stop": self.tr("End this shift; nothing is counted after it (Ctrl+E)."),
        }[verb]
