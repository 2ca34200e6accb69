"""Hatching: where nothing was metered, at the same width at every zoom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter

from labormeter_ui import theme

if TYPE_CHECKING:
    from labormeter_ui.presenters.days import Hatch, Why

CLOSE: Final = 200.0
"""Days up to which a chart is close enough for every short gap to be widened."""
LEAST: Final = 3.0
"""Pixels that a hatched stretch is wide at least, however short it was."""


PATTERNS: Final[dict[Why, Qt.BrushStyle]] = {
    "gap": Qt.BrushStyle.BDiagPattern,
    "private": Qt.BrushStyle.DiagCrossPattern,
    "unmetered": Qt.BrushStyle.Dense7Pattern,
}


class Hatching(pg.GraphicsObject):  # type: ignore[misc]
    """What was not metered, over the whole height, hatched at the same width at every zoom."""

    def __init__(self) -> None:
        super().__init__()
        self.hatches: tuple[Hatch, ...] = ()
        self.setZValue(-10)

    def show_hatches(self, hatches: tuple[Hatch, ...]) -> None:
        """Show these stretches."""
        self.prepareGeometryChange()
        self.hatches = hatches
        self.update()

    def boundingRect(self) -> QRectF:
        """Return all that can be seen: hatching reaches from edge to edge."""
        view = self.getViewBox()
        return QRectF() if view is None else QRectF(view.viewRect())

    def viewRangeChanged(self) -> None:
        """Follow the view."""
        self.prepareGeometryChange()
        self.update()

    def paint(self, painter: QPainter, *_rest: object) -> None:
        """Hatch in pixels of the screen, so that lines stay lines."""
        seen, worn, where = self.boundingRect(), theme.current(), painter.transform()
        painter.save()
        painter.resetTransform()
        painter.setPen(Qt.PenStyle.NoPen)
        for hatch in self.hatches:
            if hatch.end < seen.left() or hatch.start > seen.right():
                continue
            area = QRectF(hatch.start, seen.top(), hatch.end - hatch.start, seen.height())
            drawn = where.mapRect(area)
            drawn.setWidth(max(drawn.width(), LEAST if seen.width() < CLOSE else 1.0))
            painter.fillRect(
                drawn, QBrush(QColor(hatch_colour(worn, hatch.why)), PATTERNS[hatch.why])
            )
        painter.restore()


def hatch_colour(worn: theme.Theme, why: Why) -> str:
    """Return the colour of a reason, which its pattern tells as well."""
    return {"gap": worn.warn, "private": worn.private, "unmetered": worn.rest}[why]
