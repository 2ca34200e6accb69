from __future__ import annotations

from pathlib import Path

import pytest

from labormeter import lock
from labormeter.doctor import engine
from labormeter.home import Home
from labormeter.ledger.control import Asked, Metering
from labormeter.ledger.log import Log
from labormeter.model import SECOND
from labormeter.testing import NOON


def test_without_a_meter_nothing_is_wrong_and_no_ledger_is_made(tmp_path: Path) -> None:
    home = Home(tmp_path)
    assert engine.look(home, NOON).state == "good"
    with lock.hold(home.lock):
        assert engine.look(home, NOON).state == "warn"
    assert not home.ledger.exists()


def test_a_gap_that_lasts_is_told_with_its_reason(tmp_path: Path) -> None:
    home = Home(tmp_path)
    with lock.hold(home.lock, port=1), Log.open(home, now=NOON) as log:
        log.span("shift", NOON)
        log.pulse(NOON)
        assert engine.look(home, NOON + SECOND).state == "good"
        log.span("gap", NOON, "engine-hung")
        found = engine.look(home, NOON + SECOND)
    assert (found.state, "engine-hung" in found.sentence) == ("warn", True)


@pytest.mark.parametrize(("silent", "state"), [(10, "good"), (61, "bad")])
def test_silence_of_a_minute_is_bad(silent: int, state: str) -> None:
    metering = Metering(running=True, state="on", pulse=NOON)
    assert engine.judge(metering, None, NOON + silent * SECOND).state == state


def test_an_unanswered_wish_is_told() -> None:
    metering = Metering(running=True, state="on", pulse=NOON, waiting=(Asked(1, "stop", NOON),))
    assert engine.judge(metering, None, NOON).state == "warn"
