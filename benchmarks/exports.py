"""How long exports take: a million acts against SQLite's own CSV, forty documents against JSON alone.

    python -m benchmarks.exports [ACTS]

Runs take turns, so that what else the computer does falls on both sides; ratios are of medians.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.worth import fill

from labormeter.exports import document, reading
from labormeter.exports.build import Wanted, build
from labormeter.exports.tables import first_day, periods
from labormeter.home import Home
from labormeter.model import ACTIVITIES, Cell

if TYPE_CHECKING:
    from collections.abc import Callable

    from labormeter.exports.document import Document

ACTS: Final = 1_000_000
ROUNDS: Final = 5
SEATS: Final = 40
KINDS: Final = 40
"""Platforms and activities of a seat, each week of five years."""
TODAY: Final = "2026-11-25"
RAW: Final = (
    "id, occurred_at, day, platform, activity, finer, effect, quantity, unit, net, rounds, tiles,"
    " seconds, source, rule, pack, flags"
)
"""The columns of an exported act, as they lie in the ledger."""
SAID: Final = (
    "id, strftime('%Y-%m-%dT%H:%M:%S.', occurred_at / 1000000, 'unixepoch')"
    " || substr(occurred_at, -6) || 'Z', day, platform, activity, finer, effect, quantity, unit,"
    " net, rounds, tiles, printf('%d.%06d', seconds / 1000000, seconds % 1000000), source, rule,"
    " pack, flags, (SELECT group_concat(kind, ' ') FROM disclosures WHERE act = acts.seq)"
)
"""The same columns as they are exported."""


def used() -> float:
    """Return processor seconds of this process and of those that it started and that ended."""
    took = os.times()
    return took.user + took.system + took.children_user + took.children_system


def turns(jobs: dict[str, Callable[[], object]]) -> dict[str, tuple[float, float]]:
    """Return the median seconds and processor seconds of jobs that take turns."""
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in jobs}
    for _ in range(ROUNDS):
        for name, job in jobs.items():
            began, before = time.perf_counter(), used()
            job()
            found[name].append((time.perf_counter() - began, used() - before))
    return {
        name: (statistics.median(one[0] for one in runs), statistics.median(one[1] for one in runs))
        for name, runs in found.items()
    }


def told(what: str, ours: tuple[float, float], theirs: tuple[float, float], bound: str) -> None:
    """Print two ratios, of time that passed and of processor time, and what they are held against."""
    passed, worked = ours[0] / theirs[0], ours[1] / theirs[1]
    print(f"{what:60} {passed:5.2f}  processor {worked:5.2f}  ({bound})")


def packages(number: int) -> None:
    """Hold a full export against SQLite's own dump."""
    program = shutil.which("sqlite3")
    if program is None:
        print("The program sqlite3 is not installed: nothing to hold exports against.")
        return
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder) / "home").create()
        fill(home, number)

        def plain(columns: str) -> Callable[[], object]:
            line = [program, "-csv", "-header", "-readonly", str(home.ledger)]

            def dump() -> None:
                with (Path(folder) / "plain.csv").open("wb") as out:
                    statement = f"SELECT {columns} FROM acts"  # noqa: S608 - ours
                    subprocess.run([*line, statement], stdout=out, check=True)

            return dump

        def export(*words: str) -> Callable[[], object]:
            line = [sys.executable, "-m", "labormeter.cli.main", "--home", str(home.root), "export"]
            path = str(Path(folder) / "out")
            return lambda: subprocess.run(
                [*line, *words, "-o", path], check=True, capture_output=True
            )

        found = turns(
            {
                "sqlite3 -csv, as it lies": plain(RAW),
                "sqlite3 -csv, same columns": plain(SAID),
                "full": export(),
                "csv": export("--format", "csv"),
                "jsonl": export("--format", "jsonl"),
            }
        )
        for name, (passed, worked) in found.items():
            print(f"{name:30} {passed:6.2f} s  {worked:6.2f} s of processor")
        same = found["sqlite3 -csv, same columns"]
        told("full export / sqlite3 -csv, same columns", found["full"], same, "at most 1.5")
        lying = found["sqlite3 -csv, as it lies"]
        told("full export / sqlite3 -csv, columns as they lie", found["full"], lying, "record")
        told("csv / sqlite3 -csv, same columns", found["csv"], same, "for the record")


def seat(number: int) -> Document:
    """Return the card of one seat: five years of weeks."""
    chance = random.Random(number)  # noqa: S311 - the same each time
    first, last = "2021-W47", "2026-W46"
    pairs = [
        (platform, activity)
        for platform in ("facebook", "instagram", "x", "youtube", "reddit")
        for activity in ACTIVITIES[:13]
    ]
    chosen = chance.sample(pairs, KINDS)
    cells, minutes = [], []
    for period in periods(first, last):
        day = first_day(period)
        minutes += [
            ((day + dt.timedelta(days=one)).isoformat(), chance.randrange(9, 400))
            for one in range(7)
        ]
        for platform, activity in chosen:
            net = chance.randrange(1, 60)
            cells.append(Cell(str(day), platform, activity, "wire", gestures=net + 1, net=net))
    said = {"handle": "oak-ash"}
    return build("room", cells, Wanted(first=first, last=last), minutes=minutes, said=said)


def seats() -> None:
    """Hold the reading of forty documents against `json.load` of the same files.

    All are kept until the last is read, as a room keeps them.
    """
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number in range(SEATS):
            paths.append(Path(folder) / f"{number}.json")
            paths[-1].write_bytes(document.write(seat(number)))
        size = sum(path.stat().st_size for path in paths)
        print(f"{SEATS} documents, {size / SEATS / 1024:.0f} kB each")

        def plain() -> list[object]:
            return [json.loads(path.read_text(encoding="utf-8")) for path in paths]

        def read() -> list[Document]:
            return [document.read(path.read_bytes(), today=TODAY) for path in paths]

        found = turns(
            {"json.load": plain, "read": read, "opened": lambda: reading.opened(paths, today=TODAY)}
        )
        told("document.read / json.load", found["read"], found["json.load"], "at most 3")
        told(
            "opened in a process of its own / json.load",
            found["opened"],
            found["json.load"],
            "at most 3",
        )


def main(arguments: list[str]) -> None:
    """Measure both."""
    seats()
    packages(int(arguments[0]) if arguments else ACTS)


if __name__ == "__main__":
    main(sys.argv[1:])
