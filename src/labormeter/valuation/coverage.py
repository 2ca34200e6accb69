"""Coverage: how much of the time was metered, so that a total can say *at least*.

shift    |==========================|
private         |====|
gap                       |==|
metered  |======|    |====|  |======|
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from labormeter.model import Span

HOUR: Final = 3_600_000_000
"""Microseconds."""

type Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Microseconds of each kind of time, and what was late or lost."""

    metered: int = 0
    private: int = 0
    paused: int = 0
    missing: int = 0
    """Gaps: metering was meant to run and did not."""
    gaps: int = 0
    late: int = 0
    lost: int = 0


def coverage(
    spans: Sequence[Span], *, now: int, since: int | None = None, until: int | None = None
) -> Coverage:
    """Return the coverage of `since <= time < until`; what has not ended lasts until `now`.

    Overlapping spans of a kind count once; private, paused and missing time is not metered.
    """
    bounds = (since or 0, now if until is None else min(until, now))
    by_kind = {
        kind: joined(_clip(span, now, bounds) for span in spans if span.kind == kind)
        for kind in ("shift", "private", "pause", "gap")
    }
    away = joined([*by_kind["private"], *by_kind["pause"], *by_kind["gap"]])
    gaps = [span for span in spans if span.kind == "gap" and _length([_clip(span, now, bounds)])]
    return Coverage(
        metered=_length(by_kind["shift"]) - _length(overlap(by_kind["shift"], away)),
        private=_length(by_kind["private"]),
        paused=_length(by_kind["pause"]),
        missing=_length(by_kind["gap"]),
        gaps=len(gaps),
        late=sum(span.late for span in gaps),
        lost=sum(span.lost for span in gaps),
    )


def stretches(spans: Sequence[Span], *, now: int) -> list[Stretch]:
    """Return what was metered, in order: shifts without what is private, paused or a gap."""
    whole = (0, now)
    shifts = joined(_clip(span, now, whole) for span in spans if span.kind == "shift")
    away = joined(_clip(span, now, whole) for span in spans if span.kind != "shift")
    edges = [0, *(edge for stretch in away for edge in stretch), now]
    between = [one for one in zip(edges[::2], edges[1::2], strict=True) if one[0] < one[1]]
    return overlap(shifts, between)


def joined(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Return stretches that overlap or touch as one, in order."""
    found: list[Stretch] = []
    for begin, end in sorted(one for one in stretches if one[0] < one[1]):
        if found and begin <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((begin, end))
    return found


def overlap(one: Sequence[Stretch], other: Sequence[Stretch]) -> list[Stretch]:
    """Return what two lists of joined stretches have in common."""
    found, here, there = [], 0, 0
    while here < len(one) and there < len(other):
        begin = max(one[here][0], other[there][0])
        end = min(one[here][1], other[there][1])
        if begin < end:
            found.append((begin, end))
        if one[here][1] < other[there][1]:
            here += 1
        else:
            there += 1
    return found


def an_hour(amount: int, metered: int) -> int | None:
    """Return millionths for an hour metered, None where less than a minute was."""
    return round(amount * HOUR / metered) if metered >= HOUR // 60 else None


def _clip(span: Span, now: int, bounds: Stretch) -> Stretch:
    end = now if span.ended_at is None else span.ended_at
    return max(span.started_at, bounds[0]), min(end, bounds[1])


def _length(stretches: Iterable[Stretch]) -> int:
    return sum(max(0, end - begin) for begin, end in stretches)
