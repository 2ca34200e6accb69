from pathlib import Path

from pytestqt.qtbot import QtBot

from labormeter.home import Home
from labormeter.valuation import shelf
from labormeter.valuation.lens import Reading
from labormeter_ui.presenters.spread import SpreadPresenter, spread_out
from labormeter_ui.views.spread import SpreadView


def test_each_lens_is_drawn_and_said_in_words(qtbot: QtBot, tmp_path: Path) -> None:
    view = SpreadView(SpreadPresenter())
    qtbot.addWidget(view)
    view.resize(700, 400)
    view.show()
    prices = shelf.calendar_of(Home(tmp_path), Reading(), pins=[], today="2026-06-01")
    before = view.plot.grab().toImage()
    view.presenter.take(spread_out(prices, "facebook", "like", "2026-W23"))
    lines = view.sentences.text().splitlines()
    assert len(lines) == 3
    assert all("EUR" in line for line in lines)
    assert "sources" in lines[0]
    assert "times the wage" in lines[1]
    assert view.plot.grab().toImage() != before
    first, last = view.plot.decades()
    assert first < last
    with qtbot.waitSignal(view.presenter.needed) as told:
        view.activity.setCurrentIndex(view.activity.findData("comment"))
    assert told.args == ["facebook", "comment"]
