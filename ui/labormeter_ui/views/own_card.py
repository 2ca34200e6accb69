"""How one sits in a room: two words, in the total only or not, and the room that a card is for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QFileDialog, QVBoxLayout, QWidget

from labormeter_ui import words
from labormeter_ui.views.text import Flow, Spoken, button, label, tone

if TYPE_CHECKING:
    from labormeter_ui.presenters.share import SharePresenter


class OwnCardView(Spoken):
    """Shows what a SharePresenter holds of a card."""

    def __init__(self, presenter: SharePresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = presenter
        self.handle, self.rules = label("strong"), label("soft")
        self.again, self.room = button(self.draw), button(self._open)
        self.roomless = button(lambda: presenter.open_room(""))
        self.total_only, self.practice = QCheckBox(), QCheckBox()
        self.refused = label(wrap=True)
        tone(self.refused, "bad")
        row, outer = Flow(), QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(row)
        outer.addWidget(self.refused)
        for part in (
            *(self.handle, self.again, self.total_only, self.practice),
            *(self.room, self.roomless, self.rules),
        ):
            row.addWidget(part)
        for tick in (self.total_only, self.practice):
            tick.toggled.connect(self._chosen)
        presenter.changed.connect(self.show_order)
        self.say()

    def say(self) -> None:
        """Say every text."""
        for made, text in (
            (self.again, self.tr("Draw again")),
            (self.room, self.tr("Open the room's file")),
            (self.roomless, self.tr("Without a room")),
            (self.total_only, self.tr("Count me in the total only")),
            (self.practice, self.tr("With the practice site")),
        ):
            made.setText(text)
            made.setAccessibleName(text)
        self.show_order()

    def show_order(self) -> None:
        """Show the card that is chosen."""
        order = self.presenter.order
        self.handle.setText(
            self.tr("You are %1: nobody else knows it.").replace("%1", order.handle)
        )
        for tick, on in ((self.total_only, order.total_only), (self.practice, order.practice)):
            with QSignalBlocker(tick):
                tick.setChecked(on)
        said = self.tr("Weeks %1 to %2, by %3")
        for place, value in enumerate((*order.weeks, Path(order.room).name), start=1):
            said = said.replace(f"%{place}", words.plain(value, 40))
        self.rules.setText(said)
        for part in (self.rules, self.roomless):
            part.setVisible(bool(order.room))
        self.refused.setText(words.plain(self.presenter.state.refused, 300))
        self.refused.setVisible(bool(self.refused.text()))

    def draw(self) -> None:
        """Draw two words, in the language of the window."""
        self.presenter.draw(QLocale().name()[:2])

    def _chosen(self) -> None:
        self.presenter.choose(
            replace(
                self.presenter.order,
                total_only=self.total_only.isChecked(),
                practice=self.practice.isChecked(),
            )
        )

    def _open(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, self.room.text(), "", "TOML (*.toml)")
        if path:
            self.presenter.open_room(path)
