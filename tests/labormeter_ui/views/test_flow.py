import math
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from labormeter.home import Home
from labormeter.valuation import shelf
from labormeter.valuation.lens import Reading
from labormeter_ui import theme
from labormeter_ui.presenters.places import PlacesPresenter, placed
from labormeter_ui.views.flow import SHAPES, FlowView, hue

TODAY, WEEK = "2026-06-01", "2026-W23"


@pytest.fixture
def view(qtbot: QtBot, tmp_path: Path) -> FlowView:
    made = FlowView(PlacesPresenter())
    qtbot.addWidget(made)
    made.resize(800, 400)
    made.show()
    calendar = shelf.calendar_of(Home(tmp_path), Reading(), pins=[], today=TODAY)
    made.presenter.word = "like"
    made.presenter.take(placed(calendar, "like", WEEK))
    return made


def test_each_point_stands_at_the_logarithm_of_its_amount_in_its_row(view: FlowView) -> None:
    every = view.presenter.state.every
    assert len(view.points.points()) == len(every) == 6
    for place, (x, _) in zip(every, view.places(), strict=True):
        assert 10**x == pytest.approx(place.central)
    assert [y for _, y in view.places()] == [0, 0, -1, -2, -3, -4]
    assert view.yours.value() == pytest.approx(math.log10(view.presenter.state.yours))


def test_south_and_north_differ_by_shape_and_by_colour() -> None:
    assert len(set(SHAPES.values())) == 3
    for worn in (theme.LIGHT, theme.DARK):
        assert len({hue(worn, region) for region in SHAPES}) == 3


def test_keys_walk_along_the_points_and_return_opens_the_card(view: FlowView, qtbot: QtBot) -> None:
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.presenter.at == 0
    assert view.tip.isVisible()
    assert "São Paulo, Brazil" in view.tip.text()
    assert "CF-15" in view.tip.text()
    QTest.keyClick(view, Qt.Key.Key_End)
    with qtbot.waitSignal(view.opened) as told:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert told.args == [view.presenter.state.every[-1].rate.id]
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert view.presenter.at == 4


def test_the_pointer_finds_the_nearest_point_and_none_far_away(view: FlowView) -> None:
    box = view.plot.getPlotItem().getViewBox()
    spot = box.mapViewToScene(QPointF(*view.places()[2]))
    view._moved(spot + QPointF(5, 5))
    assert view.presenter.at == 2
    view._moved(spot + QPointF(0, 40))
    assert view.presenter.at == -1


def test_all_figures_are_told_to_who_cannot_see_the_chart(view: FlowView) -> None:
    said = view.accessibleDescription()
    assert said.count("\n") == len(view.presenter.state.every)
    assert "0.000189\u00a0EUR (0.000189 to 0.00943)" in said


def test_what_a_person_wrote_is_shown_without_signs_that_command(
    qtbot: QtBot, tmp_path: Path
) -> None:
    home = Home(tmp_path)
    entry = {
        "activity": "like", "side": "worker", "mid": "0.5", "currency": "EUR",
        "country": "J\u202eP <b>x</b>\n" + "y" * 300, "source": "m\u202ee\n" + "z" * 300,
        "observed_on": "2026",
    }  # fmt: skip
    shelf.add(home, entry, today=TODAY)
    made = FlowView(PlacesPresenter())
    qtbot.addWidget(made)
    calendar = shelf.calendar_of(home, Reading(), pins=[], today=TODAY)
    made.presenter.word = "like"
    made.presenter.take(placed(calendar, "like", WEEK))
    told = made.figures(len(made.presenter.state.every) - 1)
    assert "\u202e" not in told
    assert [len(line) < 100 for line in told.splitlines()] == [True] * 4
