from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter.errors import KnownError
from labormeter.model import ACTIVITIES
from labormeter.valuation import shelf
from labormeter.valuation.book import Reference
from labormeter.valuation.calendar import Price, amount, calendar, first_day, in_force
from labormeter.valuation.lens import LENSES, Reading

BOOK = shelf.shipped()


def price(week: str = "2026-W23", activity: str = "like", **reading: object) -> Price:
    made = calendar(Reading(**reading), [("", BOOK)])  # type: ignore[arg-type]
    found = made.price("facebook", activity, week)
    assert isinstance(found, Price)
    return found


def test_a_like_is_a_thousandth_of_a_dollar_as_it_was_seen() -> None:
    found = price(currency="USD", deflated=False)
    assert (found.low, found.central, found.high) == (194, 1_000, 100_000)
    assert found.rates == ("CF-15", "CF-01", "MT-02")


def test_deflated_it_is_in_the_money_of_the_reference_year() -> None:
    levels = BOOK.currencies.index
    assert price(currency="USD").central == round(1000 * levels[2025] / levels[2013])


def test_it_is_converted_at_the_year_of_the_act_and_at_the_last_year_on_file() -> None:
    per_dollar = BOOK.currencies.per_dollar["EUR"]
    for week, year in (("2014-W10", 2014), ("2026-W23", 2025), ("2020-W53", 2020)):
        expected = round(1000 * per_dollar[year])
        assert price(week, deflated=False).central == expected


def test_the_week_and_not_the_day_says_the_year() -> None:
    assert first_day("2020-W53") == date(2020, 12, 28)
    assert price("2020-W53") != price("2021-W01")


def test_a_rate_in_the_wanted_currency_is_left_as_it_was_seen() -> None:
    reading = Reading(lens="buyer", deflated=False)
    reference = Reference.parse("ST-09")
    assert amount(BOOK, reading, reference, 2026) == Fraction(5, 100)


def test_a_floor_is_law_and_never_deflated() -> None:
    found = price(lens="time")
    assert found.hourly == (11_880_000,) * 3
    assert found.central == round(Fraction(1188, 100) * Fraction(18, 10) / 3600 * 10**6)
    assert found.rates == ("MW-07", "timing:like")


def test_presence_is_a_year_over_its_days() -> None:
    found = price(lens="platform", currency="USD", deflated=False, activity="")
    assert found.central == round(Fraction(446, 10) / 365 * 10**6)


def test_an_unknown_currency_names_those_on_file() -> None:
    with pytest.raises(KnownError, match="no exchange rate for XAU") as caught:
        calendar(Reading(currency="XAU"), [("", BOOK)])
    assert "EUR" in caught.value.hint


def test_weeks_keep_the_book_they_are_pinned_to() -> None:
    other = replace(BOOK, version="other", choices=())
    made = calendar(Reading(), [("2026-W10", other), ("", BOOK)])
    assert isinstance(made.price("x", "like", "2026-W09"), Price)
    assert not isinstance(made.price("x", "like", "2026-W10"), Price)
    assert made.book("2001-W01") is BOOK


def test_a_later_pin_covers_what_follows_it() -> None:
    usual = [("2027-W20", "b"), ("", "a")]
    assert in_force(usual, []) == [("", "a"), ("2027-W20", "b")]
    assert in_force(usual, [("2027-W01", "b")]) == [("", "a"), ("2027-W01", "b")]
    assert in_force(usual, [("2027-W01", "b"), ("", "b")]) == [("", "b")]
    assert in_force(usual, [("", "b"), ("2028-W01", "c")]) == [("", "b"), ("2028-W01", "c")]


readings = st.builds(
    Reading,
    lens=st.sampled_from(LENSES),
    currency=st.sampled_from(BOOK.currencies.known),
    deflated=st.booleans(),
    as_of=st.sampled_from(["reviewed", "nearest"]),
)


@given(readings, st.sampled_from([*ACTIVITIES, ""]), st.dates(date(2005, 1, 1), date(2030, 1, 1)))
def test_a_price_is_one_for_all_days_of_a_week_and_never_falls_from_low_to_high(
    reading: Reading, activity: str, day: date
) -> None:
    made = calendar(reading, [("", BOOK)])
    monday = day - timedelta(days=day.weekday())
    week = shelf.iso_week(str(day))
    found = made.price("facebook", activity, week)
    assert first_day(week) == monday
    assert made.price("facebook", activity, shelf.iso_week(str(monday))) == found
    if isinstance(found, Price):
        assert 0 <= found.low <= found.central <= found.high
        assert all(isinstance(one, int) for one in (found.low, found.central, found.high))
