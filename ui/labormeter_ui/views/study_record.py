"""Everything that ever left for a study, line by line, as the record has it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractTableModel, QDateTime, QLocale, Qt
from PySide6.QtWidgets import QHeaderView, QTableView, QVBoxLayout, QWidget

from labormeter.study import sent
from labormeter_ui import words
from labormeter_ui.views.tables import ALIGN, DISPLAY, RIGHT, Index, ready
from labormeter_ui.views.text import Spoken, card, label

if TYPE_CHECKING:
    from labormeter.study.sent import Entry
    from labormeter_ui.presenters.study import StudyPresenter

COLUMNS: Final = ("at", "study", "what", "rows", "way", "sha256")
LEFT: Final = frozenset({"made", "receipt", "card", "refused"})
"""What is listed: what left, or might have. That a study was opened is no news."""
LOWEST: Final = 190
MARK: Final = 16
"""Digits of a hash that are shown; all of them are in the tip."""
HINT: Final = int(Qt.ItemDataRole.ToolTipRole)


class RecordModel(QAbstractTableModel):
    """The record, newest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries: tuple[Entry, ...] = ()
        self.waiting: tuple[Entry, ...] = ()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many lines there are."""
        return 0 if parent is not None and parent.isValid() else len(self.entries)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = DISPLAY) -> Any:  # noqa: ANN401 - as Qt has it
        """Return a cell's text or side."""
        entry, column = self.entries[index.row()], COLUMNS[index.column()]
        if role == ALIGN:
            return RIGHT if column == "rows" else None
        if role == HINT:
            return entry.sha256 if column == "sha256" else None
        return self.cell(entry, column) if role == DISPLAY else None

    def headerData(self, section: int, way: Qt.Orientation, role: int = DISPLAY) -> Any:  # noqa: ANN401 - as Qt has it
        """Return a column's name."""
        if role == ALIGN and COLUMNS[section] == "rows":
            return RIGHT
        if way != Qt.Orientation.Horizontal or role != DISPLAY:
            return None
        return {
            "at": self.tr("When"),
            "study": self.tr("Study"),
            "what": self.tr("What"),
            "rows": self.tr("Rows"),
            "way": self.tr("Which way"),
            "sha256": "SHA-256",
        }[COLUMNS[section]]

    def cell(self, entry: Entry, column: str) -> str:
        """Return the text of a cell."""
        match column:
            case "at":
                moment = QDateTime.fromString(entry.at, Qt.DateFormat.ISODate)
                return QLocale().toString(moment, QLocale.FormatType.ShortFormat)
            case "study":
                return words.plain(entry.study) or self.tr("a room card")
            case "what":
                return self._what(entry)
            case "rows":
                return words.number(entry.rows) if entry.rows else ""
            case "way":
                return self.tr("a file") if entry.way == "file" else words.plain(entry.way)
            case _:
                return entry.sha256[:MARK]

    def _what(self, entry: Entry) -> str:
        if entry.event == "refused":
            return self.tr("Not taken part; nothing left")
        if entry.event == "card":
            return self.tr("Room card, as a file")
        back = entry.what == "withdrawal"
        if entry in self.waiting:
            return self.tr("Withdrawal: not sent yet") if back else self.tr("Rows: not sent yet")
        if entry.event == "made":
            return self.tr("Withdrawal made") if back else self.tr("Rows made")
        return self.tr("Withdrawal handed in") if back else self.tr("Rows handed in")

    def show(self, entries: tuple[Entry, ...]) -> None:
        """Show another record."""
        listed = tuple(one for one in reversed(entries) if one.event in LEFT)
        self.beginResetModel()
        self.entries, self.waiting = listed, tuple(sent.unsent(entries))
        self.endResetModel()


class RecordView(Spoken):
    """Shows the record of a StudyPresenter."""

    def __init__(self, presenter: StudyPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = presenter
        self.title, self.note = label("heading"), label("soft", wrap=True)
        self.model, self.table = RecordModel(self), QTableView()
        self.table.setModel(self.model)
        ready(self.table, (170, 220, 200, 70, 150), len(COLUMNS) - 1)
        self.table.setMinimumHeight(LOWEST)
        frame, column = card()
        for part in (self.title, self.note, self.table):
            column.addWidget(part)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        presenter.changed.connect(self._show)
        self.say()

    def say(self) -> None:
        """Say every text."""
        self.title.setText(self.tr("Everything that ever left"))
        self.table.setAccessibleName(self.title.text())
        self._show()

    def _show(self) -> None:
        entries = self.presenter.state.entries
        listed = tuple(one for one in reversed(entries) if one.event in LEFT)
        if listed != self.model.entries:
            self.model.show(entries)
            header = self.table.horizontalHeader()
            header.setSectionResizeMode(len(COLUMNS) - 1, QHeaderView.ResizeMode.Stretch)
        self.table.setVisible(bool(listed))
        self.note.setText(
            self.tr("The record lies in the folder studies, with the very bytes of each file.")
            if listed
            else self.tr("Nothing ever left for a study.")
        )
