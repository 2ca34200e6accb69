from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq
from hypothesis import given, settings
from hypothesis import strategies as some

from labormeter.exports.document import Count
from labormeter.pool import cells
from labormeter.pool.cells import Waiting
from labormeter.study import contribution

COUNT = some.builds(
    Count,
    period=some.sampled_from(("2025-01", "2025-02", "2025-W03")),
    platform=some.sampled_from(("x", "youtube")),
    activity=some.sampled_from(("like", "post")),
    n=some.integers(0, 2**40),
    seconds=some.integers(0, 2**40),
)
PEOPLE = some.dictionaries(
    some.text("abc", min_size=1), some.lists(COUNT, max_size=5), min_size=1, max_size=5
)


def waiting(people: dict[str, list[Count]]) -> Waiting:
    found = Waiting()
    for name, counts in people.items():
        found.add(name, contribution.columns(counts))
    return found


def plain(people: dict[str, list[Count]]) -> list[dict[str, object]]:
    """Return what the rows of a part are to be, in the plainest way."""
    return [
        {
            "participant": name,
            "period": one.period,
            "platform": one.platform,
            "activity": one.activity,
            "n": one.n,
            "seconds": one.seconds,
            "order": place,
        }
        for name, counts in people.items()
        for one, place in zip(counts, cells.order(name, len(counts)), strict=True)
    ]


@settings(deadline=None)
@given(PEOPLE)
def test_rows_come_out_as_they_went_in(people: dict[str, list[Count]]) -> None:
    table = waiting(people).table()
    assert table.schema == cells.SCHEMA
    assert table.to_pylist() == plain(people)


def test_who_is_dropped_is_not_written(tmp_path: Path) -> None:
    people = {"a": [Count("2025-01", "x", "like", n=1)], "b": [Count("2025-02", "x", "post", n=2)]}
    found = waiting(people)
    assert found.drop("a")
    assert not found.drop("a")
    assert ("a" in found, "b" in found, len(found)) == (False, True, 1)
    cells.write(tmp_path / "part", found, (), ())
    assert pq.read_table(tmp_path / "part").to_pylist() == plain({"b": people["b"]})


def test_a_part_holds_who_stays_of_older_ones_and_what_waits(tmp_path: Path) -> None:
    first = {name: [Count("2025-01", "x", "like", n=1)] * 3 for name in "abc"}
    cells.write(tmp_path / "1", waiting(first), (), ())
    fresh = {"d": [Count("2025-02", "x", "post", n=2)]}
    cells.write(tmp_path / "2", waiting(fresh), [tmp_path / "1"], ["c", "a"])
    expected = plain({"a": first["a"], "c": first["c"]}) + plain(fresh)
    assert pq.read_table(tmp_path / "2").to_pylist() == expected
    assert [one.name for one in sorted(tmp_path.iterdir())] == ["1", "2"]


def test_the_order_is_the_same_everywhere_and_tells_people_apart() -> None:
    first = cells.order("p", 3)
    assert cells.order("p", 2) == first[:2]
    assert len({*first, *cells.order("q", 3)}) == 6
    assert first[0] == 5828341611164535831
