"""What pages ask, answered from a real ledger."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from labormeter.home import Home
from labormeter.ledger import query
from labormeter.ledger.log import Log
from labormeter.testing import act
from labormeter_ui.desktop import Desktop
from labormeter_ui.presenters.acts import Filter, Leaving
from labormeter_ui.tail import now


@pytest.fixture
def opened(home: Home, log: Log, qtbot: QtBot) -> Iterator[Desktop]:
    log.append([act(platform="facebook", occurred_at=now() - place) for place in range(3)])
    made = Desktop(home, meters=False, tray=False)
    qtbot.addWidget(made.window)
    with qtbot.waitSignal(made.tail.seen, timeout=5000):
        made.start()
    yield made
    made.window.close()
    made.close()


def acts(home: Home) -> int:
    with query.open(home) as ledger:
        return ledger.count()


def test_totals_and_the_worth_of_an_act_come_from_the_ledger(opened: Desktop, qtbot: QtBot) -> None:
    groups, worth = opened.presenters.groups, opened.presenters.worth
    groups.ask(Filter(period="all"), "platform", opened.presenters.acts.today)
    qtbot.waitUntil(lambda: groups.state is not None)
    assert groups.state is not None
    assert [line.row.net for line in groups.state.lines] == [3]
    qtbot.waitUntil(lambda: len(opened.presenters.acts.acts) == 3)
    worth.ask(opened.presenters.acts.acts[0])
    qtbot.waitUntil(lambda: worth.state is not None)


def test_what_was_put_away_goes_when_the_page_is_left(
    opened: Desktop, home: Home, qtbot: QtBot
) -> None:
    presenter = opened.presenters.acts
    opened.window.shell.turn("ledger")
    qtbot.waitUntil(lambda: len(presenter.acts) == 3)
    presenter.put_away([0])
    still = acts(home)
    with qtbot.waitSignal(opened.answering.forgotten) as told:
        opened.window.shell.turn("today")
    assert (still, told.args, acts(home)) == (3, [1, True], 2)


def test_what_was_put_away_goes_when_the_window_is_closed(
    opened: Desktop, home: Home, qtbot: QtBot
) -> None:
    presenter = opened.presenters.acts
    qtbot.waitUntil(lambda: len(presenter.acts) == 3)
    presenter.put_away([0, 1])
    opened.window.close()
    opened.close()
    assert acts(home) == 1


def test_all_of_a_filter_can_be_forgotten(opened: Desktop, home: Home, qtbot: QtBot) -> None:
    wanted = Filter(period="all", platform="facebook")
    with qtbot.waitSignal(opened.answering.forgotten) as told:
        opened.presenters.acts.left.emit([Leaving(wanted=wanted)])
    assert told.args == [3, True]
    assert acts(home) == 0


def test_acts_are_added_by_hand(opened: Desktop, home: Home, qtbot: QtBot) -> None:
    opened.leading.add()
    dialog = opened.leading.dialog
    assert dialog is not None
    dialog.count.setValue(2)
    with qtbot.waitSignal(opened.answering.added) as told:
        dialog.save.click()
    assert (told.args, acts(home)) == ([2], 5)
    assert "added by hand" in opened.window.shell.bar.text.text()
