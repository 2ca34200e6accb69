"""The one path from an exchange to the ledger.

    exchange --match--> candidates --key--> hashes --partner, settle--> acts --append--> ledger

From the second arrow on nothing holds an id of a platform in the clear.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Protocol

from labormeter.model import SECOND, Act, Link, Notice, Partner
from labormeter.rules.flow import flow_key
from labormeter.rules.match import match
from labormeter.rules.pending import with_pending
from labormeter.rules.settle import settle, token_key
from labormeter.rules.state import State

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from labormeter.model import Candidate, Exchange, Source, Step
    from labormeter.rules.index import Packs

INSTRUMENT: Final = 120 * SECOND
"""A captcha within this time of a challenge to the proxied connection was probably our doing."""


class Ledger(Protocol):
    """What the meter needs of the log."""

    def append(
        self, acts: Sequence[Act], links: Sequence[Link] = (), notices: Sequence[Notice] = ()
    ) -> int:
        """Append all in one transaction; say how many acts were new."""
        ...

    def partner(
        self,
        platform: str,
        activities: Sequence[str],
        targets: Sequence[str],
        made: Sequence[str],
        actor: str | Sequence[str] | None,
    ) -> Partner:
        """Return what is done and not undone on these hashes."""
        ...

    def uploads_made(self, marks: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
        """Return for each hash the upload that made it, one act a file."""
        ...


class Marks(Protocol):
    """What the meter needs of the keys."""

    def marks(self, platform: str, kind: str, value: str, now: int) -> tuple[str, ...]:
        """Return the hashes of an id under every live key, newest first."""
        ...


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one exchange."""

    acts: tuple[Act, ...] = ()
    notices: tuple[Notice, ...] = ()
    links: tuple[Link, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.acts or self.notices or self.links)


@dataclass(frozen=True, slots=True)
class _Keyed:
    """A candidate with hashes for ids, and the older hashes that the ledger may know them by."""

    candidate: Candidate
    targets: tuple[str, ...]
    made: tuple[str, ...]
    actors: tuple[str, ...]
    uses: tuple[str, ...]


class Meter:
    """Takes exchanges one at a time, in the order in which they finish."""

    def __init__(
        self,
        packs: Packs,
        log: Ledger,
        keys: Marks,
        source: Source = "wire",
        *,
        now: int | None = None,
    ) -> None:
        """Count with these packs into this log.

        `now` is for exchanges of another time (an import): keys live and die by it, and not by
        the dates in a file. On the wire each exchange's own time is now.
        """
        self.packs = packs
        self._log = log
        self._keys = keys
        self._source = source
        self._now = now
        self._state = State()
        self._challenged: int | None = None

    def take(self, exchange: Exchange) -> Taken:
        """Judge an exchange and append what it counts; durable on return.

        Raises what the log raises; judging has happened then, and `judge` and `keep` are for
        whoever wants to try again.
        """
        taken = self.judge(exchange)
        self.keep(taken)
        return taken

    def judge(self, exchange: Exchange, *, unwritten: Sequence[Act] = ()) -> Taken:
        """Say what an exchange counts, and remember it for the next one; nothing is written.

        `unwritten` are acts of before that the ledger does not hold yet.
        """
        matched = match(self.packs, exchange)
        state = self._state
        acts: list[Act] = []
        links: list[Link] = []
        for candidate in matched.candidates:
            keyed = self._keyed(state, candidate)
            pending = (*unwritten, *acts)
            partner = with_pending(
                self._partner(keyed), keyed.candidate, pending, keyed.targets, keyed.made
            )
            settled = settle(
                state,
                keyed.candidate,
                partner,
                source=self._source_of(keyed.candidate),
                uploaded=self._uploaded(state, keyed, pending),
            )
            state = settled.state
            acts += (self._flagged(self._as_known(act, keyed)) for act in settled.acts)
            links += settled.links
        self._state = state  # only now: where the ledger raised, the exchange may be judged again
        return Taken(tuple(acts), matched.notices, tuple(links))

    def keep(self, taken: Taken) -> int:
        """Append what was judged; the same again adds nothing."""
        return self._log.append(taken.acts, taken.links, taken.notices) if taken else 0

    def challenged(self, at: int) -> None:
        """Remember that a platform challenged the proxied connection itself."""
        self._challenged = at

    def _flagged(self, act: Act) -> Act:
        ours = self._challenged is not None and (
            0 <= act.occurred_at - self._challenged <= INSTRUMENT
        )
        if act.activity != "captcha" or not ours:
            return act
        return replace(act, flags=(*act.flags, "instrument"))

    def _as_known(self, act: Act, keyed: _Keyed) -> Act:
        """Return an undo under the hashes of its do, where a quarter and so a key began since."""
        if act.effect == "do" or act.net >= 0 or not (keyed.targets[1:] or keyed.made[1:]):
            return act
        names: tuple[tuple[str | None, tuple[str, ...]], ...] = (
            (act.target, keyed.targets),
            (act.made, keyed.made),
        )
        target, made = (
            next((mark for mark in marks if self._open(act, mark, keyed.actors)), now)
            if now
            else None
            for now, marks in names
        )
        return replace(act, target=target, made=made)

    def _open(self, act: Act, mark: str, actors: tuple[str, ...]) -> bool:
        """Whether the do that an undo reverses is in the ledger under a hash."""
        found = self._log.partner(act.platform, (act.activity,), (mark,), (mark,), actors or None)
        return bool(found.open)

    def _source_of(self, candidate: Candidate) -> Source:
        pack = self.packs.by_platform.get(candidate.platform)
        practice = pack is not None and pack.kind == "practice"
        return "practice" if practice and self._source == "wire" else self._source

    def _partner(self, keyed: _Keyed) -> Partner:
        candidate = keyed.candidate
        activities = candidate.undoes if candidate.effect == "undo" else candidate.switches
        if not activities or candidate.outcome != "accepted":
            return Partner()
        made = keyed.made if candidate.effect == "undo" else ()
        if not keyed.targets and not made:
            return Partner()
        return self._log.partner(
            candidate.platform, activities, keyed.targets, made, keyed.actors or None
        )

    def _uploaded(self, state: State, keyed: _Keyed, pending: Sequence[Act]) -> tuple[str, ...]:
        """Return the acts of the uploads that a candidate uses, also of those not written yet."""
        if not keyed.uses:
            return ()
        named = [state.named(mark, keyed.candidate.at) or mark for mark in keyed.uses]
        uses = tuple(dict.fromkeys(named))
        waiting = [act.id for act in pending if act.activity == "upload" and act.made in uses]
        kept = self._log.uploads_made(uses).values()
        return tuple(dict.fromkeys([*(act for acts in kept for act in acts), *waiting]))

    def _keyed(self, state: State, candidate: Candidate) -> _Keyed:
        targets = self._marks(candidate, "id", candidate.target)
        made = self._marks(candidate, "id", candidate.made)
        actors = self._marks(candidate, "actor", candidate.actor)
        uses = [self._marks(candidate, "id", value) for value in candidate.uses]
        hashed = replace(
            candidate,
            target=_first(targets),
            made=_first(made),
            actor=_first(actors),
            made_all=tuple(
                mark
                for name in candidate.made_all
                for mark in self._marks(candidate, "id", name)[:1]
            ),
            uses=tuple(marks[0] for marks in uses),
            step=self._keyed_step(state, candidate),
        )
        return _Keyed(
            replace(hashed, token=self._keyed_token(state, hashed)),
            targets,
            made,
            actors,
            tuple(mark for marks in uses for mark in marks),
        )

    def _marks(self, candidate: Candidate, kind: str, value: str | None) -> tuple[str, ...]:
        if value is None:
            return ()
        now = candidate.at if self._now is None else self._now
        return self._keys.marks(candidate.platform, kind, value, now)

    def _keyed_token(self, state: State, candidate: Candidate) -> str | None:
        """Return the token's hash; the one it was remembered by, where a quarter began since."""
        marks = self._marks(candidate, "token", candidate.token)
        for mark in marks[1:]:
            if state.knows(token_key(replace(candidate, token=mark))):
                return mark
        return _first(marks)

    def _keyed_step(self, state: State, candidate: Candidate) -> Step | None:
        step = candidate.step
        if step is None:
            return None
        marks = self._marks(candidate, "flow", step.key or None)
        known = [
            mark for mark in marks[1:] if state.knows(flow_key(candidate.platform, step.flow, mark))
        ]
        following = self._marks(candidate, "flow", step.next_key)
        return replace(step, key=_first((*known, *marks)) or "", next_key=_first(following))


def _first(marks: Sequence[str]) -> str | None:
    return marks[0] if marks else None
