"""The page of uploads: what they disclosed, and what a file would disclose."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QWidget,
)

from labormeter.metadata.kinds import grouped
from labormeter_ui import words
from labormeter_ui.theme import SPACE
from labormeter_ui.views.drop import Drop, DropView
from labormeter_ui.views.line import Rank
from labormeter_ui.views.text import button, card, emptied, label
from labormeter_ui.views.today import Ranking

if TYPE_CHECKING:
    from labormeter_ui.presenters.uploads import Inspected, UploadsPresenter

SHOWN: Final = 12
"""Kinds that are listed."""
PLATFORMS: Final = 6
"""Platforms that are listed."""
VALUES: Final = 3
"""Values of a kind that are shown."""


GROUPS: Final = {
    "where": QT_TRANSLATE_NOOP("Words", "Where"),
    "when": QT_TRANSLATE_NOOP("Words", "When"),
    "which device": QT_TRANSLATE_NOOP("Words", "Which device"),
    "who": QT_TRANSLATE_NOOP("Words", "Who"),
    "how edited": QT_TRANSLATE_NOOP("Words", "How edited"),
    "what it shows": QT_TRANSLATE_NOOP("Words", "What it shows"),
}


class UploadsView(DropView):
    """Shows an UploadsPresenter; files can be dropped on it.

    Signals:
        over_time: the chart of what uploads disclosed is wanted.
    """

    over_time = Signal()

    def __init__(self, presenter: UploadsPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = presenter
        self.setAcceptDrops(True)
        self.figure, self.unit = label("display"), label("heading", wrap=True)
        self.sentences, self.note = label("soft", wrap=True), label("small", wrap=True)
        self.kinds, self.platforms = Ranking(), Ranking()
        for ranking in (self.kinds, self.platforms):
            ranking.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.time_button = button(self.over_time.emit)
        self.drop = Drop()
        self.title, self.hint = label("heading", wrap=True), label("soft", wrap=True)
        self.choose_button = button(self._choose, main=True)
        self.clear_button = button(lambda: presenter.show_file(None))
        self.grid = QGridLayout()
        self.grid.setColumnStretch(1, 1)
        self.grid.setHorizontalSpacing(2 * SPACE)
        self.grid.setVerticalSpacing(SPACE)
        self._lay()
        presenter.changed.connect(self.say)
        self.say()

    def say(self) -> None:
        """Say the state of the presenter."""
        told = self.presenter.state
        where = told.of("gps")
        self.figure.setText(words.number(where))
        self.unit.setText(self.tr("of %Ln upload(s) told where it was taken", "", told.uploads))
        self.figure.setVisible(told.uploads > 0)
        self.unit.setVisible(told.uploads > 0)
        self.figure.setAccessibleName(f"{self.figure.text()} {self.unit.text()}")
        self.sentences.setText(self._sentence())
        self.note.setText(
            self.tr("Only the kind of metadata is kept, never its value. One upload tells several.")
        )
        self.kinds.title.setText(self.tr("What they told"))
        most = max((count for _, count in told.kinds), default=1)
        ranks = [
            (kind, Rank(name=words.disclosure(kind).capitalize(), value=count, share=count / most,
                        icon="upload"))
            for kind, count in told.kinds[:SHOWN]
        ]  # fmt: skip
        self.kinds.show_ranks(ranks)
        self._say_platforms()
        self.time_button.setText(self.tr("Show it over time"))
        self.time_button.setAccessibleName(self.time_button.text())
        self.time_button.setVisible(bool(ranks))
        self.kinds.setVisible(bool(ranks))
        self._say_file(self.presenter.file)

    def _say_platforms(self) -> None:
        """Say what each platform was told: where, when, with which device."""
        found = self.presenter.state.platforms
        self.platforms.title.setText(self.tr("By platform"))
        where = self.tr("%1: %2 of %3 told where")
        known = self.tr("where: %1, when: %2, device: %3")
        ranks = [
            (
                one.name,
                Rank(
                    name=where.replace("%1", words.platform(one.name))
                    .replace("%2", words.number(one.where))
                    .replace("%3", words.number(one.uploads)),
                    value=one.where,
                    share=one.where / max(one.uploads, 1),
                    icon="upload",
                    detail=known.replace("%1", words.number(one.where))
                    .replace("%2", words.number(one.when))
                    .replace("%3", words.number(one.device)),
                ),
            )
            for one in found[:PLATFORMS]
        ]
        self.platforms.show_ranks(ranks)
        self.platforms.setVisible(bool(ranks))

    def _sentence(self) -> str:
        told = self.presenter.state
        if not told.uploads:
            return self.tr(
                "No upload was counted yet. Drop a photo here to see what it would tell, before you"
                " post it."
            )
        device = max(told.of("camera_model"), told.of("camera_make"))
        sentence = self.tr("%1 named the camera or phone, %2 the date and time.")
        return sentence.replace("%1", words.number(device)).replace(
            "%2", words.number(told.of("datetime"))
        )

    def _say_file(self, file: Inspected | None) -> None:
        emptied(self.grid)
        self.title.setText(self.tr("What would a file tell?"))
        self.choose_button.setText(self.tr("Choose a file"))
        self.clear_button.setText(self.tr("Put away"))
        for made in (self.choose_button, self.clear_button):
            made.setAccessibleName(made.text())
        self.clear_button.setVisible(file is not None)
        self.drop.setVisible(file is None)
        if file is None:
            self.hint.setText(
                self.tr(
                    "Drop a photo, film, song or document here. It is read on this computer, shown"
                    " on the screen alone, and nothing of it is kept."
                )
            )
            return
        self.title.setText(words.plain(file.name))
        self.hint.setText(
            self.tr("This is what it would tell whoever you send it to.")
            if file.facts
            else self.tr("It discloses nothing that this program can read.")
        )
        row = 0
        for group, found in grouped(file.facts).items():
            self.grid.addWidget(label("heading", words.said(GROUPS, group)), row, 0, 1, 2)
            row += 1
            for kind, facts in found.items():
                values = dict.fromkeys(fact.value for fact in facts if fact.value)
                shown = [words.plain(value) for value in list(values)[:VALUES]]
                text = "\n".join(shown) or self.tr("announced, in a part that is not read")
                name = label("small", words.disclosure(kind.name).capitalize())
                self.grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
                self.grid.addWidget(label("body", text, wrap=True), row, 1)
                row += 1

    def dropped(self, paths: list[str]) -> None:
        """Look into the first file that is dropped."""
        self.presenter.inspect.emit(paths[0])

    def _choose(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a file"))
        if path:
            self.presenter.inspect.emit(path)

    def _lay(self) -> None:
        left, column = card()
        parts = (self.figure, self.unit, self.sentences, self.kinds, self.platforms)
        for part in parts:
            column.addWidget(part)
        column.addWidget(self.time_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.note)
        column.addStretch()
        right, file = card()
        file.addWidget(self.title)
        file.addWidget(self.hint)
        file.addWidget(self.drop, 1)
        file.addLayout(self.grid)
        file.addStretch()
        row = QHBoxLayout()
        row.addWidget(self.choose_button)
        row.addWidget(self.clear_button)
        row.addStretch()
        file.addLayout(row)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(2 * SPACE)
        outer.addWidget(left, 1)
        outer.addWidget(right, 1)
