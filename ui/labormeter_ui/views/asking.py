"""How to ask a platform for one's own data: where, in which form, and what comes then."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from labormeter_ui import words
from labormeter_ui.theme import SPACE
from labormeter_ui.views.text import Spoken, label


@dataclass(frozen=True, slots=True)
class Way:
    """Where in a platform its data is asked for, and what is to be chosen there."""

    where: object
    choose: object = QT_TRANSLATE_NOOP("AskingView", "Nothing is to be chosen: there is one form.")


_CENTRE: Final = QT_TRANSLATE_NOOP(
    "AskingView", "Accounts Center, Your information and permissions, Export your information."
)
_JSON: Final = QT_TRANSLATE_NOOP(
    "AskingView",
    "JSON and not HTML; all time; pictures in low quality will do.",
)

WAYS: Final[dict[str, Way]] = {
    "facebook": Way(_CENTRE, _JSON),
    "instagram": Way(_CENTRE, _JSON),
    "threads": Way(_CENTRE, _JSON),
    "x": Way(
        QT_TRANSLATE_NOOP("AskingView", "Settings, Your account, Download an archive of your data.")
    ),
    "tiktok": Way(
        QT_TRANSLATE_NOOP("AskingView", "Settings and privacy, Account, Download your data."),
        QT_TRANSLATE_NOOP("AskingView", "All data, as JSON and not as TXT."),
    ),
    "youtube": Way(
        QT_TRANSLATE_NOOP("AskingView", "takeout.google.com, signed in as on YouTube."),
        QT_TRANSLATE_NOOP(
            "AskingView",
            "YouTube without its videos, and My Activity; for My Activity JSON and not HTML; zip.",
        ),
    ),
    "google": Way(
        QT_TRANSLATE_NOOP("AskingView", "takeout.google.com, signed in to your account."),
        QT_TRANSLATE_NOOP(
            "AskingView", "Maps (your places), Google Play and Photos, as far as you want; zip."
        ),
    ),
    "reddit": Way(
        QT_TRANSLATE_NOOP("AskingView", "reddit.com/settings/data-request, on the web."),
        QT_TRANSLATE_NOOP("AskingView", "All your data, over the whole time."),
    ),
    "linkedin": Way(
        QT_TRANSLATE_NOOP(
            "AskingView", "Settings and privacy, Data privacy, Get a copy of your data."
        ),
        QT_TRANSLATE_NOOP("AskingView", "The larger archive, with all there is."),
    ),
    "pinterest": Way(
        QT_TRANSLATE_NOOP("AskingView", "Settings, Privacy and data, Request your data.")
    ),
    "amazon": Way(
        QT_TRANSLATE_NOOP("AskingView", "Your account, Request your information."),
        QT_TRANSLATE_NOOP("AskingView", "All your data, or what is about reviews alone."),
    ),
    "discord": Way(
        QT_TRANSLATE_NOOP("AskingView", "User settings, Data and privacy, Request all of my data."),
        QT_TRANSLATE_NOOP("AskingView", "Messages, servers and activity."),
    ),
    "snapchat": Way(
        QT_TRANSLATE_NOOP("AskingView", "accounts.snapchat.com, My data."),
        QT_TRANSLATE_NOOP("AskingView", "JSON; without the files of memories."),
    ),
}
"""Platforms whose archives are read. Their menus are described from use, and may have moved."""


class AskingView(Spoken):
    """Says in three steps how a platform is asked for one's data."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.platform = label("strong"), QComboBox()
        self.platform.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.steps = [label("body", wrap=True) for _ in "123"]
        self.note = label("small", wrap=True)
        self.platform.currentIndexChanged.connect(self._say_steps)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.platform)
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE + 4)
        grid.setVerticalSpacing(SPACE)
        grid.setColumnStretch(1, 1)
        for place, step in enumerate(self.steps):
            number = label("tag", words.number(place + 1))
            grid.addWidget(number, place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(step, place, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, SPACE, 0, 0)
        outer.setSpacing(SPACE + 4)
        outer.addLayout(head)
        outer.addLayout(grid)
        outer.addWidget(self.note)
        self.say()

    def say(self) -> None:
        """Say everything."""
        self.title.setText(self.tr("How to ask for it"))
        chosen = self.platform.currentData() or next(iter(WAYS))
        with QSignalBlocker(self.platform):
            self.platform.clear()
            for slug in WAYS:
                self.platform.addItem(words.platform(slug), slug)
            self.platform.setCurrentIndex(self.platform.findData(chosen))
        self.platform.setAccessibleName(self.tr("Platform that is asked"))
        self.note.setText(
            self.tr("Menus move: where one is not there, search the settings for your data.")
        )
        self._say_steps()

    def _say_steps(self) -> None:
        way = WAYS[self.platform.currentData()]
        then = self.tr(
            "It writes to you when the archive is ready, in minutes or days. Drop all of its parts"
            " here as they came."
        )
        texts = (self.tr(str(way.where)), self.tr(str(way.choose)), then)
        for step, text in zip(self.steps, texts, strict=True):
            step.setText(text)
