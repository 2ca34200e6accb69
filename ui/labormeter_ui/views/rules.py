"""The room file by a guided form: what is settled beforehand, with what is offered filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from labormeter.errors import KnownError
from labormeter.room import file
from labormeter.valuation import money, shelf
from labormeter_ui import library
from labormeter_ui.language import NAMES
from labormeter_ui.theme import SPACE
from labormeter_ui.views.text import button, label, tone

if TYPE_CHECKING:
    from labormeter.room.file import RoomFile

WIDE: Final = 560


class RulesDialog(QDialog):
    """Asks for a room file.

    Signals:
        given: a room file was made; carries it and the path that it is written to.
    """

    given = Signal(object, str)

    def __init__(self, offered: RoomFile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.offered = offered
        self.setMinimumWidth(WIDE)
        self.first, self.last = QLineEdit(offered.first), QLineEdit(offered.last)
        self.currency, self.country = QComboBox(), QLineEdit(offered.floor.country)
        self.currency.addItems(list(shelf.shipped().currencies.known))
        self.currency.setCurrentText(offered.currency)
        known = offered.floor
        self.amount = QLineEdit(money.decimal(known.amount) if known.amount else "")
        self.source, self.day = QLineEdit(known.source), QLineEdit(known.day)
        self.smallest, self.language = QSpinBox(), QComboBox()
        self.smallest.setRange(file.LEAST, file.MOST)
        self.smallest.setValue(offered.smallest)
        for code in file.LANGUAGES:
            self.language.addItem(NAMES[code], code)
        self.language.setCurrentIndex(self.language.findData(offered.language))
        self.about, self.fault = label("soft", wrap=True), label(wrap=True)
        tone(self.fault, "bad")
        self.save, self.leave = button(self._save, main=True), button(self.reject)
        self.country.editingFinished.connect(self._know)
        self.currency.currentTextChanged.connect(lambda _text: self._know())
        self._lay()

    def _know(self) -> None:
        """Fill in the minimum wage that the book of rates knows of the country."""
        found = file.floor_of(
            shelf.shipped(),
            self.country.text().strip().upper(),
            self.currency.currentText(),
            max(self.day.text(), self.offered.floor.day),
        )
        if found.amount:
            self.amount.setText(money.decimal(found.amount))
            self.source.setText(found.source)
            self.day.setText(found.day)

    def made(self) -> RoomFile:
        """Return the room file of what was filled in. Raises KnownError with every fault."""
        return file.settled(
            self.offered,
            first=self.first.text().strip(),
            last=self.last.text().strip(),
            currency=self.currency.currentText(),
            smallest=self.smallest.value(),
            language=self.language.currentData(),
            amount=self.amount.text().strip().replace(",", "."),
            country=self.country.text().strip().upper(),
            source=self.source.text().strip(),
            date=self.day.text().strip(),
        )

    def _save(self) -> None:
        try:
            room = self.made()
        except KnownError as error:
            self.fault.setText(library.fault(error))
            self.fault.show()
            return
        title = self.tr("Save the room file")
        path, _ = QFileDialog.getSaveFileName(self, title, "room.toml", "TOML (*.toml)")
        if path:
            self.given.emit(room, path)
            self.accept()

    def _lay(self) -> None:
        self.setWindowTitle(self.tr("New room"))
        self.about.setText(
            self.tr(
                "What you settle here holds for every card: everybody takes the file along, and makes a"
                " card for these weeks. It holds no name and no place; those go on the hand-out, by hand."
            )
        )
        rows = QFormLayout()
        rows.setSpacing(SPACE)
        for name, part in (
            (self.tr("First week"), self.first),
            (self.tr("Last week"), self.last),
            (self.tr("Currency"), self.currency),
            (self.tr("Whose minimum wage"), self.country),
            (self.tr("Minimum wage, gross, by the hour"), self.amount),
            (self.tr("Where that is from"), self.source),
            (self.tr("In force since"), self.day),
            (self.tr("Smallest group that is shown"), self.smallest),
            (self.tr("Language of sheet and hand-out"), self.language),
        ):
            part.setAccessibleName(name)
            rows.addRow(name, part)
        self.save.setText(self.tr("Save"))
        self.leave.setText(self.tr("Cancel"))
        for made in (self.save, self.leave):
            made.setAccessibleName(made.text())
        self.fault.hide()
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.leave)
        foot.addWidget(self.save)
        outer = QVBoxLayout(self)
        outer.setSpacing(2 * SPACE)
        outer.addWidget(self.about)
        outer.addLayout(rows)
        outer.addWidget(self.fault)
        outer.addLayout(foot)
