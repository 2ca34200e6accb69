from __future__ import annotations

from functools import lru_cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter.model import ACTIVITIES, Cell
from labormeter.valuation import shelf, tally
from labormeter.valuation.calendar import Calendar, calendar
from labormeter.valuation.lens import LENSES, Reading
from labormeter.valuation.sheet import sheet, week
from labormeter.valuation.worth import entry

BOOK = shelf.shipped()
BYS = [("day",), ("week", "activity"), ("month",), ("platform", "activity", "source"), ()]

cells = st.lists(
    st.builds(
        Cell,
        day=st.sampled_from(["2016-01-03", "2016-01-04", "2024-11-03", "2026-06-01"]),
        platform=st.sampled_from(["x", "facebook", "bing", "linkedin"]),
        activity=st.sampled_from(ACTIVITIES),
        source=st.sampled_from(["wire", "manual"]),
        unit=st.sampled_from(["", "", "POINT", "USD"]),
        gestures=st.integers(0, 99),
        net=st.integers(-9, 99),
        seconds=st.sampled_from([0, 0, 77_777_777]),
        timed=st.integers(0, 3),
        posted=st.integers(0, 3),
        finer=st.sampled_from(["", "picture", "video", "request"]),
    ),
    max_size=30,
)


@lru_cache
def through(lens: str) -> Calendar:
    return calendar(Reading(lens=lens), [("", BOOK)])  # type: ignore[arg-type]


@given(cells, st.sampled_from(LENSES), st.sampled_from(BYS))
def test_the_quick_way_says_what_entry_by_entry_says(
    some: list[Cell], lens: str, by: tuple[str, ...]
) -> None:
    how = through(lens)
    seen = sheet(some).of(how.reading.lens)
    slow = tally.lines([(one, entry(one, week(one.day), how)) for one in seen], by)
    assert tally.valued(seen, how, by) == slow


@given(cells, st.sampled_from(LENSES))
def test_merging_finer_lines_is_grouping_by_less(some: list[Cell], lens: str) -> None:
    how = through(lens)
    finer = tally.valued(some, how, ("platform", "activity", "source"))
    for by in (("platform",), ("activity", "platform"), ()):
        assert tally.merged(finer, by) == tally.valued(some, how, by)


def test_a_dimension_that_finer_lines_do_not_have_is_refused() -> None:
    finer = tally.units(
        [Cell(day="2026-06-01", platform="x", activity="like", source="wire")], ("day",)
    )
    with pytest.raises(KeyError):
        finer[0]["platform"]


@given(cells, st.sampled_from(BYS))
def test_units_are_the_rows_of_the_lines(some: list[Cell], by: tuple[str, ...]) -> None:
    found = tally.valued(some, through("buyer"), by)
    assert tuple(line.row for line in found) == tally.units(some, by)
