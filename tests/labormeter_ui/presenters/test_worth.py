from pathlib import Path

import pytest

from labormeter.home import Home
from labormeter.testing import act
from labormeter.valuation import shelf
from labormeter.valuation.calendar import Calendar
from labormeter.valuation.lens import Lens, Reading
from labormeter_ui.presenters.worth import WorthPresenter, valued


def calendar(folder: Path, lens: Lens = "worker") -> Calendar:
    return shelf.calendar_of(Home(folder), Reading(lens=lens), pins=[], today="2026-06-01")


def test_an_act_is_worth_its_rate_and_the_rate_has_a_source(tmp_path: Path) -> None:
    found = valued(act(platform="facebook", activity="like"), calendar(tmp_path))
    assert found.worth is not None
    assert found.worth.low <= found.worth.central <= found.worth.high
    assert found.central is not None
    assert found.central.rate.source
    assert (found.currency, found.lens) == ("EUR", "worker")


def test_it_says_why_it_is_priced_so_and_why_by_this_rate(tmp_path: Path) -> None:
    found = valued(act(platform="facebook", activity="like"), calendar(tmp_path))
    mapped, chosen = found.because
    assert mapped == "The same act, sold by click farms and resellers."
    assert chosen.startswith("Central: Bangladesh 2013")
    (floor,) = valued(act(platform="facebook", activity="like"), calendar(tmp_path, "time")).because
    assert floor == "The minimum floor of FR in force that Monday."
    assert valued(act(platform="x", activity="vote"), calendar(tmp_path)).because == ()


def test_what_has_no_price_says_why(tmp_path: Path) -> None:
    found = valued(act(platform="x", activity="vote"), calendar(tmp_path))
    assert (found.worth, found.used) == (None, ())
    assert found.reason


def test_an_act_taken_back_takes_its_worth_back(tmp_path: Path) -> None:
    found = valued(act(platform="facebook", effect="undo", net=-1), calendar(tmp_path))
    assert found.worth is not None
    assert found.worth.central < 0


@pytest.mark.parametrize("lens", ["worker", "buyer", "time", "platform"])
def test_every_activity_can_be_asked_for_through_every_lens(tmp_path: Path, lens: Lens) -> None:
    prices = calendar(tmp_path, lens)
    for one in (
        act(platform="facebook", activity="upload"),
        act(platform="recaptcha", activity="captcha", seconds=9_000_000),
        act(platform="bing", activity="reward", unit="EUR", quantity=2_000_000, net=2_000_000),
        act(platform="bing", activity="reward", unit="POINT", quantity=5, net=5),
    ):
        found = valued(one, prices)
        assert (found.worth is None) == bool(found.reason)


def test_the_worth_of_an_act_looked_at_no_more_is_dropped(tmp_path: Path) -> None:
    presenter, one, other = WorthPresenter(), act(platform="x"), act(platform="x")
    presenter.ask(one)
    presenter.ask(other)
    presenter.take(valued(one, calendar(tmp_path)))
    assert presenter.state is None
