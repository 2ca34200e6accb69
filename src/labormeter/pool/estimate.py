"""Estimates for the population from a pool: with intervals, and what they rest on.

    median         order statistics by the binomial: no assumption about the distribution
    trimmed mean   a tenth cut from each end; bootstrap-t with the winsorised variance (Tukey,
                   McLaughlin 1963; Wilcox 2012, chapter 4)
    mean           bootstrap-t (Efron, Tibshirani 1993, chapter 12)

What people do is skewed: a few do most of it. Tails of 2.5 percent held the truth of log-normal
people in 92 of 100 simulated studies, so the tails of the bootstrap are cut at 1.5 percent; see
docs/benchmarks.md for what was measured.

All are of one person and week. A participant without a row has done nothing there and counts as 0.
Weights, where the study gives them, are by country and age band, and apply to the mean.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

TRIM: Final = 0.1
RESAMPLES: Final = 999
SURE: Final = 0.95
TAIL: Final = 0.015
"""Share of the bootstrap's distribution cut from each end."""
_CELLS: Final = 2_000_000
"""Values drawn at once."""


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


def trimmed(values: Sequence[float], *, seed: int = 1) -> Estimate:
    """Return the trimmed mean with its interval."""
    given = np.asarray(values, dtype=float)
    return _bootstrapped("trimmed mean", given, lambda drawn: _trimmed(given[drawn]), seed)


def mean(
    values: Sequence[float], weights: Sequence[float] | None = None, *, seed: int = 1
) -> Estimate:
    """Return the mean, weighted where weights are given, with its interval."""
    given = np.asarray(values, dtype=float)
    weight = np.ones_like(given) if weights is None else np.asarray(weights, dtype=float)
    return _bootstrapped("mean", given, lambda drawn: _mean(given[drawn], weight[drawn]), seed)


type _Numbers = NDArray[np.float64]
type _Estimator = Callable[[NDArray[np.int64]], tuple[_Numbers, _Numbers]]


def _bootstrapped(kind: str, given: _Numbers, of: _Estimator, seed: int) -> Estimate:
    """Return an estimate with its studentised bootstrap interval.

    `of` takes rows of places among the people and returns the estimate and its standard error of
    each row.
    """
    many = len(given)
    value, error = (float(one[0]) for one in of(np.arange(many)[None, :]))
    drawn = np.random.default_rng(seed)
    found: list[float] = []
    at_once = max(1, _CELLS // many)
    for start in range(0, RESAMPLES, at_once):
        rows = min(at_once, RESAMPLES - start)
        again, wide = of(drawn.integers(0, many, (rows, many)))
        sound = wide > 0
        found += list((again[sound] - value) / wide[sound])
    if not found or error == 0:
        return Estimate(kind=kind, value=value, low=value, high=value, people=many)
    lower, upper = (float(one) for one in np.quantile(found, [TAIL, 1 - TAIL]))
    low, high = value - upper * error, value - lower * error
    return Estimate(kind=kind, value=value, low=min(low, value), high=max(high, value), people=many)


def _trimmed(values: _Numbers) -> tuple[_Numbers, _Numbers]:
    """Return the trimmed mean of each row, and its standard error."""
    ordered = np.sort(values, axis=1)
    many = ordered.shape[1]
    cut = int(many * TRIM)
    kept = ordered[:, cut : many - cut]
    winsorised = np.clip(ordered, kept[:, :1], kept[:, -1:])
    spread = winsorised.std(axis=1, ddof=min(1, many - 1))
    return kept.mean(axis=1), spread / ((1 - 2 * TRIM) * math.sqrt(many))


def _mean(values: _Numbers, weights: _Numbers) -> tuple[_Numbers, _Numbers]:
    """Return the weighted mean of each row, and its standard error."""
    total = weights.sum(axis=1)
    sound = np.where(total > 0, total, 1)
    value = (weights * values).sum(axis=1) / sound
    many = values.shape[1]
    variance = (weights**2 * (values - value[:, None]) ** 2).sum(axis=1) / sound**2
    error = np.sqrt(variance * many / max(1, many - 1))
    return value, np.where(total > 0, error, 0)
