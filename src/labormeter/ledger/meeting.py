"""Which acts of an import the ledger holds already: one act is never in it twice.

    live     --|---|------|-------|-->          a: the same target, while its key lives
               a   b              b             b: same platform and activity, within TOLERANCE
    archive  --|---|--------|-----|-->          the third one is new

Each live act meets at most one of the archive. Where both have ids of the same kind and these
differ, they are two acts, however near in time.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final, NamedTuple

from labormeter.model import SECOND

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

    from labormeter.ledger.staging import Staging

TOLERANCE: Final = 120 * SECOND
"""Apart by no more than this, acts of the same platform and activity are taken for one."""
DAY: Final = 86_400 * SECOND
"""Apart by no more than this, where their target is the same as well: archives err by zones."""

_LIVE: Final = ("wire", "har")


class Live(NamedTuple):
    """An act of the ledger that one of the import may be."""

    at: int
    seq: int
    target: str | None
    made: str | None


def meet(staging: Staging, *, keys_since: int) -> None:
    """Give every staged act its fate: `new`, `same`, or how it met one of the ledger.

    `same`: this very act was imported before. `target`, `time` and `count`: it is a live one,
    told by its target, its time, or because as many without a date are live already. `keys_since`
    is the moment from which on hashes can be compared.
    """
    connection = staging.connection
    connection.execute(_SAME)
    for platform, activity, effect, source in connection.execute(_KINDS).fetchall():
        live = _live(connection, platform, activity, effect, source)
        if live:
            pairs = _pairs(connection, (platform, activity, effect, source), live, keys_since)
            connection.executemany("UPDATE staged SET fate = ?, meets = ? WHERE n = ?", pairs)


_SAME: Final = """
UPDATE staged SET fate = 'same' WHERE id IN (SELECT id FROM main.acts)
    OR id IN (SELECT id FROM main.undated) OR id IN (SELECT id FROM main.confirmations)
"""
_KINDS: Final = """
SELECT DISTINCT platform, activity, effect, source FROM staged
WHERE fate = 'new' AND kind != 'own' AND source IN ('archive', 'har')
"""
_ACTS: Final = """
SELECT occurred_at, seq, target, made FROM main.acts
WHERE platform = ? AND activity = ? AND effect = ? AND source IN (?, ?)
    AND seq NOT IN (SELECT act FROM main.confirmations) ORDER BY occurred_at, seq
"""
_WAITING: Final = """
SELECT n, at, marks, exact, target, made FROM staged
WHERE platform = ? AND activity = ? AND effect = ? AND source = ? AND fate = 'new'
    AND kind != 'own'
    AND (at IS NULL OR at BETWEEN ? AND ?)
ORDER BY at IS NULL, at, n
"""


def _live(
    connection: sqlite3.Connection, platform: str, activity: str, effect: str, source: str
) -> list[Live]:
    sources = _LIVE if source == "archive" else ("wire", "archive")
    found = connection.execute(_ACTS, (platform, activity, effect, *sources))
    return list(map(Live._make, found))


def _pairs(
    connection: sqlite3.Connection,
    group: tuple[str, str, str, str],
    live: Sequence[Live],
    keys_since: int,
) -> list[tuple[str, int, int]]:
    """Return fate, act met and row: targets first, then times, then mere numbers."""
    table = _Table(live, keys_since)
    found: list[tuple[str, int, int]] = []
    within = (*group, live[0].at - DAY, live[-1].at + DAY)
    for n, at, marks, *_ in connection.execute(_WAITING, within):
        if marks and (seq := table.by_mark(marks.split(), at)) is not None:
            found.append(("target", seq, n))
    met = {n for *_, n in found}
    undated = []
    for n, at, _, exact, target, made in connection.execute(_WAITING, within):
        if n in met:
            continue
        if at is None:
            undated.append(n)
        elif (seq := table.by_time(at, target, made, exact=bool(exact))) is not None:
            found.append(("time", seq, n))
    found += [("count", seq, n) for n, seq in zip(undated, table.older(), strict=False)]
    return found


class _Table:
    """Live acts of one kind, each met once at most."""

    def __init__(self, live: Sequence[Live], keys_since: int) -> None:
        self._live, self._since = live, keys_since
        self._times = [one.at for one in live]
        self._met: set[int] = set()
        self._by_mark: dict[str, list[int]] = {}
        for place, one in enumerate(live):
            for mark in (one.target, one.made):
                if mark:
                    self._by_mark.setdefault(mark, []).append(place)

    def by_mark(self, marks: Sequence[str], at: int | None) -> int | None:
        """Return the act on the same target, the nearest in time, none further than a day."""
        places = {
            place
            for mark in marks
            for place in self._by_mark.get(mark, ())
            if place not in self._met and (at is None or abs(self._times[place] - at) <= DAY)
        }
        if not places:
            return None
        return self._meet(
            min(places, key=lambda place: (abs(self._times[place] - (at or 0)), place))
        )

    def by_time(self, at: int, target: str, made: str, *, exact: bool) -> int | None:
        """Return the nearest act within the tolerance that is not known to be another."""
        places = [
            place
            for place in self._near(at)
            if not (exact and self._other(self._live[place], target, made))
        ]
        if not places:
            return None
        return self._meet(min(places, key=lambda place: (abs(self._times[place] - at), place)))

    def older(self) -> Iterator[int]:
        """Yield acts of the time before the keys, which no target can be compared with."""
        return (
            one.seq
            for place, one in enumerate(self._live)
            if place not in self._met and one.at < self._since
        )

    def _near(self, at: int) -> Iterator[int]:
        place = bisect_left(self._times, at - TOLERANCE)
        while place < len(self._times) and self._times[place] <= at + TOLERANCE:
            if place not in self._met:
                yield place
            place += 1

    def _other(self, one: Live, target: str, made: str) -> bool:
        """Whether ids that can be compared show that these are two acts."""
        if one.at < self._since:
            return False
        pairs = ((one.made, made), (one.target, target))
        return any(theirs and ours and theirs != ours for theirs, ours in pairs)

    def _meet(self, place: int) -> int:
        self._met.add(place)
        return self._live[place].seq
