from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter import report
from labormeter.model import Cell, Span
from labormeter.valuation import shelf
from labormeter.valuation.calendar import Calendar, calendar
from labormeter.valuation.lens import LENSES, Reading
from labormeter.valuation.worth import Worth

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
        max_size=25,
        unique_by=lambda cell: (cell.day, cell.platform, cell.activity, cell.source),
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


BOOK = shelf.shipped()
GROUPINGS = [["day"], ["week"], ["month", "platform"], ["source"], ["platform", "activity"], []]


@lru_cache
def through(lens: str, currency: str = "EUR") -> Calendar:
    return calendar(Reading(lens=lens, currency=currency), [("", BOOK)])  # type: ignore[arg-type]


lenses = st.sampled_from(LENSES)


@given(cells(), lenses, st.sampled_from(GROUPINGS))
def test_worth_adds_up_to_the_same_total_however_it_is_grouped(
    some: list[Cell], lens: str, by: list[str]
) -> None:
    valued = report.entries(report.sheet(some), through(lens))
    total = report.total(valued)
    lines = report.lines(valued, by)
    assert sum((line.worth or Worth() for line in lines), start=Worth()) == total.owed
    assert sum(line.unpriced for line in lines) == sum(number for _, number in total.unpriced)


@given(cells(), st.sampled_from(GROUPINGS))
def test_a_lens_switch_changes_no_unit(some: list[Cell], by: list[str]) -> None:
    rows = report.units(some, by)
    for lens in LENSES:
        lines = report.valued(report.sheet(some), through(lens), by)
        assert tuple(line.row for line in lines if line.row.unit != "DAY") == rows


@given(cells(), lenses)
def test_a_report_says_what_each_grouping_says_by_itself(some: list[Cell], lens: str) -> None:
    how = through(lens)
    found = report.report(some, how, today="2026-11-24", now=0)
    for by in report.GROUPINGS:
        assert found.lines[by] == report.valued(report.sheet(some), how, by)
    assert found.total == report.total(report.entries(report.sheet(some), how))


def test_a_report_has_claims_and_coverage_beside_its_total_and_disclosures_apart() -> None:
    disclosed = [cell(activity="upload", disclosure=kind) for kind in ("gps", "lens", "gps")]
    spans = [Span("shift", 0, 50)]
    found = report.report(
        [cell()],
        through("worker"),
        today="2026-11-24",
        now=100,
        spans=spans,
        disclosures=disclosed,
        by=[("month", "platform")],
    )
    assert [row.net for row in found.disclosures] == [2, 1]
    assert found.coverage.metered == 50
    assert {claim.rate.id for claim in found.claims} >= {"SEED-05"}
    assert [line.row.key for line in found.lines["month", "platform"]] == [("2026-06", "x")]
    assert set(found.lines) == {("month", "platform")}


@given(cells(), lenses, st.randoms())
def test_worth_does_not_depend_on_the_order_of_cells(
    some: list[Cell], lens: str, chance: random.Random
) -> None:
    mixed = some[:]
    chance.shuffle(mixed)
    how = through(lens)
    assert report.valued(report.sheet(some), how) == report.valued(report.sheet(mixed), how)


def test_presence_counts_a_day_once_for_each_platform() -> None:
    days = report.presence(
        [
            cell(source="manual"),
            cell(activity="comment"),
            cell(platform="reddit"),
            cell("2026-06-02"),
            cell("2026-06-03", activity="reward", unit="POINT"),
        ]
    )
    assert sorted((one.day, one.platform, one.source) for one in days) == [
        ("2026-06-01", "reddit", "wire"),
        ("2026-06-01", "x", "wire"),
        ("2026-06-02", "x", "wire"),
    ]


def test_what_has_no_price_stays_in_sight_with_its_reason() -> None:
    lines = report.valued(report.sheet([cell(activity="save", net=7)]), through("worker"))
    assert lines[0].worth is None
    assert lines[0].row.net == 7
    assert lines[0].unpriced == 7
    assert "No price was observed" in lines[0].reasons[0][0]


def test_compensation_stands_apart_from_acts() -> None:
    some = [cell(net=1000), cell(activity="reward", unit="EUR", net=2_000_000)]
    total = report.total(report.entries(report.sheet(some), through("worker")))
    assert total.acts.central > 0
    assert total.received.central == -2_000_000
    assert total.owed == total.acts + total.received


def test_a_time_figure_says_how_much_of_it_was_measured() -> None:
    some = [cell(activity="captcha", net=1, timed=1, seconds=3_600_000_000), cell(net=10)]
    (line,) = report.valued(report.sheet(some), through("time"), [])
    assert line.measured is not None
    assert 99 <= line.measured <= 100
    assert line.assumed > 0
    (untimed,) = report.valued(report.sheet([cell()]), through("time"), [])
    assert untimed.measured == 0


def test_a_report_has_hours_and_what_each_rate_came_to() -> None:
    some = [cell(net=3, gestures=4), cell(activity="save", net=1, gestures=1)]
    hours = [cell(day="", hour="1 09", gestures=4), cell(day="", hour="7 23", gestures=1)]
    found = report.report(some, through("worker"), today="2026-11-24", now=0, hours=hours)
    assert [(row.key, row.gestures) for row in found.hours] == [(("1", "09"), 4), (("7", "23"), 1)]
    ((rates, number, worth),) = found.per_rate
    assert (number, worth) == (3, found.total.acts)
    assert "CF-01" in rates
    assert found.hourly is None
