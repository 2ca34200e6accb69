from __future__ import annotations

from pathlib import Path

from labormeter.doctor import clock
from labormeter.home import Home
from labormeter.ledger.log import Log
from labormeter.model import SECOND
from labormeter.testing import NOON

NOW = clock.WRITTEN + 1000 * SECOND


def test_years_behind_is_bad() -> None:
    assert clock.judge(0, None).state == "bad"
    assert clock.judge(NOW, None).state == "good"


def test_set_back_since_the_meter_ran_is_told(tmp_path: Path) -> None:
    home = Home(tmp_path)
    with Log.open(home, now=NOON) as log:
        log.pulse(NOW + 3600 * SECOND)
    assert clock.look(home, NOW).state == "warn"
    assert clock.look(home, NOW + 3600 * SECOND).state == "good"


def test_a_small_correction_is_none() -> None:
    assert clock.judge(NOW, NOW + 60 * SECOND).state == "good"
