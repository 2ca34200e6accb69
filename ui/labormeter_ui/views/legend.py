"""What the colours and the hatching of a chart stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QWidget

from labormeter_ui.views.text import Flow, emptied, label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from labormeter_ui.theme import Theme

type Entry = tuple[QBrush, str]


class Legend(Flow):
    """A row of swatches with their names, made anew only where it says something else."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: tuple[tuple[str, str, Qt.BrushStyle, str], ...] = ()

    def show_entries(self, entries: Sequence[Entry], worn: Theme) -> None:
        """Show these."""
        fresh = tuple(
            (worn.card, brush.color().name(), brush.style(), text) for brush, text in entries
        )
        if fresh == self.entries:
            return
        self.entries = fresh
        emptied(self)
        for brush, text in entries:
            self.addWidget(_entry(swatch(brush, worn), text))


def _entry(drawn: QPixmap, text: str) -> QWidget:
    entry, mark = QWidget(), label()
    row = QHBoxLayout(entry)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    mark.setPixmap(drawn)
    mark.setAccessibleName(text)
    row.addWidget(mark)
    row.addWidget(label("small", text))
    return entry


def swatch(brush: QBrush, worn: Theme) -> QPixmap:
    """Return a small square of a brush; hatching gets a frame."""
    drawn = QPixmap(QSize(14, 14))
    drawn.fill(QColor(worn.card))
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    hatched = brush.style() != Qt.BrushStyle.SolidPattern
    painter.setPen(QPen(QColor(worn.line)) if hatched else Qt.PenStyle.NoPen)
    painter.setBrush(brush)
    painter.drawRoundedRect(QRectF(0.5, 0.5, 13, 13), 3, 3)
    painter.end()
    return drawn
