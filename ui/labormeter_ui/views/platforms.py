"""The platforms: which are metered, which ask first, and the hosts that are opened."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from labormeter_ui import labels, words
from labormeter_ui.theme import SPACE
from labormeter_ui.views.text import Spoken, button, emptied, hint, label

if TYPE_CHECKING:
    from labormeter.platforms import Standing
    from labormeter_ui.presenters.settings import SettingsPresenter

COLUMNS = 3


class PlatformsView(Spoken):
    """Shows the platforms of a SettingsPresenter."""

    def __init__(self, presenter: SettingsPresenter) -> None:
        super().__init__()
        self.presenter = presenter
        self.intro = label("soft", wrap=True)
        self.boxes: dict[str, QCheckBox] = {}
        self.questions: dict[str, Question] = {}
        self._slugs: tuple[tuple[str, str], ...] = ()
        self._grid, self._asking = QGridLayout(), QVBoxLayout()
        self._grid.setHorizontalSpacing(3 * SPACE)
        self._grid.setVerticalSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self.intro)
        column.addLayout(self._grid)
        column.addLayout(self._asking)
        presenter.changed.connect(self.say)
        self.say()

    def say(self) -> None:
        """Say how each platform stands."""
        self.intro.setText(
            self.tr("%Ln platform(s) metered. Every other site passes unopened.", "", self._count())
        )
        standings = self.presenter.state.standings
        asked = {one.platform for one in standings if one.waiting and one.state != "off"}
        slugs = tuple((one.platform, "ask" if one.platform in asked else "") for one in standings)
        if slugs != self._slugs:
            self._slugs = slugs
            self._build(standings, asked)
        for one in standings:
            if one.platform in self.questions:
                self.questions[one.platform].show_standing(one)
            if one.platform in self.boxes:
                self._say_box(self.boxes[one.platform], one)

    def _count(self) -> int:
        return self.presenter.state.metered

    def _build(self, standings: tuple[Standing, ...], asked: set[str]) -> None:
        for layout in (self._grid, self._asking):
            emptied(layout)
        simple = [one for one in standings if one.platform not in asked or one.state == "on"]
        self.boxes = {one.platform: self._box(one) for one in simple}
        for place, box in enumerate(self.boxes.values()):
            self._grid.addWidget(box, place // COLUMNS, place % COLUMNS)
        self.questions = {
            one.platform: Question(self.presenter) for one in standings if one.platform in asked
        }
        for question in self.questions.values():
            self._asking.addWidget(question)

    def _box(self, standing: Standing) -> QCheckBox:
        made = QCheckBox()
        made.toggled.connect(partial(self._switch, standing.platform))
        return made

    def _say_box(self, box: QCheckBox, one: Standing) -> None:
        with QSignalBlocker(box):
            box.setChecked(one.state == "on")
        box.setText(title(one))
        box.setAccessibleName(box.text())
        hosts = ", ".join(map(words.plain, one.hosts))
        said = self.tr("Opened: %1").replace("%1", hosts) if hosts else self.tr("Not opened.")
        box.setAccessibleDescription(said)
        hint(box, said)

    def _switch(self, platform: str, on: bool) -> None:  # noqa: FBT001 - takes a Qt signal's value
        self.presenter.switched.emit(platform, on)


class Question(Spoken):
    """A platform that asks something before it is metered, with its question in full."""

    def __init__(self, presenter: SettingsPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._standing: Standing | None = None
        self.title, self.text = label("strong", wrap=True), label("soft", wrap=True)
        self.yes = button(self._agree)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self.title)
        texts.addWidget(self.text)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, SPACE, 0, SPACE // 2)
        row.setSpacing(2 * SPACE)
        row.addLayout(texts, 1)
        row.addWidget(self.yes)

    def show_standing(self, standing: Standing) -> None:
        """Show how the platform stands."""
        self._standing = standing
        self.say()

    def say(self) -> None:
        """Say the question."""
        if (one := self._standing) is None:
            return
        named = self.tr("%1: not watched").replace("%1", title(one))
        self.title.setText(title(one) if one.state == "on" else named)
        hosts = ", ".join(map(words.plain, one.waiting))
        new = self.tr("It now also uses %1, which this program would open.")
        self.text.setText(labels.question(one) or new.replace("%1", hosts))
        hint(self.text, hosts)
        self.yes.setText(self.tr("Yes, meter it"))
        self.yes.setAccessibleName(f"{self.yes.text()}: {title(one)}")
        self.yes.setAccessibleDescription(self.text.text())

    def _agree(self) -> None:
        if self._standing is not None:
            self._presenter.switched.emit(self._standing.platform, True)


class HostsView(Spoken):
    """The hosts a person added, and a line to add one."""

    def __init__(self, presenter: SettingsPresenter) -> None:
        super().__init__()
        self.presenter = presenter
        self.text = label("soft", wrap=True)
        self.platform, self.host = QComboBox(), QLineEdit()
        self.add = button(self._add)
        self.host.returnPressed.connect(self._add)
        self.host.textChanged.connect(lambda _: self._able())
        self.rows = QVBoxLayout()
        line = QHBoxLayout()
        line.setSpacing(SPACE)
        line.addWidget(self.platform)
        line.addWidget(self.host, 1)
        line.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self.text)
        column.addLayout(line)
        column.addLayout(self.rows)
        presenter.changed.connect(self.say)
        self.say()

    def say(self) -> None:
        """Say what a host is, and which were added."""
        self.text.setText(
            self.tr(
                "A host that a platform uses and its pack does not name, such as an instance of"
                " Mastodon. What passes between your metered browser and it then passes through"
                " this program. Sign-in, mail, banks and messengers stay closed whatever you add."
            )
        )
        chosen = self.platform.currentData()
        self.platform.setAccessibleName(self.tr("Platform of the host"))
        self.platform.clear()
        for one in self.presenter.state.standings:
            self.platform.addItem(title(one), one.platform)
        self.platform.setCurrentIndex(max(self.platform.findData(chosen), 0))
        self.host.setPlaceholderText(self.tr("exact name, such as social.example.org"))
        self.host.setAccessibleName(self.tr("Host to open as well"))
        self.add.setText(self.tr("Open it as well"))
        self.add.setAccessibleName(self.add.text())
        self._able()
        self._say_rows()

    def _say_rows(self) -> None:
        emptied(self.rows)
        for platform, host in self.presenter.state.added:
            self.rows.addWidget(self._row(platform, host))

    def _row(self, platform: str, host: str) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        said = f"{words.platform(platform)} · {words.plain(host)}"
        drop = button(partial(self.presenter.host_unwanted.emit, platform, host), flat=True)
        drop.setText(self.tr("Close it again"))
        drop.setAccessibleName(f"{drop.text()}: {said}")
        row.addWidget(label("body", said, wrap=True), 1)
        row.addWidget(drop)
        return made

    def _able(self) -> None:
        self.add.setEnabled(bool(self.host.text().strip()))

    def _add(self) -> None:
        if host := self.host.text().strip():
            self.presenter.host_wanted.emit(self.platform.currentData() or "", host)
            self.host.clear()


def title(standing: Standing) -> str:
    """Return what a platform is called: ours by our word, others by their own, made plain."""
    return words.PLATFORMS.get(standing.platform) or words.plain(standing.title, words.NAME)
