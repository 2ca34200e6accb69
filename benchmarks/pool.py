"""What a pool's questions cost: Ibis against SQL by hand and against pandas; ingest against its checks.

    python -m benchmarks.pool [CELLS]       6,700,000 unless told: a large study
    python -m benchmarks.pool big [ROWS]    100,000,000 rows under a memory cap, on DuckDB
    python -m benchmarks.pool ingest [N]    contributions, against decryption, signature and schema alone

Wall seconds and processor seconds of all threads, the ways one after the other in each round; the
answers are compared too.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import duckdb
import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from labormeter.pool import answer, engine, ingest, simulate, store
from labormeter.pool.cells import SCHEMA
from labormeter.study import contribution, seal, signing

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS: Final = 5
MOST, EACH = 500, 12
PLATFORMS: Final = ("facebook", "instagram", "x", "youtube", "tiktok", "reddit")
ACTIVITIES: Final = ("like", "comment", "post", "share", "captcha")
PERIODS: Final = tuple(f"2025-W{week:02d}" for week in range(1, 53))
EACH_PERSON: Final = len(PERIODS) * len(PLATFORMS) * len(ACTIVITIES)

_VALUED: Final = (
    "select c.*, n * p.low as wlow, n * p.central as wcentral, n * p.high as whigh from cells c"
    " join prices p using (platform, activity, period)"
)
_ALL: Final = (
    "select c.participant, c.period, c.n * coalesce(p.central, 0) as central from cells c"
    " left join prices p using (platform, activity, period)"
)
_AT: Final = ", ".join(
    f"max(case when r * 100 >= many * {q} and (r - 1) * 100 < many * {q} then v end) q{q:02d}"
    for q in (5, 25, 50, 75, 95)
)

SQL: Final = {
    "units": """
        select platform, activity, count(*) people, sum(n) n, max(n) largest, sum(s) as seconds
        from (select platform, activity, participant, sum(n) n, sum(seconds) s
              from cells group by all) group by all order by 1, 2""",
    "worth": f"""
        select platform, activity, count(*) people, sum(l) low, sum(c) central, sum(h) high, max(c) largest
        from (select platform, activity, participant, sum(wlow) l, sum(wcentral) c, sum(whigh) h
              from ({_VALUED}) group by all) group by all order by 1, 2""",  # noqa: S608 - nothing foreign in it
    "over-time": f"""
        select period, count(distinct participant) people, max(many) as "values", {_AT} from (
          select *, row_number() over (partition by period order by v) as r,
                 count(*) over (partition by period) many
          from (select period, participant, sum(central) as v from ({_ALL}) group by all)
        ) group by all order by 1""",  # noqa: S608 - nothing foreign in it
    "people": f"""
        select 'all' as scope, count(distinct participant) people, max(many) as "values", {_AT} from (
          select *, row_number() over (order by v) as r, count(*) over () many
          from (select participant, sum(central) as v from ({_ALL}) group by all))""",  # noqa: S608 - nothing foreign in it
    "quantiles": f"""
        select platform, count(distinct participant) people, max(many) as "values", {_AT} from (
          select *, row_number() over (partition by platform order by v) as r,
                 count(*) over (partition by platform) many
          from (select platform, participant, period, sum(wcentral) as v from ({_VALUED}) group by all)
        ) group by all order by 1""",  # noqa: S608 - nothing foreign in it
    "bounded": f"""
        select platform, activity, count(*) people, sum(n) n from (
          select platform, activity, least(n, {MOST}) n,
                 row_number() over (partition by participant order by o, platform, activity) as r
          from (select participant, platform, activity, sum(n) n, min("order") o from cells group by all)
        ) where r <= {EACH} group by all order by 1, 2""",  # noqa: S608 - nothing foreign in it
}


def cells(number: int, chunk: int = 1_000_000) -> Any:  # noqa: ANN401 - an iterator of tables
    """Yield tables of so many cells: a share of what everybody could have said, in order."""
    drawn = np.random.default_rng(7)
    keys = [(p, a, w) for w in PERIODS for p in PLATFORMS for a in ACTIVITIES]
    platforms, activities, periods = (
        np.array(one, dtype=object) for one in zip(*keys, strict=True)
    )
    for start in range(0, number, chunk):
        place = np.arange(start, min(start + chunk, number))
        key = place % EACH_PERSON
        person = place // EACH_PERSON
        yield pa.table(
            {
                "participant": pa.array([f"p{one:015d}" for one in person]),
                "period": pa.array(periods[key]),
                "platform": pa.array(platforms[key]),
                "activity": pa.array(activities[key]),
                "n": pa.array(5 * drawn.integers(1, 60, len(place))),
                "seconds": pa.array(np.zeros(len(place), dtype=np.int64)),
                "order": pa.array(drawn.integers(-(2**62), 2**62, len(place))),
            },
            schema=SCHEMA,
        )


def write(folder: Path, number: int) -> tuple[Path, Path]:
    """Write cells and prices as Parquet."""
    path = folder / "cells.parquet"
    with pq.ParquetWriter(path, SCHEMA, compression="zstd") as out:
        for table in cells(number):
            out.write_table(table)
    rows = [
        (p, a, w, 300 + i, 700 + 3 * i, 1500 + i)
        for p in PLATFORMS
        for a in ACTIVITIES
        for i, w in enumerate(PERIODS)
    ]
    names = ("platform", "activity", "period", "low", "central", "high")
    prices = dict(zip(names, map(list, zip(*rows, strict=True)), strict=True))
    pq.write_table(pa.table(prices), folder / "prices.parquet")
    return path, folder / "prices.parquet"


def pandas_units(frame: pd.DataFrame, _prices: pd.DataFrame) -> Any:  # noqa: ANN401
    """Answer `units` as a notebook would."""
    each = frame.groupby(["platform", "activity", "participant"], as_index=False)[
        ["n", "seconds"]
    ].sum()
    return each.groupby(["platform", "activity"]).agg(
        people=("n", "size"), n=("n", "sum"), largest=("n", "max"), seconds=("seconds", "sum")
    )


def pandas_worth(frame: pd.DataFrame, prices: pd.DataFrame) -> Any:  # noqa: ANN401
    """Answer `worth` as a notebook would."""
    joined = frame.merge(prices, on=["platform", "activity", "period"])
    for name in ("low", "central", "high"):
        joined[name] *= joined["n"]
    each = joined.groupby(["platform", "activity", "participant"])[["low", "central", "high"]].sum()
    return each.groupby(["platform", "activity"]).agg(["sum", "max", "size"])


def _pandas_ranked(
    frame: pd.DataFrame, prices: pd.DataFrame, keys: list[str], group: list[str]
) -> Any:  # noqa: ANN401
    joined = frame.merge(prices, on=["platform", "activity", "period"], how="left")
    joined["value"] = joined["n"] * joined["central"].fillna(0)
    each = joined.groupby(keys)["value"].sum()
    quantiles = np.array([0.05, 0.25, 0.5, 0.75, 0.95])
    whole: Any = each.groupby(group) if group else each
    return whole.quantile(quantiles, interpolation="lower")


def pandas_bounded(frame: pd.DataFrame, _prices: pd.DataFrame) -> Any:  # noqa: ANN401
    """Answer `bounded` as a notebook would."""
    keys = ["participant", "platform", "activity"]
    each = frame.groupby(keys, as_index=False).agg(n=("n", "sum"), order=("order", "min"))
    kept = each.sort_values(["participant", "order"]).groupby("participant").head(EACH)
    return (
        kept.assign(n=kept["n"].clip(upper=MOST))
        .groupby(["platform", "activity"])["n"]
        .agg(["size", "sum"])
    )


PANDAS: Final[dict[str, Callable[[pd.DataFrame, pd.DataFrame], Any]]] = {
    "units": pandas_units,
    "worth": pandas_worth,
    "over-time": lambda f, p: _pandas_ranked(f, p, ["period", "participant"], ["period"]),
    "people": lambda f, p: _pandas_ranked(f, p, ["participant"], []),
    "quantiles": lambda f, p: _pandas_ranked(
        f, p, ["platform", "participant", "period"], ["platform"]
    ),
    "bounded": pandas_bounded,
}


class Took(NamedTuple):
    """What a call took, and what it returned."""

    cpu: float
    """Processor seconds of all threads."""
    wall: float
    found: Any


def timed(call: Callable[[], Any]) -> Took:
    """Return what a call took."""
    cpu, wall = time.process_time(), time.perf_counter()
    found = call()
    return Took(time.process_time() - cpu, time.perf_counter() - wall, found)


def questions(number: int) -> None:
    """Compare the three ways for each question."""
    with tempfile.TemporaryDirectory() as name:
        paths = write(Path(name), number)
        by_hand = duckdb.connect()
        by_hand.execute("set memory_limit='4GB'; set preserve_insertion_order=false")
        for table, path in zip(("cells", "prices"), paths, strict=True):
            by_hand.execute(f"create view {table} as select * from read_parquet('{path}')")  # noqa: S608
        print(f"{number:,} cells, each way from the same two Parquet files to the answer")
        with engine.connected(paths[:1], paths[1]) as opened:
            for question in SQL:
                _compare(question, opened, by_hand, paths)


def _compare(question: str, opened: engine.Engine, by_hand: Any, paths: Any) -> None:  # noqa: ANN401
    ours, hand = [], []
    for _ in range(ROUNDS):
        ours.append(timed(partial(answer.ask, opened, question, most=MOST, each=EACH)))
        hand.append(timed(lambda: by_hand.execute(SQL[question]).to_arrow_table().to_pylist()))
        rows = [tuple(row.values()) for row in hand[-1].found]
        assert rows == [tuple(row) for row in ours[-1].found.rows], question
    loaded = [timed(partial(_by_pandas, question, paths)) for _ in range(2)]
    print(f"{question:>10}: ", end="")
    for kind in ("wall", "cpu"):
        pairs = zip(ours, hand, strict=True)
        ratio = [getattr(one, kind) / getattr(other, kind) for one, other in pairs]
        middle = statistics.median(getattr(one, kind) for one in ours)
        pandas = min(getattr(one, kind) for one in loaded)
        print(
            f"{kind} {middle:.2f} s, Ibis/hand {statistics.median(ratio):.2f} "
            f"[{min(ratio):.2f}, {max(ratio):.2f}], Ibis/pandas {middle / pandas:.2f}; ",
            end="",
        )
    print(flush=True)


def _by_pandas(question: str, paths: tuple[Path, Path]) -> Any:  # noqa: ANN401
    frame, prices = (pd.read_parquet(path) for path in paths)
    return PANDAS[question](frame, prices)


def big(number: int) -> None:
    """Ask under a memory cap what fits into no memory."""
    with tempfile.TemporaryDirectory() as name:
        began = time.perf_counter()
        paths = write(Path(name), number)
        size = paths[0].stat().st_size / 1e9
        print(
            f"{number:,} rows, {size:.2f} GB of Parquet, written in {time.perf_counter() - began:.0f} s"
        )
        with engine.connected(paths[:1], paths[1], memory="6GB") as opened:
            for question in ("units", "worth", "bounded", "people", "over-time"):
                took = timed(partial(answer.ask, opened, question, most=MOST, each=EACH))
                peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
                print(
                    f"{question:>10}: {took.wall:.0f} s, {took.cpu:.0f} of processors, peak of the process {peak:.1f} GB",
                    flush=True,
                )
        by_pandas_capped(paths[0])


_CAPPED: Final = """
import resource, sys
resource.setrlimit(resource.RLIMIT_DATA, (8_000_000_000, 8_000_000_000))
import pandas
try:
    frame = pandas.read_parquet(sys.argv[1])
    each = frame.groupby(["platform", "activity", "participant"])["n"].sum()
    print("pandas, held to 8 GB: done,", len(each), "groups")
except MemoryError:
    print("pandas, held to 8 GB: out of memory")
"""


def by_pandas_capped(path: Path) -> None:
    """Say whether pandas can answer the first question within the cap of the whole process."""
    done = subprocess.run([sys.executable, "-c", _CAPPED, str(path)], check=False)
    if done.returncode:
        print(f"pandas, held to 8 GB: ended by {done.returncode}")


def ingesting(number: int) -> None:
    """Compare ingest with what its checks alone cost."""
    field = simulate.study()
    truth = simulate.truth(field.study)
    ratios = []
    with tempfile.TemporaryDirectory() as name:
        paths = []
        for place, data in enumerate(simulate.contributions(field, truth, number, 1)):
            paths.append(Path(name) / f"{place}.age")
            paths[-1].write_bytes(data)
        for round_ in range(ROUNDS):
            alone = timed(partial(_checked, paths, field))
            pool = store.create(Path(name) / f"pool{round_}", signing.write(field.signed))
            take = partial(ingest.ingest, pool, paths, field.readers, today=date(2026, 1, 2))
            whole = timed(take)
            assert whole.found.outcomes["taken"] == number
            ratios.append(whole.cpu / alone.cpu)
    print(
        f"{number} contributions: ingest / decryption, signature and schema "
        f"{statistics.median(ratios):.2f} [{min(ratios):.2f}, {max(ratios):.2f}]"
    )


def _checked(paths: list[Path], field: simulate.Field) -> None:
    for path in paths:
        plain = seal.decrypt(path.read_bytes(), field.readers)
        contribution.read(seal.opened(plain), today="2026-01-02")


if __name__ == "__main__":
    words = sys.argv[1:]
    if words[:1] == ["big"]:
        big(int((words[1:] or ["100000000"])[0]))
    elif words[:1] == ["ingest"]:
        ingesting(int((words[1:] or ["1000"])[0]))
    else:
        questions(int((words or ["6700000"])[0]))
        ingesting(1000)
