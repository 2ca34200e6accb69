"""The page of the statement: choose, look, print, or keep as a PDF."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QLocale, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from labormeter_ui import words
from labormeter_ui.presenters.statement import PERIODS, Period, StatementPresenter
from labormeter_ui.theme import SPACE
from labormeter_ui.views.text import Flow, Spoken, button, label

if TYPE_CHECKING:
    from collections.abc import Iterable


class StatementView(Spoken):
    """Shows a StatementPresenter.

    Signals:
        printing: the page is to be printed.
        keeping: the page is to be kept as a PDF.
    """

    printing = Signal()
    keeping = Signal()

    def __init__(self, presenter: StatementPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = presenter
        self.platforms: tuple[str, ...] = ()
        self.platform, self.period, self.name = QComboBox(), QComboBox(), QLineEdit()
        self.print_button = button(self.printing.emit)
        self.keep_button = button(self.keeping.emit, main=True)
        self.note = label("soft", wrap=True)
        self.page = QTextBrowser()
        self.page.setOpenLinks(False)
        # Paper stays paper in the dark: what is looked at is what is printed.
        self.page.setStyleSheet(
            "QTextBrowser { background: #ffffff; color: #1c1c1c; border: 2px solid transparent; }"
            "QTextBrowser:focus { border-color: palette(highlight); }"
        )
        self.page.document().setDocumentMargin(4 * SPACE)
        for box in (self.platform, self.period):
            box.currentIndexChanged.connect(self._chosen)
        self.name.editingFinished.connect(self._chosen)
        self.name.setMaxLength(80)
        self.name.setMinimumWidth(220)
        presenter.changed.connect(self._show)
        self._lay()
        self.say()

    def know(self, platforms: Iterable[str]) -> None:
        """Offer these platforms."""
        if (known := tuple(platforms)) != self.platforms:
            self.platforms = known
            self.say()

    def say(self) -> None:
        """Say names and choices; the statement is in the language of the window."""
        order = self.presenter.order
        named = dict.fromkeys([*self.platforms, *filter(None, [order.platform])])
        platforms = [("", self.tr("All platforms")), *((one, words.platform(one)) for one in named)]
        texts = [self.tr("This month"), self.tr("Last month"), self.tr("This year")]
        texts += [self.tr("Last year"), self.tr("Everything")]
        for box, choices, chosen in (
            (self.platform, platforms, order.platform),
            (self.period, list(zip(PERIODS, texts, strict=True)), order.period),
        ):
            with QSignalBlocker(box):
                box.clear()
                for slug, name in choices:
                    box.addItem(name, slug)
                box.setCurrentIndex(max(box.findData(chosen), 0))
        self.platform.setAccessibleName(self.tr("Platform"))
        self.period.setAccessibleName(self.tr("Period"))
        self.name.setAccessibleName(self.tr("Your name"))
        self.name.setPlaceholderText(self.tr("Your name: printed, kept nowhere"))
        self.page.setAccessibleName(self.tr("Preview of the statement"))
        self.print_button.setText(self.tr("Print"))
        self.keep_button.setText(self.tr("Save as PDF"))
        for made in (self.print_button, self.keep_button):
            made.setAccessibleName(made.text())
        self._chosen()
        self._show()

    def _chosen(self) -> None:
        self.presenter.choose(
            replace(
                self.presenter.order,
                platform=self.platform.currentData() or "",
                period=cast("Period", self.period.currentData() or "month"),
                sender=self.name.text().strip(),
                language=QLocale().name()[:2],
            )
        )

    def _show(self) -> None:
        drawn = self.presenter.state
        if drawn is None:
            self.note.setText(self.tr("Drawing up the statement"))
        elif not drawn.items:
            self.note.setText(self.tr("Nothing was counted in this period. Choose a longer one."))
        self.note.setVisible(drawn is None or not drawn.items)
        self.page.setVisible(drawn is not None and bool(drawn.items))
        if drawn is not None:
            self.page.setHtml(drawn.html)
        for made in (self.print_button, self.keep_button):
            made.setEnabled(drawn is not None and bool(drawn.items))

    def _lay(self) -> None:
        chosen = Flow()
        for part in (self.platform, self.period, self.name):
            chosen.addWidget(part)
        head = QHBoxLayout()
        head.addLayout(chosen, 1)
        head.addWidget(self.print_button, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.keep_button, 0, Qt.AlignmentFlag.AlignTop)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(2 * SPACE)
        outer.addLayout(head)
        outer.addWidget(self.note)
        outer.addWidget(self.page, 1)
        outer.addStretch()
