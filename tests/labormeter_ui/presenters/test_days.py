import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from labormeter.model import Cell, Source, Span
from labormeter.testing import NOON
from labormeter_ui.hues import REST
from labormeter_ui.picture import DAY, midnight
from labormeter_ui.presenters.days import (
    EPOCH,
    NAMED,
    Bucket,
    DaysPresenter,
    Hatch,
    Plan,
    Split,
    begun,
    days,
    earliest,
    fitting,
    merged,
)

PLAN = Plan(since="2026-05-03", until="2026-06-01", now=NOON, offset=0)
FIRST = date(2026, 5, 3).toordinal() - EPOCH
PLATFORMS = ["x", "reddit", "facebook", "vk", "bing", "own", "twitch", "tumblr", "youtube"]


def cell(day: str, platform: str = "x", net: int = 1, source: Source = "wire") -> Cell:
    return Cell(day=day, platform=platform, activity="like", source=source, gestures=net, net=net)


@given(
    st.lists(
        st.builds(
            cell,
            st.dates(date(2026, 4, 1), date(2026, 6, 30)).map(date.isoformat),
            st.sampled_from(PLATFORMS),
            st.integers(0, 20),
        )
    ),
    st.sampled_from(["day", "week", "month"]),
    st.sampled_from(["platform", "activity"]),
)
def test_bars_and_series_hold_every_act_of_the_stretch_once(
    cells: list[Cell], bucket: Bucket, split: Split
) -> None:
    plan = Plan(
        since="2026-05-03", until="2026-06-01", now=NOON, offset=0, bucket=bucket, split=split
    )
    found = days(plan, cells, ())
    inside = sum(one.net for one in cells if plan.since <= one.day <= plan.until)
    assert found.total == inside
    assert sum(sum(series.values) for series in found.series) == inside
    for place, bar in enumerate(found.bars):
        assert bar.total == sum(series.values[place] for series in found.series)
    assert len(found.series) <= NAMED


@pytest.mark.parametrize("bucket", ["day", "week", "month"])
def test_bars_stand_side_by_side(bucket: Bucket) -> None:
    plan = Plan(since="2024-02-10", until="2026-06-01", now=NOON, offset=0, bucket=bucket)
    bars = days(plan, (), ()).bars
    for one, following in itertools.pairwise(bars):
        assert one.start + one.width == following.start
    assert bars[0].start <= date(2024, 2, 10).toordinal() - EPOCH
    assert bars[-1].start + bars[-1].width > date(2026, 6, 1).toordinal() - EPOCH


def test_weeks_begin_on_monday_and_months_on_the_first() -> None:
    weekly = Plan(since="2026-05-03", until="2026-06-01", now=NOON, offset=0, bucket="week")
    assert all(date.fromisoformat(bar.label).weekday() == 0 for bar in days(weekly, (), ()).bars)
    monthly = Plan(since="2026-05-03", until="2026-06-01", now=NOON, offset=0, bucket="month")
    assert [bar.label for bar in days(monthly, (), ()).bars] == ["2026-05-01", "2026-06-01"]


def test_the_smallest_platforms_are_one_series_of_the_rest() -> None:
    cells = [cell("2026-06-01", name, 20 - place) for place, name in enumerate(PLATFORMS)]
    series = days(PLAN, cells, ()).series
    assert series[-1].key == REST
    assert series[-1].hue is None
    assert sum(series[-1].values) == sum(20 - place for place in range(NAMED - 1, len(PLATFORMS)))
    assert len({one.hue for one in series}) == len(series)


def test_practice_stays_out_unless_it_is_wanted() -> None:
    cells = [cell("2026-06-01", "practice", 5, "practice")]
    assert days(PLAN, cells, ()).total == 0
    with_it = Plan(since=PLAN.since, until=PLAN.until, now=NOON, offset=0, practice=True)
    assert days(with_it, cells, ()).total == 5


def shift(day: str) -> Span:
    began = midnight(day, 0)
    return Span("shift", began + DAY // 3, began + DAY // 2)


def test_a_day_without_a_shift_is_hatched_and_not_zero() -> None:
    spans = [shift("2026-05-28"), shift("2026-05-29"), shift("2026-06-01")]
    (hatch,) = days(PLAN, (), spans).hatches
    assert hatch == Hatch(FIRST + 27, FIRST + 29, "unmetered")


def test_before_the_first_shift_nothing_is_hatched() -> None:
    assert days(PLAN, (), [shift("2026-06-01")]).hatches == ()
    assert days(PLAN, (), ()).hatches == ()


def test_a_gap_is_drawn_where_it_was_and_an_open_one_until_now() -> None:
    at = midnight("2026-05-30", 0) + DAY // 4
    spans = [
        shift("2026-05-03"),
        Span("shift", midnight("2026-05-03", 0), None),
        Span("gap", at, at + DAY // 2),
        Span("gap", NOON - DAY // 8, None),
    ]
    first, last = days(PLAN, (), spans).hatches
    assert first == Hatch(FIRST + 27.25, FIRST + 27.75, "gap")
    assert last.end == pytest.approx(FIRST + 29.5)


def test_an_open_shift_meters_until_now() -> None:
    spans = [Span("shift", midnight("2026-05-20", 0), None)]
    assert days(PLAN, (), spans).hatches == ()


@given(st.lists(st.tuples(st.floats(0, 50), st.floats(0, 5)), max_size=12))
def test_merging_loses_no_stretch(pairs: list[tuple[float, float]]) -> None:
    hatches = [Hatch(start, start + length, "gap") for start, length in pairs]
    joined = merged(hatches)
    for hatch in hatches:
        assert any(one.start <= hatch.start and hatch.end <= one.end for one in joined)
    for one, following in itertools.pairwise(joined):
        assert one.end < following.start


def test_the_bucket_fits_the_stretch() -> None:
    today = date(2026, 6, 1)
    lengths = {30: "day", 90: "day", 365: "week", 3650: "month"}
    for length, bucket in lengths.items():
        assert fitting((today - timedelta(days=length)).isoformat(), today.isoformat()) == bucket


def test_a_change_is_told_and_sameness_is_not(qtbot: QtBot) -> None:
    presenter = DaysPresenter()
    with qtbot.waitSignal(presenter.changed):
        presenter.show(PLAN, [cell("2026-06-01")], ())
    with qtbot.assertNotEmitted(presenter.changed):
        presenter.show(PLAN, [cell("2026-06-01")], ())


@pytest.mark.parametrize(
    ("since", "first", "bucket", "expected"),
    [
        ("2026-03-04", "2026-06-01", "day", ("2026-05-26", "2026-06-01")),
        ("2026-03-04", "2026-06-01", "week", ("2026-04-20", "2026-06-01")),
        ("2026-03-04", "2026-04-12", "day", ("2026-04-07", "2026-04-12")),
        ("2026-03-04", "2026-03-06", "day", ("2026-03-04", "")),
        ("2026-03-04", "", "day", ("2026-03-04", "")),
        ("", "2019-01-05", "month", ("2019-01-05", "")),
        ("", "2026-06-01", "day", ("2026-05-26", "")),
    ],
)
def test_a_young_ledgers_chart_begins_near_its_first_act(
    since: str, first: str, bucket: Bucket, expected: tuple[str, str]
) -> None:
    assert begun(since, first, "2026-06-01", bucket) == expected


def test_the_first_day_is_one_of_unpaid_work_that_is_shown() -> None:
    cells = [
        Cell(day="2026-05-01", platform="practice", activity="like", source="wire", net=1),
        Cell(day="2026-05-02", platform="x", activity="reward", unit="POINT", source="wire", net=1),
        Cell(day="2026-05-03", platform="x", activity="like", source="wire", net=1),
    ]
    assert earliest(cells, practice=False) == "2026-05-03"
    assert earliest(cells, practice=True) == "2026-05-01"
    assert earliest([], practice=True) == ""
