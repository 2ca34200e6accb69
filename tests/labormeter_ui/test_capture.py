"""A real meter, started, asked and ended by the window's own means."""

import sys
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from labormeter import lock
from labormeter.home import Home
from labormeter.ledger import query
from labormeter.ledger.log import Log
from labormeter_ui import capture
from labormeter_ui.capture import Capture, Role
from labormeter_ui.work import Desk

PATIENCE = 30_000


@pytest.fixture
def desk(qapp: QApplication) -> Iterator[Desk]:
    made = Desk(qapp)
    yield made
    made.close()


def test_a_meter_is_started_asked_and_ended(home: Home, desk: Desk, qtbot: QtBot) -> None:
    made = Capture(home, desk)
    with query.open(home) as ledger:
        with qtbot.waitSignal(made.starting) as told:
            made.begin()
        assert told.args == [True]
        qtbot.waitUntil(lambda: ledger.state().state == "on", timeout=PATIENCE)
        assert ledger.state().pid == made.meter.pid
        assert not made.attached
        made.ask("pause")
        qtbot.waitUntil(lambda: ledger.state().state == "paused", timeout=PATIENCE)
        made.ask("start")
        qtbot.waitUntil(lambda: ledger.state().state == "on", timeout=PATIENCE)
        made.close()
        assert not made.meter.running
        assert not ledger.state().running


def test_a_meter_that_runs_is_attached_to_and_left_alone(
    home: Home, desk: Desk, qtbot: QtBot
) -> None:
    made = Capture(home, desk)
    with lock.hold(home.lock):
        with qtbot.assertNotEmitted(made.starting):
            made.begin()
        assert made.attached
        made.close()
        assert lock.held(home.lock) is not None


def test_what_is_asked_becomes_a_row(home: Home, log: Log, desk: Desk, qtbot: QtBot) -> None:
    made = Capture(home, desk)
    with lock.hold(home.lock):
        made.ask("private")
        qtbot.waitUntil(lambda: [one.verb for one in log.asked()] == ["private"])


def test_a_meter_that_cannot_start_says_why(
    home: Home, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = "import sys; sys.stderr.write('The port is taken.'); sys.exit(1)"
    monkeypatch.setattr(capture, "command", lambda *_: [sys.executable, "-c", script])
    made = Capture(home, desk)
    starting: list[bool] = []
    made.starting.connect(starting.append)
    with qtbot.waitSignal(made.failed) as told:
        made.begin()
    assert told.args == ["The port is taken."]
    assert starting == [True, False]
    assert not made.meter.running


def test_a_program_that_is_not_there_is_told(qtbot: QtBot) -> None:
    role = Role()
    with qtbot.waitSignal(role.ended) as told:
        role.start(["no-such-program-anywhere"])
    assert told.args == [-1, ""]
    role.end()


def test_a_role_that_does_not_listen_is_ended_all_the_same(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(capture, "GRACE", 300)
    role = Role()
    heard: list[str] = []
    role._process.readyReadStandardOutput.connect(lambda: heard.append("ready"))
    script = "import signal, time; signal.signal(15, signal.SIG_IGN); print('up', flush=True); time.sleep(60)"
    role.start([sys.executable, "-c", script])
    qtbot.waitUntil(lambda: bool(heard))
    role.end()
    assert not role.running
