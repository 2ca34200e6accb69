"""The page of settings, made from their declarations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from labormeter.settings import SETTINGS
from labormeter_ui.theme import SPACE
from labormeter_ui.views.control import Control
from labormeter_ui.views.platforms import HostsView, PlatformsView
from labormeter_ui.views.text import Spoken, card, label

if TYPE_CHECKING:
    from labormeter_ui.presenters.settings import SettingsPresenter

AGREED: Final = frozenset({"on", "off", "hosts", "agreed"})
"""Settings that follow what a person agreed to; the platforms below show them."""
WORTH: Final = frozenset({"lens", "currency", "country", "deflated"})


class SettingsView(Spoken):
    """Shows a SettingsPresenter."""

    def __init__(self, presenter: SettingsPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = presenter
        self.controls = {
            setting.name: Control(setting, presenter)
            for setting in SETTINGS
            if setting.name not in AGREED
        }
        self.platforms, self.hosts = PlatformsView(presenter), HostsView(presenter)
        self.extra = QVBoxLayout()
        """Where the program's own controls that are no setting stand."""
        self.titles = [label("heading") for _ in range(4)]
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, SPACE, 0)
        outer.setSpacing(2 * SPACE)
        program = [name for name in self.controls if name not in WORTH]
        worth = [name for name in self.controls if name in WORTH]
        parts: list[list[QWidget]] = [
            [self.platforms],
            [self.hosts],
            [self.controls[name] for name in worth],
            [self.controls[name] for name in program],
        ]
        for title, widgets in zip(self.titles, parts, strict=True):
            outer.addWidget(_card(title, widgets, self.extra if title is self.titles[3] else None))
        outer.addStretch()
        self.say()

    def say(self) -> None:
        """Say what the cards are about."""
        texts = (
            self.tr("Platforms"),
            self.tr("Other hosts"),
            self.tr("Worth"),
            self.tr("This program"),
        )
        for title, text in zip(self.titles, texts, strict=True):
            title.setText(text)


def _card(title: QLabel, parts: list[QWidget], extra: QVBoxLayout | None) -> QWidget:
    frame, column = card()
    column.addWidget(title)
    for part in parts:
        column.addWidget(part)
    if extra is not None:
        column.addLayout(extra)
    return frame
