from __future__ import annotations

from pathlib import Path

import pytest

from labormeter.doctor import ledger
from labormeter.home import Home
from labormeter.ledger.log import Log
from labormeter.testing import NOON, act


def test_none_yet_is_good_and_none_is_made(tmp_path: Path) -> None:
    assert ledger.look(Home(tmp_path), NOON).state == "good"
    assert not list(tmp_path.iterdir())


def test_a_sound_one_says_how_many_acts(tmp_path: Path) -> None:
    home = Home(tmp_path)
    with Log.open(home, now=NOON) as log:
        log.append([act()])
    found = ledger.look(home, NOON)
    assert (found.state, found.sentence) == ("good", "1 acts, sound.")


def test_a_damaged_one_is_bad_and_stays_where_it_is(tmp_path: Path) -> None:
    home = Home(tmp_path)
    Log.open(home, now=NOON).close()
    content = bytearray(home.ledger.read_bytes())
    content[4096:8192] = b"\xff" * 4096
    home.ledger.write_bytes(content)
    assert ledger.look(home, NOON).state == "bad"
    assert home.ledger.read_bytes() == content


@pytest.mark.parametrize(("aside", "writable", "state"), [(1, True, "warn"), (0, False, "bad")])
def test_what_was_kept_aside_and_what_cannot_be_written(
    aside: int, *, writable: bool, state: str
) -> None:
    assert ledger.judge("ready", 5, writable=writable, aside=aside).state == state
