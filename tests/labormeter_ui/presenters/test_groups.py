from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from labormeter.home import Home
from labormeter.model import Cell
from labormeter.valuation import shelf
from labormeter.valuation.calendar import Calendar
from labormeter.valuation.lens import Reading
from labormeter_ui.presenters.acts import Filter
from labormeter_ui.presenters.groups import GroupsPresenter, ends, groups, narrowed

TODAY = "2026-06-01"
CELLS = [
    Cell(day=day, platform=platform, activity=activity, source="wire", gestures=net, net=net)
    for day, platform, activity, net in (
        ("2026-05-31", "x", "like", 3),
        ("2026-06-01", "facebook", "like", 9),
        ("2026-06-01", "x", "vote", 2),
        ("2026-04-01", "x", "like", 50),
    )
]


@pytest.fixture(scope="module")
def calendar(tmp_path_factory: pytest.TempPathFactory) -> Calendar:
    home = Home(Path(tmp_path_factory.mktemp("rates")))
    return shelf.calendar_of(home, Reading(), pins=[], today=TODAY)


def test_totals_are_of_the_filter_alone_the_largest_first(calendar: Calendar) -> None:
    found = groups(Filter(since="2026-05-01"), "platform", CELLS, calendar)
    assert [(line.row.key, line.row.net) for line in found.lines] == [
        (("facebook",), 9),
        (("x",), 5),
    ]
    only = groups(Filter(since="2026-05-01", activity="vote"), "platform", CELLS, calendar)
    assert [(line.row.net, line.worth) for line in only.lines] == [(2, None)]
    assert only.lines[0].unpriced == 2


def test_stretches_of_time_come_latest_first(calendar: Calendar) -> None:
    found = groups(Filter(), "month", CELLS, calendar)
    assert [line.row.key[0] for line in found.lines] == ["2026-06", "2026-05", "2026-04"]


def test_a_total_leads_to_exactly_its_acts() -> None:
    wanted = Filter(period="all", source="wire")
    assert narrowed(wanted, "platform", "x") == Filter(period="all", source="wire", platform="x")
    week = narrowed(Filter(period="year", since="2026-06-03"), "week", "2026-W23")
    assert (week.period, week.since, week.until) == ("days", "2026-06-03", "2026-06-07")
    assert ends("month", "2024-02") == ("2024-02-01", "2024-02-29")
    assert ends("day", "2026-01-01") == ("2026-01-01", "2026-01-01")


def test_an_answer_to_an_older_question_is_dropped(calendar: Calendar, qtbot: QtBot) -> None:
    presenter = GroupsPresenter()
    with qtbot.waitSignal(presenter.needed) as told:
        presenter.ask(Filter(period="all"), "platform", TODAY)
    assert told.args is not None
    presenter.ask(Filter(period="all"), "activity", TODAY)
    presenter.take(groups(told.args[0], "platform", CELLS, calendar))
    before = presenter.state
    presenter.take(groups(told.args[0], "activity", CELLS, calendar))
    assert before is None
    assert presenter.state is not None
    assert not presenter.reading
