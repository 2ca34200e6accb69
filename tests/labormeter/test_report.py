from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter import report
from labormeter.model import Cell

if TYPE_CHECKING:
    import random

ACTIVITIES = ("like", "comment", "captcha")


def cells() -> st.SearchStrategy[list[Cell]]:
    return st.lists(
        st.builds(
            Cell,
            day=st.dates(date(2014, 12, 20), date(2027, 1, 10)).map(str),
            platform=st.sampled_from(["x", "reddit", "tiktok"]),
            activity=st.sampled_from(ACTIVITIES),
            source=st.sampled_from(["wire", "manual", "archive"]),
            gestures=st.integers(0, 10**6),
            net=st.integers(-(10**6), 10**6),
            acts=st.integers(0, 10**6),
            seconds=st.integers(0, 10**12),
            timed=st.integers(0, 100),
        ),
        max_size=40,
    )


def cell(day: str = "2026-06-01", **changes: object) -> Cell:
    usual = {"platform": "x", "activity": "like", "source": "wire", "gestures": 1, "net": 1}
    return Cell(day=day, **(usual | changes))  # type: ignore[arg-type]


def test_platform_and_activity_are_the_usual_grouping() -> None:
    rows = report.units([cell(), cell("2026-06-02", gestures=2, net=1), cell(activity="comment")])
    assert [(row.key, row.gestures, row.net) for row in rows] == [
        (("x", "like"), 3, 2),
        (("x", "comment"), 1, 1),
    ]


@pytest.mark.parametrize(
    ("day", "week"),
    [
        ("2026-06-01", "2026-W23"),
        ("2021-01-03", "2020-W53"),
        ("2018-12-31", "2019-W01"),
        ("2027-01-01", "2026-W53"),
    ],
)
def test_weeks_are_iso_weeks_and_belong_to_the_iso_year(day: str, week: str) -> None:
    assert report.units([cell(day)], ["week"])[0]["week"] == week


def test_a_month_is_that_of_the_day_and_not_of_the_week() -> None:
    rows = report.units([cell("2026-06-30"), cell("2026-07-01")], ["month"])
    assert [row["month"] for row in rows] == ["2026-06", "2026-07"]


def test_activities_stand_in_the_order_of_the_product() -> None:
    rows = report.units([cell(activity="captcha"), cell(activity="like")], ["activity"])
    assert [row["activity"] for row in rows] == ["like", "captcha"]


def test_practice_counts_only_where_it_is_asked_for() -> None:
    both = [cell(), cell(source="practice"), cell(platform="practice")]
    assert report.units(both, [])[0].gestures == 1
    assert report.units(both, [], practice=True)[0].gestures == 3


def test_points_money_and_acts_are_never_added() -> None:
    rows = report.units(
        [
            cell(activity="reward", unit="POINT", net=500),
            cell(activity="reward", unit="EUR", net=2_000_000),
            cell(),
        ],
        ["platform"],
    )
    assert {row.unit: row.net for row in rows} == {"": 1, "EUR": 2_000_000, "POINT": 500}


def test_what_was_added_by_hand_is_told_apart() -> None:
    row = report.units([cell(), cell(source="manual", gestures=4)], ["platform"])[0]
    assert (row.gestures, row.manual) == (5, 4)


def test_an_unknown_dimension_is_refused() -> None:
    with pytest.raises(KeyError):
        report.units([cell()], ["mood"])
    with pytest.raises(KeyError):
        report.units([cell()], ["week"])[0]["month"]


def test_no_cells_make_no_rows() -> None:
    assert report.units([], ["day"]) == ()


@given(cells(), st.randoms())
def test_the_order_of_cells_does_not_matter(some: list[Cell], chance: random.Random) -> None:
    mixed = some[:]
    chance.shuffle(mixed)
    assert report.units(some, ["week", "activity"]) == report.units(mixed, ["week", "activity"])


@given(cells(), st.sampled_from([["day"], ["week"], ["month", "platform"], ["source"], []]))
def test_the_whole_is_the_sum_of_its_parts(some: list[Cell], by: list[str]) -> None:
    rows = report.units(some, by)
    for number in ("gestures", "net", "acts", "seconds", "timed"):
        assert sum(getattr(row, number) for row in rows) == sum(getattr(c, number) for c in some)


@given(cells())
def test_keys_are_unique_and_sorted(some: list[Cell]) -> None:
    rows = report.units(some, ["day", "platform", "activity"])
    assert len({(row.key, row.unit) for row in rows}) == len(rows)
    assert list(rows) == sorted(rows, key=report.order)
