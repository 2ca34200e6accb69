"""The chart of places, drawn by pyqtgraph: a row a country, what was paid there on a log scale.

South and North differ by colour and shape; what law or agreement asks for is hollow.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from labormeter_ui import prices, theme, words
from labormeter_ui.views.scale import MoneyAxis, stretch
from labormeter_ui.views.text import Spoken, label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QGraphicsSceneMouseEvent

    from labormeter.valuation.places import Place, Region
    from labormeter_ui.presenters.places import PlacesPresenter
    from labormeter_ui.theme import Theme

SHAPES: Final[dict[Region, str]] = {"south": "o", "north": "s", "": "d"}
NEAR: Final = 14
"""Pixels from the pointer within which a point is looked at."""
SIZE: Final = 11
LONG: Final = 48
"""Characters of a source that are shown beside a point."""


class FlowView(Spoken):
    """Shows a PlacesPresenter; Up and Down walk along the points, Return opens the rate's card.

    Signals:
        opened: the card of a rate is wanted; carries its id.
    """

    opened = Signal(str)

    def __init__(self, presenter: PlacesPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = presenter
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.money, self.names = MoneyAxis("bottom"), pg.AxisItem("left")
        self.plot = pg.PlotWidget(
            axisItems={"bottom": self.money, "left": self.names}, background=None
        )
        self.tip = label("tip")
        self.tip.setParent(self)
        self.tip.hide()
        self.lines, self.points = pg.PlotDataItem(connect="pairs"), pg.ScatterPlotItem()
        self.mark = pg.ScatterPlotItem()
        self.yours = pg.InfiniteLine(angle=90)
        self._ready()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(2, 2, 2, 2)
        outer.addWidget(self.plot)
        presenter.changed.connect(self.say)
        presenter.chosen.connect(self._mark)
        self.dress()

    def _ready(self) -> None:
        item = self.plot.getPlotItem()
        item.hideButtons()
        item.setMenuEnabled(False)
        item.getViewBox().setMouseEnabled(x=False, y=False)
        item.getViewBox().setDefaultPadding(0)
        for part in (self.yours, self.lines, self.points, self.mark):
            item.addItem(part, ignoreBounds=True)
        self.plot.setMinimumHeight(190)
        self.plot.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.plot.setFrameShape(self.plot.Shape.NoFrame)
        self.plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.plot.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.plot.viewport().installEventFilter(self)
        self.plot.scene().sigMouseMoved.connect(self._moved)
        self.plot.scene().sigMouseClicked.connect(self._clicked)

    def say(self) -> None:
        """Draw and say the state of the presenter."""
        said = self.tr("What was paid, by place")
        self.setAccessibleName(said)
        lines = [self.figures(at).replace("\n", ", ") for at in range(len(self._every))]
        keys = self.tr("Up and Down walk along the points, Return opens the card of a rate.")
        self.setAccessibleDescription("\n".join([keys, *lines]))
        self.plot.setAccessibleName(said)
        self.plot.setAccessibleDescription(self.accessibleDescription())
        self._draw()

    def dress(self) -> None:
        """Draw in the theme's colours."""
        worn = theme.current()
        for axis in (self.money, self.names):
            axis.setPen(pg.mkPen(worn.line))
            axis.setTextPen(pg.mkPen(worn.soft if axis is self.money else worn.ink))
            axis.setStyle(tickFont=theme.font("small"), tickLength=0, tickTextOffset=8)
        self.yours.setPen(pg.mkPen(worn.accent, width=1.5, style=Qt.PenStyle.DashLine))
        self.plot.showGrid(x=True, y=False, alpha=0.18)
        self.say()

    @property
    def _every(self) -> tuple[Place, ...]:
        return self.presenter.state.every

    def places(self) -> list[tuple[float, float]]:
        """Return where each observation stands: the logarithm of its amount, and its row."""
        rows = self.presenter.state.rows
        return [
            (math.log10(max(place.central, 1)), float(-at))
            for at, row in enumerate(rows)
            for place in row.places
        ]

    def _draw(self) -> None:
        state, worn = self.presenter.state, theme.current()
        names = [
            (float(-at), prices.place(row.town, row.country)) for at, row in enumerate(state.rows)
        ]
        self.names.setTicks([names])
        ends = [amount for place in state.every for amount in (place.low, place.high)]
        view = self.plot.getPlotItem().getViewBox()
        view.setXRange(*stretch([*ends, *([state.yours] if state.yours else [])]), padding=0)
        view.setYRange(0.7 - len(state.rows), 0.7, padding=0)
        pairs = [
            (math.log10(max(amount, 1)), y)
            for place, (_, y) in zip(state.every, self.places(), strict=True)
            for amount in (place.low, place.high)
        ]
        self.lines.setData([x for x, _ in pairs], [y for _, y in pairs], pen=_pale(worn))
        self.points.setData([*map(self._spot, state.every, self.places())])
        self.yours.setVisible(bool(state.yours))
        self.yours.setValue(math.log10(max(state.yours, 1)))
        self._mark()

    def _spot(self, place: Place, at: tuple[float, float]) -> dict[str, object]:
        colour, worn = QColor(hue(theme.current(), place.region)), theme.current()
        return {
            "pos": at,
            "size": SIZE,
            "symbol": SHAPES[place.region],
            "pen": pg.mkPen(colour, width=1.6),
            "brush": pg.mkBrush(worn.card if place.floor else colour),
        }

    def _mark(self) -> None:
        """Mark the observation that is looked at, and tell it."""
        at, worn = self.presenter.at, theme.current()
        self.tip.setVisible(at >= 0)
        if at < 0:
            self.mark.setData([])
            return
        where = self.places()[at]
        symbol = SHAPES[self._every[at].region]
        ring = pg.mkPen(worn.ink, width=2)
        self.mark.setData(
            [{"pos": where, "size": SIZE + 8, "symbol": symbol, "pen": ring, "brush": None}]
        )
        self.tip.setText(self.figures(at))
        self._place(QPointF(*where))

    def _place(self, at: QPointF) -> None:
        """Put the figures beside the point, inside the chart."""
        self.tip.adjustSize()
        view = self.plot.getPlotItem().getViewBox()
        inside = self.plot.mapTo(self, self.plot.mapFromScene(view.mapViewToScene(at)))
        x, y = inside.x() + 18, inside.y() + 12
        if x + self.tip.width() > self.width() - 8:
            x = inside.x() - self.tip.width() - 18
        if y + self.tip.height() > self.height() - 8:
            y = inside.y() - self.tip.height() - 12
        self.tip.move(max(x, 8), max(y, 8))
        self.tip.raise_()

    def figures(self, at: int) -> str:
        """Return what an observation says: where, how much, of what kind, by whom and when."""
        place = self._every[at]
        amount = prices.ranged(place, self.presenter.state.currency)
        source = words.plain(place.rate.source, LONG)
        return "\n".join(
            [
                prices.place(place.town, place.country),
                amount,
                f"{prices.market(place.rate.market)}, {place.rate.observed_on}",
                f"{place.rate.id}: {source}",
            ]
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Put the figures away when the pointer leaves."""
        if event.type() == QEvent.Type.Leave:
            self.presenter.look_at(-1)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk along the points."""
        at, last = self.presenter.at, len(self._every) - 1
        moves = {
            Qt.Key.Key_Down: min(at + 1, last),
            Qt.Key.Key_Up: at - 1 if at > 0 else last,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        key = Qt.Key(event.key())
        if key in moves:
            self.presenter.look_at(moves[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open()
        else:
            super().keyPressEvent(event)

    def _moved(self, where: QPointF) -> None:
        view = self.plot.getPlotItem().getViewBox()
        spots = [view.mapViewToScene(QPointF(*at)) for at in self.places()]
        near = [
            (math.hypot(spot.x() - where.x(), spot.y() - where.y()), at)
            for at, spot in enumerate(spots)
        ]
        distance, at = min(near, default=(math.inf, -1))
        self.presenter.look_at(at if distance <= NEAR else -1)

    def _clicked(self, event: QGraphicsSceneMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._moved(event.scenePos())
            self._open()

    def _open(self) -> None:
        if self.presenter.at >= 0:
            self.opened.emit(self._every[self.presenter.at].rate.id)


def hue(worn: Theme, region: Region) -> str:
    """Return the colour of a region; the shape says the same."""
    return {"south": worn.series[1], "north": worn.series[0], "": worn.rest}[region]


def _pale(worn: Theme) -> QPen:
    pen = QPen(QColor(worn.rest), 2)
    pen.setCosmetic(True)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen
