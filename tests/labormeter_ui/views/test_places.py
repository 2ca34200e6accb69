from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from labormeter.home import Home
from labormeter.valuation import shelf
from labormeter.valuation.calendar import Calendar
from labormeter.valuation.lens import Reading
from labormeter_ui.presenters.places import Places, PlacesPresenter, placed
from labormeter_ui.views.places import PlacesView

TODAY, WEEK = "2026-06-01", "2026-W23"


@pytest.fixture
def calendar(tmp_path: Path) -> Calendar:
    return shelf.calendar_of(Home(tmp_path), Reading(), pins=[], today=TODAY)


@pytest.fixture
def view(qtbot: QtBot, calendar: Calendar) -> PlacesView:
    made = PlacesView(PlacesPresenter())
    qtbot.addWidget(made)
    made.presenter.take(placed(calendar, "hour_of_work", WEEK))
    return made


def test_the_headline_says_where_least_and_most_was_paid_and_how_many_times(
    view: PlacesView,
) -> None:
    assert view.title.text().replace("\u00a0", " ") == (
        "Antananarivo, Madagascar: 0.279 EUR. Ireland: 14.79 EUR, 53 times as much."
    )
    assert "11.88\u00a0EUR" in view.note.text()


def test_the_table_holds_every_observation_and_opens_its_card(
    view: PlacesView, qtbot: QtBot
) -> None:
    assert view.model.rowCount() == 40
    cell = view.model.index(5, 1)
    assert cell.data() == "1.27\u00a0EUR"
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "1.27\u00a0EUR (1.17 to 1.77)"
    with qtbot.waitSignal(view.opened) as told:
        view.table.selectRow(5)
    assert told.args == [view.presenter.state.every[5].rate.id] == ["RP-03"]
    assert view.presenter.at == 5


def test_another_act_is_asked_for(view: PlacesView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.presenter.needed) as told:
        view.act.setCurrentIndex(view.act.findData("like"))
    assert told.args == ["like"]


def test_one_place_or_none_is_said_plainly(view: PlacesView) -> None:
    state = view.presenter.state
    view.presenter.take(replace(state, rows=state.rows[:1]))
    assert view.title.text() == "The book knows one place for this act."
    view.presenter.state = Places()
    view.say()
    assert view.title.text() == "Reading the book"
    assert not view.chart.isVisibleTo(view)
    assert not view.table.isVisibleTo(view)
