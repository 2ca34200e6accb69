from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
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


def shown(qtbot: QtBot, tmp_path: Path) -> SpreadView:
    view = SpreadView(SpreadPresenter())
    qtbot.addWidget(view)
    view.resize(900, 520)
    view.show()
    prices = shelf.calendar_of(Home(tmp_path), Reading(), pins=[], today="2026-06-01")
    view.presenter.take(spread_out(prices, "facebook", "like", "2026-W23"))
    return view


def test_a_source_tells_who_said_so_and_opens_its_card(qtbot: QtBot, tmp_path: Path) -> None:
    view = shown(qtbot, tmp_path)
    plot = view.plot
    row, place = plot.places()[0]
    rate = plot.presenter.state.marks[row].points[place].rate
    at = plot.centre(row, place).toPoint()
    QTest.mouseMove(plot, at)
    qtbot.waitUntil(plot.tip.isVisible)
    lines = plot.tip.text().splitlines()
    assert rate.observed_on in lines[1]
    assert lines[2].startswith(rate.source[:30])
    assert rate.id in lines[3]
    with qtbot.waitSignal(plot.opened) as told:
        QTest.mouseClick(plot, Qt.MouseButton.LeftButton, pos=at)
    assert told.args == [rate.id]
    with qtbot.assertNotEmitted(plot.opened):
        QTest.mouseClick(plot, Qt.MouseButton.LeftButton, pos=plot.rect().topLeft())


def test_keys_walk_along_all_sources_and_open_one(qtbot: QtBot, tmp_path: Path) -> None:
    view = shown(qtbot, tmp_path)
    plot = view.plot
    count, seen = len(plot.places()), []
    for _ in range(count + 1):
        QTest.keyClick(plot, Qt.Key.Key_Right)
        seen.append(plot.chosen)
    assert len(set(seen)) == count
    assert seen[0] == seen[-1] == plot.places()[0]
    QTest.keyClick(plot, Qt.Key.Key_Left)
    assert plot.chosen == plot.places()[-1]
    with qtbot.waitSignal(plot.opened):
        QTest.keyClick(plot, Qt.Key.Key_Return)
