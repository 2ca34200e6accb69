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
    ],
)
def test_wilsons_interval_is_that_of_the_books(hits: int, of: int, low: float, high: float) -> None:
    """Newcombe 1998, table I, method 3, for the last two."""
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
    share = Share(key=(), weeks=4, live=100, both=60, archived=20)
    least, central, most = share.estimate or (0, 0, 0)
    assert central == round(101 * 81 / 61 - 1)
    assert share.known == 120 <= least <= central <= most


@given(st.integers(0, 300), st.integers(0, 300), st.integers(0, 300))
def test_an_estimate_is_never_below_what_is_known(live: int, both: int, archived: int) -> None:
    share = Share(key=(), weeks=1, live=live + both, both=both, archived=archived)
    if share.estimate is not None:
        least, central, most = share.estimate
        assert share.known <= least <= central <= most


def test_nothing_compared_is_no_share() -> None:
    assert shares([], {"2026-W23"}, ()) == ()
