"""The page of settings, made from their declarations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

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
        self.login = LoginView(presenter)
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
            [*(self.controls[name] for name in program), self.login],
        ]
        for title, widgets in zip(self.titles, parts, strict=True):
            outer.addWidget(_card(title, widgets))
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


class LoginView(Spoken):
    """Whether metering starts at login, which is kept by the system and is no setting of ours."""

    def __init__(self, presenter: SettingsPresenter) -> None:
        super().__init__()
        self.presenter = presenter
        self.name, self.help = label("strong", wrap=True), label("small", wrap=True)
        self.box = QCheckBox()
        self.box.toggled.connect(presenter.login_wanted)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self.name)
        texts.addWidget(self.help)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, SPACE // 2, 0, SPACE // 2)
        row.setSpacing(3 * SPACE)
        row.addLayout(texts, 1)
        row.addWidget(self.box)
        presenter.changed.connect(self.say)
        self.say()

    def say(self) -> None:
        """Say what it does, and whether it is so."""
        self.name.setText(self.tr("Start metering when I sign in"))
        self.help.setText(self.tr("Each start is announced on the desktop; it never runs hidden."))
        self.box.setAccessibleName(self.name.text())
        self.box.setAccessibleDescription(self.help.text())
        with QSignalBlocker(self.box):
            self.box.setChecked(self.presenter.state.at_login)


def _card(title: QLabel, parts: list[QWidget]) -> QWidget:
    frame, column = card()
    column.addWidget(title)
    for part in parts:
        column.addWidget(part)
    return frame
