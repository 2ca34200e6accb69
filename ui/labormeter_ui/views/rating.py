"""The form for a rate of the person's own, that stands before the shipped one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from labormeter.model import ACTIVITIES
from labormeter.valuation.rate import SIDES, UNITS
from labormeter_ui import prices, words
from labormeter_ui.hues import CATALOGUE
from labormeter_ui.theme import SPACE
from labormeter_ui.views.text import button, label, tone

if TYPE_CHECKING:
    from collections.abc import Iterable

    from labormeter.valuation.rate import Fault, Rate

ANY: Final = "any"
AMOUNTS: Final = ("low", "mid", "high")
LINES: Final = ("source", "locator", "observed_on", "since", "notes")
"""Fields that are one line of text."""
WIDE: Final = 540


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
        self.lines = {name: QLineEdit() for name in (*AMOUNTS, *LINES)}
        self.lines["observed_on"].setText(today)
        self.boxes = {
            "activity": _box((slug, words.activity(slug)) for slug in ACTIVITIES),
            "platform": _box(
                [(ANY, self.tr("any")), *((slug, words.platform(slug)) for slug in CATALOGUE)]
            ),
            "side": _box((slug, prices.side(slug)) for slug in SIDES),
            "unit": _box((slug, prices.unit(slug)) for slug in UNITS),
            "currency": _box((code, code) for code in currencies),
            "country": _box((code, prices.country(code)) for code in prices.COUNTRIES),
        }
        self.boxes["country"].setEditable(True)
        self.faults: dict[str, QLabel] = {}
        self.save = button(lambda: self.given.emit(self.entry), main=True)
        self.cancel = button(self.reject)
        if before is not None:
            self._like(before)
        self._lay()

    @property
    def entry(self) -> dict[str, str]:
        """Return the fields of the rate."""
        found = {name: line.text().strip() for name, line in self.lines.items()}
        amounts = {name: _plain(found[name]) for name in AMOUNTS}
        boxes = {name: str(box.currentData()) for name, box in self.boxes.items()}
        return found | amounts | boxes | {"country": self._country()}

    def say_faults(self, faults: Iterable[Fault]) -> None:
        """Say everything that is wrong, each under its field."""
        told: dict[str, dict[str, None]] = {}
        for fault in faults:
            names, _, sentence = fault.sentence.partition(": ")
            name = names.split(", ")[0]
            row = "amounts" if name in AMOUNTS else name
            told.setdefault(row if row in self.faults else "", {})[prices.fault(sentence)] = None
        for row, shown in self.faults.items():
            shown.setText("\n".join(told.get(row, ())))
            shown.setVisible(row in told)
        wide = self.width()
        self.resize(wide, max(self.column.totalHeightForWidth(wide), self.sizeHint().height()))
        first = next((row for row in self.faults if row in told), "")
        self._field(first).setFocus()

    def _field(self, row: str) -> QWidget:
        fields: dict[str, QWidget] = {**self.lines, **self.boxes, "amounts": self.lines["mid"]}
        return fields.get(row, self.save)

    def _country(self) -> str:
        box = self.boxes["country"]
        at = box.findText(box.currentText())
        return str(box.itemData(at)) if at >= 0 else box.currentText().strip()

    def _like(self, rate: Rate) -> None:
        """Begin with the fields of the rate that this one is to stand before."""
        platform = rate.platform if rate.platform in CATALOGUE else ANY
        wanted = {
            "activity": (rate.activity, prices.act(rate.activity)),
            "platform": (platform, words.platform(platform)),
            "side": (rate.side, prices.side(rate.side)),
            "unit": (rate.unit, prices.unit(rate.unit)),
            "currency": (rate.currency, rate.currency),
            "country": (rate.country, prices.country(rate.country)),
        }
        for name, (value, shown) in wanted.items():
            box = self.boxes[name]
            if box.findData(value) < 0:
                box.addItem(words.plain(shown), value)
            box.setCurrentIndex(box.findData(value))
        for name in AMOUNTS:
            text = f"{float(getattr(rate, name)):.12f}".rstrip("0").rstrip(".")
            self.lines[name].setText(text)

    def _lay(self) -> None:
        self.setWindowTitle(self.tr("Add a rate"))
        note = label(
            "small",
            self.tr("It stands before the shipped rate, which stays as it is in the book."),
            wrap=True,
        )
        note.setMinimumWidth(WIDE)
        self._prompt()
        amounts = QWidget()
        row = QHBoxLayout(amounts)
        row.setContentsMargins(0, 0, 0, 0)
        for name, said in zip(AMOUNTS, self._amount_names(), strict=True):
            self.lines[name].setPlaceholderText(said)
            self.lines[name].setAccessibleName(said)
            row.addWidget(self.lines[name])
        fields = QFormLayout()
        fields.setVerticalSpacing(SPACE)
        for name, said, field in self._rows(amounts):
            field.setAccessibleName(said)
            fields.addRow(label("body", said), self._with_fault(name, field))
        self.faults[""] = self._fault_label("")
        outer = self.column = QVBoxLayout(self)
        outer.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 2 * SPACE)
        outer.setSpacing(2 * SPACE)
        outer.addWidget(note)
        outer.addLayout(fields)
        outer.addWidget(self.faults[""])
        outer.addLayout(self._buttons())

    def _amount_names(self) -> tuple[str, str, str]:
        return self.tr("least, if known"), self.tr("usual"), self.tr("most, if known")

    def _prompt(self) -> None:
        for name, text in (
            ("source", self.tr("Who was seen to pay this, and where that stands")),
            ("locator", self.tr("Page, table or address; may be left out")),
            ("observed_on", self.tr("2026, 2026-03 or 2026-03-02")),
            ("since", self.tr("A day such as 2026-03-02; always otherwise")),
            ("notes", self.tr("Anything else; may be left out")),
        ):
            self.lines[name].setPlaceholderText(text)

    def _rows(self, amounts: QWidget) -> list[tuple[str, str, QWidget]]:
        lines, boxes = self.lines, self.boxes
        return [
            ("activity", self.tr("Act"), boxes["activity"]),
            ("platform", self.tr("On"), boxes["platform"]),
            ("side", self.tr("Whose side"), boxes["side"]),
            ("amounts", self.tr("Amount"), amounts),
            ("currency", self.tr("Currency"), boxes["currency"]),
            ("unit", self.tr("For"), boxes["unit"]),
            ("source", self.tr("Source"), lines["source"]),
            ("locator", self.tr("Place in it"), lines["locator"]),
            ("observed_on", self.tr("Seen on"), lines["observed_on"]),
            ("country", self.tr("Where"), boxes["country"]),
            ("since", self.tr("In force from"), lines["since"]),
            ("notes", self.tr("Note"), lines["notes"]),
        ]

    def _with_fault(self, name: str, field: QWidget) -> QWidget:
        """Return a field with room under it for what is wrong with it."""
        self.faults[name] = self._fault_label(name)
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(field)
        column.addWidget(self.faults[name])
        return held

    def _fault_label(self, name: str) -> QLabel:
        made = label("small", wrap=True)
        made.setObjectName(f"fault-{name}")
        tone(made, "bad")
        made.hide()
        return made

    def _buttons(self) -> QHBoxLayout:
        self.save.setText(self.tr("Add"))
        self.cancel.setText(self.tr("Cancel"))
        for made in (self.save, self.cancel):
            made.setAccessibleName(made.text())
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.cancel)
        row.addWidget(self.save)
        return row


def _box(items: Iterable[tuple[str, str]]) -> QComboBox:
    made = QComboBox()
    for value, shown in items:
        made.addItem(shown, value)
    return made


def _plain(text: str) -> str:
    """Return a number as the book writes it: a comma that stands alone is a decimal point."""
    return text.replace(",", ".") if text.count(",") == 1 and "." not in text else text
