from dataclasses import replace

from pytestqt.qtbot import QtBot

from labormeter.model import Cell
from labormeter.testing import NOON
from labormeter_ui.picture import DAY, Picture, midnight
from labormeter_ui.presenters.charts import ChartsPresenter, Choice


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
    assert told.args == ["2026-03-04", midnight("2026-03-04", 0)]
    presenter.open(False)
    with qtbot.assertNotEmitted(presenter.needed):
        presenter.see(Picture(now=NOON + DAY))


def test_all_is_read_from_the_beginning(qtbot: QtBot) -> None:
    presenter = opened()
    with qtbot.waitSignal(presenter.needed) as told:
        presenter.choose(replace(presenter.choice, reach="all"))
    assert told.args == ["", None]
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
