"""The form for acts added by hand: done on a phone, or a reward received."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from labormeter.archives.by_hand import MOST
from labormeter.model import ACTIVITIES
from labormeter_ui import words
from labormeter_ui.presenters.adding import REWARD, Form
from labormeter_ui.theme import SPACE
from labormeter_ui.views.text import button, label, tone

if TYPE_CHECKING:
    from collections.abc import Iterable


class AddDialog(QDialog):
    """Asks which acts are to be added.

    Signals:
        given: the form was filled in; carries it.
    """

    given = Signal(object)

    def __init__(
        self,
        platforms: Iterable[str],
        currencies: Iterable[str],
        today: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("ground")
        self.platform, self.activity = QComboBox(), QComboBox()
        self.count, self.day = QSpinBox(), QDateEdit()
        self.amount, self.unit = QLineEdit(), QComboBox()
        self.note, self.fault = label("small", wrap=True), label("small", wrap=True)
        self.save, self.cancel = button(self._give, main=True), button(self.reject)
        for slug in platforms:
            self.platform.addItem(words.platform(slug), slug)
        for slug in ACTIVITIES:
            self.activity.addItem(words.activity(slug), slug)
        self.unit.addItems(["POINT", *currencies])
        self.count.setRange(1, MOST)
        self.day.setCalendarPopup(True)
        last = QDate.fromString(today, "yyyy-MM-dd")
        self.day.setDate(last)
        self.day.setMaximumDate(last)
        self._lay()
        self.activity.currentIndexChanged.connect(self._fit)
        self._fit()

    @property
    def form(self) -> Form:
        """Return what was written."""
        return Form(
            platform=self.platform.currentData() or "",
            activity=self.activity.currentData(),
            count=self.count.value(),
            day=self.day.date().toString("yyyy-MM-dd"),
            amount=self.amount.text().strip().replace(QLocale().decimalPoint(), "."),
            unit=self.unit.currentText(),
        )

    def say_fault(self, sentence: str) -> None:
        """Say why it cannot be kept as it is."""
        self.fault.setText(words.plain(sentence, 300))
        self.fault.show()

    def _give(self) -> None:
        self.given.emit(self.form)

    def _fit(self) -> None:
        rewarded = self.activity.currentData() == REWARD
        self._fields.setRowVisible(self.amount, rewarded)
        self._fields.setRowVisible(self.unit, rewarded)
        self._fields.setRowVisible(self.count, not rewarded)
        self.adjustSize()

    def _lay(self) -> None:
        self.setWindowTitle(self.tr("Add by hand"))
        self.note.setText(
            self.tr(
                "Acts that nothing metered, as on a phone. They are marked as added by hand, and"
                " every figure says how many of it are."
            )
        )
        self.note.setMinimumWidth(380)
        tone(self.fault, "bad")
        self.fault.hide()
        self._fields = fields = QFormLayout()
        for name, field in (
            (self.tr("Activity"), self.activity),
            (self.tr("Platform"), self.platform),
            (self.tr("How many"), self.count),
            (self.tr("Amount received"), self.amount),
            (self.tr("In"), self.unit),
            (self.tr("On"), self.day),
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
        outer.addWidget(self.note)
        outer.addLayout(fields)
        outer.addWidget(self.fault)
        outer.addLayout(buttons)
