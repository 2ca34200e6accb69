from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter.model import Cell
from labormeter.valuation import sheet as sheets


def cell(day: str = "2026-06-01", **changes: object) -> Cell:
    usual = {"platform": "x", "activity": "like", "source": "wire", "gestures": 1, "net": 1}
    return Cell(day=day, **(usual | changes))  # type: ignore[arg-type]


days = st.dates(date(2014, 12, 20), date(2027, 1, 10)).map(str)
cells = st.lists(
    st.builds(
        Cell,
        day=days,
        platform=st.sampled_from(["x", "practice"]),
        activity=st.sampled_from(["like", "captcha", "reward"]),
        source=st.sampled_from(["wire", "manual", "practice"]),
        gestures=st.integers(0, 9),
        net=st.integers(-9, 9),
        seconds=st.sampled_from([0, 0, 5]),
        posted=st.integers(0, 3),
    )
)


@given(cells, st.booleans())
def test_segments_lose_nothing_and_stay_in_their_week_and_month(
    some: list[Cell],
    timed: bool,  # noqa: FBT001 - drawn
) -> None:
    found = sheets.segments(some, timed=timed)
    for name in ("gestures", "net", "seconds", "timed", "acts", "posted"):
        assert sum(getattr(one, name) for one in found) == sum(getattr(one, name) for one in some)
    spans = {(sheets.week(one.day), sheets.month(one.day)) for one in some}
    assert {(sheets.week(one.day), sheets.month(one.day)) for one in found} == spans
    if timed:
        measured = [one for one in some if one.seconds]
        assert sorted(one for one in found if one.seconds) == sorted(measured)


def test_a_week_that_lies_in_two_months_is_two_segments() -> None:
    found = sheets.segments([cell("2026-06-29"), cell("2026-06-30"), cell("2026-07-01")])
    assert [(one.day, one.net) for one in found] == [("2026-06-29", 2), ("2026-07-01", 1)]


@pytest.mark.parametrize("change", [{"source": "practice"}, {"platform": "practice"}])
def test_practice_is_no_day_of_ones_own(change: dict[str, str]) -> None:
    assert sheets.practised(cell(**change))
    assert sheets.sheet([cell(**change), cell()]).cells == (cell(),)
    assert len(sheets.sheet([cell(**change), cell()], practice=True).cells) == 2


def test_only_the_platform_lens_sees_presence() -> None:
    one = sheets.sheet([cell(), cell(activity="comment")])
    assert len(one.of("worker")) == 2
    assert [found.unit for found in one.of("platform")] == ["", "", "DAY"]
