"""One's own card against a group sheet that was kept: two files, and the figures side by side."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from labormeter_ui import words
from labormeter_ui.presenters.share import Table
from labormeter_ui.theme import SPACE
from labormeter_ui.views.preview import RowsModel
from labormeter_ui.views.tables import ready
from labormeter_ui.views.text import button, label, tone

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel, QPushButton

SIZE: Final = (860, 560)
NAME: Final = 40
"""Characters of a file's name that are shown."""


class AgainstDialog(QDialog):
    """Asks for a sheet and a card, and shows what came of them.

    Signals:
        wanted: both files are chosen; carries the path of the sheet and that of the card.
    """

    wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.resize(*SIZE)
        self.setWindowTitle(self.tr("Mine against the group"))
        self.chosen = {"sheet": "", "card": ""}
        self.sheet, self.card = button(self._sheet), button(self._card)
        self.names: dict[str, QLabel] = {"sheet": label("soft"), "card": label("soft")}
        self.about, self.said = label("soft", wrap=True), label(wrap=True)
        self.model, self.view = RowsModel(self), QTableView()
        self.view.setModel(self.model)
        ready(self.view, (), 0)
        self.leave = button(self.accept, main=True)
        self._say()
        self._lay()
        self._show(None)

    def show_rows(self, heads: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> None:
        """Show one's own figures beside the group's; none where no day was metered."""
        self._show(Table("mine", heads, rows, len(rows)) if rows else None)
        nothing = self.tr("On this card no day is metered in the weeks of the room.")
        self._note("" if rows else nothing, "warn")

    def show_fault(self, why: str) -> None:
        """Say why there is nothing to see."""
        self._show(None)
        self._note(why, "bad")

    def choose(self, what: str, path: str) -> None:
        """Take one of the two files; with both there is something to look at."""
        if not path:
            return
        self.chosen[what] = path
        self.names[what].setText(words.plain(Path(path).name, NAME))
        if all(self.chosen.values()):
            self.wanted.emit(self.chosen["sheet"], self.chosen["card"])

    def _sheet(self) -> None:
        kinds = self.tr("Group sheet (*.json)")
        self.choose("sheet", _asked(self.sheet, kinds))

    def _card(self) -> None:
        kinds = self.tr("Cards (*.json *.png *.jpg *.jpeg *.webp *.gif *.bmp)")
        self.choose("card", _asked(self.card, kinds))

    def _show(self, table: Table | None) -> None:
        self.model.show(table)
        self.model.numbers = frozenset(range(1, self.model.columnCount()))
        self.view.setVisible(table is not None)
        self.view.resizeColumnsToContents()
        head = self.view.horizontalHeader()
        if table is not None:
            head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def _note(self, text: str, kind: str) -> None:
        self.said.setText(text)
        tone(self.said, kind)
        self.said.setVisible(bool(text))

    def _say(self) -> None:
        self.about.setText(
            self.tr(
                "For yourself, at home: the sheet that the room kept as figures (JSON), and the card"
                " that you brought. Nothing is written, and nobody sees it but who looks at this screen."
            )
        )
        for made, text in (
            (self.sheet, self.tr("Choose the group sheet")),
            (self.card, self.tr("Choose my card")),
            (self.leave, self.tr("Close")),
        ):
            made.setText(text)
            made.setAccessibleName(text)
        self.view.setAccessibleName(self.windowTitle())

    def _lay(self) -> None:
        rows = QFormLayout()
        rows.setSpacing(SPACE)
        rows.addRow(self.sheet, self.names["sheet"])
        rows.addRow(self.card, self.names["card"])
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.leave)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*[3 * SPACE] * 4)
        outer.setSpacing(2 * SPACE)
        outer.addWidget(self.about)
        outer.addLayout(rows)
        outer.addWidget(self.said)
        outer.addWidget(self.view, 1)
        outer.addStretch()
        outer.addLayout(foot)


def _asked(made: QPushButton, kinds: str) -> str:
    path, _ = QFileDialog.getOpenFileName(made, made.text(), "", kinds)
    return path
