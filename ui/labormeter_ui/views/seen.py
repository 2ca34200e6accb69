"""One line that says what share the meter saw, where an archive tells; nothing where none does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from labormeter_ui import words
from labormeter_ui.views.text import Spoken, label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from labormeter.valuation.seen import Share
    from labormeter_ui.presenters.history import HistoryPresenter


class SeenLine(Spoken):
    """Shows the share of a HistoryPresenter beside figures that it makes an `at least` of."""

    def __init__(self, presenter: HistoryPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = presenter
        self.text = label("small", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.text)
        presenter.changed.connect(self.say)
        self.say()

    def say(self) -> None:
        """Say it."""
        whole = self.presenter.state.past.whole
        told = whole is not None and whole.share is not None
        self.setVisible(told)
        self.text.setText(self._sentence(whole) if whole is not None and told else "")
        self.text.setAccessibleName(self.text.text())

    def _sentence(self, whole: Share) -> str:
        said = self.tr(
            "At least: of what platforms' archives tell of, the meter saw %1 % (%2 to %3 %)."
        )
        for place, value in enumerate((whole.share or 0, *whole.interval), 1):
            said = said.replace(f"%{place}", words.number(round(100 * value)), 1)
        return said
