"""A page that is to be printed or kept as a PDF, shown as it will be on paper."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from labormeter_ui.theme import SPACE
from labormeter_ui.views.text import button

SIZE = (620, 640)


class Paper(QDialog):
    """Shows a page of HTML of our own.

    Signals:
        printing: it is to be printed.
        keeping: it is to be kept as a PDF.
    """

    printing = Signal()
    keeping = Signal()

    def __init__(self, html: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.html = html
        self.setWindowTitle(title)
        self.resize(*SIZE)
        self.page = QTextBrowser()
        self.page.setOpenLinks(False)
        self.page.setAccessibleName(title)
        self.page.setStyleSheet("QTextBrowser { background: #ffffff; color: #1c1c1c; }")
        self.page.document().setDocumentMargin(3 * SPACE)
        self.page.setHtml(html)
        self.print_button = button(self.printing.emit, main=True)
        self.keep_button = button(self.keeping.emit)
        self.close_button = button(self.accept)
        row = QHBoxLayout()
        row.addStretch()
        for made, text in (
            (self.close_button, self.tr("Close")),
            (self.keep_button, self.tr("Save as PDF")),
            (self.print_button, self.tr("Print")),
        ):
            made.setText(text)
            made.setAccessibleName(text)
            row.addWidget(made)
        column = QVBoxLayout(self)
        column.addWidget(self.page, 1)
        column.addLayout(row)
