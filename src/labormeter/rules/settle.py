"""From candidates to acts: a pure fold over what came before.

    candidate + state + partner --settle--> acts + links + the next state

A retry counts once, an undo reverses its own do, a flow of several exchanges counts at its last.
Everything that looks like an id is a keyed hash here.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from labormeter.model import Act, Link
from labormeter.rules.flow import Counted, advance

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from labormeter.model import Candidate, Disclosure, Effect, Partner, Source
    from labormeter.rules.state import State


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of one candidate."""

    state: State
    acts: tuple[Act, ...] = ()
    links: tuple[Link, ...] = ()


def settle(
    state: State,
    candidate: Candidate,
    partner: Partner,
    *,
    source: Source = "wire",
    uploaded: Sequence[str] = (),
) -> Settled:
    """Fold one candidate in.

    `partner` says which acts are open on its target; `uploaded` are the acts of the uploads that
    it uses.
    """
    state = state.aged(candidate.at)
    if _again(state, candidate):
        return Settled(state)  # before it can take a step in a flow that is another one by now
    counted: Counted | None = Counted(candidate)
    if candidate.step is not None:
        state, counted = advance(state, candidate)
    if counted is None or counted.candidate.outcome != "accepted":
        return Settled(state)
    candidate = counted.candidate
    if _again(state, candidate):
        return Settled(state)
    if candidate.token is not None:
        state = state.with_token(token_key(candidate), candidate.at)
    if candidate.balance is not None:
        state, earned = _earned(state, candidate)
        if earned <= 0:
            return Settled(state)
        counted = replace(counted, candidate=replace(candidate, quantity=earned))
    if candidate.activity == "upload" and len(candidate.uploads) > 1:
        acts = _each_file(counted)
    else:
        acts = _undo(counted, partner) if candidate.effect == "undo" else _do(counted, partner)
    state = _named(state, candidate, acts)
    acts = tuple(replace(act, source=source) for act in acts)
    return Settled(state, acts, tuple(Link(acts[-1].id, upload) for upload in uploaded))


def _again(state: State, candidate: Candidate) -> bool:
    """Whether it is known by its token to have counted; one that is refused may be tried again."""
    known = candidate.token is not None and candidate.outcome == "accepted"
    return known and state.has_counted(token_key(candidate), candidate.at)


def token_key(candidate: Candidate) -> str:
    """Return the key under which a candidate's token is remembered."""
    return _key(candidate.platform, candidate.activity, candidate.effect, str(candidate.token))


def _key(*parts: str) -> str:
    return "\0".join(parts)


def _earned(state: State, candidate: Candidate) -> tuple[State, int]:
    """Return how much a balance grew by; the first one seen says nothing yet."""
    balance = candidate.balance or 0
    key = _key("balance", candidate.platform, candidate.unit, candidate.actor or "")
    known = state.balances.get(key)
    return state.with_balance(key, balance), 0 if known is None else balance - known


def _do(counted: Counted, partner: Partner) -> tuple[Act, ...]:
    """Return the act, after what it reverses by itself: a dislike ends a like."""
    candidate = counted.candidate
    act = _act(counted, candidate.activity, "do", net=candidate.quantity)
    reversed_ = [
        replace(
            act,
            id=act_id(candidate, activity),
            activity=activity,
            effect="undo",
            made=None,
            quantity=1,
            net=-1,
            finer=dict(partner.finer).get(activity, ""),
            flags=(*candidate.flags, "implied"),
            disclosures=(),
        )
        for activity, count in partner.open
        if count > 0 and activity in candidate.switches
    ]
    return (*reversed_, act)


def _each_file(counted: Counted) -> tuple[Act, ...]:
    """Return an act for each file of one body: what one of them discloses says nothing of another.

    Where the platform answers with as many ids as there were files, each file bears its own.
    """
    whole = counted.candidate
    paired = len(whole.made_all) == len(whole.uploads)
    made = whole.made_all if paired else (whole.made,) * len(whole.uploads)
    alone = [
        replace(whole, uploads=(upload,), made=name, quantity=1)
        for upload, name in zip(whole.uploads, made, strict=True)
    ]
    acts = [_act(replace(counted, candidate=one), one.activity, "do", net=1) for one in alone]
    return tuple(
        replace(act, id=act_id(whole, f"file {number}" if number else ""))
        for number, act in enumerate(acts)
    )


def _named(state: State, candidate: Candidate, acts: tuple[Act, ...]) -> State:
    """Remember the ids that no act bears: a post that names one of them uses all of these files."""
    borne = {act.made for act in acts}
    others = tuple(name for name in candidate.made_all if name not in borne)
    if not others or candidate.activity != "upload" or candidate.made is None:
        return state
    return state.with_names(others, candidate.made, candidate.at)


def _undo(counted: Counted, partner: Partner) -> tuple[Act, ...]:
    """Return the undo, under the activity that it reverses; unmatched where there is none."""
    candidate = replace(counted.candidate, quantity=1)
    counted = replace(counted, candidate=candidate)
    found = [name for name, count in partner.open if count > 0 and name in candidate.undoes]
    if found:
        act = _act(counted, found[0], "undo", net=-1)
        return (replace(act, finer=dict(partner.finer).get(found[0], "")),)
    act = _act(counted, candidate.activity, "undo", net=0)
    return (replace(act, flags=(*act.flags, "unmatched")),)


def _act(counted: Counted, activity: str, effect: Effect, *, net: int) -> Act:
    candidate = counted.candidate
    return Act(
        id=act_id(candidate),
        occurred_at=candidate.at,
        utc_offset=candidate.utc_offset,
        platform=candidate.platform,
        activity=activity,
        effect=effect,
        rule=candidate.rule,
        pack=candidate.pack,
        actor=candidate.actor,
        target=candidate.target,
        made=candidate.made,
        quantity=candidate.quantity,
        unit=candidate.unit,
        net=net,
        rounds=counted.rounds,
        tiles=counted.tiles,
        seconds=candidate.seconds,
        flags=candidate.flags,
        disclosures=_disclosed(counted),
        finer=candidate.finer or _medium(counted),
    )


def _disclosed(counted: Counted) -> tuple[Disclosure, ...]:
    """Return the kinds of metadata that left in the files of an act, each once, the surest."""
    windows = [(upload.window, upload.media_type) for upload in counted.candidate.uploads]
    if counted.window is not None:
        windows.append((counted.window, counted.media_type))
    if not windows:
        return ()
    from labormeter.metadata import disclosures  # noqa: PLC0415 - its tables are big: only for a file

    found: dict[str, Disclosure] = {}
    for window, media_type in windows:
        for each in disclosures(window, media_type):
            if each.kind not in found or each.sure == "seen":
                found[each.kind] = each
    return tuple(found.values())


def _medium(counted: Counted) -> str:
    """Return what kind of file an act is of, by the bytes of the first one that is known."""
    windows = [upload.window for upload in counted.candidate.uploads]
    if counted.window is not None:
        windows.append(counted.window)
    if not windows:
        return ""
    from labormeter.metadata.medium import medium  # noqa: PLC0415 - only for a file

    return next(filter(None, map(medium, windows)), "")


def act_id(candidate: Candidate, implied: str = "") -> str:
    """Return an act's id: by its token where it has one, so that it is the same act when sent again.

    Else it is one gesture's own, and the same whenever the same exchange is read.
    """
    if candidate.token is not None:
        parts: Iterable[str] = ("token", token_key(candidate), implied)
    else:
        parts = (
            candidate.rule,
            candidate.target or candidate.made or "",
            str(candidate.at),
            str(candidate.client),
            str(candidate.sequence),
            implied,
        )
    return hashlib.sha256(_key(*parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
