"""Estimates for the population from a pool: with intervals, and what they rest on.

    median         order statistics by the binomial: no assumption about the distribution
    trimmed mean   a tenth cut from each end, t of the winsorised variance (Tukey, McLaughlin 1963;
                   Yuen 1974)
    mean           bootstrap-t of 999 resamples: the distribution is skewed, and a plain interval
                   would be too low (Efron, Tibshirani 1993, chapter 12)

All are of one person and week. A participant without a row has done nothing there and counts as 0.
Weights, where the study gives them, are by country and age band, and apply to the mean.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

TRIM: Final = 0.1
RESAMPLES: Final = 999
SURE: Final = 0.95


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A figure with its interval of 95 percent, and of how many people it is."""

    kind: str
    value: float
    low: float
    high: float
    people: int


def median(values: Sequence[float]) -> Estimate:
    """Return the median (nearest rank) with an interval between two order statistics."""
    ordered = sorted(values)
    many = len(ordered)
    below = _rank(many)
    return Estimate(
        kind="median",
        value=ordered[(many + 1) // 2 - 1],
        low=ordered[below - 1] if below else -math.inf,
        high=ordered[many - below] if below else math.inf,
        people=many,
    )


def _rank(many: int) -> int:
    """Return the largest rank d with P(Binomial(many, 1/2) < d) at most half of what is unsure.

    0 where there are too few values for any interval.
    """
    tail, rank = 0.0, 0
    term = -many * math.log(2)
    while rank <= many // 2:
        tail += math.exp(term)
        if tail > (1 - SURE) / 2:
            break
        rank += 1
        term += math.log((many - rank + 1) / rank)
    return rank


def trimmed(values: Sequence[float]) -> Estimate:
    """Return the trimmed mean with its interval."""
    ordered = np.sort(np.asarray(values, dtype=float))
    many = len(ordered)
    cut = int(many * TRIM)
    kept = ordered[cut : many - cut]
    winsorised = np.clip(ordered, kept[0], kept[-1])
    spread = float(winsorised.std(ddof=1)) if many > 1 else math.inf
    error = spread / ((1 - 2 * TRIM) * math.sqrt(many))
    reach = student(len(kept) - 1) * error
    value = float(kept.mean())
    return Estimate(
        kind="trimmed mean", value=value, low=value - reach, high=value + reach, people=many
    )


def mean(
    values: Sequence[float], weights: Sequence[float] | None = None, *, seed: int = 1
) -> Estimate:
    """Return the mean, weighted where weights are given, with its bootstrap-t interval."""
    given = np.asarray(values, dtype=float)
    weight = np.ones_like(given) if weights is None else np.asarray(weights, dtype=float)
    value, error = _mean(given, weight)
    drawn = np.random.default_rng(seed)
    studentised = []
    for _ in range(RESAMPLES):
        chosen = drawn.integers(0, len(given), len(given))
        again, wide = _mean(given[chosen], weight[chosen])
        if wide > 0:
            studentised.append((again - value) / wide)
    if not studentised:
        return Estimate(kind="mean", value=value, low=value, high=value, people=len(given))
    lower, upper = np.quantile(studentised, [(1 - SURE) / 2, (1 + SURE) / 2])
    return Estimate(
        kind="mean",
        value=value,
        low=value - float(upper) * error,
        high=value - float(lower) * error,
        people=len(given),
    )


def _mean(values: NDArray[np.float64], weights: NDArray[np.float64]) -> tuple[float, float]:
    """Return a weighted mean and its standard error."""
    total = float(weights.sum())
    value = float((weights * values).sum()) / total
    many = len(values)
    variance = float((weights**2 * (values - value) ** 2).sum()) / total**2
    return value, math.sqrt(variance * many / max(1, many - 1))


def student(freedom: int) -> float:
    """Return the 0.975 quantile of Student's t, by Cornish and Fisher's expansion.

    Within 0.2 percent from 3 degrees of freedom on (Abramowitz, Stegun 26.7.5).
    """
    z, n = 1.959964, max(1, freedom)
    return (
        z
        + (z**3 + z) / (4 * n)
        + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * n**2)
        + (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / (384 * n**3)
    )
