import sys
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from labormeter.browser import authority
from labormeter.home import Home
from labormeter.testing import NOON
from labormeter_ui import settling
from labormeter_ui.presenters.pages import Presenters
from labormeter_ui.settling import Settling, certificate
from labormeter_ui.tail import now


@pytest.fixture
def presenters() -> Presenters:
    return Presenters()


@pytest.fixture
def made(home: Home, presenters: Presenters, qtbot: QtBot) -> Iterator[Settling]:
    assert qtbot is not None
    settled = Settling(home, presenters)
    yield settled
    settled.close()


def says(monkeypatch: pytest.MonkeyPatch, script: str) -> list[tuple[str, ...]]:
    """Let every command be a script, and return what was called for."""
    called: list[tuple[str, ...]] = []

    def line(*words: str) -> list[str]:
        called.append(words)
        return [sys.executable, "-c", script]

    monkeypatch.setattr(settling, "command", line)
    return called


def test_a_certificate_is_told_once_it_is_there(home: Home) -> None:
    assert not certificate(home).made
    issued = authority.ensure(home, ["x.com"], NOON)
    found = certificate(home)
    assert (found.made, found.hosts, found.until) == (True, 2, issued.ends_at)


def test_a_shift_is_compared_by_the_verb_of_the_command_line(
    made: Settling, presenters: Presenters, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    called = says(monkeypatch, """print('{"act": "like", "accepted": 2, "counted": 2}')""")
    with qtbot.waitSignal(made.practised) as told:
        presenters.practice.begin(by_hand=False)
    assert told.args[0] == 0
    assert presenters.practice.state.agrees
    assert "--headless" in called[0]
    with qtbot.waitSignal(made.practised):
        presenters.practice.begin(by_hand=True)
    assert "--headless" not in called[1]


@pytest.mark.skipif(sys.platform == "win32", reason="there the browser is closed by hand")
def test_being_done_ends_the_shift(
    made: Settling, presenters: Presenters, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    says(monkeypatch, "import time; time.sleep(60)")
    presenters.practice.begin(by_hand=True)
    qtbot.waitUntil(lambda: made.practice.pid > 0)
    with qtbot.waitSignal(made.practised):
        presenters.practice.stop()
    assert not presenters.practice.state.running


def test_everything_is_looked_at(made: Settling, presenters: Presenters, qtbot: QtBot) -> None:
    assert now() > NOON
    presenters.setup.check()
    qtbot.waitUntil(lambda: presenters.setup.state.checked, timeout=20_000)
    assert "ledger" in {found.part for found in presenters.setup.state.findings}
    assert made is not None


def test_a_removal_ends_the_program_or_says_why_not(
    made: Settling, presenters: Presenters, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    called = says(monkeypatch, "import sys; sys.exit('A profile is in use.')")
    presenters.setup.remove()
    with qtbot.waitSignal(made.kept) as told:
        made.remove()
    assert told.args == ["A profile is in use."]
    assert not presenters.setup.state.removing
    assert called[0][-2:] == ("uninstall", "--yes")
    says(
        monkeypatch,
        "print('trust      a store\\ngone       a store\\ngone       my home\\nLooked again')",
    )
    with qtbot.waitSignal(made.removed) as told:
        made.remove()
    assert told.args == [("a store", "my home")]
