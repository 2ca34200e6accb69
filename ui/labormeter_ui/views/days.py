"""A chart over time, drawn by pyqtgraph: stacked bars, and hatching where nothing was metered."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

import pyqtgraph as pg
from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from labormeter_ui import theme, words
from labormeter_ui.theme import SPACE
from labormeter_ui.views.axis import CountAxis, DateAxis
from labormeter_ui.views.hatching import PATTERNS, Hatching, hatch_colour
from labormeter_ui.views.legend import Legend
from labormeter_ui.views.line import colour_of
from labormeter_ui.views.stack import Band, Stack, band_brush
from labormeter_ui.views.text import Spoken, label, ring

if TYPE_CHECKING:
    from PySide6.QtWidgets import QGraphicsSceneMouseEvent

    from labormeter_ui.presenters.days import Days, DaysPresenter, Series, Why

HEADROOM: Final = 1.12
"""How far the axis goes above the tallest bar."""


class DaysView(Spoken):
    """Shows a DaysPresenter; arrow keys walk along the bars, Return drills down.

    Signals:
        wanted: a bar was pressed; carries its first and last day.
    """

    wanted = Signal(str, str)

    def __init__(self, presenter: DaysPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = presenter
        self.chosen = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.axis, self.counts = DateAxis("bottom"), CountAxis("left")
        self.counts.enableAutoSIPrefix(False)
        self.plot = pg.PlotWidget(
            axisItems={"bottom": self.axis, "left": self.counts}, background=None
        )
        self.tip = label("tip")
        self.tip.setParent(self)
        self.tip.hide()
        self.legend = Legend()
        self._reach, self._high = (0, 0), 0.0
        self._ready()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(2, 2, 2, 2)
        outer.setSpacing(SPACE)
        outer.addWidget(self.plot, 1)
        outer.addSpacing(4)
        outer.addLayout(self.legend)
        presenter.changed.connect(self.say)
        self.dress()

    def _ready(self) -> None:
        item = self.plot.getPlotItem()
        item.hideButtons()
        item.setMenuEnabled(False)
        item.getViewBox().setMouseEnabled(x=True, y=False)
        item.getViewBox().setDefaultPadding(0)
        self.plot.setMinimumHeight(150)
        self.plot.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.plot.setFrameShape(self.plot.Shape.NoFrame)
        self.plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.plot.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hatching = Hatching()
        item.addItem(self.hatching, ignoreBounds=True)
        self.stack, self.band = Stack(item), Band()
        item.addItem(self.band, ignoreBounds=True)
        self.mark = pg.QtWidgets.QGraphicsRectItem()
        item.addItem(self.mark, ignoreBounds=True)
        self.plot.scene().sigMouseMoved.connect(self._moved)
        self.plot.scene().sigMouseClicked.connect(self._clicked)
        self.plot.viewport().installEventFilter(self)

    def say(self) -> None:
        """Draw and say the state of the presenter."""
        state = self.presenter.state
        self.setAccessibleName(measure_name(state.measure))
        most = max(state.bars, key=lambda bar: bar.total, default=None)
        sentence = told(state, state.total)
        if most is not None and most.total:
            peak = self.tr("most in the stretch from %1: %2")
            sentence += ", " + peak.replace("%1", words.date(most.label)).replace(
                "%2", told(state, most.total)
            )
        self.setAccessibleDescription(
            f"{sentence}. " + self.tr("Left and Right walk along the bars, Return opens one.")
        )
        self.plot.setAccessibleName(self.accessibleName())
        self.plot.setAccessibleDescription(self.accessibleDescription())
        self._draw(state)
        self._explain(state)

    def dress(self) -> None:
        """Draw in the theme's colours."""
        worn = theme.current()
        for side in ("bottom", "left"):
            axis = self.plot.getAxis(side)
            axis.setPen(pg.mkPen(worn.line))
            axis.setTextPen(pg.mkPen(worn.soft))
            axis.setStyle(tickFont=theme.font("small"), tickLength=0, tickTextOffset=8)
        self.plot.showGrid(x=False, y=True, alpha=0.18)
        self.say()

    def _draw(self, state: Days) -> None:
        self.counts.measure = state.measure
        self.stack.show_days(state)
        self.band.show_ends(state.bars, state.ends if state.measure == "owed" else ())
        self.hatching.show_hatches(state.hatches)
        if not state.bars:
            self._choose(-1)
            return
        first, last = state.bars[0], state.bars[-1]
        reach, high = (first.start, last.start + last.width), max(state.highest * HEADROOM, 5)
        view = self.plot.getPlotItem().getViewBox()
        if moved := reach != self._reach:
            self._reach = reach
            view.setLimits(xMin=reach[0] - 1, xMax=reach[1] + 1, minXRange=7)
            view.setXRange(*reach, padding=0.01)
        if high != self._high:
            self._high = high
            view.setYRange(0, high, padding=0.01)
        self._choose(-1 if moved else self.chosen)

    def _explain(self, state: Days) -> None:
        worn = theme.current()
        entries = [
            (QBrush(QColor(colour_of(worn, series.hue))), series_name(state, series))
            for series in state.series
        ]
        if state.measure == "owed" and state.ends:
            said = self.tr("from the lowest to the highest price")
            if state.beyond:
                said = self.tr("from the lowest price to the highest, which lies beyond the chart")
            entries.append((band_brush(), said))
        reasons: dict[Why, str] = {
            "gap": self.tr("metering was interrupted"),
            "private": self.tr("private"),
            "unmetered": self.tr("no shift"),
        }
        for why, sentence in reasons.items():
            if any(hatch.why == why for hatch in state.hatches):
                entries.append((QBrush(QColor(hatch_colour(worn, why)), PATTERNS[why]), sentence))
        self.legend.show_entries(entries, worn)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Show that the keyboard is here."""
        painter = QPainter(self)
        ring(self, painter)
        painter.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Put the figures away when the pointer leaves."""
        if event.type() == QEvent.Type.Leave:
            self._choose(-1)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk along the bars."""
        last = len(self.presenter.state.bars) - 1
        moves = {
            Qt.Key.Key_Right: min(self.chosen + 1, last),
            Qt.Key.Key_Left: self.chosen - 1 if self.chosen > 0 else last,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        key = Qt.Key(event.key())
        if key in moves:
            self._choose(moves[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open()
        else:
            super().keyPressEvent(event)

    def _moved(self, where: QPointF) -> None:
        inside = self.plot.getPlotItem().getViewBox()
        if not inside.sceneBoundingRect().contains(where):
            self._choose(-1)
            return
        at = inside.mapSceneToView(where).x()
        bars = self.presenter.state.bars
        found = (place for place, bar in enumerate(bars) if bar.start <= at < bar.start + bar.width)
        self._choose(next(found, -1))

    def _clicked(self, event: QGraphicsSceneMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._open()

    def _open(self) -> None:
        bars = self.presenter.state.bars
        if 0 <= self.chosen < len(bars):
            bar = bars[self.chosen]
            last = date.fromisoformat(bar.label) + timedelta(days=bar.width - 1)
            self.wanted.emit(bar.label, last.isoformat())

    def _choose(self, place: int) -> None:
        """Mark a bar and tell its figures."""
        bars = self.presenter.state.bars
        self.chosen = place if place < len(bars) else -1
        self.mark.setVisible(self.chosen >= 0)
        self.tip.setVisible(self.chosen >= 0)
        if self.chosen < 0:
            return
        bar, worn = bars[self.chosen], theme.current()
        self.mark.setRect(bar.start, 0, bar.width, self.presenter.state.highest * HEADROOM)
        shade = QColor(worn.ink)
        shade.setAlpha(22)
        self.mark.setBrush(shade)
        self.mark.setPen(QPen(Qt.PenStyle.NoPen))
        self.tip.setText(self.figures(self.chosen))
        self._place(bar.start + bar.width / 2)

    def _place(self, at: float) -> None:
        """Put the figures beside the bar, inside the chart."""
        self.tip.adjustSize()
        view = self.plot.getPlotItem().getViewBox()
        inside = self.plot.mapFromScene(view.mapViewToScene(QPointF(at, 0)))
        x = self.plot.mapTo(self, inside).x() + 16
        if x + self.tip.width() > self.width() - 8:
            x -= self.tip.width() + 32
        self.tip.move(max(x, 8), 10)
        self.tip.raise_()

    def figures(self, place: int) -> str:
        """Return what a bar says: its days, its total, and each series' share."""
        state = self.presenter.state
        bar = state.bars[place]
        lines = [stretch(state, place), told(state, bar.total)]
        if state.ends:
            lines.append(words.stretch(*state.ends[place]))
        lines += [
            f"{series_name(state, series)}: {share(state, series.values[place])}"
            for series in state.series
            if series.values[place]
        ]
        touching = {
            hatch.why
            for hatch in state.hatches
            if hatch.start < bar.start + bar.width and hatch.end > bar.start
        }
        if "gap" in touching:
            lines.append(self.tr("at least: metering was interrupted"))
        if touching == {"unmetered"} and not bar.total:
            lines[1] = self.tr("not metered")
        return "\n".join(lines)


def stretch(state: Days, place: int) -> str:
    """Return the day, week or month of a bar, as the locale writes it."""
    bar = state.bars[place]
    if state.bucket == "month":
        return words.month(bar.label)
    if state.bucket == "day":
        return words.date(bar.label)
    last = date.fromisoformat(bar.label) + timedelta(days=6)
    return f"{words.date(bar.label, short=True)} - {words.date(last.isoformat(), short=True)}"


def told(state: Days, value: int) -> str:
    """Return a figure of a chart with its unit."""
    return words.measured(value, state.measure, state.currency)


def share(state: Days, value: int) -> str:
    """Return a part of a figure, of acts without the noun."""
    return words.number(value) if state.measure == "acts" else told(state, value)


def measure_name(measure: str) -> str:
    """Return what a chart over time shows."""
    return words.said(MEASURES, measure)


MEASURES: Final = {
    "acts": QT_TRANSLATE_NOOP("Words", "Acts over time"),
    "worth": QT_TRANSLATE_NOOP("Words", "Worth over time"),
    "owed": QT_TRANSLATE_NOOP("Words", "Wage owed so far"),
    "captcha": QT_TRANSLATE_NOOP("Words", "Time at captchas"),
    "disclosed": QT_TRANSLATE_NOOP("Words", "What uploads disclosed"),
    "hours": QT_TRANSLATE_NOOP("Words", "Hours of the week"),
    "spread": QT_TRANSLATE_NOOP("Words", "One act through every lens"),
}


def table(state: Days) -> str:
    """Return the figures of a chart as CSV: a bar a line, money and time in millionths."""
    ends = ["low", "high"] if state.ends else []
    rows = [["from", "days", *(series.key for series in state.series), "total", *ends]]
    for place, bar in enumerate(state.bars):
        values = [str(series.values[place]) for series in state.series]
        limits = map(str, state.ends[place]) if state.ends else ()
        rows.append([bar.label, str(bar.width), *values, str(bar.total), *limits])
    return "".join(",".join(row) + "\n" for row in rows)


def series_name(state: Days, series: Series) -> str:
    """Return the name of a series."""
    if series.hue is not None and state.split == "disclosure":
        return words.disclosure(series.key)
    named = series.hue is not None and state.split == "activity"
    return words.activity(series.key) if named else words.platform(series.key)
