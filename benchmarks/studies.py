"""How often a study's intervals hold the truth: simulated studies, through rows, Parquet and release.

    python -m benchmarks.studies [STUDIES] [PEOPLE]     20 studies of 100 people unless told; 1000 in `make soak`

The truth is that of a population of 60,000 simulated people, as a study would see it: rounded and
bounded. Each study draws its people anew, asks the pool, and draws up a release.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from labormeter.pool import answer, asking, engine, prices, release, simulate
from labormeter.pool import cells as rows
from labormeter.pool.cells import Waiting
from labormeter.pool.release import Basis
from labormeter.pool.store import Index, Person
from labormeter.study import contribution
from labormeter.valuation import shelf
from labormeter.valuation.lens import Reading

if TYPE_CHECKING:
    from labormeter.study.study import Study

POPULATION: Final = 60_000
_WEEKS: Final = 365 / 7
type Key = tuple[str, str, str]


def study() -> simulate.Field:
    """Return a small study: a year by month, two platforms, three activities."""
    return simulate.study(
        platforms=("x", "youtube"), activities=("like", "post", "comment"), cells=6
    )


def truth(field: simulate.Field, priced: dict[tuple[str, str, str], int]) -> dict[Key, float]:
    """Return what is estimated, of a whole population: by platform, activity and kind."""
    whole, cells = [], defaultdict[tuple[str, str], list[int]](list)
    asked = field.study.asked
    for counts in simulate.people(field.study, simulate.truth(field.study), POPULATION, 99):
        worth: Counter[tuple[str, str]] = Counter()
        for row in simulate.document(field.study, counts).counts:
            worth[row.platform, row.activity] += (
                row.n * priced[row.platform, row.activity, row.period]
            )
        whole.append(worth.total())
        for platform in asked.platforms:
            for activity in asked.activities:
                cells[platform, activity].append(worth[platform, activity])
    found = {
        ("all", "all", "median"): float(np.median(whole)),
        ("all", "all", "trimmed mean"): _trimmed(whole),
    }
    for key, values in cells.items():
        found[(*key, "mean")] = float(np.mean(values))
        found[(*key, "trimmed mean")] = _trimmed(values)
    return {key: value / _WEEKS for key, value in found.items()}


def _trimmed(values: list[int]) -> float:
    ordered = np.sort(values)
    cut = len(ordered) // 10
    return float(ordered[cut : len(ordered) - cut].mean())


def drawn(field: simulate.Field, people: int, seed: int, folder: Path) -> Index:
    """Write the rows of so many people as ingest writes them, and return the pool's index."""
    waiting, index = Waiting(), Index(salt="s")
    counted = simulate.people(field.study, simulate.truth(field.study), people, seed)
    for number, counts in enumerate(counted):
        name = simulate.person(field, seed, number).participant
        document = simulate.document(field.study, counts)
        waiting.add(name, contribution.columns(document.counts))
        index.people[name] = Person(
            revision=1,
            raw=name,
            part=1,
            rows=len(document.counts),
            first=document.first,
            last=document.last,
        )
    rows.write(folder / "cells.parquet", waiting, (), ())
    return index


def released(study: Study, index: Index, folder: Path, path: Path) -> list[dict[str, object]]:
    """Return the estimates of a release."""
    with engine.connected([folder / "cells.parquet"], path) as opened:
        answers = {
            one: answer.ask(opened, one, most=study.most, each=study.cells)
            for one in asking.RELEASED
        }
    basis = Basis(study=study, index=index, reading=Reading(), book="", answers=answers, number=1)
    return [dict(row) for row in release.draw_up(basis).tables["estimates"]]


def main(studies: int, people: int) -> None:
    """Count how often each kind of interval holds the truth."""
    began = time.monotonic()
    field = study()
    table = prices.table(field.study, shelf.shipped(), Reading())
    priced = {
        (one["platform"], one["activity"], one["period"]): one["central"]
        for one in table.to_pylist()
    }
    known = truth(field, priced)
    inside, tried = Counter[str](), Counter[str]()
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "prices.parquet"
        prices.write(path, table)
        for seed in range(1, studies + 1):
            index = drawn(field, people, seed, Path(name))
            for row in released(field.study, index, Path(name), path):
                kind = f"{'everything' if row['platform'] == 'all' else 'a cell'}, {row['of']}"
                value = known[str(row["platform"]), str(row["activity"]), str(row["of"])]
                tried[kind] += 1
                inside[kind] += float(row["low"]) <= value <= float(row["high"])  # type: ignore[arg-type]
    print(f"{studies} studies of {people} people, {time.monotonic() - began:.0f} s")
    for kind in sorted(tried):
        share = inside[kind] / tried[kind]
        print(
            f"{kind}: {inside[kind]} of {tried[kind]} intervals of 95 percent hold the truth: {share:.3f}"
        )


if __name__ == "__main__":
    words = [int(one) for one in sys.argv[1:]]
    main(*(words + [20, 100][len(words) :]))
