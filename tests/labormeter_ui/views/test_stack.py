"""Bars upon each other, drawn by the items that are there; and the band of what is owed."""

import pyqtgraph as pg
from pytestqt.qtbot import QtBot

from labormeter_ui.presenters.days import Bar, Days, Series
from labormeter_ui.views.stack import Band, Stack

BARS = (Bar(10, 1, "1970-01-11", 3), Bar(11, 1, "1970-01-12", 5))


def days(*values: tuple[int, int]) -> Days:
    series = tuple(Series(str(place), place, pair) for place, pair in enumerate(values))
    return Days(bars=BARS, series=series)


def test_items_are_used_again_and_no_more_are_left_than_there_are_series(qtbot: QtBot) -> None:
    plot = pg.PlotWidget()
    qtbot.addWidget(plot)
    stack = Stack(plot.getPlotItem())
    stack.show_days(days((1, 2), (2, 3)))
    first, second = stack.bars
    stack.show_days(days((1, 2), (2, 4)))
    assert stack.bars == [first, second]
    assert list(second.opts["y0"]) == [1, 2]
    assert list(second.opts["height"]) == [2, 4]
    stack.show_days(days((1, 2)))
    assert stack.bars == [first]
    assert second.scene() is None


def test_the_band_reaches_from_the_lowest_to_the_highest(qtbot: QtBot) -> None:
    plot = pg.PlotWidget()
    qtbot.addWidget(plot)
    band = Band()
    plot.addItem(band)
    band.show_ends(BARS, ((1, 4), (2, 9)))
    area = band.boundingRect()
    assert (area.top(), area.bottom(), area.left(), area.right()) == (1, 9, 10, 12)
    plot.grab()
    band.show_ends(BARS, ((0, 0), (2, 9)))
    area = band.boundingRect()
    assert (area.top(), area.bottom(), area.left(), area.right()) == (2, 9, 11, 12)
    band.show_ends(BARS, ())
    assert band.boundingRect().isEmpty()
