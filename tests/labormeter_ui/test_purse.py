from labormeter import settings
from labormeter.home import Home
from labormeter.model import Cell
from labormeter.testing import NOON
from labormeter_ui.picture import Picture
from labormeter_ui.purse import Purse

LIKES = Cell(day="2026-06-01", platform="x", activity="like", source="wire", net=900, gestures=900)
YESTERDAY = Cell(day="2026-05-31", platform="x", activity="like", source="wire", net=9, gestures=9)


def seen(*cells: Cell, version: int = 1) -> Picture:
    return Picture(now=NOON, cells=cells, versions=(version,), begun=True)


def test_todays_acts_alone_are_valued(home: Home) -> None:
    purse = Purse(home)
    once, _ = purse.wages(seen(LIKES))
    twice, _ = purse.wages(seen(LIKES, YESTERDAY))
    assert once is not None
    assert once == twice


def test_another_currency_is_taken_up(home: Home) -> None:
    purse = Purse(home)
    before, _ = purse.wages(seen(LIKES))
    settings.change(home.settings, "currency", "USD")
    after, _ = purse.wages(seen(LIKES, version=2))
    assert before is not None
    assert after is not None
    assert (before.currency, after.currency) == ("EUR", "USD")


def test_faults_in_own_rates_leave_the_units_without_a_price(home: Home) -> None:
    folder = home.root / "rates"
    folder.mkdir()
    (folder / "mine.toml").write_text("[[nonsense]]\nprice = -1\n", encoding="utf-8")
    assert Purse(home).wages(seen(LIKES)) == (None, None)
