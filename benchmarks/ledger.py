"""What the ledger costs: an act against one plain insert, a large ledger, and kills.

    python -m benchmarks.ledger                 what an append costs, and a million acts
    python -m benchmarks.ledger kills 1000      kill a writer so many times, lose nothing

All in one folder on one disk, so that the figures are ratios of one run. What a writer thread or
process adds is measured with the proxy.
"""

from __future__ import annotations

import random
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Final

from labormeter.home import Home
from labormeter.ledger import file, query
from labormeter.ledger.forget import Choice, forget
from labormeter.ledger.log import Log
from labormeter.model import Disclosure
from labormeter.testing import NOON, act

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from labormeter.model import Act

ROUNDS: Final = 15
EACH: Final = 40
MILLION: Final = 1_000_000
DAYS: Final = 3650


def plain(path: Path) -> sqlite3.Connection:
    """Return a database with one table, written as safely as the ledger is."""
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in file.PRAGMAS:
        connection.execute(f"PRAGMA {pragma}").fetchall()
    connection.execute("CREATE TABLE plain (id TEXT, at INTEGER, platform TEXT)")
    return connection


def timed(call: Callable[[], object]) -> float:
    """Return milliseconds."""
    began = time.perf_counter()
    call()
    return (time.perf_counter() - began) * 1000


def some(number: int) -> Act:
    """Return an act as the wire brings them."""
    return act(platform="x", target=f"{number:032x}", actor="a" * 32)


def append_against_plain(folder: Path) -> None:
    """Interleave both, so that what else the disk does falls on both alike."""
    home = Home(folder / "append")
    rows: dict[str, list[float]] = {"plain insert": [], "append of 1": [], "append of 10": []}
    with closing(plain(folder / "plain.db")) as other, Log.open(home, now=NOON) as log:
        number = 0
        for _ in range(ROUNDS * EACH):
            number += 11
            one = some(number)
            ten = [some(number + step) for step in range(1, 11)]
            values = (one.id, one.occurred_at, one.platform)
            insert = "INSERT INTO plain VALUES (?, ?, ?)"
            rows["plain insert"].append(timed(lambda: other.execute(insert, values)))  # noqa: B023
            rows["append of 1"].append(timed(lambda: log.append([one])))  # noqa: B023
            rows["append of 10"].append(timed(lambda: log.append(ten)))  # noqa: B023
        mark = f"{number:032x}"
        looked_up = [
            timed(lambda: log.partner("x", ["like"], [mark], [], None)) for _ in range(300)
        ]
    base = statistics.median(rows["plain insert"])
    for name, found in rows.items():
        show(name, found, base)
    show("partner looked up", looked_up, base)


def show(name: str, found: Sequence[float], base: float) -> None:
    """Print median, 99th percentile, and the median as a multiple of the base."""
    middle, late = statistics.median(found), statistics.quantiles(found, n=100)[98]
    print(f"{name:22} median {middle:8.3f} ms  p99 {late:8.3f} ms  {middle / base:6.2f} x plain")


def fill(home: Home, count: int) -> None:
    """Append acts of ten years, ten thousand a transaction."""
    chance = random.Random(1)  # noqa: S311 - moments and platforms, not secrets
    platforms = ("x", "reddit", "youtube", "facebook", "instagram", "tiktok", "hcaptcha")
    activities = ("like", "comment", "share", "post", "follow")
    day = 86_400_000_000
    with Log.open(home, now=NOON) as log:
        for start in range(0, count, 10_000):
            log.append(
                [
                    act(
                        occurred_at=NOON + number * DAYS // count * day + number,
                        platform=chance.choice(platforms),
                        activity=chance.choice(activities),
                        target=f"{number:032x}",
                        disclosures=(Disclosure("gps"),) if number % 20 == 0 else (),
                    )
                    for number in range(start, start + 10_000)
                ]
            )


def a_million(folder: Path) -> None:
    """Print what a window and a person wait for in a ledger of a million acts."""
    home = Home(folder / "million")
    took = timed(lambda: fill(home, MILLION))
    size = home.ledger.stat().st_size / 2**20
    print(f"{MILLION:,} acts appended in {took / 1000:.1f} s, {size:.0f} MB")
    with Log.open(home, now=NOON) as log:
        late = [timed(lambda: log.append([some(2 * MILLION + step)])) for step in range(400)]  # noqa: B023
        print(f"append of 1 there      median {statistics.median(late):8.3f} ms")
    steps: dict[str, Callable[[], object]] = {
        "open to read": lambda: query.open(home).close(),
        "cells of ten years": lambda: read(home, lambda kept: kept.cells()),
        "newest 100 acts": lambda: read(home, lambda kept: list(kept.acts(limit=100))),
        "health": lambda: read(home, lambda kept: kept.health()),
        "all acts, page by page": lambda: read(home, lambda kept: sum(1 for _ in kept.acts())),
        "forget one act": lambda: forget(home, Choice(act=newest(home).id), now=NOON),
        "forget everything": lambda: forget(home, Choice(everything=True), now=NOON),
    }
    for name, step in steps.items():
        print(f"{name:22} {timed(step):10.1f} ms")


def read(home: Home, call: Callable[[query.Ledger], object]) -> None:
    """Open the ledger, read, close."""
    with query.open(home) as kept:
        call(kept)


def newest(home: Home) -> Act:
    """Return the newest act."""
    with query.open(home) as kept:
        return next(kept.acts(limit=1))


WRITER: Final = """
import sys
from pathlib import Path
from labormeter.home import Home
from labormeter.ledger.log import Log
from labormeter.testing import NOON, act
with Log.open(Home(Path(sys.argv[1])), now=NOON) as log:
    for number in range(1_000_000):
        one = f"{int(sys.argv[2]):08x}{number:024x}"
        log.append([act(id=one, target=one)])
        sys.stdout.write(one + "\\n")
        sys.stdout.flush()
"""


def kills(folder: Path, count: int) -> None:
    """Kill a writer at random moments and look whether all that it said it kept is there."""
    home, chance, said = Home(folder / "kills"), random.Random(1), set[str]()  # noqa: S311 - moments
    Log.open(home, now=NOON).close()
    for number in range(count):
        command = [sys.executable, "-c", WRITER, str(home.root), str(number)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
            assert child.stdout is not None
            lines = [child.stdout.readline()]
            time.sleep(chance.uniform(0, 0.05))
            child.kill()
            lines += child.stdout.read().splitlines(keepends=True)
        said |= {line.strip() for line in lines if len(line) == 33}
    with query.open(home) as kept:
        there = {one.id for one in kept.acts()}
    with closing(sqlite3.connect(home.ledger)) as connection:
        sound = connection.execute("PRAGMA integrity_check").fetchone()[0]
    missing = len(said - there)
    print(f"{count} kills: {len(said)} acts said to be kept, {missing} missing, file {sound}")
    assert not missing
    assert sound == "ok"


def main(words: Sequence[str]) -> None:
    """Run what is asked for in a folder of its own."""
    with tempfile.TemporaryDirectory() as name:
        if words[:1] == ["kills"]:
            kills(Path(name), int(words[1]) if words[1:] else 1000)
            return
        append_against_plain(Path(name))
        a_million(Path(name))


if __name__ == "__main__":
    main(sys.argv[1:])
