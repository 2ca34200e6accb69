"""The page of charts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QSignalBlocker
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from labormeter_ui import words
from labormeter_ui.theme import SPACE
from labormeter_ui.views.days import MEASURES, DaysView, measure_name, table
from labormeter_ui.views.rhythm import RhythmView
from labormeter_ui.views.spread import SpreadView
from labormeter_ui.views.text import Flow, Spoken, button, card, label

if TYPE_CHECKING:
    from labormeter_ui.presenters.charts import ChartsPresenter, Reach
    from labormeter_ui.presenters.days import Bucket, Measure, Split

REACHES: Final = ("month", "quarter", "year", "all")
BUCKETS: Final = ("", "day", "week", "month")
SPLITS: Final = ("platform", "activity")
FORMS: Final = ("png", "svg", "csv")


class ChartsView(Spoken):
    """Shows a ChartsPresenter."""

    def __init__(self, presenter: ChartsPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = presenter
        self.total = label("title")
        self.note = label("soft")
        self.reaches, self.buckets, self.splits = (Segments(n) for n in (REACHES, BUCKETS, SPLITS))
        self.practice, self.measure = QCheckBox(), QComboBox()
        self.keep_button = button(self._keep)
        self.measure.currentIndexChanged.connect(self._chosen)
        self.chart = DaysView(presenter.days)
        self.rhythm, self.spread = RhythmView(presenter.rhythm), SpreadView(presenter.spread)
        self.stack = QStackedWidget()
        for chart in (self.chart, self.rhythm, self.spread):
            self.stack.addWidget(chart)
        presenter.rhythm.changed.connect(self._say_total)
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
        with QSignalBlocker(self.measure):
            self.measure.clear()
            for slug in MEASURES:
                self.measure.addItem(measure_name(slug), slug)
            self.measure.setCurrentIndex(self.measure.findData(choice.measure))
        self.measure.setAccessibleName(self.tr("What is shown"))
        self.keep_button.setText(self.tr("Save the chart"))
        self.keep_button.setAccessibleName(self.keep_button.text())
        timed = choice.measure not in {"hours", "spread"}
        self.splits.setEnabled(timed and choice.measure != "disclosed")
        self.buckets.setEnabled(timed)
        self.reaches.setEnabled(choice.measure != "spread")
        self.practice.setEnabled(choice.measure != "spread")
        self.stack.setCurrentWidget(self._drawn())
        self.practice.setText(self.tr("Show practice"))
        self.practice.setAccessibleName(self.practice.text())
        with QSignalBlocker(self.practice):
            self.practice.setChecked(choice.practice)
        self._say_total()

    def _say_total(self) -> None:
        measure = self.presenter.choice.measure
        if measure in {"hours", "spread"}:
            self._say_other(measure)
            return
        total = self.presenter.days.state.total
        self.chart.setEnabled(not self.presenter.reading)
        if self.presenter.given_up:
            self.total.setText(self.tr("Not read"))
            self.note.setText(self.tr("reading was given up; choose again to read it"))
            return
        if self.presenter.reading and not total:
            self.total.setText(self.tr("Reading the ledger"))
            self.note.setText("")
            return
        state = self.presenter.days.state
        self.total.setText(words.measured(total, state.measure, state.currency))
        kept = self.tr("at least; net of what was undone")
        if state.measure == "disclosed":
            kept = self.tr("an upload that told three kinds is counted under each")
        if state.range is not None:
            kept = f"{words.stretch(*state.range)}, {kept}"
        if state.began:
            since = self.tr("since %1").replace("%1", words.day_of(state.began))
            kept = f"{since}, {kept}"
        self.note.setText(kept if total else self.tr("nothing was counted in this stretch of time"))

    def _say_other(self, measure: str) -> None:
        self.total.setText(measure_name(measure))
        if measure == "spread":
            self.note.setText(self.tr("these are never added"))
            return
        total = self.presenter.rhythm.state.total
        self.note.setText(self.tr("%Ln gesture(s) in all", "", total))

    def _chosen(self, _button: object = None) -> None:
        choice = self.presenter.choice
        self.presenter.choose(
            replace(
                choice,
                reach=cast("Reach", self.reaches.chosen()),
                bucket=cast("Bucket | None", self.buckets.chosen() or None),
                split=cast("Split", self.splits.chosen()),
                practice=self.practice.isChecked(),
                measure=cast("Measure", self.measure.currentData() or "acts"),
            )
        )

    def _keep(self) -> None:
        forms = ";;".join(f"{form.upper()} (*.{form})" for form in FORMS)
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save the chart"), "chart.png", forms)
        if path:
            self.save(Path(path))

    def save(self, path: Path) -> None:
        """Write the chart as a picture, or its figures as CSV, by the ending of the file."""
        shown = self._drawn()
        match path.suffix.lower():
            case ".csv":
                text = self._figures()
                path.write_text(text, encoding="utf-8", newline="\n")
            case ".svg":
                drawn = QSvgGenerator()
                drawn.setFileName(str(path))
                drawn.setSize(shown.size())
                drawn.setViewBox(shown.rect())
                shown.render(drawn)
            case _:
                shown.grab().save(str(path), "PNG")

    def _drawn(self) -> QWidget:
        match self.presenter.choice.measure:
            case "hours":
                return self.rhythm
            case "spread":
                return self.spread
            case _:
                return self.chart

    def _figures(self) -> str:
        match self.presenter.choice.measure:
            case "hours":
                rows = self.presenter.rhythm.state.rows
                lines = [
                    f"{day + 1},{hour},{count}"
                    for day, row in enumerate(rows)
                    for hour, count in enumerate(row)
                ]
                return "\n".join(["weekday,hour,gestures", *lines, ""])
            case "spread":
                lines = [
                    f"{mark.lens},{','.join(map(str, mark.range or ('', '', '')))}"
                    for mark in self.presenter.spread.state.marks
                ]
                return "\n".join(["lens,low,central,high", *lines, ""])
            case _:
                return table(self.presenter.days.state)

    def _lay(self) -> None:
        controls = Flow()
        controls.setSpacing(2 * SPACE)
        for part in (self.measure, self.reaches, self.buckets, self.splits, self.practice):
            controls.addWidget(part)
        frame, column = card()
        head = QHBoxLayout()
        head.setSpacing(SPACE)
        head.addWidget(self.total)
        head.addWidget(self.note, 1)
        head.addWidget(self.keep_button)
        column.addLayout(head)
        column.addWidget(self.stack, 1)
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
