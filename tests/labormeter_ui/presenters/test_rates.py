from pathlib import Path

import pytest

from labormeter.home import Home
from labormeter.model import Cell
from labormeter.valuation import shelf as books
from labormeter.valuation.lens import Reading
from labormeter_ui.presenters.rates import RatesPresenter, Shelf, matching, shelf, standing

TODAY = "2026-06-01"
CELLS = [
    Cell(day=TODAY, platform="facebook", activity="like", source="wire", net=8, gestures=8),
    Cell(day=TODAY, platform="x", activity="vote", source="wire", net=3, gestures=3),
]


def read(home: Home) -> Shelf:
    return shelf(CELLS, books.calendar_of(home, Reading(), pins=[], today=TODAY), TODAY)


def test_what_a_rate_values_in_the_ledger_comes_first(tmp_path: Path) -> None:
    found = read(Home(tmp_path))
    assert len(found.rates) > 200
    first = found.use(found.rates[0].id)
    assert first.net == 8
    assert first.worth > 0
    assert sum(one.net for _, one in found.used) == 8


def test_a_rate_of_ones_own_goes_before_and_is_said_to_be_ones_own(tmp_path: Path) -> None:
    home = Home(tmp_path)
    entry = {
        "activity": "like", "side": "worker", "mid": "0.5", "unit": "per_act",
        "currency": "EUR", "source": "me", "observed_on": "2026",
    }  # fmt: skip
    number = books.add(home, entry, today=TODAY).id
    found = read(home)
    own = next(rate for rate in found.rates if rate.id == number)
    assert standing(own) == "own"
    assert found.use(number).net == 8


def test_every_word_of_a_search_is_wanted(tmp_path: Path) -> None:
    rates = read(Home(tmp_path)).rates
    some = matching(rates, "LIKE worker")
    assert some
    assert all("like" in str(rate).lower() and rate.side for rate in some)
    assert matching(rates, "like zzzz") == ()
    assert len(matching(rates, "  ")) == len(rates)


@pytest.mark.parametrize("early", [True, False])
def test_a_card_can_be_asked_for_before_the_book_is_read(tmp_path: Path, early: bool) -> None:  # noqa: FBT001 - a parameter
    presenter, found = RatesPresenter(), read(Home(tmp_path))
    presenter.find("nothing has this")
    if early:
        presenter.look_at(found.rates[5].id)
        presenter.take(found)
    else:
        presenter.take(found)
        presenter.look_at(found.rates[5].id)
    assert presenter.rate == found.rates[5]
    presenter.find("nothing has this")
    assert presenter.rate is None
