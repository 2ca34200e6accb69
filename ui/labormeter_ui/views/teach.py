"""Teaching: do one thing, see which request it was by names and shapes, keep a rule for it."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QProgressBar,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from labormeter.model import ACTIVITIES
from labormeter_ui import icons, motion, theme, words
from labormeter_ui.presenters.teach import QUIET
from labormeter_ui.theme import SPACE
from labormeter_ui.views.tables import ALIGN, DISPLAY, RIGHT, Index, ready
from labormeter_ui.views.text import Flow, Spoken, button, card, label, tone

if TYPE_CHECKING:
    from collections.abc import Iterable

    from labormeter_ui.presenters.teach import Lesson, TeachPresenter

COLUMNS: Final = ("method", "host", "path", "name", "body", "status")
LONG: Final = 120
WIDEST: Final = 400
LINES: Final = 400
"""Signs of a line, and lines, of a drafted pack that are shown."""
COMMANDS: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})


class ShapesModel(QAbstractTableModel):
    """The requests of a lesson."""

    def __init__(self, presenter: TeachPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = presenter

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many requests were new."""
        return 0 if parent is not None and parent.isValid() else len(self.presenter.state.found)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = DISPLAY) -> Any:  # noqa: ANN401 - as Qt has it
        """Return a cell's text or side."""
        column = COLUMNS[index.column()]
        if role == ALIGN and column == "status":
            return RIGHT
        if role not in {DISPLAY, int(Qt.ItemDataRole.ToolTipRole)}:
            return None
        shape = self.presenter.state.found[index.row()]
        return {
            "method": words.plain(shape.method),
            "host": words.plain(shape.host),
            "path": words.plain(shape.path, LONG),
            "name": words.plain(shape.name),
            "body": words.plain(shape.kind),
            "status": str(shape.status),
        }[column]

    def headerData(self, section: int, way: Qt.Orientation, role: int = DISPLAY) -> Any:  # noqa: ANN401 - as Qt has it
        """Return a column's name."""
        if role == ALIGN and COLUMNS[section] == "status":
            return RIGHT
        if way != Qt.Orientation.Horizontal or role != DISPLAY:
            return None
        return {
            "method": self.tr("Method"),
            "host": self.tr("Host"),
            "path": self.tr("Path, unknown parts as *"),
            "name": self.tr("Name"),
            "body": self.tr("Body"),
            "status": self.tr("Answer"),
        }[COLUMNS[section]]

    def renew(self) -> None:
        """Show the requests of now."""
        self.beginResetModel()
        self.endResetModel()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)


class TeachView(Spoken):
    """Shows a TeachPresenter.

    Signals:
        saving: the draft is to be written to a file; carries its name.
    """

    saving = Signal(str)

    def __init__(self, presenter: TeachPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = presenter
        self.platforms: tuple[str, ...] = ()
        self.title, self.text = label("heading"), label("soft", wrap=True)
        self.platform, self.activity = QComboBox(), QComboBox()
        self.begin = button(self._begin, main=True)
        self.recording = button(self._read)
        self.mark, self.step = label(), label("strong", wrap=True)
        self.busy = QProgressBar()
        self.done, self.cancel = button(presenter.finish, main=True), button(presenter.cancel)
        self.how, self.lines = QWidget(), [(label("tag"), label("soft", wrap=True)) for _ in "123"]
        self.how_title = label("heading")
        self.model, self.table = ShapesModel(presenter, self), QTableView()
        self.draft, self.fault = QPlainTextEdit(), label(wrap=True)
        self.count = QCheckBox()
        self.keep = button(lambda: presenter.keep_wanted.emit(self.count.isChecked()), main=True)
        self.save, self.again = button(self._save), button(presenter.cancel)
        self.allow = button(lambda: presenter.allow_wanted.emit(presenter.state.pack), main=True)
        self._shown: tuple[object, ...] = ()
        self._ready()
        self._lay()
        presenter.changed.connect(self.say)
        self.activity.currentIndexChanged.connect(
            lambda _place: presenter.choose(self.activity.currentData() or "post")
        )
        self.say()

    def know(self, platforms: Iterable[str]) -> None:
        """Offer these platforms."""
        if (known := tuple(platforms)) != self.platforms:
            self.platforms = known
            self.say()

    def choose(self, platform: str) -> None:
        """Offer to teach this platform."""
        self.platform.setCurrentIndex(max(self.platform.findData(platform), 0))
        self.begin.setFocus()

    def say(self) -> None:
        """Say how the lesson stands."""
        self.title.setText(self.tr("Teach an act that is not counted yet"))
        self.text.setText(
            self.tr(
                "You do it once in the metered browser, and this page shows which requests were new:"
                " names and shapes alone, never what you wrote. From the right one it drafts a rule."
                " A recording (HAR) of your browser's own tools does as well."
            )
        )
        self._say_choices()
        self._say_how()
        state = self.presenter.state
        self._say_step(state)
        self._say_found(state)
        self._say_buttons(state)
        self.dress()

    def dress(self) -> None:
        """Draw the mark in the theme's colours."""
        worn, stage = theme.current(), self.presenter.state.stage
        name, colour = {
            "act": ("act", worn.accent),
            "found": ("act", worn.accent),
            "kept": ("good", worn.good),
            "nothing": ("quiet", worn.soft),
        }.get(stage, ("quiet", worn.accent))
        self.mark.setPixmap(icons.pixmap(name, colour, 22, self.devicePixelRatioF()))
        self.mark.setAccessibleName(self.step.text())

    def _say_choices(self) -> None:
        state = self.presenter.state
        for box, name, choices, chosen in (
            (
                self.platform,
                self.tr("Platform"),
                [(one, words.platform(one)) for one in self.platforms],
                self.platform.currentData() or state.platform,
            ),
            (
                self.activity,
                self.tr("Activity"),
                [(one, words.activity(one)) for one in ACTIVITIES],
                state.activity,
            ),
        ):
            box.setAccessibleName(name)
            box.blockSignals(True)
            box.clear()
            for slug, text in choices:
                box.addItem(text, slug)
            box.setCurrentIndex(max(box.findData(chosen), 0))
            box.blockSignals(False)

    def _say_how(self) -> None:
        self.how.setVisible(self.presenter.state.stage == "idle")
        self.how_title.setText(self.tr("How it goes"))
        said = (
            self.tr(
                "Start metering, open the metered browser on the page where you do it, and press Begin."
                " For ten seconds do nothing: what leaves by itself is learnt, so that it is not taken"
                " for the act."
            ),
            self.tr("Do the act once, as ever, and press Done. What left with it is listed here."),
            self.tr(
                "Choose the request that was the act. The rule drafted from it can be read before it is"
                " kept, and counts only once you say so."
            ),
        )
        for place, ((number, text), sentence) in enumerate(zip(self.lines, said, strict=True), 1):
            number.setText(words.number(place))
            text.setText(sentence)

    def _say_step(self, state: Lesson) -> None:
        name = words.platform(state.platform)
        steps = {
            "idle": "",
            "calling": self.tr("Calling the meter."),
            "quiet": self.tr("Do nothing on %1 for %Ln second(s): what leaves by itself is learnt.",
                             "", state.left),
            "act": self.tr("Now do it once on %1 in the metered browser, then press Done."),
            "reading": self.tr("Looking for requests that were new."),
            "found": self.tr("New: %Ln request(s). Which one was it?", "", len(state.found)),
            "nothing": self.tr("No new write was seen. It may be counted already, or be of a kind"
                               " that is never looked at."),
            "kept": self.tr("The rule is kept. It is used once you allow its pack."),
        }  # fmt: skip
        said = steps[state.stage].replace("%1", name)
        if state.stage == "act" and state.heard:
            said += " " + self.tr("%Ln request(s) so far.", "", state.heard)
        self.step.setText(said)
        for part in (self.step, self.mark):
            part.setVisible(state.stage != "idle")
        self.busy.setVisible(state.stage in {"calling", "quiet", "reading"})
        counts = state.stage == "quiet" or motion.reduced()
        self.busy.setRange(0, QUIET if counts else 0)
        self.busy.setValue(QUIET - state.left if state.stage == "quiet" else 0)
        self.busy.setAccessibleName(said)

    def _say_found(self, state: Lesson) -> None:
        found = state.stage == "found"
        for part in (self.table, self.draft):
            part.setVisible(found)
        self.table.setAccessibleName(self.tr("New requests"))
        self.draft.setAccessibleName(self.tr("The drafted rule"))
        if (shown := (state.found, state.picked)) != self._shown:
            self._shown = shown
            self.model.renew()
            if state.picked >= 0:
                self.table.selectRow(state.picked)
        if self.draft.toPlainText() != (shown_text := source(state.text)):
            self.draft.setPlainText(shown_text)
        self.fault.setText(state.fault)
        tone(self.fault, "warn")
        self.fault.setVisible(found and bool(state.fault))

    def _say_buttons(self, state: Lesson) -> None:
        busy, found = self.presenter.busy, state.stage == "found"
        for made, text, seen in (
            (self.begin, self.tr("Begin"), True),
            (self.recording, self.tr("From a recording"), True),
            (self.done, self.tr("Done"), state.stage == "act"),
            (self.cancel, self.tr("Cancel"), busy),
            (self.keep, self.tr("Keep the rule"), found),
            (self.save, self.tr("Save the draft"), found),
            (self.again, self.tr("Put away"), found or state.stage in {"nothing", "kept"}),
            (self.allow, self.tr("Allow it"), state.stage == "kept"),
            (self.count, self.tr("Let it count at once"), found),
        ):
            made.setText(text)
            made.setAccessibleName(text)
            made.setVisible(seen)
        self.count.setAccessibleDescription(
            self.tr(
                "Otherwise it waits as a candidate: one lesson may have caught more than the act."
            )
        )
        self.begin.setEnabled(not busy and bool(self.platforms))
        self.recording.setEnabled(not busy)
        self.platform.setEnabled(not busy)
        for made in (self.keep, self.save):
            made.setEnabled(bool(state.text))

    def _begin(self) -> None:
        self.presenter.begin(
            self.platform.currentData() or "", self.activity.currentData() or "post"
        )

    def _read(self) -> None:
        title = self.tr("Choose a recording")
        path, _ = QFileDialog.getOpenFileName(self, title, "", "HAR (*.har)")
        if path:
            self.presenter.read(path, "", self.activity.currentData() or "post")

    def _save(self) -> None:
        name = f"{self.presenter.state.pack}.toml"
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save the draft"), name, "*.toml")
        if path:
            self.saving.emit(path)

    def _picked(self, index: QModelIndex) -> None:
        if index.isValid() and index.row() != self.presenter.state.picked:
            self.presenter.pick(index.row())

    def _ready(self) -> None:
        self.table.setModel(self.model)
        ready(self.table, (80, 170, 220, 190, 80, 70), 2)
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.table.selectionModel().currentRowChanged.connect(self._picked)
        self.table.setMinimumHeight(150)
        self.draft.setReadOnly(True)
        self.draft.setTabChangesFocus(True)
        self.draft.setProperty("role", "source")
        self.draft.setMinimumHeight(180)
        self.busy.setTextVisible(False)
        self.busy.setFixedHeight(6)

    def _lay(self) -> None:
        frame, column = card()
        column.addWidget(self.title)
        column.addWidget(self.text)
        controls = Flow()
        for control in (self.platform, self.activity, self.begin, self.recording):
            controls.addWidget(control)
        column.addLayout(controls)
        step = QHBoxLayout()
        step.setSpacing(SPACE + 2)
        step.addWidget(self.mark)
        step.addWidget(self.step, 1)
        for made in (self.done, self.cancel):
            step.addWidget(made)
        column.addLayout(step)
        column.addWidget(self.busy)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(2 * SPACE)
        outer.addWidget(frame)
        steps, column = card()
        column.addWidget(self.how_title)
        for number, text in self.lines:
            row = QHBoxLayout()
            row.setSpacing(SPACE + 4)
            row.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(text, 1)
            column.addLayout(row)
        inside = QVBoxLayout(self.how)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(steps)
        outer.addWidget(self.how)
        outer.addWidget(self.table, 2)
        outer.addWidget(self.fault)
        outer.addWidget(self.draft, 3)
        last = QHBoxLayout()
        for end in (self.keep, self.count, self.allow, self.save):
            last.addWidget(end)
        last.addStretch()
        last.addWidget(self.again)
        outer.addLayout(last)
        outer.addStretch()


def source(text: str) -> str:
    """Return the lines of a drafted pack without signs that command; the file keeps them escaped."""
    return "\n".join(
        "".join(sign for sign in line if unicodedata.category(sign) not in COMMANDS)[:WIDEST]
        for line in text.split("\n")[:LINES]
    )
