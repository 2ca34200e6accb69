from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter import report
from labormeter.model import ACTIVITIES, Cell
from labormeter.valuation import shelf
from labormeter.valuation.calendar import Calendar, calendar
from labormeter.valuation.lens import LENSES, Reading
from labormeter.valuation.worth import NOT_POSTED, PRETEND, Entry, Worth, entry

BOOK = shelf.shipped()
MILLION = 1_000_000


def made(**reading: object) -> Calendar:
    usual: dict[str, object] = {"currency": "USD", "deflated": False}
    return calendar(Reading(**(usual | reading)), [("", BOOK)])  # type: ignore[arg-type]


def cell(activity: str = "like", net: int = 1, **changes: object) -> Cell:
    usual = {"day": "2026-06-03", "platform": "facebook", "source": "wire", "gestures": net}
    return Cell(activity=activity, net=net, **(usual | changes))  # type: ignore[arg-type]


def of(one: Cell, how: Calendar) -> Entry:
    return entry(one, report.week(one.day), how)


def dollars(numerator: object, denominator: object = 1) -> int:
    return round(Fraction(str(numerator)) / Fraction(str(denominator)) * MILLION)


def test_312_likes_at_the_dhaka_wage() -> None:
    """CF-01: one US dollar for making 1,000 likes (The Guardian, 2013-08-02)."""
    rate = BOOK.rates["CF-01"]
    assert (rate.unit, rate.currency, rate.side) == ("per_1000", "USD", "worker")
    found = of(cell(net=312), made())
    assert found.worth is not None
    assert found.worth.central == dollars(rate.mid * 312, 1000) == 312_000


def test_a_million_recaptcha_solves_at_what_motoyama_and_the_vendors_ask() -> None:
    """CA-02: Motoyama et al. (2010), about 1 dollar per thousand; CA-09, CA-13: list prices."""
    motoyama, low, high = (BOOK.rates[number] for number in ("CA-02", "CA-19", "CA-09"))
    assert "Motoyama" in motoyama.source
    found = of(cell("captcha", MILLION, platform="recaptcha"), made(lens="buyer"))
    assert found.worth is not None
    assert found.worth.low == dollars(low.low * 1000)
    assert found.worth.high == dollars(high.mid * 1000)
    assert found.worth.low <= dollars(motoyama.mid * 1000) <= found.worth.high


def test_ten_thousand_tweets_at_a_cent_are_a_hundred_dollars() -> None:
    """SEED-03: ten thousand crowdturfers paid 1 cent each (Casilli, 2017-02-03)."""
    rate = BOOK.rates["SEED-03"]
    found = of(cell("post", 10_000, platform="x"), made())
    assert found.worth is not None
    assert found.worth.low == dollars(rate.mid * 10_000) == 100 * MILLION
    machine = BOOK.rates["SEED-04"]
    assert machine.mid * 10_000 / 1000 == 100


def test_35_to_70_cents_a_like_are_claimed_and_price_nothing() -> None:
    """SEED-02: 35-70 cents a like (Casilli, 2017-02-03)."""
    rate = BOOK.rates["SEED-02"]
    assert (dollars(rate.low), dollars(rate.high)) == (350_000, 700_000)
    assert rate.side == "claimed"
    found = of(cell(), made())
    assert found.worth is not None
    assert found.worth.high < dollars(rate.low)


def test_what_25_000_people_demanded() -> None:
    """SEED-05: 500 euros per person for all the data (Casilli, 2017-06)."""
    rate = BOOK.rates["SEED-05"]
    assert "25,000" in rate.notes
    assert dollars(rate.mid * 25_000) == 12_500_000 * MILLION
    assert rate.currency == "EUR"


def test_an_upload_is_priced_where_it_was_posted() -> None:
    bare = of(cell("upload", 3, finer="picture"), made())
    posted = of(cell("upload", 3, posted=2, finer="picture"), made())
    assert (bare.worth, bare.unpriced, bare.reason) == (None, 3, NOT_POSTED)
    assert posted.worth is not None
    assert posted.worth.central == dollars(BOOK.rates["PH-02"].mid * 2)
    assert posted.unpriced == 1


def test_money_received_is_subtracted_whatever_the_lens() -> None:
    for lens in LENSES:
        found = of(cell("reward", 2 * MILLION, unit="USD"), made(lens=lens))
        assert found.worth == Worth(-2 * MILLION, -2 * MILLION, -2 * MILLION)


def test_points_are_worth_what_they_can_be_exchanged_for_and_else_nothing() -> None:
    bing = of(cell("reward", 3, unit="POINT", platform="bing"), made())
    assert bing.worth is not None
    assert bing.worth.central == -3 * dollars(BOOK.rates["PR-11"].mid, 3)
    badge = of(cell("reward", 116, unit="POINT", platform="tiktok"), made())
    assert (badge.worth, badge.unpriced, badge.reason) == (Worth(), 116, PRETEND)


def test_measured_time_is_paid_by_the_hour_and_the_rest_by_assumption() -> None:
    how = made(lens="time", currency="EUR")
    found = of(cell("captcha", 3, seconds=3_600_000_000, timed=2), how)
    rest = round(Fraction("11.88") * Fraction("3.53") / 3600 * MILLION)
    assert found.worth is not None
    assert found.worth.central == 11_880_000 + rest
    assert found.assumed == rest


def test_presence_is_priced_through_the_platforms_lens_alone() -> None:
    day = cell("", unit="DAY")
    assert of(day, made(lens="platform")).worth is not None
    assert of(day, made()).worth is None
    assert of(cell(), made(lens="platform")).worth is None


def test_what_was_received_turns_a_range_around() -> None:
    assert -Worth(1, 2, 3) == Worth(-3, -2, -1)


@given(
    st.sampled_from(ACTIVITIES[:-1]),
    st.integers(0, 10**6),
    st.integers(0, 10**6),
    st.sampled_from(LENSES),
)
def test_the_worth_of_a_whole_is_the_sum_of_its_parts(
    activity: str, one: int, other: int, lens: str
) -> None:
    how = made(lens=lens)
    whole, left, right = (of(cell(activity, net), how) for net in (one + other, one, other))
    if whole.worth is None:
        assert whole.unpriced == left.unpriced + right.unpriced
    else:
        assert left.worth is not None
        assert right.worth is not None
        assert whole.worth == left.worth + right.worth


@given(st.sampled_from(ACTIVITIES[:-1]), st.integers(1, 1000), st.sampled_from(LENSES))
def test_an_undo_brings_worth_back_to_what_it_was(activity: str, times: int, lens: str) -> None:
    how = made(lens=lens)
    done, undone = of(cell(activity, times), how), of(cell(activity, -times, gestures=times), how)
    if done.worth is not None:
        assert undone.worth is not None
        assert done.worth + undone.worth == Worth()


@pytest.mark.parametrize("lens", LENSES)
def test_nothing_done_is_worth_nothing(lens: str) -> None:
    found = of(cell("comment", 0), made(lens=lens))
    assert found.worth in {None, Worth()}
