"""The spread, drawn on a scale of powers of ten: a line a lens, sources as points on it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from labormeter.model import ACTIVITIES
from labormeter_ui import prices, theme, words
from labormeter_ui.hues import CATALOGUE
from labormeter_ui.theme import SPACE
from labormeter_ui.views.text import Flow, Spoken, label, ring

if TYPE_CHECKING:
    from labormeter_ui.presenters.spread import Mark, SpreadPresenter

LEFT: Final = 190
RIGHT: Final = 24
BELOW: Final = 36
THICK: Final = 10
RADIUS: Final = 4.5
GRASP: Final = 9.0
"""Pixels from its middle within which a source is under the pointer."""


class SpreadView(Spoken):
    """Shows a SpreadPresenter: which act, and what each lens says of it in words as well."""

    def __init__(self, presenter: SpreadPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = presenter
        self.platform, self.activity = QComboBox(), QComboBox()
        self.plot, self.sentences = SpreadPlot(presenter), label("small", wrap=True)
        for box in (self.platform, self.activity):
            box.currentIndexChanged.connect(self._chosen)
        head = Flow()
        head.addWidget(self.activity)
        head.addWidget(self.platform)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(SPACE)
        outer.addLayout(head)
        outer.addWidget(self.plot, 1)
        outer.addWidget(self.sentences)
        presenter.changed.connect(self._show)
        self.say()

    def say(self) -> None:
        """Say names and choices."""
        platform, activity = self.presenter.act
        for box, slugs, name, chosen in (
            (self.platform, CATALOGUE, words.platform, platform),
            (self.activity, ACTIVITIES, words.activity, activity),
        ):
            box.blockSignals(True)
            box.clear()
            for slug in slugs:
                box.addItem(name(slug), slug)
            box.setCurrentIndex(box.findData(chosen))
            box.blockSignals(False)
        self.platform.setAccessibleName(self.tr("Platform"))
        self.activity.setAccessibleName(self.tr("Activity"))
        self._show()

    def _chosen(self) -> None:
        self.presenter.choose(self.platform.currentData(), self.activity.currentData())

    def _show(self) -> None:
        state = self.presenter.state
        self.sentences.setText("\n".join(self.sentence(mark) for mark in state.marks))
        self.plot.setAccessibleName(self.tr("One act through every lens"))
        keys = self.tr("Arrow keys walk along the sources, Return opens the card of one.")
        self.plot.setAccessibleDescription(f"{self.sentences.text()} {keys}")
        self.plot.update()

    def sentence(self, mark: Mark) -> str:
        """Return what one lens says of the act."""
        name = words.lens(mark.lens)
        if mark.range is None:
            return f"{name}: {prices.reason(mark.reason)}"
        low, central, high = mark.range
        said = f"{name}: {words.money(central, self.presenter.state.currency)}"
        said += f" ({words.stretch(low, high)})"
        if mark.points:
            said += ", " + self.tr("%Ln source(s)", "", len(mark.points))
        if mark.times is not None and mark.lens != "worker":
            said += ", " + self.tr("%1 times the wage").replace("%1", f"{mark.times:.3g}")
        return said


class SpreadPlot(Spoken):
    """The drawing alone; arrow keys walk along the sources, Return opens the card of one.

    Signals:
        opened: the card of a rate is wanted; carries its id.
    """

    opened = Signal(str)

    def __init__(self, presenter: SpreadPresenter) -> None:
        super().__init__()
        self.presenter = presenter
        self.chosen: tuple[int, int] | None = None
        """Row of a lens, and place of a source in it."""
        self.tip = label("tip")
        self.tip.setParent(self)
        self.tip.hide()
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(180)

    def dress(self) -> None:
        """Draw in the theme's colours."""
        self.update()

    def places(self) -> list[tuple[int, int]]:
        """Return every source by row and place, each row from the least to the most."""
        return [
            (row, place)
            for row, mark in enumerate(self.presenter.state.marks)
            for place in sorted(range(len(mark.points)), key=lambda at: mark.points[at].amount)
        ]

    def figures(self, row: int, place: int) -> str:
        """Return what a source says: how much, for what, where, when, and who says so."""
        point = self.presenter.state.marks[row].points[place]
        rate, currency = point.rate, self.presenter.state.currency
        lines = [
            f"{words.money(point.amount, currency)} · {prices.market(rate.market)}",
            " · ".join(filter(None, (prices.country(rate.country), words.plain(rate.observed_on)))),
            words.plain(rate.source, 120),
            self.tr("Press to open its card (%1).").replace("%1", words.plain(rate.id)),
        ]
        return "\n".join(filter(None, lines))

    def decades(self) -> tuple[int, int]:
        """Return the powers of ten of a millionth between which all marks lie."""
        amounts = [
            value
            for mark in self.presenter.state.marks
            for value in (*(mark.range or ()), *(point.amount for point in mark.points))
            if value > 0
        ]
        low, high = min(amounts, default=1), max(amounts, default=1_000_000)
        return math.floor(math.log10(low)), max(math.ceil(math.log10(high)), 1)

    def centre(self, row: int, place: int) -> QPointF:
        """Return where a source is drawn; those of about the same amount stand above each other."""
        points = self.presenter.state.marks[row].points
        x = self._x(points[place].amount)
        near = [at for at in range(place) if abs(self._x(points[at].amount) - x) < 2 * RADIUS]
        step = (len(near) + 1) // 2 * (-1 if len(near) % 2 else 1)
        reach = self._high() / 2 - RADIUS - 2
        return QPointF(x, self._y(row) + max(min(step * 2 * RADIUS, reach), -reach))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a grid of powers of ten, and a line a lens."""
        painter, worn = QPainter(self), theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("small"))
        first, last = self.decades()
        room = self.height() - BELOW
        for power in range(first, last + 1):
            x = self._x(10**power)
            painter.setPen(QPen(QColor(worn.line), 1))
            painter.drawLine(QPointF(x, 0), QPointF(x, room))
            painter.setPen(QColor(worn.soft))
            place = QRectF(x - 60, room + 6, 120, BELOW - 6)
            painter.drawText(place, Qt.AlignmentFlag.AlignHCenter, words.money(10**power))
        for row, mark in enumerate(self.presenter.state.marks):
            self._mark(painter, worn, mark, row)
        ring(self, painter)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell the source under the pointer."""
        place = self._under(event.position())
        shape = Qt.CursorShape
        self.setCursor(shape.ArrowCursor if place is None else shape.PointingHandCursor)
        self._choose(place)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the card of the source under the pointer."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose(self._under(event.position()))
            self._open()

    def leaveEvent(self, _event: object) -> None:
        """Put the figures away."""
        self._choose(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk along the sources."""
        places, keys = self.places(), Qt.Key
        steps = {keys.Key_Right: 1, keys.Key_Down: 1, keys.Key_Left: -1, keys.Key_Up: -1}
        key = Qt.Key(event.key())
        if key in {keys.Key_Return, keys.Key_Enter}:
            self._open()
        elif key in steps and places:
            before = places.index(self.chosen) if self.chosen in places else -steps[key] // 2
            self._choose(places[(before + steps[key]) % len(places)])
        else:
            super().keyPressEvent(event)

    def _under(self, where: QPointF) -> tuple[int, int] | None:
        found = [(self._far(where, *one), one) for one in self.places()]
        return min((one for one in found if one[0] <= GRASP), default=(0.0, None))[1]

    def _far(self, where: QPointF, row: int, place: int) -> float:
        away = self.centre(row, place) - where
        return math.hypot(away.x(), away.y())

    def _open(self) -> None:
        if self.chosen is not None:
            row, place = self.chosen
            self.opened.emit(self.presenter.state.marks[row].points[place].rate.id)

    def _choose(self, place: tuple[int, int] | None) -> None:
        self.chosen = place if place in self.places() else None
        self.tip.setVisible(self.chosen is not None)
        if self.chosen is not None:
            self.tip.setText(self.figures(*self.chosen))
            self.tip.adjustSize()
            at = self.centre(*self.chosen)
            x = at.x() + 14
            if x + self.tip.width() > self.width() - 4:
                x = at.x() - self.tip.width() - 14
            y = min(int(at.y()) - self.tip.height() // 2, self.height() - self.tip.height() - 4)
            self.tip.move(max(int(x), 4), max(y, 4))
            self.tip.raise_()
        self.update()

    def _mark(self, painter: QPainter, worn: theme.Theme, mark: Mark, row: int) -> None:
        y = self._y(row)
        painter.setPen(QColor(worn.ink))
        side = QRectF(0, y - 20, LEFT - 16, 40)
        painter.drawText(
            side, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words.lens(mark.lens)
        )
        colour = QColor(worn.series[row])
        painter.setPen(Qt.PenStyle.NoPen)
        if mark.range is not None:
            low, central, high = (self._x(value) for value in mark.range)
            pale = QColor(colour)
            pale.setAlpha(90)
            painter.setBrush(pale)
            painter.drawRoundedRect(QRectF(low, y - THICK / 2, max(high - low, 3), THICK), 5, 5)
            painter.setBrush(colour)
            painter.drawRoundedRect(QRectF(central - 2, y - THICK, 4, 2 * THICK), 2, 2)
        for place in range(len(mark.points)):
            now = self.chosen == (row, place)
            painter.setPen(QPen(QColor(worn.ink if now else worn.card), 2 if now else 1))
            painter.setBrush(colour)
            size = RADIUS + 2 if now else RADIUS
            painter.drawEllipse(self.centre(row, place), size, size)

    def _high(self) -> float:
        return (self.height() - BELOW) / max(len(self.presenter.state.marks), 1)

    def _y(self, row: int) -> float:
        return (row + 0.5) * self._high()

    def _x(self, value: float) -> float:
        first, last = self.decades()
        share = (math.log10(max(value, 10**first)) - first) / (last - first)
        return LEFT + share * (self.width() - LEFT - RIGHT)
