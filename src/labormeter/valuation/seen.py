"""What share of the acts the meter saw, held against archives: totals say *at least*.

    week      | 1 | 2 | 3 | 4 | 5 | 6 |
    metered       |-----------|               compared: weeks that were metered and that an
    archive   |-----------|                   archive reaches
    compared      |-------|

In a week compared, an act was seen by the meter, by the archive, or by both. Of those the archive
tells of, the share that the meter saw as well is an observed proportion, and has Wilson's interval.
What neither saw is estimated from the two (capture and recapture, after Chapman): as if they missed
acts independently of each other. An archive that leaves out what was undone makes that too little,
a meter and an archive that miss the same acts too much; so the figure is one with an interval, and
never part of a total.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from math import sqrt
from typing import TYPE_CHECKING, Final

from labormeter.valuation.coverage import joined
from labormeter.valuation.sheet import week

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from labormeter.model import Seen, Span

Z: Final = 1.959963984540054
"""95 per cent of a normal distribution lie within so many deviations."""
FEWEST: Final = 10
"""Acts of archives below which no share is said: its interval would say nothing."""
_DAY: Final = 86_400_000_000
_BY: Final = ("platform", "activity")


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What the meter saw of what archives tell of, in the weeks compared."""

    key: tuple[str, ...]
    weeks: int
    live: int
    both: int
    archived: int
    """Told of by archives alone."""
    near: int = 0

    @property
    def told(self) -> int:
        """Return how many acts archives tell of."""
        return self.both + self.archived

    @property
    def known(self) -> int:
        """Return how many acts are known of: the least that there can be."""
        return self.live + self.archived

    @property
    def share(self) -> float | None:
        """Return what share of these the meter saw; None where there are too few to say."""
        return self.both / self.told if self.told >= FEWEST else None

    @property
    def interval(self) -> tuple[float, float]:
        """Return Wilson's 95 per cent interval of the share."""
        return wilson(self.both, self.told)

    @property
    def estimate(self) -> tuple[int, int, int] | None:
        """Return how many acts there were, from low to high, those that nobody saw among them."""
        if self.share is None or not self.both:
            return None
        low, high = self.interval
        chapman = (self.live + 1) * (self.told + 1) / (self.both + 1) - 1
        least = max(self.known, round(self.live / high))
        central = max(least, round(chapman))
        return least, central, max(central, round(self.live / low))


def wilson(seen: int, of: int) -> tuple[float, float]:
    """Return the interval in which a proportion lies that was observed `seen` times `of`."""
    if of <= 0:
        return 0.0, 1.0
    share, square = seen / of, Z * Z
    middle = (share + square / (2 * of)) / (1 + square / of)
    half = Z * sqrt(share * (1 - share) / of + square / (4 * of * of)) / (1 + square / of)
    low, high = max(0.0, middle - half), min(1.0, middle + half)
    return (0.0 if seen == 0 else low), (1.0 if seen == of else high)


def weeks_metered(spans: Sequence[Span], *, now: int) -> frozenset[str]:
    """Return the ISO weeks, in UTC, in which a shift ran at all."""
    shifts = joined(
        (span.started_at, now if span.ended_at is None else span.ended_at)
        for span in spans
        if span.kind == "shift"
    )
    return frozenset(
        week(_iso(at)) for begin, end in shifts for at in (*range(begin, end, _DAY), end)
    )


def _iso(at: int) -> str:
    return datetime.fromtimestamp(at // 1_000_000, UTC).date().isoformat()


def shares(
    seen: Iterable[Seen], metered: Collection[str], by: Sequence[str] = _BY
) -> tuple[Share, ...]:
    """Return the shares by `platform`, `activity`, `week`, of the weeks that were metered.

    With no dimension there is one for all together, or none where nothing can be compared.
    """
    sums: dict[tuple[str, ...], list[int]] = {}
    spanned: dict[tuple[str, ...], set[str]] = {}
    for one in seen:
        of = week(one.day)
        if of not in metered:
            continue
        named = {"platform": one.platform, "activity": one.activity, "week": of}
        key = tuple(named[name] for name in by)
        total = sums.setdefault(key, [0, 0, 0, 0])
        for place, number in enumerate((one.live, one.both, one.archived, one.near)):
            total[place] += number
        spanned.setdefault(key, set()).add(of)
    return tuple(
        Share(
            key=key,
            weeks=len(spanned[key]),
            live=live,
            both=both,
            archived=archived,
            near=near,
        )
        for key, (live, both, archived, near) in sorted(sums.items())
    )
