"""What stands in a chart over time: bars upon each other, and the band of what they may come to.

Drawn by what is there already wherever that can be: hundreds of acts a second move the chart, and
making all of it anew would hold the window up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from labormeter_ui import theme
from labormeter_ui.views.line import colour_of

if TYPE_CHECKING:
    from labormeter_ui.presenters.days import Bar, Days

FILL: Final = 0.78
"""How much of its stretch of days a bar fills."""
PALE: Final = 24
"""How opaque a band is, of 255."""


class Stack:
    """The bars of a chart: an item a series, each standing on those before it."""

    def __init__(self, item: Any) -> None:  # noqa: ANN401 - pyqtgraph has no types
        self._item = item
        self.bars: list[Any] = []

    def show_days(self, state: Days) -> None:
        """Show the series of a chart."""
        worn = theme.current()
        while len(self.bars) < len(state.series):
            drawn = pg.BarGraphItem(x=[], width=[], y0=[], height=[], pen=None)
            self._item.addItem(drawn, ignoreBounds=True)
            self.bars.append(drawn)
        while len(self.bars) > len(state.series):
            self._item.removeItem(self.bars.pop())
        ground = [0] * len(state.bars)
        middles = [bar.start + bar.width / 2 for bar in state.bars]
        widths = [bar.width * FILL for bar in state.bars]
        for series, drawn in zip(state.series, self.bars, strict=True):
            heights = [max(value, 0) for value in series.values]
            colour = QColor(colour_of(worn, series.hue))
            drawn.setOpts(x=middles, width=widths, y0=ground, height=heights, brush=colour)
            ground = [low + high for low, high in zip(ground, heights, strict=True)]


class Band(pg.GraphicsObject):  # type: ignore[misc]
    """From the lowest to the highest of what is owed, over the bars: two lines and what is between."""

    def __init__(self) -> None:
        super().__init__()
        self.between, self.edges = QPolygonF(), (QPolygonF(), QPolygonF())
        self.setZValue(5)

    def show_ends(self, bars: tuple[Bar, ...], ends: tuple[tuple[int, int], ...]) -> None:
        """Show the ends of these bars; none where there are no ends."""
        self.prepareGeometryChange()
        pairs = list(zip(bars, ends, strict=False))
        first = next((place for place, (_, (_, high)) in enumerate(pairs) if high), len(pairs))
        seen = [(bar.start + bar.width / 2, *end) for bar, end in pairs[first:]]
        if seen:  # to the outer sides of the bars, so that the band of a single day is seen
            (begins, *_), (last, *_) = pairs[first], pairs[-1]
            seen.insert(0, (begins.start, *seen[0][1:]))
            seen.append((last.start + last.width, *seen[-1][1:]))
        lows = [QPointF(at, low) for at, low, _ in seen]
        highs = [QPointF(at, high) for at, _, high in seen]
        self.edges = QPolygonF(lows), QPolygonF(highs)
        self.between = QPolygonF([*lows, *reversed(highs)])
        self.update()

    def boundingRect(self) -> QRectF:
        """Return where it is drawn."""
        return self.between.boundingRect()

    def paint(self, painter: QPainter, *_rest: object) -> None:
        """Paint what is between, then both edges."""
        ink = QColor(theme.current().ink)
        line = QPen(ink, 1.5, Qt.PenStyle.DashLine)
        halo = QPen(QColor(theme.current().card), 4)
        for pen in (halo, line):
            pen.setCosmetic(True)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(band_brush())
        painter.drawPolygon(self.between)
        for pen in (halo, line):  # so that the lines are seen on bars of any colour
            painter.setPen(pen)
            for edge in self.edges:
                painter.drawPolyline(edge)


def band_brush() -> QBrush:
    """Return what the band is filled with."""
    pale = QColor(theme.current().ink)
    pale.setAlpha(PALE)
    return QBrush(pale)
