"""A run is killed before each thing that it does to the pool's folder: nothing is lost or twice there.

What Python tells its auditors is what is done to files: a hook in a forked process counts it, and
kills the process with SIGKILL before the one that is its turn.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from labormeter.exports.document import Count
from labormeter.pool import ingest, simulate, store
from labormeter.pool.store import Pool

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="forks")

TODAY = date(2026, 11, 25)

DRIVER = """
import os, shutil, signal, sys
from datetime import date
from pathlib import Path
import pyrage
from labormeter.pool import ingest, store

root, inbox, tries, *keys = sys.argv[1:]
readers = [pyrage.x25519.Identity.from_str(one) for one in keys]
WRITES = os.O_WRONLY | os.O_RDWR

def run(folder, turn):
    done = 0
    def hook(event, told):
        nonlocal done
        if event == "open":
            if not isinstance(told[2], int) or not told[2] & WRITES:
                return
            told = told[:1]
        elif event not in {"os.link", "os.rename", "os.remove", "os.truncate", "os.mkdir"}:
            return
        if not any(str(one).startswith(str(folder)) for one in told):
            return
        if done == turn:
            os.kill(os.getpid(), signal.SIGKILL)
        done += 1
    sys.addaudithook(hook)
    ingest.ingest(store.opened(folder), sorted(Path(inbox).iterdir()), readers, today=date(2026, 11, 25))

turn = 0
while True:
    folder = Path(tries) / f"{turn:03d}"
    shutil.copytree(root, folder)
    child = os.fork()
    if not child:
        try:
            run(folder, turn)
        finally:
            os._exit(0)
    status = os.waitpid(child, 0)[1]
    if not os.WIFSIGNALED(status):
        break
    turn += 1
print(turn)
"""


def like(n: int) -> Count:
    return Count("2025-03", "x", "like", n=n)


def state(pool: Pool) -> tuple[list[tuple[str, int]], list[str], list[str], int]:
    """Return the rows that a question would see, who counts, why what is refused, what was taken back."""
    index = store.index(pool.root)
    rows = [
        (row["participant"], row["n"])
        for path in store.rows(pool, index)
        for row in pq.read_table(path).to_pylist()
    ]
    people = [f"{name} {one.revision} {one.raw}" for name, one in index.people.items()]
    refused = [f"{name} {why}" for name, why in index.refused.items()]
    return sorted(rows), sorted(people), sorted(refused), len(index.erasures)


def files(pool: Pool) -> list[str]:
    """Return what lies in the folders of contributions, without the numbers of parts."""
    there = [*pool.raw.iterdir(), *pool.quarantine.iterdir()]
    assert set(pool.cells.iterdir()) == set(pool.counting(store.index(pool.root)))
    assert not list(pool.root.rglob(".*.part"))
    return sorted(f"{one.parent.name}/{one.name}" for one in there)


@pytest.fixture
def inbox(lab: Any, tmp_path: Path) -> Path:
    """A day's post: new people, a revision, withdrawals of rows and of what was refused, rubbish."""
    folder = tmp_path / "inbox"
    folder.mkdir()
    came = (
        lab.give(4, like(40)),
        lab.give(1, like(15), revision=2),
        lab.give(7, like(70)),
        lab.give(7, like(75), revision=2),
        b"rubbish",
        lab.back(2, 2),
        lab.back(5, 2),
    )
    for number, data in enumerate(came):
        (folder / f"{number}.age").write_bytes(data)
    return folder


@pytest.fixture
def before(lab: Any, pool: Pool, take: Any) -> Pool:
    """A pool of two parts and something refused."""
    take(lab.give(1, like(10)), lab.give(2, like(20)), lab.give(3, like(30)))
    take(lab.give(6, like(60)), lab.give(5, like(505)))
    assert len(list(pool.cells.iterdir())) == 2
    return pool


def again(lab: Any, pool: Pool, given: list[Path]) -> None:
    ingest.ingest(pool, given, lab.field.readers, today=TODAY)


@pytest.mark.timeout(240)
def test_a_run_that_is_killed_anywhere_loses_nothing_and_counts_nothing_twice(
    lab: Any, before: Pool, inbox: Path, tmp_path: Path
) -> None:
    post = {path: path.read_bytes() for path in sorted(inbox.iterdir())}
    tries = tmp_path / "tries"
    keys = [str(one) for one in lab.field.readers]
    command = [sys.executable, "-c", DRIVER, str(before.root), str(inbox), str(tries), *keys]
    told = subprocess.run(command, check=True, capture_output=True, text=True, timeout=200)
    whole = store.opened(tries / f"{int(told.stdout):03d}")
    old, new = state(before), state(whole)
    assert old != new
    killed = [store.opened(one) for one in sorted(tries.iterdir()) if one != whole.root]
    assert len(killed) > 15  # each link, each file that is written, each that is deleted
    seen = []
    for pool in killed:
        assert {path: path.read_bytes() for path in sorted(inbox.iterdir())} == post
        assert state(pool) in (old, new)
        seen.append(state(pool) == new)
        alone = store.opened(shutil.copytree(pool.root, tmp_path / "alone", symlinks=True))
        again(lab, alone, [])
        raw = {path.stem for path in alone.raw.iterdir()}
        assert raw == {one.raw for one in store.index(alone.root).people.values()}
        assert {name for name, _ in state(alone)[0]} >= {
            simulate.person(lab.field, 1, number).participant for number in (1, 3, 6)
        }
        shutil.rmtree(alone.root)
        again(lab, pool, list(post))
        assert state(pool) == new
        assert files(pool) == files(whole)
    assert seen == sorted(seen)  # one moment decides
    assert {False, True} == set(seen)
