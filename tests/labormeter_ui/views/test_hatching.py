import pyqtgraph as pg
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from labormeter_ui import theme
from labormeter_ui.presenters.days import Hatch
from labormeter_ui.views.hatching import PATTERNS, Hatching, hatch_colour


def painted(qtbot: QtBot, *hatches: Hatch, days: float = 100) -> list[int]:
    plot = pg.PlotWidget(background="w")
    qtbot.addWidget(plot)
    plot.resize(400, 200)
    plot.hideAxis("left")
    plot.hideAxis("bottom")
    hatching = Hatching()
    plot.addItem(hatching, ignoreBounds=True)
    plot.setRange(xRange=(0, days), yRange=(0, 10), padding=0)
    hatching.show_hatches(hatches)
    plot.show()
    image = plot.grab().toImage()
    white = QColor("#ffffff").rgb()
    ink = [any(image.pixel(x, y) != white for y in range(40, 160)) for x in range(image.width())]
    return [x for x, found in enumerate(ink) if found]


def test_a_stretch_is_hatched_where_it_lies(qtbot: QtBot) -> None:
    columns = painted(qtbot, Hatch(25, 50, "gap"))
    assert columns[0] >= 95
    assert columns[-1] <= 205
    assert len(columns) > 80


def test_a_short_gap_can_still_be_seen(qtbot: QtBot) -> None:
    assert len(painted(qtbot, Hatch(50, 50.001, "gap"))) >= 2


def test_what_is_out_of_sight_is_not_drawn(qtbot: QtBot) -> None:
    assert painted(qtbot, Hatch(150, 170, "gap")) == []


def test_reasons_differ_by_pattern_and_not_by_colour_alone() -> None:
    assert len(set(PATTERNS.values())) == len(PATTERNS)
    assert len({hatch_colour(theme.LIGHT, why) for why in PATTERNS}) == len(PATTERNS)
