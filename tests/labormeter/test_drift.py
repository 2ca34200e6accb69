"""What drift may say, and what it may not: nobody is told of a change for reading quietly."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter.drift import Drift, drift
from labormeter.ledger.query import Counted
from labormeter.model import SECOND, Cell, Health

TODAY = date(2026, 6, 30)


def ago(days: int) -> str:
    return (TODAY - timedelta(days=days)).isoformat()


def cells(*days: int, platform: str = "x", gestures: int = 2) -> list[Cell]:
    return [
        Cell(day=ago(each), platform=platform, activity="like", source="wire", gestures=gestures)
        for each in days
    ]


def seen(days: int, platform: str = "x") -> Health:
    noon = TODAY - timedelta(days=days)
    at = int(__import__("time").mktime((noon.year, noon.month, noon.day, 12, 0, 0, 0, 0, -1)))
    return Health(platform=platform, last_traffic=at * SECOND)


def notice(
    days: int, reason: str = "unknown-write", name: str = "/api/*", count: int = 1
) -> Counted:
    return Counted(
        day=ago(days),
        platform="x",
        reason=reason,
        method="POST",
        host="x.com",
        name=name,
        count=count,
    )


def one(
    notices: list[Counted] | None = None,
    days: list[Cell] | None = None,
    traffic: int | None = 0,
) -> Drift:
    health = [] if traffic is None else [seen(traffic)]
    (found,) = drift(notices or [], health, days or [], TODAY)
    return found


def test_acts_that_stopped_while_traffic_goes_on_are_probably_a_change() -> None:
    found = one(days=cells(20, 18, 16, 15))
    assert found.state == "changed"
    assert found.since == ago(15)
    assert "Probably changed" in found.sentence
    assert (found.last_act, found.last_traffic) == (ago(15), ago(0))


def test_whoever_acts_seldom_and_reads_is_left_alone() -> None:
    assert one(days=cells(20)).state == "well"
    assert one(days=cells(50, 20)).state == "well"
    assert one(days=cells(27, 18, 9)).state == "well"
    assert one(days=cells(6, 5, 4)).state == "well"


def test_whoever_stopped_coming_is_left_alone() -> None:
    assert one(days=cells(20, 18, 16, 15), traffic=14).state == "well"
    assert one(days=cells(20, 18, 16, 15), traffic=None).state == "well"


def test_half_of_a_known_act_is_probably_a_change() -> None:
    for reason in ("unknown-name", "unknown-answer"):
        found = one([notice(3, reason), notice(1, reason)], cells(5))
        assert (found.state, found.since) == ("changed", ago(3))


def test_half_of_a_known_act_is_none_where_acts_went_on() -> None:
    assert one([notice(3, "unknown-name")], cells(2)).state == "unrecognised"


def test_other_writes_are_told_and_alarm_nobody() -> None:
    found = one([notice(3, count=5), notice(2, count=1)], cells(0))
    assert (found.state, found.count) == ("unrecognised", 6)
    (write,) = found.writes
    assert (write.since, write.last, write.days, write.count) == (ago(3), ago(2), 2, 6)


def test_what_was_seen_long_ago_is_listed_and_weighs_nothing() -> None:
    found = one([notice(60, "unknown-name")])
    assert (found.state, len(found.writes)) == ("well", 1)


def test_the_half_known_come_first_then_the_oftenest() -> None:
    found = one(
        [notice(1, name="a", count=2), notice(1, name="b", count=9), notice(1, "unknown-name", "C")]
    )
    assert [write.name for write in found.writes] == ["C", "b", "a"]


def test_what_was_brought_along_or_added_by_hand_is_no_habit() -> None:
    archive = [
        Cell(day=ago(each), platform="x", activity="like", source="archive", gestures=3)
        for each in (20, 18, 16, 15)
    ]
    assert one(days=archive).state == "well"


def test_the_changed_come_first() -> None:
    found = drift([], [seen(0, "a"), seen(0, "b")], cells(20, 18, 16, 15, platform="b"), TODAY)
    assert [(each.platform, each.state) for each in found] == [("b", "changed"), ("a", "well")]


def test_nothing_seen_is_nothing_said() -> None:
    assert drift([], [], [], TODAY) == ()
    (found,) = drift([], [Health(platform="x")], [], TODAY)
    assert found.state == "unused"


@given(
    st.lists(st.integers(0, 90), max_size=12),
    st.lists(
        st.tuples(st.integers(0, 90), st.sampled_from(["unknown-name", "unknown-write"])),
        max_size=6,
    ),
    st.none() | st.integers(0, 90),
)
def test_a_platform_is_changed_only_with_acts_before_or_half_an_act(
    days: list[int], notices: list[tuple[int, str]], traffic: int | None
) -> None:
    counted = [notice(*each) for each in notices]
    health = [] if traffic is None else [seen(traffic)]
    for found in drift(counted, health, cells(*days), TODAY):
        if found.state == "changed":
            assert len(set(days)) >= 3 or any(reason == "unknown-name" for _, reason in notices)
        assert found.count == len(notices)


@pytest.mark.parametrize("gestures", [0])
def test_a_day_without_gestures_is_no_day_of_acts(gestures: int) -> None:
    assert one(days=cells(20, 18, 16, 15, gestures=gestures)).state == "well"
