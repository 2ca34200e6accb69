"""The application put together, on a real ledger written by another connection."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from labormeter import announce, lock, settings
from labormeter.errors import KnownError
from labormeter.home import Home
from labormeter.ledger.log import Log
from labormeter.testing import act
from labormeter_ui import crash, desktop, settling, theme
from labormeter_ui.desktop import Desktop
from labormeter_ui.presenters.acts import hour_of
from labormeter_ui.tail import now


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the desktop is told to announce, instead of that it is."""
    said: list[str] = []
    monkeypatch.setattr(announce, "show", said.append)
    return said


@pytest.fixture
def opened(home: Home, qtbot: QtBot, told: list[str]) -> Iterator[Desktop]:
    assert told == []
    made = Desktop(home, meters=False, tray=False)
    qtbot.addWidget(made.window)
    with qtbot.waitSignal(made.tail.seen, timeout=30_000):
        made.start()
    yield made
    made.window.close()
    made.close()


def test_an_act_moves_every_page_within_a_second(opened: Desktop, log: Log, qtbot: QtBot) -> None:
    page = opened.window.today_page
    empty = page.currentWidget() is page.empty
    log.append([act(platform="x", rule="x:like", occurred_at=now())])
    qtbot.waitUntil(lambda: page.figure.figure.text() == "1", timeout=1000)
    assert empty
    assert page.currentWidget() is not page.empty
    assert page.feed.list.model().rowCount() == 1
    qtbot.waitUntil(lambda: opened.presenters.recent.state.total == 1, timeout=1000)
    qtbot.waitUntil(lambda: opened.presenters.wage.state is not None)


def test_practice_is_shown_only_when_it_is_wanted(opened: Desktop, log: Log, qtbot: QtBot) -> None:
    log.append([act(platform="practice", source="practice", occurred_at=now())])
    figure = opened.window.today_page.figure
    qtbot.waitUntil(lambda: "1 practice act left out" in figure.beside.text(), timeout=1000)
    assert figure.figure.text() == "0"
    figure.practice.click()
    assert figure.figure.text() == "1"


def test_a_press_changes_nothing_until_the_meter_answers(
    opened: Desktop, log: Log, home: Home, qtbot: QtBot
) -> None:
    view = opened.window.shell.shift
    with lock.hold(home.lock):
        log.span("shift", now())
        qtbot.waitUntil(lambda: view.mode.text() == "Metering", timeout=1000)
        view.buttons["pause"].click()
        qtbot.waitUntil(lambda: view.since.text() == "asked, waiting for the meter")
        assert view.mode.text() == "Metering"
        (asked,) = log.asked()
        log.span("pause", now())
        log.acknowledge(asked.id, now(), "paused")
        qtbot.waitUntil(lambda: view.mode.text() == "Paused", timeout=1000)
        log.span("private", now())
        qtbot.waitUntil(lambda: view.mode.text() == "Private", timeout=1000)
        assert "nothing is kept" in opened.window.shell.bar.text.text()


def test_a_meter_that_dies_is_missed_and_a_gap_is_told(
    opened: Desktop, log: Log, home: Home, qtbot: QtBot, told: list[str]
) -> None:
    bar = opened.window.shell.bar
    held = lock.hold(home.lock)
    log.span("shift", now())
    log.span("gap", now(), "engine-ended")
    qtbot.waitUntil(lambda: "the engine ended" in bar.text.text(), timeout=1000)
    log.end_span("gap", now())
    qtbot.waitUntil(lambda: bar.messages == [], timeout=1000)
    held.release()
    qtbot.waitUntil(lambda: "stopped without being asked" in bar.text.text(), timeout=1000)
    assert bar.action.text() == "Start metering"
    qtbot.waitUntil(lambda: "stopped without being asked" in "".join(told))


def test_pressing_a_figure_leads_to_its_acts(opened: Desktop, log: Log, qtbot: QtBot) -> None:
    log.append([act(platform=name, occurred_at=now()) for name in ("x", "x", "reddit")])
    page = opened.window.today_page
    qtbot.waitUntil(lambda: page.figure.figure.text() == "3", timeout=1000)
    page.figure.platforms.lines[0].click()
    acts = opened.presenters.acts
    qtbot.waitUntil(lambda: acts.complete and len(acts.acts) == 2)
    assert opened.window.shell.page == "ledger"
    assert {one.platform for one in acts.acts} == {"x"}


def test_the_ledger_lists_what_came_since_it_was_last_seen(
    opened: Desktop, log: Log, qtbot: QtBot
) -> None:
    acts = opened.presenters.acts
    opened.window.shell.turn("ledger")
    qtbot.waitUntil(lambda: acts.complete)
    opened.window.shell.turn("history")
    log.append([act(platform="x", occurred_at=now(), source="archive")])
    opened.window.shell.turn("ledger")
    qtbot.waitUntil(lambda: acts.complete and len(acts.acts) == 1)


def test_the_charts_read_their_history_when_they_are_opened(
    opened: Desktop, log: Log, qtbot: QtBot
) -> None:
    log.append([act(platform="x", occurred_at=now())])
    opened.window.shell.turn("charts")
    days = opened.presenters.charts.days
    qtbot.waitUntil(lambda: days.state.total == 1, timeout=1000)
    log.append([act(platform="x", occurred_at=now())])
    qtbot.waitUntil(lambda: days.state.total == 2, timeout=1000)


def test_a_bar_leads_to_the_acts_of_its_days(opened: Desktop, log: Log, qtbot: QtBot) -> None:
    log.append([act(platform="x", occurred_at=now())])
    qtbot.waitUntil(lambda: opened.presenters.recent.state.total == 1, timeout=1000)
    chart = opened.window.today_page.recent.chart
    chart._choose(len(opened.presenters.recent.state.bars) - 1)
    chart._open()
    qtbot.waitUntil(lambda: len(opened.presenters.acts.acts) == 1)
    assert opened.window.shell.page == "ledger"


def test_a_language_is_spoken_at_once_and_kept(opened: Desktop, home: Home, qtbot: QtBot) -> None:
    opened.window.shell.languages.setCurrentIndex(2)
    qtbot.waitUntil(lambda: opened.window.shell.title.text() == "Aujourd\u2019hui")
    qtbot.waitUntil(lambda: settings.read(home.settings).text("language") == "fr")


def test_what_cannot_be_read_is_a_bar_that_goes_when_it_can(
    opened: Desktop, log: Log, qtbot: QtBot
) -> None:
    bar = opened.window.shell.bar
    opened.desk.failed.emit(KnownError("The ledger is of a newer version.", "Update labormeter."))
    assert bar.text.text() == "The ledger is of a newer version. Update labormeter."
    log.append([act(platform="x", occurred_at=now())])
    qtbot.waitUntil(lambda: bar.messages == [], timeout=1000)


def test_a_bug_off_the_thread_is_reported(
    opened: Desktop, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    shown: list[BaseException] = []
    monkeypatch.setattr(crash, "show", shown.append)
    opened.desk.give(lambda: 1 // 0, print)
    qtbot.waitUntil(lambda: len(shown) == 1)
    assert isinstance(shown[0], ZeroDivisionError)


def test_the_practice_shift_is_started_and_its_end_is_told(
    opened: Desktop, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(settling, "command", lambda *_: [sys.executable, "-c", "print(1)"])
    page, bar = opened.window.today_page, opened.window.shell.bar
    page.empty.practice_button.click()
    assert opened.presenters.today.state.practice
    assert not page.empty.practice_button.isEnabled()
    qtbot.waitUntil(lambda: "practice shift is over" in bar.text.text())
    assert page.empty.practice_button.isEnabled()


@pytest.mark.parametrize("wanted", ["practice", "browse"])
def test_what_goes_wrong_with_a_browser_is_told(
    opened: Desktop, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, wanted: str
) -> None:
    script = "import sys; sys.exit('No browser was found.')"
    for module in (desktop, settling):
        monkeypatch.setattr(module, "command", lambda *_: [sys.executable, "-c", script])
    getattr(opened.window.today_page.empty, wanted).emit()
    bar = opened.window.shell.bar
    qtbot.waitUntil(lambda: "No browser was found." in bar.text.text())


def test_everything_is_removed_and_shown_to_be_gone_before_the_program_ends(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    for name in ("HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "person"))
    monkeypatch.setenv("GSETTINGS_BACKEND", "memory")
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    made = Desktop(home, meters=False, tray=False)
    qtbot.addWidget(made.window)
    with qtbot.waitSignal(made.tail.seen, timeout=30_000):
        made.start()
    made.presenters.setup.remove()
    qtbot.waitUntil(lambda: made.gone is not None, timeout=30_000)
    assert made.gone is not None
    assert made.gone.places.toPlainText().splitlines() == [str(home.root)]
    assert made.gone.isModal()
    with qtbot.waitSignal(made.left):
        made.gone.leave.click()
    made.close()
    assert not home.root.exists()


def test_closing_the_window_leaves_the_program_where_there_is_no_tray(
    opened: Desktop, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(opened.left):
        opened.window.close()


def test_the_theme_is_worn_by_the_whole_program(qapp: QApplication) -> None:
    desktop.dress(qapp)
    light = qapp.palette().window().color().name()
    theme.choose("dark")
    desktop.wear(qapp)
    assert (light, qapp.palette().window().color().name()) == (
        theme.LIGHT.ground,
        theme.DARK.ground,
    )
    theme.choose("light")
    desktop.wear(qapp)
    assert QCoreApplication.instance() is qapp


def test_an_hour_of_the_week_leads_to_its_acts_and_back_to_all(
    opened: Desktop, log: Log, qtbot: QtBot
) -> None:
    at, acts = now(), opened.presenters.acts
    made = [act(platform="x", occurred_at=at - hours * 3_600_000_000) for hours in (0, 1)]
    log.append(made)
    opened.window.charts.rhythm.wanted.emit(hour_of(made[0]))
    assert opened.window.shell.page == "ledger"
    qtbot.waitUntil(lambda: acts.complete)
    chip = opened.window.acts.hour_button
    found = [len(acts.acts), chip.isVisible()]
    chip.click()
    qtbot.waitUntil(lambda: acts.complete and len(acts.acts) == 2)
    assert (found, chip.isVisible()) == ([1, True], False)


def test_figures_of_a_browser_that_others_may_use_say_so_until_the_person_knows_better(
    opened: Desktop, home: Home, log: Log, qtbot: QtBot
) -> None:
    log.append([act(platform="x", occurred_at=now())])
    figure = opened.window.today_page.figure
    qtbot.waitUntil(lambda: figure.figure.text() == "1", timeout=1000)
    qtbot.waitUntil(figure.shared.isVisible)
    assert "at most these are yours" in figure.shared_text.text()
    figure.alone.click()
    qtbot.waitUntil(lambda: not figure.shared.isVisible())
    assert settings.read(home.settings)["alone"] is True


def test_a_bar_of_captcha_time_leads_to_captchas_alone(opened: Desktop) -> None:
    charts, acts = opened.presenters.charts, opened.presenters.acts
    found = []
    for measure in ("captcha", "disclosed", "acts"):
        charts.choose(replace(charts.choice, measure=measure))
        opened.window.charts.chart.wanted.emit("2026-05-01", "2026-05-31")
        found.append((acts.filter.activity, acts.filter.since, opened.window.shell.page))
    assert [one[0] for one in found] == ["captcha", "upload", ""]
    assert {one[1:] for one in found} == {("2026-05-01", "ledger")}
