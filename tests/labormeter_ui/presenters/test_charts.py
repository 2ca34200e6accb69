from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot

from labormeter.home import Home
from labormeter.model import Cell
from labormeter.testing import NOON
from labormeter.valuation import shelf
from labormeter.valuation.lens import Reading
from labormeter_ui.picture import DAY, Picture, midnight
from labormeter_ui.presenters.charts import ChartsPresenter, Choice, measured
from labormeter_ui.presenters.days import Ends


def cell(day: str, net: int) -> Cell:
    return Cell(day=day, platform="x", activity="like", source="wire", net=net, gestures=net)


def opened(*, reach: str = "quarter") -> ChartsPresenter:
    presenter = ChartsPresenter()
    presenter.choice = Choice(reach=reach)  # type: ignore[arg-type]
    presenter.see(Picture(now=NOON))
    presenter.open(True)
    return presenter


def test_history_is_read_only_while_it_is_seen(qtbot: QtBot) -> None:
    presenter = ChartsPresenter()
    with qtbot.assertNotEmitted(presenter.needed):
        presenter.see(Picture(now=NOON))
    with qtbot.waitSignal(presenter.needed) as told:
        presenter.open(True)
    assert told.args == ["2026-03-04", midnight("2026-03-04", 0), "acts"]
    presenter.open(False)
    with qtbot.assertNotEmitted(presenter.needed):
        presenter.see(Picture(now=NOON + DAY))


def test_all_is_read_from_the_beginning(qtbot: QtBot) -> None:
    presenter = opened()
    with qtbot.waitSignal(presenter.needed) as told:
        presenter.choose(replace(presenter.choice, reach="all"))
    assert told.args == ["", None, "acts"]
    presenter.take([cell("2019-01-05", 4), cell("2026-06-01", 1)], [])
    state = presenter.days.state
    assert (state.total, state.bucket, state.bars[0].label) == (5, "month", "2019-01-01")


def test_another_split_needs_no_reading(qtbot: QtBot) -> None:
    presenter = opened()
    presenter.take([cell("2026-06-01", 2)], [])
    with qtbot.assertNotEmitted(presenter.needed):
        presenter.choose(replace(presenter.choice, split="activity"))
    assert presenter.days.state.split == "activity"
    assert presenter.days.state.series[0].key == "like"


def test_new_acts_of_today_replace_todays_cells() -> None:
    presenter = opened()
    presenter.take([cell("2026-05-01", 10), cell("2026-06-01", 2)], [])
    presenter.see(Picture(now=NOON + 1, cells=(cell("2026-06-01", 3),)))
    assert presenter.days.state.total == 13


def test_a_fresh_ledger_shows_an_empty_month() -> None:
    presenter = opened(reach="all")
    presenter.take([], [])
    assert presenter.days.state.total == 0
    assert len(presenter.days.state.bars) == 30


def cells() -> list[Cell]:
    usual = {"day": "2026-06-01", "source": "wire", "gestures": 2, "net": 2}
    return [
        Cell(platform="facebook", activity="like", **usual),  # type: ignore[arg-type]
        Cell(platform="recaptcha", activity="captcha", seconds=9_000_000, timed=2, **usual),  # type: ignore[arg-type]
        Cell(platform="x", activity="vote", **usual),  # type: ignore[arg-type]
    ]


def test_each_measure_measures_its_own(tmp_path: Path) -> None:
    prices = shelf.calendar_of(Home(tmp_path), Reading(), pins=[], today="2026-06-01")
    told = [
        Cell(day="2026-06-01", platform="x", activity="upload", source="wire", disclosure="gps")
    ]
    worth, ends = measured("worth", cells(), [], prices)
    assert [cell.platform for cell in worth] == ["facebook", "recaptcha"]
    assert all(cell.net > 0 for cell in worth)
    for low, central, high in zip(ends.lows, worth, ends.highs, strict=True):
        assert low.net <= central.net <= high.net
    captcha, _ = measured("captcha", cells(), [], prices)
    assert [cell.net for cell in captcha] == [9_000_000]
    assert measured("disclosed", cells(), told, prices) == (told, Ends())
    assert measured("acts", cells(), told, prices) == (cells(), Ends())


def test_the_wage_owed_only_grows_as_worth_is_added() -> None:
    presenter = ChartsPresenter()
    presenter.see(Picture(now=NOON))
    presenter.open(True)
    presenter.choose(replace(presenter.choice, measure="owed", bucket="day"))
    days = [("2026-05-30", 5), ("2026-06-01", 7)]
    made = [
        Cell(day=day, platform="x", activity="like", source="wire", net=net) for day, net in days
    ]
    presenter.take(made, [], "acts")
    ignored = presenter.days.state.total
    ends = Ends([cell._replace(net=1) for cell in made], [cell._replace(net=9) for cell in made])
    presenter.take(made, [], "owed", "EUR", ends)
    state = presenter.days.state
    assert (ignored, [bar.total for bar in state.bars][-3:]) == (0, [5, 5, 12])
    assert (state.total, state.currency) == (12, "EUR")
    assert (state.ends[-3:], state.range, state.highest) == (((1, 9), (1, 9), (2, 18)), (2, 18), 18)
    assert not state.beyond
    steep = replace(state, ends=tuple((low, 100 * high) for low, high in state.ends))
    assert (steep.highest, steep.beyond) == (36, True)
