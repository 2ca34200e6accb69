"""A preview: the first rows of every table of a file, as they will be written."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtWidgets import QHeaderView, QPushButton, QTableView, QVBoxLayout, QWidget

from labormeter_ui import words
from labormeter_ui.theme import SPACE
from labormeter_ui.views.tables import ALIGN, DISPLAY, RIGHT, Index, ready
from labormeter_ui.views.text import Flow, Spoken, button, emptied, label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from labormeter_ui.presenters.share import Table

WIDEST = 260
LOWEST = 300


class RowsModel(QAbstractTableModel):
    """The rows of one table, cell by cell as the file has them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table: Table | None = None
        self.numbers: frozenset[int] = frozenset()
        """Columns of numbers, which stand to the right."""

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows are shown."""
        inside = parent is not None and parent.isValid()
        return 0 if inside or self.table is None else len(self.table.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are."""
        inside = parent is not None and parent.isValid()
        return 0 if inside or self.table is None else len(self.table.columns)

    def data(self, index: Index, role: int = DISPLAY) -> Any:  # noqa: ANN401 - as Qt has it
        """Return a cell's text."""
        if self.table is None or role not in {DISPLAY, ALIGN}:
            return None
        if role == ALIGN:
            return RIGHT if index.column() in self.numbers else None
        return words.plain(self.table.rows[index.row()][index.column()], 200)

    def headerData(self, section: int, way: Qt.Orientation, role: int = DISPLAY) -> Any:  # noqa: ANN401 - as Qt has it
        """Return a column's name, as it stands in the file."""
        if self.table is None or way != Qt.Orientation.Horizontal:
            return None
        if role == ALIGN and section in self.numbers:
            return RIGHT
        return None if role != DISPLAY else self.table.columns[section]

    def show(self, table: Table | None) -> None:
        """Show another table."""
        self.beginResetModel()
        self.table = table
        self.numbers = frozenset(_numbers(table)) if table is not None else frozenset()
        self.endResetModel()


def _numbers(table: Table) -> Iterator[int]:
    """Yield the columns that hold nothing but numbers, and one at least."""
    for place in range(len(table.columns)):
        column = [row[place] for row in table.rows if row[place]]
        if column and all(one.lstrip("-").isdecimal() for one in column):
            yield place


class Preview(Spoken):
    """The tables of a file, one at a time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tables: tuple[Table, ...] | None = None
        self.chosen = 0
        self.title, self.note = label("heading"), label("soft", wrap=True)
        self.names = QWidget()
        self._row = Flow(self.names)
        self.buttons: list[QPushButton] = []
        self.model, self.view = RowsModel(self), QTableView()
        self.view.setModel(self.model)
        ready(self.view, (), 0)
        self.view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.view.setMinimumHeight(LOWEST)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(SPACE)
        for part in (self.title, self.names, self.view, self.note):
            outer.addWidget(part)
        self.say()

    def show_tables(self, tables: tuple[Table, ...] | None) -> None:
        """Show the tables of another file; None while they are being read."""
        if tables != self.tables:
            self.tables, self.chosen = tables, 0
            self.say()

    def say(self) -> None:
        """Say names and numbers."""
        self.title.setText(self.tr("These rows will be in the file"))
        self.view.setAccessibleName(self.title.text())
        emptied(self._row)
        self.buttons = []
        for place, table in enumerate(self.tables or ()):
            made = button(partial(self.turn, place), segment=True)
            made.setCheckable(True)
            made.setText(f"{table.name} · {words.number(table.total)}")
            made.setAccessibleName(made.text())
            self._row.addWidget(made)
            self.buttons.append(made)
        self.names.setVisible(len(self.buttons) > 1)
        self.turn(self.chosen)

    def turn(self, place: int) -> None:
        """Show one of the tables."""
        self.chosen = place
        for other, made in enumerate(self.buttons):
            made.setChecked(other == place)
        table = self.tables[place] if self.tables and place < len(self.tables) else None
        self.model.show(table)
        self.note.setText(self._note(table))
        self.view.setVisible(table is not None)
        for column in range(self.model.columnCount()):
            self.view.resizeColumnToContents(column)
            self.view.setColumnWidth(column, min(self.view.columnWidth(column), WIDEST))

    def _note(self, table: Table | None) -> str:
        if self.tables is None:
            return self.tr("Reading the rows")
        if table is None:
            return ""
        if not table.total:
            return self.tr("This table has no rows.")
        if len(table.rows) >= table.total:
            return self.tr("All rows are shown.")
        said = self.tr("The first %1 of %2 rows are shown.")
        said = said.replace("%1", words.number(len(table.rows)))
        return said.replace("%2", words.number(table.total))
