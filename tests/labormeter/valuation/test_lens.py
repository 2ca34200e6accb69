from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter.errors import KnownError
from labormeter.model import ACTIVITIES
from labormeter.valuation import shelf
from labormeter.valuation.lens import LENSES, Absent, Floor, Quote, Reading, quote, usable

BOOK = shelf.shipped()
MONDAY = date(2026, 6, 1)


def ids(found: Quote | Absent) -> list[str]:
    assert isinstance(found, Quote)
    return [reference.text for reference in found.references]


def test_the_worker_lens_is_the_reviewed_choice() -> None:
    assert ids(quote(BOOK, Reading(), "x", "like", MONDAY)) == ["CF-15", "CF-01", "MT-02"]


def test_where_there_is_no_citable_price_the_buyer_lens_says_so() -> None:
    found = quote(BOOK, Reading(lens="buyer"), "x", "dislike", MONDAY)
    assert found == Absent("No citable price.")


@pytest.mark.parametrize("activity", ["vote", "save"])
@pytest.mark.parametrize("lens", ["worker", "buyer"])
def test_a_vote_and_a_bookmark_stay_units(lens: str, activity: str) -> None:
    reading = Reading(lens="buyer" if lens == "buyer" else "worker")
    found = quote(BOOK, reading, "x", activity, MONDAY)
    assert isinstance(found, Absent)
    assert "observed" in found.reason


def test_a_connection_asked_for_stays_a_unit() -> None:
    for platform in ("linkedin", "facebook"):
        asked = quote(BOOK, Reading(), platform, "follow", MONDAY, finer="request")
        assert isinstance(asked, Absent)
        assert isinstance(quote(BOOK, Reading(), platform, "follow", MONDAY), Quote)


@given(
    st.sampled_from(LENSES),
    st.sampled_from(ACTIVITIES),
    st.sampled_from(["x", "facebook", "youtube", "linkedin"]),
    st.dates(date(2008, 1, 1), date(2027, 12, 31)),
    st.sampled_from(["reviewed", "nearest"]),
)
def test_no_lens_ever_quotes_a_background_row_or_an_unchecked_centre_beside_a_checked_one(
    lens: str, activity: str, platform: str, day: date, as_of: str
) -> None:
    reading = replace(Reading(), lens=lens, as_of=as_of)  # type: ignore[arg-type]
    found = quote(BOOK, reading, platform, activity, day - timedelta(days=day.weekday()))
    if isinstance(found, Absent):
        return
    rates = [BOOK.rates[reference.id] for reference in found.references]
    assert not any(rate.background for rate in rates)
    central = rates[1]
    assert central.side != "claimed"
    if not central.checked:
        assert not any(map(usable, BOOK.observed(central.side, central.activity)))


def test_nearest_in_date_takes_the_nearest_usable_observation() -> None:
    reading = Reading(as_of="nearest")
    assert ids(quote(BOOK, reading, "x", "like", date(2017, 6, 12)))[1] == "CF-10"
    assert ids(quote(BOOK, reading, "x", "like", date(2026, 6, 1)))[1] == "PR-01"


def test_nearest_falls_back_on_the_review_where_no_observation_is_usable() -> None:
    reading = Reading(lens="buyer", as_of="nearest")
    assert ids(quote(BOOK, reading, "x", "post", MONDAY)) == ["PH-08*30", "CT-03", "CT-02"]


@pytest.mark.parametrize(
    ("day", "rate"),
    [
        (date(2012, 6, 25), "MW-02"),
        (date(2012, 7, 2), "MW-02"),
        (date(2016, 12, 26), "MW-03"),
        (date(2017, 1, 2), "MW-04"),
        (date(2024, 10, 28), "MW-06"),
        (date(2024, 11, 4), "MW-07"),
    ],
)
def test_the_floor_is_that_in_force_on_the_monday(day: date, rate: str) -> None:
    found = quote(BOOK, Reading(lens="time"), "x", "like", day)
    assert ids(found) == [rate] * 3
    assert isinstance(found, Quote)
    assert ("later than the acts" in found.reason) == (day < date(2012, 7, 1))


@pytest.mark.parametrize(
    ("floor", "country", "rate"), [("collective", "DE", "CO-04"), ("observed", "FR", "HW-01")]
)
def test_other_floors(floor: Floor, country: str, rate: str) -> None:
    reading = Reading(lens="time", floor=floor, country=country)
    assert ids(quote(BOOK, reading, "x", "like", MONDAY))[1] == rate


def test_a_country_without_a_floor_names_those_with_one() -> None:
    with pytest.raises(KnownError, match="no minimum floor of AQ") as caught:
        quote(BOOK, Reading(lens="time", country="AQ"), "x", "like", MONDAY)
    assert "BR" not in caught.value.hint
    assert "FR" in caught.value.hint


@pytest.mark.parametrize(
    ("platform", "day", "rate"),
    [
        ("facebook", date(2009, 6, 1), "AR-06"),
        ("facebook", date(2020, 12, 28), "AR-12"),
        ("facebook", date(2021, 1, 4), "AR-01"),
        ("facebook", date(2026, 6, 1), "AR-15"),
        ("x", date(2026, 6, 1), "AR-29"),
    ],
)
def test_revenue_steps_where_a_reviewed_row_says_so(platform: str, day: date, rate: str) -> None:
    assert ids(quote(BOOK, Reading(lens="platform"), platform, "", day))[1] == rate


def test_a_platform_that_publishes_nothing_alone_has_no_figure() -> None:
    assert isinstance(quote(BOOK, Reading(lens="platform"), "instagram", "", MONDAY), Absent)


def test_apps_without_a_revenue_of_their_own_say_so_and_are_not_given_another_s() -> None:
    how = Reading(lens="platform")
    for platform in ("instagram", "threads"):
        found = quote(BOOK, how, platform, "like", MONDAY)
        assert isinstance(found, Absent)
        assert "on all of its apps together (AR-17)" in found.reason
    assert BOOK.rates["AR-17"].platform == "meta family of apps"
    tiktok = quote(BOOK, how, "tiktok", "like", MONDAY)
    assert isinstance(tiktok, Absent)
    assert tiktok.reason == "No revenue per user is on file for this platform alone."
    assert not [
        rate
        for rate in BOOK.rates.values()
        if rate.side == "platform" and rate.platform in {"instagram", "threads", "tiktok"}
    ], "a book that has one must use it"
