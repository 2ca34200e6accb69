from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter.model import SECOND, Seen, Span
from labormeter.valuation import seen
from labormeter.valuation.seen import Share, shares, wilson

WEEK = 7 * 86_400 * SECOND
MONDAY = 1_780_272_000 * SECOND
"""1 June 2026, 00:00 UTC."""


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    [
        (0, 10, 0.0, 0.2775),
        (10, 10, 0.7225, 1.0),
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilsons_interval_is_that_of_the_books(hits: int, of: int, low: float, high: float) -> None:
    """Newcombe 1998, Statistics in Medicine 17, table I, method 3, for the last four.

    For the first two it is z\u00b2 / (n + z\u00b2), which can be had by hand.
    """
    assert wilson(hits, of) == pytest.approx((low, high), abs=0.0001)


@given(st.integers(0, 500), st.integers(0, 500))
def test_an_interval_holds_what_was_observed(hits: int, more: int) -> None:
    low, high = wilson(hits, hits + more)
    assert 0 <= low <= high <= 1
    if hits + more:
        assert low <= hits / (hits + more) <= high


def test_weeks_that_were_not_metered_are_not_compared() -> None:
    rows = [
        Seen("2026-06-01", "x", "post", 5, 4, 2, 1),
        Seen("2026-06-08", "x", "post", 0, 0, 50),
        Seen("2026-06-02", "x", "post", 5, 4, 2),
    ]
    metered = seen.weeks_metered(
        [
            Span("shift", MONDAY, MONDAY + 3600 * SECOND),
            Span("gap", MONDAY + WEEK, MONDAY + WEEK + 9),
        ],
        now=MONDAY + WEEK,
    )
    assert metered == {"2026-W23"}
    (share,) = shares(rows, metered)
    assert (share.key, share.weeks) == (("x", "post"), 1)
    assert (share.live, share.both, share.archived, share.near) == (10, 8, 4, 1)
    assert share.share == pytest.approx(8 / 12)
    assert share.known == 14


def test_a_shift_over_weeks_and_one_that_lasts() -> None:
    spans = [Span("shift", MONDAY, None)]
    assert len(seen.weeks_metered(spans, now=MONDAY + 3 * WEEK)) == 4


def test_weeks_are_of_years_by_iso() -> None:
    rows = [Seen("2026-12-31", "x", "like", 1, 1, 0), Seen("2027-01-01", "x", "like", 1, 1, 0)]
    (share,) = shares(rows, {"2026-W53"}, ("week",))
    assert share.key == ("2026-W53",)
    assert share.live == 2


def test_too_few_say_nothing() -> None:
    share = Share(key=(), weeks=1, live=9, both=8, archived=1)
    assert share.share is None
    assert share.estimate is None


def test_nothing_in_common_gives_no_estimate() -> None:
    share = Share(key=(), weeks=1, live=20, both=0, archived=30)
    assert share.share == 0
    assert share.estimate is None


def test_the_estimate_is_chapmans() -> None:
    """Ten turtles marked, fifteen caught, five of them marked: 28.3 (a textbook's example)."""
    share = Share(key=(), weeks=4, live=10, both=5, archived=10)
    least, central, most = share.estimate or (0, 0, 0)
    assert central == 28
    assert share.known == 20 <= least <= central <= most


def outcomes(of: int, live: int, told: int) -> list[tuple[float, Share]]:
    """Every number of acts that both can have seen, with how likely it is if they are independent."""
    fewest, most = max(0, live + told - of), min(live, told)
    return [
        (
            comb(live, both) * comb(of - live, told - both) / comb(of, told),
            Share(key=(), weeks=1, live=live, both=both, archived=told - both),
        )
        for both in range(fewest, most + 1)
    ]


@pytest.mark.parametrize(("of", "live", "told"), [(100, 70, 40), (300, 200, 150), (60, 45, 20)])
def test_over_all_that_can_happen_the_estimate_is_right(of: int, live: int, told: int) -> None:
    """Chapman's is without bias where the two together are more than there are (Seber 1982)."""
    found = [(chance, one.estimate) for chance, one in outcomes(of, live, told)]
    assert sum(chance for chance, _ in found) == pytest.approx(1)
    assert sum(chance * one[1] for chance, one in found if one) == pytest.approx(of, rel=0.01)


@pytest.mark.parametrize(("of", "live", "told"), [(100, 70, 40), (300, 200, 150), (1000, 400, 300)])
def test_the_interval_holds_what_there_was(of: int, live: int, told: int) -> None:
    """At least 95 of 100 times: Wilson's takes no heed of how few acts are left, so it is wide."""
    held = [
        chance
        for chance, one in outcomes(of, live, told)
        if one.estimate and one.estimate[0] <= of <= one.estimate[2]
    ]
    assert sum(held) >= 0.95


@given(st.integers(0, 300), st.integers(0, 300), st.integers(0, 300))
def test_an_estimate_is_never_below_what_is_known(live: int, both: int, archived: int) -> None:
    share = Share(key=(), weeks=1, live=live + both, both=both, archived=archived)
    if share.estimate is not None:
        least, central, most = share.estimate
        assert share.known <= least <= central <= most


def test_nothing_compared_is_no_share() -> None:
    assert shares([], {"2026-W23"}, ()) == ()
