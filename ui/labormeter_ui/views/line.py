"""One line of a ranking: an icon or swatch, a name, a bar and a number; pressed, it drills down."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from labormeter_ui import icons, theme, words
from labormeter_ui.views.text import hint

HEIGHT = 38


@dataclass(frozen=True, slots=True, kw_only=True)
class Rank:
    """What a line shows. `share` is the length of its bar between 0 and 1."""

    name: str
    value: int
    share: float
    hue: int | None = None
    icon: str = ""
    detail: str = ""


class RankLine(QPushButton):
    """A button that paints a rank."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rank = Rank(name="", value=0, share=0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_rank(self, rank: Rank) -> None:
        """Show another rank."""
        self.rank = rank
        self.setAccessibleName(f"{rank.name}: {words.number(rank.value)}")
        self.setAccessibleDescription(rank.detail)
        hint(self, rank.detail)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of name and bar."""
        return QSize(180, max(HEIGHT, round(self.fontMetrics().height() * 2.0)))

    def minimumSizeHint(self) -> QSize:
        """Return the least size at which the name can be read."""
        return QSize(140, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint icon, name, number and bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        worn = theme.current()
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.underMouse() or self.hasFocus():
            painter.setPen(QPen(QColor(worn.accent), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(worn.sunk))
            painter.drawRoundedRect(area, 7, 7)
        self._paint(painter, worn, area.adjusted(7, 4, -7, -6))
        painter.end()

    def _paint(self, painter: QPainter, worn: theme.Theme, area: QRectF) -> None:
        colour = QColor(colour_of(worn, self.rank.hue))
        left = area.left() + self._mark(painter, worn, colour, area)
        number = words.number(self.rank.value)
        painter.setFont(theme.font("body", bold=True))
        wide = painter.fontMetrics().horizontalAdvance(number)
        text = QRectF(left, area.top(), area.right() - left, area.height() - 8)
        painter.setPen(QColor(worn.ink))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(text, right, number)
        painter.setFont(theme.font("body"))
        room = text.width() - wide - 12
        name = painter.fontMetrics().elidedText(
            self.rank.name, Qt.TextElideMode.ElideRight, int(room)
        )
        painter.drawText(text, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        self._bar(painter, worn, colour, QRectF(left, area.bottom() - 5, area.right() - left, 5))

    def _mark(self, painter: QPainter, worn: theme.Theme, colour: QColor, area: QRectF) -> float:
        if self.rank.icon:
            ratio = self.devicePixelRatioF()
            painter.drawPixmap(
                int(area.left()),
                int(area.center().y() - 10),
                icons.pixmap(self.rank.icon, worn.soft, 20, ratio),
            )
            return 30
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(area.left(), area.top() + 3, 10, area.height() - 2), 3, 3)
        return 20

    def _bar(self, painter: QPainter, worn: theme.Theme, colour: QColor, area: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(worn.sunk if not self.underMouse() else worn.line))
        painter.drawRoundedRect(area, 2.5, 2.5)
        filled = QRectF(area)
        filled.setWidth(max(area.width() * self.rank.share, 5 if self.rank.value else 0))
        painter.setBrush(colour)
        painter.drawRoundedRect(filled, 2.5, 2.5)


def colour_of(worn: theme.Theme, hue: int | None) -> str:
    """Return the colour of a hue, of the rest where there is none."""
    return worn.rest if hue is None else worn.series[hue % len(worn.series)]
