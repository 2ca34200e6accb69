"""Dots: by metered day, nearest rank, and of too few nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter.room import dots
from labormeter.room.compare import group

from .seated import HANDLES, card, cell, likes, seats


def test_dots_are_by_metered_day_and_the_middle_is_somebodys() -> None:
    found = dots.strip(group(seats(likes(5)), 3), "acts")
    assert [dot.value for dot in found.dots] == [1, 2, 3, 4, 5]
    assert found.quarters == dots.Quarters(2, 3, 4)
    whole = dots.strip(group(seats(likes(5)), 3), "acts", "whole")
    assert [dot.value for dot in whole.dots] == [10, 20, 30, 40, 50]


def test_who_metered_longer_is_not_ahead_for_it() -> None:
    cards = [card(HANDLES[at], cell("x", "like", 2 * days), days=days) for at, days in enumerate((2, 5, 10))]  # fmt: skip
    found = dots.strip(group(seats(cards), 3), "acts")
    assert [dot.value for dot in found.dots] == [2, 2, 2]


def test_who_metered_nothing_has_no_figure_by_the_day_and_is_said_to_be_there() -> None:
    cards = [*likes(3), card(HANDLES[9], cell("x", "like", 5), days=0)]
    found = dots.strip(group(seats(cards), 3), "acts")
    assert (len(found.dots), found.without) == (3, 1)


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=60), st.integers(3, 9))
def test_quarters_are_by_nearest_rank_and_never_the_least_or_the_most(
    values: list[int], smallest: int
) -> None:
    found = dots.quarters(values, smallest)
    if len(values) < smallest:
        assert found is None
        return
    known = sorted(values)
    assert found is not None
    assert found.median == known[(len(known) + 1) // 2 - 1]
    if found.first is not None and found.third is not None:
        assert found.first <= found.median <= found.third
        # At least one person lies below the first quarter and one above the third.
        assert found.first >= known[1]
        assert found.third <= known[-2]
    else:
        assert len(values) < dots.QUARTERED


@given(st.floats(1e-6, 1e12))
def test_what_is_kept_of_a_figure_has_two_digits(value: float) -> None:
    digits = f"{dots.coarse(value):.1e}"
    assert float(digits) == pytest.approx(dots.coarse(value))
    assert dots.coarse(0) == 0
