from pathlib import Path

from labormeter.home import Home
from labormeter.valuation import shelf
from labormeter.valuation.lens import Reading
from labormeter_ui.presenters.spread import SpreadPresenter, spread_out

WEEK = "2026-W23"


def test_every_lens_of_an_act_has_its_range_and_its_sources(tmp_path: Path) -> None:
    prices = shelf.calendar_of(Home(tmp_path), Reading(), pins=[], today="2026-06-01")
    found = spread_out(prices, "facebook", "like", WEEK)
    assert [mark.lens for mark in found.marks] == ["worker", "buyer", "time"]
    worker = found.marks[0]
    assert worker.range is not None
    assert worker.range[0] <= worker.range[1] <= worker.range[2]
    assert len(worker.points) > 1
    assert all(point.amount > 0 for point in worker.points)
    vote = spread_out(prices, "x", "vote", WEEK)
    assert vote.marks[0].range is None
    assert vote.marks[0].reason


def test_an_act_shown_no_more_is_dropped(tmp_path: Path) -> None:
    prices = shelf.calendar_of(Home(tmp_path), Reading(), pins=[], today="2026-06-01")
    presenter = SpreadPresenter()
    presenter.choose("x", "comment")
    presenter.take(spread_out(prices, "facebook", "like", WEEK))
    assert presenter.state.marks == ()
