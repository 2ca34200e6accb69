from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter.valuation import shelf
from labormeter.valuation.currencies import currencies

MONEY = shelf.shipped().currencies
CODES = st.sampled_from(MONEY.known)


def small() -> list[dict[str, str]]:
    usual = {"quoted": "units_per_usd", "verified": "read"}
    return [
        {"year": "2010", "currency": "EUR", "rate": "0.8", **usual},
        {"year": "2014", "currency": "EUR", "rate": "0.5", **usual},
        {
            "year": "2014",
            "currency": "GBP",
            "rate": "1.6",
            "quoted": "usd_per_unit",
            "verified": "memory",
        },
    ]


TABLE = currencies(small(), [{"year": "2010", "index": "100"}, {"year": "2025", "index": "150"}])


def test_an_observation_takes_the_nearest_year_the_earlier_of_two() -> None:
    assert TABLE.nearest("EUR", 2012) == 2010
    assert TABLE.nearest("EUR", 2013) == 2014


@pytest.mark.parametrize(
    ("year", "filed"), [(2009, 2010), (2010, 2010), (2013, 2010), (2026, 2014)]
)
def test_an_act_takes_the_latest_year_at_or_before(year: int, filed: int) -> None:
    assert TABLE.latest("EUR", year) == filed


def test_pounds_are_quoted_the_other_way_round() -> None:
    assert TABLE.dollars(Fraction(1), "GBP", 2014) == Fraction(8, 5)
    assert ("GBP", 2014) in TABLE.unsure


def test_dollars_are_carried_by_the_index() -> None:
    assert TABLE.carried(Fraction(2), 2010, 2025) == 3
    assert TABLE.carried(Fraction(2), 2008, 2025) == 3


def test_the_same_currency_is_left_as_it_is() -> None:
    assert TABLE.converted(123_457, "EUR", "EUR", 2014) == 123_457


def test_the_euro_of_2025_is_the_shipped_one() -> None:
    rate = MONEY.per_dollar["EUR"][2025]
    assert MONEY.converted(1_000_000, "USD", "EUR", 2026) == round(rate * 1_000_000)


@given(st.integers(0, 10**13), CODES, CODES, st.integers(2005, 2030))
def test_there_and_back_is_within_a_millionth(amount: int, one: str, other: str, year: int) -> None:
    per_dollar = {code: MONEY.rate(code, MONEY.latest(code, year)) for code in (one, other)}
    finer, coarser = sorted((one, other), key=lambda code: per_dollar[code], reverse=True)
    there = MONEY.converted(amount, coarser, finer, year)
    assert abs(MONEY.converted(there, finer, coarser, year) - amount) <= 1


@given(st.integers(0, 10**9), st.integers(0, 10**9), CODES)
def test_more_is_never_less_in_another_currency(one: int, other: int, code: str) -> None:
    low, high = sorted((one, other))
    assert MONEY.converted(low, "USD", code, 2024) <= MONEY.converted(high, "USD", code, 2024)
