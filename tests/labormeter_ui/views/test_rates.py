from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from labormeter.home import Home
from labormeter.model import Cell
from labormeter.valuation import shelf as books
from labormeter.valuation.lens import Reading
from labormeter_ui import prices
from labormeter_ui.presenters.rates import RatesPresenter, shelf
from labormeter_ui.presenters.settings import SettingsPresenter
from labormeter_ui.views.rates import RatesView

TODAY = "2026-06-01"


def shown(qtbot: QtBot, folder: Path) -> RatesView:
    view = RatesView(RatesPresenter(), SettingsPresenter())
    qtbot.addWidget(view)
    cell = Cell(day=TODAY, platform="facebook", activity="like", source="wire", net=8, gestures=8)
    prices = books.calendar_of(Home(folder), Reading(), pins=[], today=TODAY)
    view.presenter.take(shelf([cell], prices, TODAY))
    view.show()
    return view


def test_a_card_tells_source_date_place_side_and_standing(qtbot: QtBot, tmp_path: Path) -> None:
    view = shown(qtbot, tmp_path)
    view.table.selectRow(0)
    rate = view.presenter.rate
    assert rate is not None
    fields = dict(view.fields(rate))
    assert fields["Source"]
    assert (fields["Seen"], fields["Where"]) == (rate.observed_on, "Bangladesh")
    assert fields["Standing"] in {"checked against its source", "yours"}
    assert view.worth.text().startswith("It values 8 acts of your ledger")
    texts = {one.text() for one in view.findChildren(QLabel)}
    assert rate.id in texts
    with qtbot.waitSignal(view.add) as told:
        view.own_button.click()
    assert told.args == [rate]


def test_searching_shows_what_fits_and_says_when_nothing_does(qtbot: QtBot, tmp_path: Path) -> None:
    view = shown(qtbot, tmp_path)
    every = view.model.rowCount()
    view.search.setText("captcha")
    some = view.model.rowCount()
    view.search.setText("captcha zzzz")
    assert every > some > 0
    assert view.empty.isVisible()
    assert not view.table.isVisible()


def test_the_page_turns_to_places_and_a_point_opens_the_card(qtbot: QtBot, tmp_path: Path) -> None:
    view = shown(qtbot, tmp_path)
    with qtbot.waitSignal(view.presenter.places.needed) as told:
        view.tabs.group.button(1).click()
    assert told.args == ["hour_of_work"]
    assert view.places.isVisible()
    assert not view.search.isVisible()
    view.places.opened.emit("CF-01")
    assert view.presenter.rate is not None
    assert view.presenter.rate.id == "CF-01"
    view.tabs.group.button(0).click()
    assert view.table.isVisible()
    assert view.search.isVisible()


@pytest.mark.parametrize(("wide", "below"), [(640, True), (1000, False)])
def test_where_there_is_little_room_the_card_stands_below(
    qtbot: QtBot,
    tmp_path: Path,
    wide: int,
    below: bool,  # noqa: FBT001 - a case
) -> None:
    view = shown(qtbot, tmp_path)
    view.resize(wide, 700)
    QApplication.processEvents()
    table, card = view.body.geometry(), view.aside.geometry()
    assert (card.top() > table.bottom()) is below
    assert (card.left() > table.right()) is not below
    heads = view.table.horizontalHeader()
    sizes = [heads.sectionSize(place) for place in range(heads.count())]
    assert sum(sizes) <= view.table.viewport().width()
    assert min(sizes) >= 50


def test_what_a_cell_has_no_room_for_is_told_when_pointed_at(qtbot: QtBot, tmp_path: Path) -> None:
    view = shown(qtbot, tmp_path)
    index = view.model.index(0, 0)
    tips = [
        str(view.model.data(index.siblingAtColumn(place), int(Qt.ItemDataRole.ToolTipRole)))
        for place in range(view.model.columnCount())
    ]
    rate = view.presenter.rates[0]
    assert view.model.data(index) in tips[0]
    assert prices.side(rate.side) in tips[1]
    assert all(tip.startswith("<span>") or not tip for tip in tips)
