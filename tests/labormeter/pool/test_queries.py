"""Each question against a second way to the answer: plain Python over the same rows."""

from __future__ import annotations

import random
from collections import defaultdict
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from labormeter.pool import answer, engine, prices, queries
from labormeter.pool.cells import SCHEMA

PLATFORMS = ("facebook", "x", "youtube")
ACTIVITIES = ("like", "post", "vote")
PERIODS = ("2025-01", "2025-02", "2025-03", "2025-04")


def price(platform: str, activity: str, period: str) -> int:
    return len(platform) * 1000 + len(activity) * 10 + int(period[-2:])


@pytest.fixture(scope="module")
def rows() -> list[dict[str, Any]]:
    drawn = random.Random(11)  # noqa: S311 - to be repeatable
    return [
        {
            "participant": f"p{person:03d}",
            "period": period,
            "platform": platform,
            "activity": activity,
            "n": 5 * drawn.randrange(1, 80),
            "seconds": drawn.randrange(600),
            "order": drawn.randrange(-(2**63), 2**63),
        }
        for person in range(41)
        for period in PERIODS
        for platform in PLATFORMS
        for activity in ACTIVITIES
        if drawn.random() < 0.6
    ]


@pytest.fixture(scope="module", params=["duckdb", "sqlite"])
def opened(request: pytest.FixtureRequest, rows: Any, tmp_path_factory: Any) -> Any:
    folder: Path = tmp_path_factory.mktemp("engine")
    columns = {name: [row[name] for row in rows] for name in SCHEMA.names}
    pq.write_table(pa.table(columns, schema=SCHEMA), folder / "cells.parquet")
    priced = [
        (one, other, period, price(one, other, period) // 2, price(one, other, period), 10**5)
        for one in PLATFORMS
        for other in ACTIVITIES
        if other != "vote"
        for period in PERIODS
    ]
    table = dict(zip(prices.SCHEMA.names, map(list, zip(*priced, strict=True)), strict=True))
    prices.write(folder / "prices.parquet", pa.table(table, schema=prices.SCHEMA))
    paths = ([folder / "cells.parquet"], folder / "prices.parquet")
    with engine.connected(*paths, engine=request.param) as found:
        yield found


def asked(opened: Any, name: str, most: int = 900, each: int = 4) -> list[dict[str, Any]]:
    return answer.ask(opened, name, most=most, each=each).records()


def summed(rows: Any, *keys: str, value: Any) -> dict[tuple[str, ...], dict[str, int]]:
    found: defaultdict[tuple[str, ...], defaultdict[str, int]] = defaultdict(
        lambda: defaultdict(int)
    )
    for row in rows:
        found[tuple(row[key] for key in keys)][row["participant"]] += value(row)
    return {key: dict(people) for key, people in found.items()}


def central(row: Any) -> int:
    paid = row["activity"] != "vote"
    return row["n"] * price(row["platform"], row["activity"], row["period"]) if paid else 0


def nearest_rank(values: list[int], percent: int) -> int:
    ordered = sorted(values)
    return ordered[-(-percent * len(ordered) // 100) - 1]


def test_units_and_the_largest_person(opened: Any, rows: Any) -> None:
    expected = summed(rows, "platform", "activity", value=lambda row: row["n"])
    found = asked(opened, "units")
    assert {(one["platform"], one["activity"]) for one in found} == set(expected)
    for one in found:
        people = expected[one["platform"], one["activity"]]
        assert (one["people"], one["n"], one["largest"]) == (
            len(people),
            sum(people.values()),
            max(people.values()),
        )
    assert sum(one["seconds"] for one in found) == sum(row["seconds"] for row in rows)


def test_worth_is_units_times_the_price_of_their_time(opened: Any, rows: Any) -> None:
    expected = summed(rows, "platform", "activity", value=central)
    found = asked(opened, "worth")
    assert {one["activity"] for one in found} == {"like", "post"}
    for one in found:
        assert one["central"] == sum(expected[one["platform"], one["activity"]].values())
        assert one["largest"] == max(expected[one["platform"], one["activity"]].values())
        assert one["low"] <= one["central"] <= one["high"]


@pytest.mark.parametrize(
    ("name", "keys", "by"),
    [
        ("over-time", ("period",), ("period", "participant")),
        ("people", (), ("participant",)),
    ],
)
def test_quantiles_are_by_nearest_rank(
    opened: Any, rows: Any, name: str, keys: tuple[str, ...], by: tuple[str, ...]
) -> None:
    expected = summed(rows, *by[:-1], value=central)
    for one in asked(opened, name):
        values = list(expected[tuple(one[key] for key in keys)].values())
        for percent in queries.QUANTILES:
            assert one[f"q{percent:02d}"] == nearest_rank(values, percent)
        assert one["values"] == len(values) == one["people"]


def test_quantiles_of_a_platform_are_of_people_and_months(opened: Any, rows: Any) -> None:
    paid = [row for row in rows if row["activity"] != "vote"]
    for one in asked(opened, "quantiles"):
        here = [row for row in paid if row["platform"] == one["platform"]]
        months = summed(here, "period", value=central)
        values = [value for people in months.values() for value in people.values()]
        assert one["q50"] == nearest_rank(values, 50)
        assert one["values"] == len(values)
        assert one["people"] == len({row["participant"] for row in here})


def test_a_tenth_is_cut_from_each_end(opened: Any, rows: Any) -> None:
    for one in asked(opened, "trimmed"):
        here = [
            row
            for row in rows
            if (row["platform"], row["activity"]) == (one["platform"], one["activity"])
        ]
        values = sorted(map(central, here))
        cut = len(values) // 10
        kept = values[cut : len(values) - cut]
        assert (one["values"], one["kept"], one["sum"]) == (len(values), len(kept), sum(kept))


def test_each_person_counts_for_so_many_cells_and_so_much(opened: Any, rows: Any) -> None:
    people: defaultdict[str, dict[tuple[str, str], list[int]]] = defaultdict(dict)
    for row in rows:
        cell = people[row["participant"]].setdefault((row["platform"], row["activity"]), [0, 2**63])
        cell[0] += row["n"]
        cell[1] = min(cell[1], row["order"])
    expected: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for cells in people.values():
        for key in sorted(cells, key=lambda key: (cells[key][1], key))[:4]:
            expected[key].append(min(cells[key][0], 300))
    found = asked(opened, "bounded", most=300)
    assert {(one["platform"], one["activity"]): (one["people"], one["n"]) for one in found} == {
        key: (len(values), sum(values)) for key, values in expected.items()
    }


def test_totals_are_of_each_person(opened: Any, rows: Any) -> None:
    expected = summed(rows, "platform", "activity", value=central)
    found = asked(opened, "totals")
    assert len(found) == sum(map(len, expected.values()))
    for one in found:
        assert one["central"] == expected[one["platform"], one["activity"]][one["participant"]]


def test_cells_at_the_bound_are_counted(opened: Any, rows: Any) -> None:
    (one,) = asked(opened, "clamping", most=300)
    assert (one["cells"], one["full"]) == (len(rows), sum(row["n"] >= 300 for row in rows))


def test_ties_of_the_most_frequent_are_by_name(opened: Any, rows: Any) -> None:
    totals = {
        key: sum(people.values())
        for key, people in summed(rows, "platform", "activity", value=lambda row: row["n"]).items()
    }
    for platform in PLATFORMS:
        expected = sorted(
            (key for key in totals if key[0] == platform), key=lambda key: (-totals[key], key)
        )
        found = [one["activity"] for one in asked(opened, "top") if one["platform"] == platform]
        assert found == [activity for _, activity in expected[: queries.TOP]]
