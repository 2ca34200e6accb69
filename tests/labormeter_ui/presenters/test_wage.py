import pytest
from pytestqt.qtbot import QtBot

from labormeter import settings
from labormeter.changelog import usual
from labormeter.home import Home
from labormeter.model import Cell, Source
from labormeter.valuation import shelf
from labormeter.valuation.calendar import Calendar
from labormeter_ui.presenters.wage import Wage, WagePresenter, wage


def cell(activity: str, net: int, source: Source = "wire") -> Cell:
    return Cell(
        day="2026-06-01", platform="x", activity=activity, source=source, net=net, gestures=net
    )


@pytest.fixture
def calendar(home: Home) -> Calendar:
    how = usual(settings.Settings({}))
    return shelf.calendar_of(home, how, pins=[], today="2026-06-01")


def test_acts_with_a_price_have_a_range_and_those_without_stay_units(calendar: Calendar) -> None:
    found = wage([cell("like", 100), cell("vote", 3)], calendar, practice=False)
    assert found is not None
    assert 0 < found.low <= found.central <= found.high
    assert (found.currency, found.lens, found.unpriced) == ("EUR", "worker", 3)


def test_twice_the_likes_are_owed_twice(calendar: Calendar) -> None:
    once = wage([cell("like", 1000)], calendar, practice=False)
    twice = wage([cell("like", 2000)], calendar, practice=False)
    assert once is not None
    assert twice is not None
    assert twice.central == pytest.approx(2 * once.central, abs=2)


def test_without_a_price_there_is_no_wage(calendar: Calendar) -> None:
    assert wage([cell("vote", 3)], calendar, practice=False) is None
    assert wage([], calendar, practice=False) is None


def test_practice_is_owed_nothing_unless_it_is_shown(calendar: Calendar) -> None:
    cells = [cell("like", 1000, "practice")]
    assert wage(cells, calendar, practice=False) is None
    assert wage(cells, calendar, practice=True) is not None


def test_the_switch_changes_the_wage(qtbot: QtBot) -> None:
    one = Wage(low=1, central=2, high=3, currency="EUR", lens="worker", unpriced=0)
    presenter = WagePresenter()
    presenter.take((None, one))
    before = presenter.state
    with qtbot.waitSignal(presenter.changed):
        presenter.show_practice(True)
    assert (before, presenter.state) == (None, one)
    with qtbot.assertNotEmitted(presenter.changed):
        presenter.take((None, one))
