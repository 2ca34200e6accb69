"""How long a report of ten years takes, against plain SQL on the same file and against pandas.

    python -m benchmarks.worth [ACTS]

Each figure is the median of processes of their own, in processor seconds.
"""

from __future__ import annotations

import datetime as dt
import json
import random
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from labormeter import report
from labormeter.home import Home
from labormeter.ledger import file, query, rows
from labormeter.model import SECOND, Act
from labormeter.valuation import shelf
from labormeter.valuation.calendar import calendar
from labormeter.valuation.lens import LENSES, Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from labormeter.valuation.lens import Lens

ACTS: Final = 1_000_000
YEARS: Final = 10
ROUNDS: Final = 5
PLATFORMS: Final = ("facebook", "instagram", "x", "youtube", "tiktok", "reddit", "linkedin")
ACTIVITIES: Final = (
    "like",
    "like",
    "like",
    "comment",
    "post",
    "share",
    "follow",
    "save",
    "captcha",
)
COARSE: Final = (("week",), ("month",), ("platform",), ("activity",))


def acts(number: int) -> Iterator[Act]:
    """Yield acts over ten years, the same each time."""
    chance = random.Random(42)  # noqa: S311 - the same acts each time
    begin = int(dt.datetime(2016, 1, 1, tzinfo=dt.UTC).timestamp()) * SECOND
    span = YEARS * 365 * 86_400 * SECOND
    for place in range(number):
        activity = chance.choice(ACTIVITIES)
        yield Act(
            id=f"{place:032x}",
            occurred_at=begin + span * place // number,
            utc_offset=60,
            platform=chance.choice(PLATFORMS),
            activity=activity,
            effect="do",
            rule="bench:rule",
            pack="1",
            target=f"{chance.getrandbits(128):032x}",
            seconds=chance.randrange(2, 20) * SECOND if activity == "captcha" else None,
        )


def fill(home: Home, number: int) -> None:
    """Append the acts to a ledger of the product's own schema, triggers and all."""
    file.prepare(home, now=0)
    connection = file.connect(home.ledger)
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("BEGIN")
    connection.executemany(rows.INSERT, (rows.row(act) for act in acts(number)))
    connection.execute("COMMIT")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def plain(root: str) -> None:
    """Do what nobody can do without: group a table by day, platform and activity."""
    connection = sqlite3.connect(Home.find(root).ledger)
    connection.execute(
        "SELECT day, platform, activity, count(*), sum(quantity), sum(net)"
        " FROM acts GROUP BY day, platform, activity"
    ).fetchall()


def ours(root: str) -> None:
    """Make a whole report: every grouping, one lens, units and worth."""
    with query.open(Home.find(root)) as ledger:
        cells, disclosed, spans = ledger.cells(), ledger.disclosures(), ledger.spans()
    made = calendar(Reading(), [("", shelf.shipped())])
    report.report(cells, made, today="2026-01-01", now=0, spans=spans, disclosures=disclosed)


def pandas(root: str) -> None:
    """Load all acts into pandas and group there, as a notebook would."""
    import pandas as pd  # noqa: PLC0415 - its import is part of what is measured

    connection = sqlite3.connect(Home.find(root).ledger)
    frame = pd.read_sql("SELECT day, platform, activity, quantity, net FROM acts", connection)
    frame["week"] = pd.to_datetime(frame["day"]).dt.strftime("%G-W%V")
    frame.groupby(["day", "platform", "activity"])[["quantity", "net"]].sum()
    for by in ("week", "platform", "activity"):
        frame.groupby(by)[["quantity", "net"]].sum()


def warm(root: str) -> None:
    """Print how long a switch of lens takes: coarse groupings, every day, and pandas regrouping."""
    import pandas as pd  # noqa: PLC0415 - not part of ours

    with query.open(Home.find(root)) as ledger:
        sheet = report.sheet(ledger.cells())
    books = [("", shelf.shipped())]
    told: dict[str, tuple[float, float]] = {}
    for lens in LENSES:
        report.groupings(sheet, calendar(Reading(lens=lens), books), COARSE)

        def coarse(lens: Lens = lens) -> None:
            report.groupings(sheet, calendar(Reading(lens=lens), books), COARSE)

        def days(lens: Lens = lens) -> None:
            report.valued(sheet, calendar(Reading(lens=lens), books), ("day",))

        told[lens] = (timed(coarse), timed(days))
    connection = sqlite3.connect(Home.find(root).ledger)

    def load() -> pd.DataFrame:
        frame = pd.read_sql("SELECT day, platform, activity, net FROM acts", connection)
        frame["week"] = pd.to_datetime(frame["day"]).dt.strftime("%G-W%V")
        frame["month"] = frame["day"].str[:7]
        return frame

    def regroup(frame: pd.DataFrame) -> None:
        for by in (["week", "platform", "activity"], ["month"], ["platform"], ["activity"]):
            frame.groupby(by)["net"].sum()

    loaded = load()
    told["pandas"] = (timed(lambda: regroup(load())), timed(lambda: regroup(loaded)))
    print(json.dumps(told))


def timed(run: Callable[[], None]) -> float:
    """Return the median processor seconds of a few runs."""
    took = []
    for _ in range(ROUNDS):
        began = time.process_time()
        run()
        took.append(time.process_time() - began)
    return statistics.median(took)


def process(job: str, root: str) -> tuple[float, float, str]:
    """Return processor seconds and peak megabytes of a job in a process of its own, and its words.

    Processor seconds, its start and imports included: what else the computer does is left out.
    """
    line = [sys.executable, "-m", "benchmarks.worth", "--job", job, root]
    done = subprocess.run(line, check=True, capture_output=True, text=True)
    *said, used = done.stdout.splitlines()
    seconds, peak = used.split()
    return float(seconds), int(peak) / 1024, "\n".join(said)


def idle(root: str) -> None:
    """Do nothing: what the modules themselves cost."""


JOBS: Final = {"plain": plain, "ours": ours, "pandas": pandas, "warm": warm, "idle": idle}


def measure(root: str) -> None:
    """Print every figure, and its ratio to plain SQL."""
    seconds, peaks = {}, {}
    for job in ("idle", "plain", "ours", "pandas"):
        found = [process(job, root) for _ in range(ROUNDS)]
        seconds[job] = statistics.median(one[0] for one in found)
        peaks[job] = statistics.median(one[1] for one in found)
        print(f"{job:8} {seconds[job]:6.2f} s  {peaks[job]:6.0f} MB")
    switch = json.loads(process("warm", root)[2])
    anew, regroup = switch.pop("pandas")
    base = seconds["plain"] - seconds["idle"]
    told("report / plain SQL, new processes", seconds["ours"] / seconds["plain"], "at most 1.5")
    for lens, (coarse, days) in switch.items():
        told(f"switch to {lens}, longer than days / plain SQL", coarse / base, "at most 0.15")
        told(f"switch to {lens}, every day / plain SQL", days / base, "at most 0.60")
    told("pandas / report, new processes", seconds["pandas"] / seconds["ours"], "at least 3")
    told("pandas loading again / switch of lens", anew / switch["worker"][0], "at least 20")
    told(
        "pandas on acts in memory / switch of lens", regroup / switch["worker"][0], "for the record"
    )
    told("megabytes above the idle program", peaks["ours"] - peaks["idle"], "at most 100")


def told(what: str, figure: float, bound: str) -> None:
    """Print one figure and what it is held against."""
    print(f"{what:52} {figure:7.2f}  ({bound})")


def main(arguments: list[str]) -> None:
    """Fill a ledger and measure, or run one job in this process."""
    if arguments[:1] == ["--job"]:
        JOBS[arguments[1]](arguments[2])
        used = resource.getrusage(resource.RUSAGE_SELF)
        print(used.ru_utime + used.ru_stime, used.ru_maxrss)
        return
    number = int(arguments[0]) if arguments else ACTS
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder)).create()
        began = time.perf_counter()
        fill(home, number)
        took = time.perf_counter() - began
        print(
            f"{number} acts filled in {took:.0f} s: {took / number * 1e6:.0f} microseconds an act"
        )
        measure(folder)


if __name__ == "__main__":
    main(sys.argv[1:])
