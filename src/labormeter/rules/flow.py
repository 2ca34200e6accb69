"""Flows of several exchanges: opened, carried on under keys that may change, counted at the end.

open --key--> advance --next--> advance --next--> close     one act
              rounds, tiles and parts of a file add up
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from labormeter.rules.state import KEYS, Flow

if TYPE_CHECKING:
    from labormeter.model import Candidate, Step, Window
    from labormeter.rules.assemble import Parts
    from labormeter.rules.state import State


@dataclass(frozen=True, slots=True)
class Counted:
    """A candidate that is to be counted, with what its flow adds."""

    candidate: Candidate
    rounds: int | None = None
    tiles: int | None = None
    window: Window | None = None
    """The file that left in parts."""
    media_type: str = ""


def flow_key(platform: str, flow: str, key: str) -> str:
    """Return the key under which a flow is remembered."""
    return f"{platform}\0{flow}\0{key}"


def advance(state: State, candidate: Candidate) -> tuple[State, Counted | None]:
    """Take one step of a flow; the last one yields what is counted."""
    step = candidate.step
    if step is None or not step.key:
        return state, None
    key = flow_key(candidate.platform, step.flow, step.key)
    known = state.flow(key, candidate.at)
    if candidate.outcome == "unanswered":
        return _broken(state, candidate, known, key), None
    if candidate.outcome == "refused":
        return _refused(state, candidate, known, step), None
    if step.stage == "close" or _complete(known, step):
        return _close(state, candidate, known, key)
    if step.stage == "open" and step.next_key is None:
        known = None  # what was known under this key is another flow, given up
    if known is None and step.stage == "advance" and step.needs_open:
        return state, None
    opened = candidate.at if step.stage == "open" else None
    flow = known or Flow(keys=(key,), opened_at=opened, seen_at=candidate.at)
    return state.with_flow(_taken(flow, candidate, step), instead=known), None


def _complete(known: Flow | None, step: Step) -> bool:
    """Whether the platform says that it has the whole file."""
    total = step.total if step.total is not None else None if known is None else known.total
    return total is not None and step.reached is not None and step.reached >= total


def _broken(state: State, candidate: Candidate, known: Flow | None, key: str) -> State:
    """Keep the bytes that left before a connection broke: who resumes does not send them again."""
    step = candidate.step
    if step is None or not candidate.uploads or state.has_closed(key, candidate.at):
        return state
    if known is None and step.needs_open:
        return state
    flow = known or Flow(keys=(key,), opened_at=None, seen_at=candidate.at)
    flow = replace(
        flow,
        upload=True,
        seen_at=max(flow.seen_at, candidate.at),
        parts=_parts(flow.parts, candidate, step),
    )
    return state.with_flow(flow, instead=known)


def _refused(state: State, candidate: Candidate, known: Flow | None, step: Step) -> State:
    """Count a captcha's board that was answered wrongly as work all the same; nothing else."""
    if known is None or step.stage != "close" or candidate.activity != "captcha":
        return state
    worked = replace(candidate, token=None)  # the token is that of the answer that was taken
    return state.with_flow(_taken(known, worked, step), instead=known)


def _taken(flow: Flow, candidate: Candidate, step: Step) -> Flow:
    """Return the flow with what one step adds to it."""
    keys = flow.keys
    if step.next_key is not None:
        following = flow_key(candidate.platform, step.flow, step.next_key)
        keys = (*(key for key in keys if key != following), following)[-KEYS:]
    return replace(
        flow,
        keys=keys,
        seen_at=max(flow.seen_at, candidate.at),
        target=flow.target or candidate.target,
        made=flow.made or candidate.made,
        actor=flow.actor or candidate.actor,
        token=flow.token or candidate.token,
        uses=flow.uses or candidate.uses,
        rounds=flow.rounds + step.rounds,
        tiles=flow.tiles + step.tiles,
        parts=_parts(flow.parts, candidate, step),
        upload=flow.upload or candidate.activity == "upload",
        total=flow.total if step.total is None else step.total,
    )


def _parts(parts: Parts, candidate: Candidate, step: Step) -> Parts:
    for upload in candidate.uploads:
        parts = parts.add(
            upload.window,
            step.index if step.offset is None else step.offset,
            numbered=step.offset is None,
            media_type=upload.media_type,
        )
    return parts


def _close(
    state: State, candidate: Candidate, known: Flow | None, key: str
) -> tuple[State, Counted | None]:
    step = candidate.step
    if step is None or state.has_closed(key, candidate.at) or (known is None and step.needs_open):
        return state, None
    begun = known or Flow(keys=(key,), opened_at=None, seen_at=candidate.at)
    flow = _taken(begun, candidate, step)
    captcha = candidate.activity == "captcha"
    whole = replace(
        candidate,
        target=flow.target,
        made=flow.made,
        actor=flow.actor,
        token=flow.token,
        uses=flow.uses,
        seconds=_seconds(flow, candidate) if captcha else candidate.seconds,
        uploads=(),
    )
    counted = Counted(
        whole,
        rounds=flow.rounds if captcha else None,
        tiles=flow.tiles if captcha else None,
        window=flow.parts.window() if flow.parts.parts else None,
        media_type=flow.parts.media_type,
    )
    return state.without_flow((key, *flow.keys), candidate.at), counted


def _seconds(flow: Flow, candidate: Candidate) -> int | None:
    """Return the time from shown to solved; what the vendor states goes before it."""
    if candidate.seconds is not None or flow.opened_at is None:
        return candidate.seconds
    return max(0, candidate.at - flow.opened_at)
