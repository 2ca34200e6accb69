from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter.valuation import money


@pytest.mark.parametrize("text", ["-1", "1e3", ".5", "5.", "1,5", "", " 1", "NaN", "٣", "1" * 40])
def test_only_plain_decimals_are_amounts(text: str) -> None:
    with pytest.raises(ValueError, match="plain decimal"):
        money.exact(text)


def test_an_amount_is_exact_and_no_float() -> None:
    assert money.exact("0.1") * 3 == Fraction(3, 10)


def test_halves_are_rounded_to_even() -> None:
    assert money.millionths(Fraction(5, 10**7)) == 0
    assert money.millionths(Fraction(15, 10**7)) == 2


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (0, "0.00"),
        (1, "0.000001"),
        (189, "0.000189"),
        (1_222, "0.00122"),
        (12_345, "0.0123"),
        (996_000, "0.996"),
        (999_999, "1.00"),
        (1_000_000, "1.00"),
        (1_234_567_890, "1,234.57"),
        (-432_000, "-0.432"),
        (-1, "-0.000001"),
    ],
)
def test_a_figure_is_shown_with_three_figures_below_one(amount: int, text: str) -> None:
    assert money.shown(amount) == text


def test_french_has_its_own_marks() -> None:
    assert money.shown(1_234_567_890, "EUR", "fr") == "1\u202f234,57\u00a0EUR"


@given(st.integers(-(10**15), 10**15).filter(bool), st.sampled_from(["en", "fr"]))
def test_what_is_not_zero_is_never_shown_as_zero(amount: int, language: str) -> None:
    text = money.shown(amount, language=language)
    assert any(digit in "123456789" for digit in text)
    assert text.startswith("-") == (amount < 0)


@given(st.integers(-(10**15), 10**15))
def test_an_exact_decimal_is_exact(amount: int) -> None:
    assert Fraction(money.decimal(amount)) * money.MILLION == amount


@given(st.integers(1, 10**12))
def test_what_is_shown_is_off_by_half_of_its_last_place_at_most(amount: int) -> None:
    text = money.shown(amount).replace(",", "")
    off = abs(Fraction(text) * money.MILLION - amount)
    assert off <= Fraction(10 ** (6 - len(text.partition(".")[2])), 2)
