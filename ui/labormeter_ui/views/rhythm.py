"""The heat map of the week: an hour a square, darker the more was done, with its number told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen

from labormeter_ui import theme, words
from labormeter_ui.presenters.rhythm import DAYS, HOURS
from labormeter_ui.views.text import Spoken, label, ring

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from labormeter_ui.presenters.rhythm import RhythmPresenter

LEFT: Final = 96
BELOW: Final = 28
GAP: Final = 2


class RhythmView(Spoken):
    """Shows a RhythmPresenter; arrow keys walk over the hours, Return opens one.

    Signals:
        wanted: an hour was pressed; carries which of the week, 0 for Monday from midnight on.
    """

    wanted = Signal(int)

    def __init__(self, presenter: RhythmPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = presenter
        self.chosen: tuple[int, int] | None = None
        self.tip = label("tip")
        self.tip.setParent(self)
        self.tip.hide()
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(200)
        presenter.changed.connect(self.say)
        self.say()

    def say(self) -> None:
        """Say the busiest hour."""
        state = self.presenter.state
        self.setAccessibleName(self.tr("Hours of the week"))
        busiest = self.figures(*state.busiest) if state.total else ""
        keys = self.tr("Arrow keys walk over the hours, Return opens one.")
        self.setAccessibleDescription(f"{busiest} {keys}".strip())
        self.update()

    def dress(self) -> None:
        """Draw in the theme's colours."""
        self.update()

    def figures(self, day: int, hour: int) -> str:
        """Return what an hour says."""
        count = self.presenter.state.rows[day][hour]
        gestures = self.tr("%Ln gesture(s)", "", count)
        return f"{words.hour_of_week(day * HOURS + hour)}: {gestures}"

    def square(self, day: int, hour: int) -> QRectF:
        """Return where an hour is drawn."""
        wide = (self.width() - LEFT) / HOURS
        high = (self.height() - BELOW) / DAYS
        return QRectF(LEFT + hour * wide, day * high, wide - GAP, high - GAP)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint squares, weekdays and hours."""
        painter, worn, state = QPainter(self), theme.current(), self.presenter.state
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("small"))
        for day in range(DAYS):
            painter.setPen(QColor(worn.soft))
            row = self.square(day, 0)
            side = QRectF(0, row.top(), LEFT - 12, row.height())
            middle = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(side, middle, QLocale().standaloneDayName(day + 1))
            for hour in range(HOURS):
                self._paint(painter, worn, day, hour, state.most)
        painter.setPen(QColor(worn.soft))
        for hour in range(0, HOURS, 3):
            below = self.square(DAYS - 1, hour)
            place = QRectF(below.left(), self.height() - BELOW + 4, 60, BELOW - 4)
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft, f"{hour} h")
        ring(self, painter)
        painter.end()

    def _paint(self, painter: QPainter, worn: theme.Theme, day: int, hour: int, most: int) -> None:
        count = self.presenter.state.rows[day][hour]
        colour = QColor(worn.sunk)
        if count:
            colour = QColor(worn.series[0])
            colour.setAlphaF(0.15 + 0.85 * count / most)
        chosen = self.chosen == (day, hour)
        painter.setPen(QPen(QColor(worn.accent), 2) if chosen else Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(self.square(day, hour), 4, 4)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell the figures of the hour under the pointer."""
        place = self._under(event)
        self.setCursor(self._pointer(place))
        self._choose(place)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the hour under the pointer."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose(self._under(event))
            self._open()

    def _under(self, event: QMouseEvent) -> tuple[int, int] | None:
        where = event.position()
        every = ((day, hour) for day in range(DAYS) for hour in range(HOURS))
        return next((one for one in every if self.square(*one).contains(where)), None)

    def _pointer(self, place: tuple[int, int] | None) -> Qt.CursorShape:
        held = place is not None and self.presenter.state.rows[place[0]][place[1]]
        return Qt.CursorShape.PointingHandCursor if held else Qt.CursorShape.ArrowCursor

    def _open(self) -> None:
        """Drill down, where there is anything to see."""
        if self.chosen is not None:
            day, hour = self.chosen
            if self.presenter.state.rows[day][hour]:
                self.wanted.emit(day * HOURS + hour)

    def leaveEvent(self, _event: object) -> None:
        """Put the figures away."""
        self._choose(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk over the hours."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open()
            return
        day, hour = self.chosen or (0, 0)
        steps = {
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Right: (0, 1),
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Down: (1, 0),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self._choose(((day + step[0]) % DAYS, (hour + step[1]) % HOURS))

    def _choose(self, place: tuple[int, int] | None) -> None:
        self.chosen = place
        self.tip.setVisible(place is not None)
        if place is not None:
            self.tip.setText(self.figures(*place))
            self.tip.adjustSize()
            square = self.square(*place)
            x = min(int(square.right()) + 8, self.width() - self.tip.width())
            self.tip.move(x, max(min(int(square.top()), self.height() - self.tip.height()), 0))
        self.update()
