"""What pages ask, answered from a real ledger."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from labormeter.home import Home
from labormeter.ledger import query
from labormeter.ledger.log import Log
from labormeter.testing import act
from labormeter_ui.desktop import Desktop
from labormeter_ui.presenters.acts import Filter, hour_of
from labormeter_ui.tail import now


@pytest.fixture
def opened(home: Home, log: Log, qtbot: QtBot) -> Iterator[Desktop]:
    log.append([act(platform="facebook", occurred_at=now() - place) for place in range(3)])
    made = Desktop(home, meters=False, tray=False)
    qtbot.addWidget(made.window)
    with qtbot.waitSignal(made.tail.seen, timeout=30_000):
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
    with Log.open(home, now=now()) as log:
        log.append([act(platform="facebook", source="practice", occurred_at=now())])
        log.append([act(platform="x", occurred_at=now())])
    presenter = opened.presenters.acts
    presenter.choose(Filter(period="all", platform="facebook"))
    qtbot.waitUntil(lambda: presenter.complete and len(presenter.acts) == 3)
    opened.window.shell.turn("ledger")
    presenter.put_all_away()
    qtbot.waitUntil(lambda: presenter.going == 3)
    said = opened.window.acts.going_text.text()
    with qtbot.waitSignal(opened.answering.forgotten) as told:
        opened.window.shell.turn("today")
    assert (said[:6], told.args, acts(home)) == ("3 acts", [3, True], 2)


def test_an_hour_of_the_week_is_drilled_into(opened: Desktop, home: Home, qtbot: QtBot) -> None:
    presenter, hour = opened.presenters.acts, 3 * 24 + 12
    with Log.open(home, now=now()) as log:
        log.append([act(platform="x", occurred_at=hour * 3_600_000_000 - 72 * 3_600_000_000)])
    presenter.choose(Filter(period="all", hour=hour))
    qtbot.waitUntil(lambda: presenter.complete)
    assert {hour_of(one) for one in presenter.acts} == {hour}


def test_acts_are_added_by_hand(opened: Desktop, home: Home, qtbot: QtBot) -> None:
    opened.leading.add()
    dialog = opened.leading.dialog
    assert dialog is not None
    dialog.count.setValue(2)
    with qtbot.waitSignal(opened.answering.added) as told:
        dialog.save.click()
    assert (told.args, acts(home)) == ([2], 5)
    assert "added by hand" in opened.window.shell.bar.text.text()


def test_the_pages_of_rates_uploads_and_statement_are_answered(
    opened: Desktop, qtbot: QtBot, tmp_path: Path
) -> None:
    presenters = opened.presenters
    opened.window.shell.turn("rates")
    qtbot.waitUntil(lambda: len(presenters.rates.rates) > 200)
    opened.window.shell.turn("uploads")
    photo = tmp_path / "photo.txt"
    photo.write_text("nothing")
    presenters.uploads.inspect.emit(str(photo))
    qtbot.waitUntil(lambda: presenters.uploads.file is not None)
    opened.window.shell.turn("statement")
    qtbot.waitUntil(lambda: presenters.statement.state is not None)
    assert presenters.statement.state is not None
    assert presenters.statement.state.items == 1
    target = tmp_path / "mine.pdf"
    opened.leading.keep(target)
    qtbot.waitUntil(lambda: "mine.pdf was written." in opened.window.shell.bar.text.text())
    assert target.read_bytes().startswith(b"%PDF")


def test_a_file_that_is_not_there_is_told(opened: Desktop, qtbot: QtBot) -> None:
    with qtbot.waitSignal(opened.answering.refused):
        opened.presenters.uploads.inspect.emit("/nowhere/at/all")
    assert opened.window.shell.bar.text.text().startswith("This file cannot be read.")


def test_a_rate_of_ones_own_is_added_and_the_book_is_read_again(
    opened: Desktop, home: Home, qtbot: QtBot
) -> None:
    opened.window.shell.turn("rates")
    qtbot.waitUntil(lambda: len(opened.presenters.rates.rates) > 200)
    before = len(opened.presenters.rates.rates)
    opened.window.rates.add.emit(None)
    dialog = opened.leading.rate_dialog
    assert dialog is not None
    dialog.save.click()
    source, amounts = dialog.faults["source"], dialog.faults["amounts"]
    qtbot.waitUntil(lambda: source.isVisibleTo(dialog) and amounts.isVisibleTo(dialog))
    dialog.lines["mid"].setText("0.02")
    dialog.lines["source"].setText("a friend")
    dialog.save.click()
    qtbot.waitUntil(lambda: len(opened.presenters.rates.rates) == before + 1)
    with query.open(home) as ledger:
        (said,) = [one.sentence for one in ledger.remarks()]
    assert said.startswith("The rate own-1 for like was put in the place of the shipped one: ")


def test_the_page_of_places_is_answered(opened: Desktop, qtbot: QtBot) -> None:
    opened.window.shell.turn("rates")
    opened.window.rates.tabs.group.button(1).click()
    places = opened.presenters.rates.places
    qtbot.waitUntil(lambda: len(places.state.every) > 30)
    opened.window.rates.places.chart.opened.emit(places.state.every[0].rate.id)
    qtbot.waitUntil(lambda: opened.presenters.rates.rate is not None)


def test_the_page_of_uploads_leads_to_their_chart_over_time(opened: Desktop, qtbot: QtBot) -> None:
    opened.window.shell.turn("uploads")
    opened.window.uploads.over_time.emit()
    assert opened.window.shell.page == "charts"
    assert opened.presenters.charts.choice.measure == "disclosed"
    assert opened.window.charts.measure.currentData() == "disclosed"
    qtbot.waitUntil(lambda: not opened.presenters.charts.reading)
