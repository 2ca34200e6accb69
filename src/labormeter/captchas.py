"""Captchas per 100 pages, metered against passed through, and what can be known of them.

    metered   pages are counted
    passed    pages cannot be seen: connections, times the pages that a connection carries while
              the same platform is metered

Numbers are small, so each rate stands with the interval in which it lies nineteen times of twenty
(exact for counts: F. Garwood, Fiducial limits for the Poisson distribution, Biometrika 28, 1936).
The interval is of the captchas alone; an estimated number of pages is said to be one.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal

from labormeter.sentence import said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from labormeter.model import Visit

type Verdict = Literal["none", "few", "alike", "more", "fewer"]

ENOUGH: Final = 20
"""Pages of a platform, metered, from which pages per connection are taken as known."""
BACK: Final = 182
"""Days that every face looks back."""
OUTSIDE: Final = 0.05
"""How often a true rate lies outside its interval."""


@dataclass(frozen=True, slots=True)
class Rate:
    """Captchas on so many pages."""

    captchas: int
    pages: float
    """Counted, or for passed-through time estimated."""

    @property
    def known(self) -> bool:
        """Whether there is anything to divide by."""
        return self.pages >= 1

    @property
    def per_hundred(self) -> float:
        """Captchas per 100 pages; 0 where there is no page."""
        return 100 * self.captchas / self.pages if self.known else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """The least and the most per 100 pages that such a count is still likely under."""
        if not self.known:
            return 0.0, math.inf
        low, high = bounds(self.captchas)
        return 100 * low / self.pages, 100 * high / self.pages


@dataclass(frozen=True, slots=True)
class Comparison:
    """Both rates, and what could not be compared."""

    metered: Rate
    passed: Rate
    unplaced: int = 0
    """Connections passed through of platforms of which too few pages were metered to estimate."""

    @property
    def verdict(self) -> Verdict:
        """What the two say: `more` and `fewer` only where the intervals are apart."""
        if not self.metered.known:
            return "none"
        if not self.passed.known:
            return "few"
        (low, high), (least, most) = self.metered.interval, self.passed.interval
        if low > most:
            return "more"
        return "fewer" if high < least else "alike"


def compare(visits: Iterable[Visit]) -> Comparison:
    """Return both rates over all platforms of these days."""
    by_platform: dict[str, list[Visit]] = {}
    for one in visits:
        by_platform.setdefault(one.platform, []).append(one)
    pages = captchas = solved = unplaced = 0
    estimated = 0.0
    for some in by_platform.values():
        metered, passed = _sum(some, "metered"), _sum(some, "passed")
        pages += metered[0]
        captchas += metered[2]
        if metered[0] >= ENOUGH and metered[1]:
            estimated += passed[1] * metered[0] / metered[1]
            solved += passed[2]
        else:
            unplaced += passed[1]
    return Comparison(Rate(captchas, pages), Rate(solved, estimated), unplaced)


def _sum(visits: Sequence[Visit], state: str) -> tuple[int, int, int]:
    some = [one for one in visits if one.state == state]
    return (
        sum(one.pages for one in some),
        sum(one.connections for one in some),
        sum(one.captchas for one in some),
    )


DEEP: Final = 12
"""Standard deviations below the mean under which a count is so unlikely that it adds nothing."""


@lru_cache(maxsize=256)
def bounds(count: int) -> tuple[float, float]:
    """Return the exact interval of the mean of which a count was drawn (Poisson)."""
    half, room = OUTSIDE / 2, 10.0 + 4 * math.sqrt(count)
    ends = max(count - room, 0.0), count + room
    low = 0.0 if count == 0 else _where(lambda mean: 1 - _up_to(count - 1, mean) >= half, *ends)
    return low, _where(lambda mean: _up_to(count, mean) <= half, *ends)


def _where(holds: Callable[[float], bool], low: float, high: float) -> float:
    """Return from which mean between two on something holds, by halving."""
    for _ in range(48):
        middle = (low + high) / 2
        low, high = (low, middle) if holds(middle) else (middle, high)
    return high


def _up_to(count: int, mean: float) -> float:
    """Return how likely it is to see `count` or fewer where `mean` are expected."""
    if mean <= 0:
        return 1.0
    logarithm = math.log(mean)
    first = max(int(mean - DEEP * math.sqrt(mean)), 0)  # what lies below is nothing
    return math.fsum(
        math.exp(-mean + number * logarithm - math.lgamma(number + 1))
        for number in range(first, count + 1)
    )


def sentence(found: Comparison) -> str:
    """Say a comparison in plain words."""
    if not found.metered.known:
        return said("No page of a metered platform was counted yet.")
    metered = said(
        "{captchas} captchas on {pages} pages, {rate} in 100 ({low} to {high})",
        **_figures(found.metered),
    )
    if not found.passed.known:
        return said("Metered: {metered}. Passed through: too little to compare.", metered=metered)
    passed = said(
        "{captchas} captchas on about {pages} pages, {rate} in 100 ({low} to {high})",
        **_figures(found.passed),
    )
    return said(
        "Metered: {metered}. Passed through: {passed}. {verdict}",
        metered=metered,
        passed=passed,
        verdict=_VERDICTS[found.verdict],
    )


def _figures(rate: Rate) -> dict[str, object]:
    low, high = (round(one, 1) for one in rate.interval)
    return {
        "captchas": rate.captchas,
        "pages": round(rate.pages),
        "rate": round(rate.per_hundred, 1),
        "low": low,
        "high": high,
    }


_VERDICTS: Final[dict[Verdict, str]] = {
    "none": "",
    "few": "",
    "alike": said("That is no difference that could not be chance."),
    "more": said("Metering probably brings more captchas."),
    "fewer": said("More captchas came while passed through."),
}
