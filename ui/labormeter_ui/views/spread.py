"""The spread, drawn on a scale of powers of ten: a line a lens, sources as points on it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from labormeter.model import ACTIVITIES
from labormeter_ui import theme, words
from labormeter_ui.hues import CATALOGUE
from labormeter_ui.theme import SPACE
from labormeter_ui.views.text import Flow, Spoken, label

if TYPE_CHECKING:
    from labormeter_ui.presenters.spread import Mark, SpreadPresenter

LEFT: Final = 190
RIGHT: Final = 24
BELOW: Final = 36
THICK: Final = 10


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
        self.plot.setAccessibleDescription(self.sentences.text())
        self.plot.update()

    def sentence(self, mark: Mark) -> str:
        """Return what one lens says of the act."""
        name = words.lens(mark.lens)
        if mark.range is None:
            return f"{name}: {words.plain(mark.reason, 160)}"
        low, central, high = mark.range
        said = f"{name}: {words.money(central, self.presenter.state.currency)}"
        said += f" ({words.stretch(low, high)})"
        if mark.points:
            said += ", " + self.tr("%Ln source(s)", "", len(mark.points))
        if mark.times is not None and mark.lens != "worker":
            said += ", " + self.tr("%1 times the wage").replace("%1", f"{mark.times:.3g}")
        return said


class SpreadPlot(QWidget):
    """The drawing alone."""

    def __init__(self, presenter: SpreadPresenter) -> None:
        super().__init__()
        self.presenter = presenter
        self.setMinimumHeight(180)

    def decades(self) -> tuple[int, int]:
        """Return the powers of ten of a millionth between which all marks lie."""
        amounts = [
            value
            for mark in self.presenter.state.marks
            for value in (*(mark.range or ()), *(found for _, found in mark.points))
            if value > 0
        ]
        low, high = min(amounts, default=1), max(amounts, default=1_000_000)
        return math.floor(math.log10(low)), max(math.ceil(math.log10(high)), 1)

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
        marks = self.presenter.state.marks
        for row, mark in enumerate(marks):
            self._mark(painter, worn, mark, (row + 0.5) * room / len(marks), row)
        painter.end()

    def _mark(self, painter: QPainter, worn: theme.Theme, mark: Mark, y: float, row: int) -> None:
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
        painter.setPen(QPen(QColor(worn.card), 1))
        painter.setBrush(colour)
        for _, value in mark.points:
            painter.drawEllipse(QPointF(self._x(value), y), 4.5, 4.5)

    def _x(self, value: float) -> float:
        first, last = self.decades()
        share = (math.log10(max(value, 10**first)) - first) / (last - first)
        return LEFT + share * (self.width() - LEFT - RIGHT)
