from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from labormeter.model import Span
from labormeter.valuation import coverage as module
from labormeter.valuation.coverage import HOUR, an_hour, coverage, joined, overlap


def test_private_and_missing_time_is_not_metered() -> None:
    spans = [
        Span("shift", 0, 26),
        Span("private", 7, 12),
        Span("gap", 16, 19, "stopped-unexpectedly", 2, 1),
        Span("pause", 11, 13),
    ]
    found = coverage(spans, now=100)
    assert (found.metered, found.private, found.paused, found.missing) == (17, 5, 2, 3)
    assert (found.gaps, found.late, found.lost) == (1, 2, 1)


def test_what_has_not_ended_lasts_until_now_and_no_longer_than_is_asked() -> None:
    spans = [Span("shift", 10)]
    assert coverage(spans, now=30).metered == 20
    assert coverage(spans, now=30, since=15, until=20).metered == 5
    assert coverage(spans, now=30, until=99).metered == 20
    assert coverage(spans, now=5).metered == 0


def test_shifts_that_overlap_count_once() -> None:
    assert coverage([Span("shift", 0, 10), Span("shift", 5, 12)], now=50).metered == 12


def test_a_gap_outside_of_what_is_asked_is_not_told() -> None:
    found = coverage([Span("gap", 0, 5, "", 3, 3)], now=50, since=10)
    assert (found.gaps, found.lost) == (0, 0)


def test_an_hour_of_less_than_a_minute_has_no_figure() -> None:
    assert an_hour(100, HOUR // 60 - 1) is None
    assert an_hour(100, HOUR // 2) == 200


stretches = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=8)


@given(stretches, stretches)
def test_stretches_are_sets_of_moments(
    one: list[tuple[int, int]], other: list[tuple[int, int]]
) -> None:
    def moments(some: list[tuple[int, int]]) -> set[int]:
        return {moment for begin, end in some for moment in range(begin, end)}

    assert moments(joined(one)) == moments(one)
    common = overlap(joined(one), joined(other))
    assert moments(common) == moments(one) & moments(other)
    assert sum(end - begin for begin, end in common) == len(moments(common))


spans = st.lists(
    st.builds(
        lambda kind, begin, length: Span(kind, begin, begin + length),
        st.sampled_from(["shift", "private", "pause", "gap"]),
        st.integers(0, 60),
        st.integers(0, 30),
    )
)


@given(spans, st.integers(0, 100))
def test_stretches_are_as_long_as_the_time_metered(found: list[Span], now: int) -> None:
    pieces = module.stretches(found, now=now)
    assert sum(end - begin for begin, end in pieces) == coverage(found, now=now).metered
    assert pieces == joined(pieces)
