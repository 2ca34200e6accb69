"""The page of charts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from labormeter_ui import words
from labormeter_ui.theme import SPACE
from labormeter_ui.views.days import DaysView
from labormeter_ui.views.text import Flow, Spoken, card, label

if TYPE_CHECKING:
    from labormeter_ui.presenters.charts import ChartsPresenter, Reach
    from labormeter_ui.presenters.days import Bucket, Split

REACHES: Final = ("month", "quarter", "year", "all")
BUCKETS: Final = ("", "day", "week", "month")
SPLITS: Final = ("platform", "activity")


class ChartsView(Spoken):
    """Shows a ChartsPresenter."""

    def __init__(self, presenter: ChartsPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = presenter
        self.total = label("title")
        self.note = label("soft")
        self.reaches, self.buckets, self.splits = (Segments(n) for n in (REACHES, BUCKETS, SPLITS))
        self.practice = QCheckBox()
        self.chart = DaysView(presenter.days)
        for part in (self.reaches, self.buckets, self.splits):
            part.group.idClicked.connect(self._chosen)
        self.practice.toggled.connect(self._chosen)
        self._lay()
        presenter.changed.connect(self.say)
        presenter.days.changed.connect(self._say_total)
        self.say()

    def say(self) -> None:
        """Say names and the choice."""
        choice = self.presenter.choice
        self.reaches.say(
            self.tr("Stretch of time"),
            [self.tr("30 days"), self.tr("90 days"), self.tr("1 year"), self.tr("All")],
            choice.reach,
        )
        self.buckets.say(
            self.tr("A bar is"),
            [self.tr("Auto"), self.tr("Day"), self.tr("Week"), self.tr("Month")],
            choice.bucket or "",
        )
        self.splits.say(
            self.tr("Split by"), [self.tr("Platform"), self.tr("Activity")], choice.split
        )
        self.practice.setText(self.tr("Show practice"))
        self.practice.setAccessibleName(self.practice.text())
        with QSignalBlocker(self.practice):
            self.practice.setChecked(choice.practice)
        self._say_total()

    def _say_total(self) -> None:
        total = self.presenter.days.state.total
        self.chart.setEnabled(not self.presenter.reading)
        if self.presenter.reading and not total:
            self.total.setText(self.tr("Reading the ledger"))
            self.note.setText("")
            return
        self.total.setText(words.acts(total))
        self.note.setText(
            self.tr("at least; net of what was undone")
            if total
            else self.tr("nothing was counted in this stretch of time")
        )

    def _chosen(self, _button: object = None) -> None:
        choice = self.presenter.choice
        self.presenter.choose(
            replace(
                choice,
                reach=cast("Reach", self.reaches.chosen()),
                bucket=cast("Bucket | None", self.buckets.chosen() or None),
                split=cast("Split", self.splits.chosen()),
                practice=self.practice.isChecked(),
            )
        )

    def _lay(self) -> None:
        controls = Flow()
        controls.setSpacing(2 * SPACE)
        for part in (self.reaches, self.buckets, self.splits, self.practice):
            controls.addWidget(part)
        frame, column = card()
        head = QHBoxLayout()
        head.setSpacing(SPACE)
        head.addWidget(self.total)
        head.addWidget(self.note, 1)
        column.addLayout(head)
        column.addWidget(self.chart, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(2 * SPACE)
        outer.addLayout(controls)
        outer.addWidget(frame, 1)


class Segments(QWidget):
    """A row of buttons of which one is chosen."""

    def __init__(self, names: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.names = names
        self.group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for place in range(len(names)):
            made = QPushButton()
            made.setCheckable(True)
            made.setProperty("segment", True)
            made.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
            self.group.addButton(made, place)
            row.addWidget(made)

    def say(self, title: str, texts: list[str], chosen: str) -> None:
        """Say what is chosen from, and what is chosen."""
        self.setAccessibleName(title)
        for place, text in enumerate(texts):
            made = self.group.button(place)
            made.setText(text)
            made.setAccessibleName(f"{title}: {text}")
            made.setChecked(self.names[place] == chosen)

    def chosen(self) -> str:
        """Return the name of what is chosen."""
        return self.names[max(self.group.checkedId(), 0)]
