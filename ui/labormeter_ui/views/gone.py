"""What was removed, said once more before the program ends: the last that is seen of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from labormeter_ui.theme import SPACE
from labormeter_ui.views.text import button, label
from labormeter_ui.words import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

SIZE: Final = (620, 360)


class GoneDialog(QDialog):
    """Shows that everything was looked for again and is gone."""

    def __init__(self, places: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Everything is gone"))
        self.resize(*SIZE)
        self.text = label(wrap=True)
        self.text.setText(
            self.tr(
                "This computer was looked through again, and nothing of this ledger is left on it. The"
                " program itself goes as you installed it. What there was is gone from these places:"
            )
        )
        self.places = QPlainTextEdit("\n".join(map(plain, places)))
        self.places.setReadOnly(True)
        self.places.setAccessibleName(self.text.text())
        self.leave = button(self.accept, main=True)
        self.leave.setText(self.tr("Close labormeter"))
        self.leave.setAccessibleName(self.leave.text())
        column = QVBoxLayout(self)
        column.setContentsMargins(*[3 * SPACE] * 4)
        column.setSpacing(2 * SPACE)
        column.addWidget(self.text)
        column.addWidget(self.places, 1)
        column.addWidget(self.leave)
        self.leave.setFocus()
