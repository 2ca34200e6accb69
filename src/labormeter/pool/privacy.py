"""Central differential privacy for releases, by OpenDP, and the ledger that refuses to overspend.

The unit is one participant's whole contribution to the study; neighbours are two pools of which one
has a participant more. Before noise is added a person's influence is bounded: so many platforms and
activities (`cells`), so much in each (`most`). Noise is discrete Gaussian, accounted for in
zero-concentrated differential privacy (rho), which adds up over releases, and said as epsilon at
the study's delta. Every platform by activity that the study asks for is published, also empty ones,
so that which are there tells nothing.
"""

from __future__ import annotations

import json
import math
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Final

from labormeter.errors import KnownError
from labormeter.exports import place
from labormeter.pool import store

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

SURE: Final = 1.959964
"""Standard deviations of a two-sided interval of 95 percent of a normal."""
_FILE: Final = "privacy.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """What one release cost."""

    release: int
    rho: float
    what: str


@dataclass(frozen=True, slots=True)
class Noisy:
    """Numbers with noise, and how much."""

    values: tuple[int, ...]
    sigma: float

    @property
    def interval(self) -> int:
        """Return what is added and taken away for an interval of 95 percent."""
        return math.ceil(SURE * self.sigma)


def spent(root: Path) -> list[Spent]:
    """Return what all releases of a pool cost. Raises KnownError where the ledger is damaged."""
    try:
        rows = json.loads((root / _FILE).read_bytes())
        return [Spent(**row) for row in rows]
    except FileNotFoundError:
        return []
    except (OSError, ValueError, TypeError) as error:
        raise KnownError(
            "The privacy ledger cannot be read, so nothing may be spent.",
            "Restore privacy.json from a backup: without it nobody knows what was published.",
        ) from error


def afford(root: Path, rho: float, epsilon: float, delta: float) -> float:
    """Return the epsilon that all releases together would have cost. Raises KnownError past it."""
    total = epsilon_of(sum(one.rho for one in spent(root)) + rho, delta)
    if total > epsilon * (1 + 1e-9):
        raise KnownError(
            f"This release would bring the study to epsilon {total:.2f} of {epsilon:g}.",
            "Nothing was published. Spend less with --epsilon, or publish without noise.",
        )
    return total


def write_off(root: Path, cost: Spent) -> None:
    """Write a cost down for good, before anything is published."""
    rows = [asdict(one) for one in (*spent(root), cost)]
    with place.whole(root / _FILE) as file:
        file.write(json.dumps(rows, indent=1).encode())
    store.lasting(root)


def noisy(values: Sequence[int], *, cells: int, most: int, rho: float) -> Noisy:
    """Return numbers with discrete Gaussian noise for a budget of rho.

    One person changes at most `cells` of the numbers, each by at most `most`.
    """
    sensitivity = math.sqrt(cells) * most
    sigma = sensitivity / math.sqrt(2 * rho)
    measure = _gaussian(sigma)
    used = float(measure.map(sensitivity))
    if used > rho * (1 + 1e-6):
        raise ArithmeticError("the noise is less than the budget asks for")
    return Noisy(tuple(measure(list(values))), sigma)


def rho_of(epsilon: float, delta: float) -> float:
    """Return the largest rho whose epsilon at delta is no more than this."""
    low, high = 0.0, max(1.0, epsilon**2)
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if epsilon_of(middle, delta) <= epsilon else (low, middle)
    return low


def epsilon_of(rho: float, delta: float) -> float:
    """Return the epsilon at delta of a Gaussian mechanism of rho, as OpenDP converts it."""
    if rho <= 0:
        return 0.0
    import opendp.prelude as dp  # noqa: PLC0415 - slow, and for researchers alone

    measure: Any = dp.c.make_zCDP_to_approxDP(_gaussian(math.sqrt(1 / (2 * rho))))
    return float(measure.map(1.0).epsilon(delta))


def _gaussian(sigma: float) -> Any:  # noqa: ANN401 - a measurement of OpenDP, which has no types
    try:
        import opendp.prelude as dp  # noqa: PLC0415
    except ImportError as error:
        raise KnownError(
            "Noise is added by OpenDP, which is not installed.",
            "Install labormeter with its extra: pip install 'labormeter[research]'",
        ) from error
    dp.enable_features("contrib")
    space = dp.vector_domain(dp.atom_domain(T="i64")), dp.l2_distance(T="f64")
    return dp.m.make_gaussian(*space, scale=sigma)
