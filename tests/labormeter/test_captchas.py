"""Captchas per 100 pages: exact where counts are small, silent where nothing can be said."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter.captchas import ENOUGH, Comparison, Rate, _up_to, bounds, compare, sentence
from labormeter.model import Visit


def visit(state: str = "metered", platform: str = "x", **counts: int) -> Visit:
    return Visit(day="2026-06-01", platform=platform, state=state, **counts)  # type: ignore[arg-type]


# F. Garwood's limits as tables of exact Poisson intervals print them.
@pytest.mark.parametrize(
    ("count", "low", "high"),
    [(0, 0.0, 3.689), (1, 0.0253, 5.572), (5, 1.623, 11.668), (20, 12.217, 30.888)],
)
def test_intervals_are_those_of_the_tables(count: int, low: float, high: float) -> None:
    assert bounds(count) == pytest.approx((low, high), rel=1e-3)


@given(st.integers(0, 3000))
def test_an_interval_holds_its_count_and_leaves_a_fortieth_on_either_side(count: int) -> None:
    low, high = bounds(count)
    assert low <= count < high
    assert _up_to(count, high) == pytest.approx(0.025, rel=1e-4)
    if count:
        assert 1 - _up_to(count - 1, low) == pytest.approx(0.025, rel=1e-4)


def test_pages_passed_through_are_estimated_by_connections_of_the_same_platform() -> None:
    found = compare(
        [
            visit(pages=200, connections=20, captchas=1),
            visit("passed", connections=30, captchas=4),
            visit(platform="reddit", pages=40, connections=40),
            visit("passed", platform="reddit", connections=10),
        ]
    )
    assert (found.metered.captchas, found.metered.pages) == (1, 240)
    assert (found.passed.captchas, found.passed.pages) == (4, 310)
    assert found.unplaced == 0


def test_a_platform_of_which_too_little_is_known_is_left_out_with_its_captchas() -> None:
    few = [
        visit(pages=ENOUGH - 1, connections=1),
        visit("passed", connections=30, captchas=4),
        visit("passed", platform="reddit", connections=5, captchas=9),
    ]
    found = compare(few)
    assert (found.passed, found.unplaced) == (Rate(0, 0), 35)
    assert found.verdict == "few"
    assert "too little" in sentence(found)
    more = compare([visit(pages=1), *few])
    assert (more.passed.captchas, more.passed.pages) == (4, 30 * ENOUGH)


def test_nothing_seen_is_no_rate_of_zero() -> None:
    found = compare([])
    assert found.verdict == "none"
    assert sentence(found) == "No page of a metered platform was counted yet."
    assert Rate(0, 0).interval == (0.0, math.inf)


@pytest.mark.parametrize(
    ("metered", "passed", "verdict"),
    [
        (Rate(0, 400), Rate(0, 400), "alike"),
        (Rate(3, 100), Rate(0, 100), "alike"),
        (Rate(40, 400), Rate(2, 400), "more"),
        (Rate(2, 400), Rate(40, 400), "fewer"),
        (Rate(1, 50), Rate(0, 0.4), "few"),
    ],
)
def test_only_intervals_that_are_apart_say_anything(
    metered: Rate, passed: Rate, verdict: str
) -> None:
    found = Comparison(metered, passed)
    assert found.verdict == verdict
    assert ("probably brings more" in sentence(found)) is (verdict == "more")


def test_a_sentence_has_the_counts_and_says_what_is_estimated() -> None:
    said = sentence(Comparison(Rate(4, 330), Rate(0, 72.4)))
    assert "4 captchas on 330 pages, 1.2 in 100 (0.3 to 3.1)" in said
    assert "0 captchas on about 72 pages, 0.0 in 100 (0.0 to 5.1)" in said
