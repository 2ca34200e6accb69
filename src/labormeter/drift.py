"""Drift: which writes no rule knows, and which platforms probably changed.

Pure. A platform changes its names without a word; then acts stop while traffic goes on, or writes
appear that no rule knows. Reading without acting is no change, so a platform is marked only where
its person used to act there often enough for the silence to say something.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, Literal, Protocol

from labormeter.model import SECOND

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from labormeter.model import Cell, Health

type State = Literal["changed", "unrecognised", "well", "unused"]
"""`changed`: probably; acts stopped while traffic goes on, or half of a known act no longer fits.
`unrecognised`: writes that no rule knows, and acts go on. `unused`: no traffic."""

WINDOW: Final = 28
"""Days that are looked at: of habits before the last act, and of notices before today."""
HABIT: Final = 3
"""Days with acts among these from which on a silence says something."""
SILENCE: Final = 7
"""Days without an act after which it does; or three times the longest usual pause, if longer."""
HALF_KNOWN: Final = frozenset({"unknown-name", "unknown-answer"})
"""Reasons that say that one half of a known act was seen, and the other was not."""
SENTENCES: Final[Mapping[State, str]] = {
    "changed": "Probably changed: acts may go uncounted until its pack is renewed.",
    "unrecognised": "Some writes are not recognised; most are telemetry, some may be acts.",
    "well": "Nothing unusual.",
    "unused": "No traffic seen.",
}


class Counted(Protocol):
    """A notice as the ledger counts it on one local day."""

    @property
    def day(self) -> str:
        """Return the local ISO date."""

    @property
    def platform(self) -> str:
        """Return the platform."""

    @property
    def reason(self) -> str:
        """Return why it is a notice."""

    @property
    def method(self) -> str:
        """Return the method."""

    @property
    def host(self) -> str:
        """Return the host."""

    @property
    def name(self) -> str:
        """Return the operation's name, or the masked path."""

    @property
    def count(self) -> int:
        """Return how often it was seen that day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Write:
    """One kind of write that no rule knows."""

    platform: str
    reason: str
    method: str
    host: str
    name: str
    since: str
    """First day on which it was seen, of those that the ledger keeps."""
    last: str
    days: int
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """How one platform stands."""

    platform: str
    state: State
    since: str | None
    """The day after which acts stopped, or on which the first of these writes was seen."""
    last_act: str | None
    last_traffic: str | None
    writes: tuple[Write, ...]
    """The oftenest first, those that are half known before all others."""

    @property
    def sentence(self) -> str:
        """Return the state in words."""
        return SENTENCES[self.state]

    @property
    def count(self) -> int:
        """How many writes went unrecognised."""
        return sum(write.count for write in self.writes)


def drift(
    notices: Iterable[Counted],
    health: Sequence[Health],
    cells: Iterable[Cell],
    today: date,
) -> tuple[Drift, ...]:
    """Return how every platform stands that was ever seen, the changed ones first."""
    writes = _writes(notices)
    days = _act_days(cells)
    known = {one.platform: one for one in health}
    names = sorted({*writes, *days, *known})
    found = [
        _judge(name, writes.get(name, ()), days.get(name, ()), known.get(name), today)
        for name in names
    ]
    return tuple(sorted(found, key=lambda one: (_ORDER.index(one.state), one.platform)))


_ORDER: Final[tuple[State, ...]] = ("changed", "unrecognised", "well", "unused")


def _writes(notices: Iterable[Counted]) -> dict[str, tuple[Write, ...]]:
    seen: dict[tuple[str, str, str, str, str], list[Counted]] = {}
    for one in notices:
        key = (one.platform, one.reason, one.method, one.host, one.name)
        seen.setdefault(key, []).append(one)
    found: dict[str, list[Write]] = {}
    for key, some in seen.items():
        found.setdefault(key[0], []).append(_write(some))
    return {platform: tuple(sorted(some, key=_rank)) for platform, some in found.items()}


def _write(some: Sequence[Counted]) -> Write:
    first = some[0]
    days = {one.day for one in some}
    return Write(
        platform=first.platform,
        reason=first.reason,
        method=first.method,
        host=first.host,
        name=first.name,
        since=min(days),
        last=max(days),
        days=len(days),
        count=sum(one.count for one in some),
    )


def _rank(write: Write) -> tuple[bool, int, str, str]:
    return write.reason not in HALF_KNOWN, -write.count, write.host, write.name


def _act_days(cells: Iterable[Cell]) -> dict[str, tuple[date, ...]]:
    """Return the days on which something was counted on the wire, by platform, in order."""
    found: dict[str, set[date]] = {}
    for cell in cells:
        if cell.source in {"wire", "practice"} and cell.gestures:
            found.setdefault(cell.platform, set()).add(date.fromisoformat(cell.day))
    return {platform: tuple(sorted(days)) for platform, days in found.items()}


def _judge(
    platform: str,
    writes: Sequence[Write],
    days: Sequence[date],
    health: Health | None,
    today: date,
) -> Drift:
    traffic = None if health is None else _day(health.last_traffic)
    last = days[-1] if days else None
    recent = (today - timedelta(days=WINDOW)).isoformat()
    lately = tuple(write for write in writes if write.last >= recent)
    state, since = _state(lately, days, traffic)
    return Drift(
        platform=platform,
        state=state,
        since=since,
        last_act=None if last is None else last.isoformat(),
        last_traffic=None if traffic is None else traffic.isoformat(),
        writes=tuple(writes),
    )


def _state(
    writes: Sequence[Write], days: Sequence[date], traffic: date | None
) -> tuple[State, str | None]:
    stopped = _stopped(days, traffic)
    if stopped is not None:
        return "changed", stopped.isoformat()
    last = days[-1].isoformat() if days else ""
    # an act that still counted after the write was first seen says that both forms are in use
    half = [write.since for write in writes if write.reason in HALF_KNOWN and write.last > last]
    if half:
        return "changed", min(half)
    if writes:
        return "unrecognised", min(write.since for write in writes)
    return ("unused" if traffic is None and not days else "well"), None


def _stopped(days: Sequence[date], traffic: date | None) -> date | None:
    """Return the last day with acts, where they stopped and the traffic went on."""
    if traffic is None or not days:
        return None
    last = days[-1]
    habit = [day for day in days if day > last - timedelta(days=WINDOW)]
    if len(habit) < HABIT:
        return None
    pauses = [(later - sooner).days for sooner, later in itertools.pairwise(habit)]
    patience = max(SILENCE, 3 * max(pauses))
    return last if (traffic - last).days >= patience else None


def _day(at: int | None) -> date | None:
    return None if at is None else date.fromtimestamp(at / SECOND)  # noqa: DTZ012 - the local day is meant
