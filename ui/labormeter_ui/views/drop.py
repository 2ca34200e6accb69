"""Where a file can be dropped: a dashed field that lights up under it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from labormeter_ui import icons, theme

LEAST: Final = 200
ICON: Final = 48
ROUND: Final = 12


class Drop(QWidget):
    """The field alone; whoever holds it takes the file."""

    def __init__(self, icon: str = "upload", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.icon, self.under = icon, False
        self.setMinimumHeight(LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def lit(self, *, on: bool) -> None:
        """Say whether a file is held above it."""
        if on != self.under:
            self.under = on
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a dashed frame, and a picture in its middle."""
        painter, worn = QPainter(self), theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(worn.accent if self.under else worn.rest)
        painter.setPen(QPen(colour, 2, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(worn.sunk if self.under else worn.card))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), ROUND, ROUND)
        drawn = icons.pixmap(self.icon, colour.name(), ICON, self.devicePixelRatioF())
        middle = self.rect().center()
        painter.drawPixmap(middle.x() - ICON // 2, middle.y() - ICON // 2, drawn)
        painter.end()
