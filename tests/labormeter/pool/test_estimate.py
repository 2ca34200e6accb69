from __future__ import annotations

import math
import random
from collections.abc import Callable
from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter.pool import estimate


def test_the_median_s_ranks_are_those_of_the_binomial() -> None:
    found = estimate.median(list(range(1, 101)))
    assert (found.value, found.low, found.high) == (50, 40, 61)  # the table of order statistics
    few = estimate.median([3, 1, 2])
    assert few.value == 2
    assert math.isinf(few.low)


def test_a_weight_of_two_is_a_person_twice() -> None:
    once = estimate.mean([1.0, 2.0, 2.0, 9.0])
    weighted = estimate.mean([1.0, 2.0, 9.0], [1, 2, 1])
    assert once.value == weighted.value == 3.5


def test_one_liar_moves_no_median_and_hardly_a_trimmed_mean() -> None:
    honest = [float(one % 17) for one in range(200)]
    lying = [*honest, 1e12]
    assert abs(estimate.median(lying).value - estimate.median(honest).value) <= 1
    assert abs(estimate.trimmed(lying).value - estimate.trimmed(honest).value) < 1
    assert estimate.mean(lying).value > 1e9


@pytest.mark.parametrize("kind", ["median", "trimmed", "mean"])
def test_the_truth_lies_within_the_interval_at_the_stated_rate(kind: str) -> None:
    drawn = random.Random(5)  # noqa: S311 - to be repeatable
    truth = {"median": 1.0, "mean": math.exp(0.5), "trimmed": _trimmed()}[kind]
    estimators: dict[str, Callable[[list[float]], estimate.Estimate]] = {
        "median": estimate.median,
        "trimmed": estimate.trimmed,
        "mean": estimate.mean,
    }
    estimator = estimators[kind]
    tries = 300
    inside = 0
    for _ in range(tries):
        found = estimator([math.exp(drawn.gauss(0, 1)) for _ in range(100)])
        inside += found.low <= truth <= found.high
    # Fewer than three standard deviations of 300 tries short of the stated rate.
    assert inside / tries > 0.95 - 3 * math.sqrt(0.05 * 0.95 / tries)


def _trimmed() -> float:
    """Return the trimmed mean of the log-normal: a long sum over its quantiles."""
    steps = 20_000
    points = [0.1 + 0.8 * (step + 0.5) / steps for step in range(steps)]
    return sum(math.exp(NormalDist().inv_cdf(point)) for point in points) / steps


@given(st.lists(st.floats(0, 1e9), min_size=1, max_size=40))
def test_an_estimate_lies_within_its_interval(values: list[float]) -> None:
    for found in (estimate.median(values), estimate.trimmed(values)):
        assert found.low <= found.value + 1e-6 * abs(found.value)
        assert found.high >= found.value - 1e-6 * abs(found.value)
        assert found.people == len(values)
