"""The form for a rate of the person's own, that stands before the shipped one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from labormeter.model import ACTIVITIES
from labormeter.valuation.rate import SIDES, UNITS
from labormeter_ui import prices, words
from labormeter_ui.theme import SPACE
from labormeter_ui.views.text import button, label, tone

if TYPE_CHECKING:
    from collections.abc import Iterable

    from labormeter.valuation.rate import Rate


class RateDialog(QDialog):
    """Asks for a rate.

    Signals:
        given: the form was filled in; carries its fields by the names of the book.
    """

    given = Signal(dict)

    def __init__(
        self,
        before: Rate | None,
        currencies: Iterable[str],
        today: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("ground")
        self.activity, self.side, self.unit, self.currency = (QComboBox() for _ in range(4))
        self.amount, self.source, self.date = QLineEdit(), QLineEdit(), QLineEdit(today)
        self.fault = label("small", wrap=True)
        self.save = button(lambda: self.given.emit(self.entry), main=True)
        self.cancel = button(self.reject)
        for slug in ACTIVITIES:
            self.activity.addItem(words.activity(slug), slug)
        for slug in SIDES:
            self.side.addItem(prices.side(slug), slug)
        for slug in UNITS:
            self.unit.addItem(prices.unit(slug), slug)
        for code in currencies:
            self.currency.addItem(code, code)
        if before is not None:
            self._like(before)
        self._lay()

    @property
    def entry(self) -> dict[str, str]:
        """Return the fields of the rate."""
        return {
            "activity": self.activity.currentData(),
            "side": self.side.currentData(),
            "mid": self.amount.text().strip(),
            "unit": self.unit.currentData(),
            "currency": self.currency.currentData(),
            "source": self.source.text().strip(),
            "observed_on": self.date.text().strip(),
        }

    def say_fault(self, sentence: str) -> None:
        """Say why it cannot be kept as it is."""
        self.fault.setText(words.plain(sentence, 300))
        self.fault.show()

    def _like(self, rate: Rate) -> None:
        """Begin with the fields of the rate that this one is to stand before."""
        if self.activity.findData(rate.activity) < 0:
            self.activity.addItem(words.plain(rate.activity.replace("_", " ")), rate.activity)
        for box, value in (
            (self.activity, rate.activity),
            (self.side, rate.side),
            (self.unit, rate.unit),
            (self.currency, rate.currency),
        ):
            box.setCurrentIndex(max(box.findData(value), 0))
        self.amount.setText(str(float(rate.mid)))

    def _lay(self) -> None:
        self.setWindowTitle(self.tr("Add a rate"))
        note = label(
            "small",
            self.tr("It stands before the shipped rate, which stays as it is in the book."),
            wrap=True,
        )
        note.setMinimumWidth(400)
        tone(self.fault, "bad")
        self.fault.hide()
        self.source.setPlaceholderText(self.tr("Who was seen to pay this, and where that stands"))
        fields = QFormLayout()
        for name, field in (
            (self.tr("Act"), self.activity),
            (self.tr("Whose side"), self.side),
            (self.tr("Amount"), self.amount),
            (self.tr("Currency"), self.currency),
            (self.tr("For"), self.unit),
            (self.tr("Source"), self.source),
            (self.tr("Seen on"), self.date),
        ):
            field.setAccessibleName(name)
            fields.addRow(label("body", name), field)
        self.save.setText(self.tr("Add"))
        self.cancel.setText(self.tr("Cancel"))
        for made in (self.save, self.cancel):
            made.setAccessibleName(made.text())
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.save)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 2 * SPACE)
        outer.setSpacing(2 * SPACE)
        outer.addWidget(note)
        outer.addLayout(fields)
        outer.addWidget(self.fault)
        outer.addLayout(buttons)
