"""Kill a writer at random moments: nothing that was said to be kept is missing."""

import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing

import pytest

from labormeter.home import Home
from labormeter.ledger import query
from labormeter.ledger.log import Log
from labormeter.testing import NOON

KILLS = 50

WRITER = """
import sys
from pathlib import Path
from labormeter.home import Home
from labormeter.ledger.log import Log
from labormeter.model import Disclosure, Link, Notice
from labormeter.testing import NOON, act
home, round = Home(Path(sys.argv[1])), int(sys.argv[2])
say = sys.stdout.write
with Log.open(home, now=NOON) as log:
    log.recover(NOON + round)
    log.span("shift", NOON + round)
    for number in range(100_000):
        ids = [f"{round:08x}{number:016x}{part:08x}" for part in range(number % 4 + 1)]
        acts = [act(id=one, target=one, disclosures=(Disclosure("gps"),)) for one in ids]
        notice = Notice(platform="x", reason="unknown-name", method="POST", host="x.com",
                        name="N", at=NOON)
        log.append(acts, [Link(ids[0], ids[-1])], [notice])
        say("".join(one + "\\n" for one in ids))
        sys.stdout.flush()
        log.pulse(NOON + round * 1000)
"""


def kill_after(home: Home, number: int, seconds: float) -> list[str]:
    """Return the ids that a writer said were kept before it was killed."""
    child = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(home.root), str(number)],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    first = child.stdout.readline()
    until = time.monotonic() + seconds
    said = [first.strip()]
    while time.monotonic() < until:
        said.append(child.stdout.readline().strip())
    child.send_signal(signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)
    rest = child.stdout.read().split("\n")
    child.stdout.close()
    child.wait(20)
    return [one for one in (*said, *rest) if len(one) == 32]


@pytest.mark.parametrize("seed", [1])
def test_no_act_that_was_kept_is_missing_after_kills(home: Home, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - moments, not secrets
    said: set[str] = set()
    for number in range(1, KILLS + 1):
        said |= set(kill_after(home, number, chance.uniform(0, 0.12)))
    assert len(said) > KILLS * 3
    with query.open(home) as kept:
        there = {one.id for one in kept.acts()}
        assert said <= there
        assert sum(cell.acts for cell in kept.cells()) == len(there)
        assert sum(cell.acts for cell in kept.disclosures()) == len(there)
    with closing(sqlite3.connect(home.ledger)) as plain:
        assert plain.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert plain.execute("PRAGMA foreign_key_check").fetchall() == []
    with Log.open(home, now=NOON) as log:
        assert log.recover(NOON + 10**9) is not None
    with query.open(home) as kept:
        assert all(span.ended_at is not None for span in kept.spans())
    assert list(home.root.glob("ledger.damaged-*")) == []
