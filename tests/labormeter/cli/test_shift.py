import json
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from labormeter import lock
from labormeter.cli import shift
from labormeter.cli.main import cli
from labormeter.errors import KnownError
from labormeter.home import Home
from labormeter.ledger.control import Asked, State
from labormeter.ledger.log import Log
from labormeter.testing import NOON

STATES: dict[str, State] = {"start": "on", "pause": "paused", "private": "private", "stop": "off"}


@pytest.fixture
def meter(home: Home) -> Iterator[list[Asked]]:
    """A meter that acknowledges what it is asked, as the front door does; yields what it was."""
    asked: list[Asked] = []
    stop = threading.Event()

    def serve() -> None:
        with Log.open(home, now=NOON) as log:
            while not stop.wait(0.01):
                for wish in log.asked():
                    asked.append(wish)
                    log.acknowledge(wish.id, NOON, STATES[wish.verb])

    with lock.hold(home.lock, port=8080):
        thread = threading.Thread(target=serve)
        thread.start()
        yield asked
        stop.set()
        thread.join(10)


def run(home: Home, *words: str) -> Result:
    return CliRunner().invoke(cli, ["--home", str(home.root), "shift", *words])


@pytest.mark.parametrize("verb", sorted(STATES))
def test_without_a_meter_it_says_how_to_start_one_and_asks_nothing(home: Home, verb: str) -> None:
    found = run(home, verb)
    assert isinstance(found.exception, KnownError)
    assert "labormeter meter" in found.exception.hint
    with Log.open(home, now=NOON) as log:
        assert log.asked() == []


@pytest.mark.parametrize(
    ("verb", "says"),
    [
        ("start", "Metering is on."),
        ("pause", "Metering is paused."),
        ("private", "Metering is off: this time is private."),
        ("stop", "Metering is stopped."),
    ],
)
def test_it_says_what_the_meter_acknowledged(
    home: Home, meter: list[Asked], verb: str, says: str
) -> None:
    found = run(home, verb)
    assert found.output.strip() == says
    assert [wish.verb for wish in meter] == [verb]


def test_a_pause_may_end_by_itself(home: Home, meter: list[Asked]) -> None:
    before = time.time_ns() // 1000
    assert run(home, "private", "--for", "30m").exit_code == 0
    (wish,) = meter
    assert wish.until is not None
    assert wish.until - wish.asked_at == 1_800_000_000
    assert 0 <= wish.asked_at - before < 30_000_000


@pytest.mark.parametrize("words", [["pause", "--for", "soon"], ["start", "--for", "3m"], ["dance"]])
def test_what_is_not_understood_is_a_usage_error(home: Home, words: list[str]) -> None:
    assert run(home, *words).exit_code == 2


def test_a_meter_that_does_not_answer_is_said_in_time(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shift, "PATIENCE", 0.2)
    with lock.hold(home.lock):
        found = run(home, "pause")
    assert isinstance(found.exception, KnownError)
    assert "does not answer" in found.exception.message


def test_a_meter_that_ends_meanwhile_is_said(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    holding = lock.hold(home.lock)
    real = lock.held
    calls = iter([None])

    def held(path: Path) -> lock.Facts | None:
        if next(calls, "later") == "later":
            holding.release()
        return real(path)

    monkeypatch.setattr(lock, "held", held)
    found = run(home, "pause")
    assert isinstance(found.exception, KnownError)
    assert "ended before it answered" in found.exception.message


def test_status_says_how_it_stands(home: Home, meter: list[Asked]) -> None:
    with Log.open(home, now=NOON) as log:
        log.span("shift", NOON)
        log.pulse(NOON + 5)
    assert (
        "A meter runs (127.0.0.1:8080). Metering is on. The shift began at"
        in run(home, "status").output
    )
    facts = json.loads(run(home, "status", "--format", "json").output)
    assert (facts["running"], facts["state"], facts["port"]) == (True, "on", 8080)
    assert (facts["since"], facts["pulse"]) == (
        "2026-06-01T12:00:00.000000Z",
        "2026-06-01T12:00:00.000005Z",
    )
    assert meter == []


def test_status_without_a_meter(home: Home) -> None:
    assert "No meter runs" in run(home, "status").output
    facts = json.loads(run(home, "status", "--format", "json").output)
    assert (facts["running"], facts["state"], facts["pid"]) == (False, "off", None)
