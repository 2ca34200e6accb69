"""From a rule that holds to a candidate: the ids, numbers and files that it reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from labormeter.model import SECOND, Candidate, Step
from labormeter.rules.decode import HUGE

if TYPE_CHECKING:
    from collections.abc import Callable

    from labormeter.model import Outcome, Upload
    from labormeter.rules.pack import Flow, Pack, Rule
    from labormeter.rules.reader import Reader
    from labormeter.rules.view import View

LONGEST: Final = 24 * 3600 * SECOND
"""A measured duration above this is a lie of the wire."""
USED: Final = 32
"""Uploads that one act may use."""


def candidate(pack: Pack, rule: Rule, view: View, outcome: Outcome) -> Callable[[int], Candidate]:
    """Read everything a rule reads; the number within its exchange is given last."""
    exchange = view.documents.exchange
    uploads = _uploads(rule, exchange.uploads)
    quantity = _quantity(rule, view, uploads)
    target, made = _text(rule.target, view), _text(rule.made, view)
    if rule.by == "made":
        target, made = None, target
    opening = rule.flow is not None and rule.flow.stage == "open"
    return lambda sequence: Candidate(
        platform=pack.counted,
        activity=rule.activity,
        effect=rule.effect,
        rule=f"{pack.platform}:{rule.id}",
        pack=pack.version,
        # what opens a flow is seen when its answer is there, all else is done when it is sent
        at=exchange.finished_at if opening else exchange.started_at,
        utc_offset=exchange.utc_offset,
        outcome="refused" if quantity is None else outcome,
        target=target,
        made=made,
        made_all=_made_all(rule, view, uploads),
        actor=_text(pack.actor, view),
        token=_text(rule.token, view),
        uses=() if rule.uses is None else rule.uses.texts_at(view)[:USED],
        undoes=rule.undoes,
        switches=rule.switches,
        quantity=quantity or 0,
        balance=None if rule.balance is None else rule.balance.number_at(view),
        unit=rule.unit,
        seconds=_seconds(rule, view),
        step=None if rule.flow is None else _step(rule.flow, view),
        uploads=uploads,
        client=exchange.client,
        sequence=sequence,
        finer=rule.finer,
    )


def _text(reader: Reader | None, view: View) -> str | None:
    return None if reader is None else reader.text_at(view)


def _made_all(rule: Rule, view: View, uploads: tuple[Upload, ...]) -> tuple[str, ...]:
    """Return every id that an answer gives to what was uploaded, where it gives several."""
    if not uploads or rule.made is None or rule.by == "made":
        return ()
    found = rule.made.texts_at(view)[:USED]
    return found if len(found) > 1 else ()


def _uploads(rule: Rule, uploads: tuple[Upload, ...]) -> tuple[Upload, ...]:
    return tuple(
        upload
        for upload in uploads
        if (rule.upload.matches(upload.part) if upload.part else rule.raw)
    )


def _quantity(rule: Rule, view: View, uploads: tuple[Upload, ...]) -> int | None:
    """Return how much it counts; None where the rule reads a quantity and there is none."""
    if rule.quantity is None:
        return max(1, len(uploads))
    number = rule.quantity.number_at(view)
    return number if number is not None and 0 < number < HUGE else None


def _seconds(rule: Rule, view: View) -> int | None:
    if rule.seconds is None:
        return None
    if rule.since is None:
        number = rule.seconds.number_at(view)
    else:
        number = rule.seconds.sum_at(view) - rule.since.sum_at(view)
    return number if number is not None and 0 <= number <= LONGEST else None


def _step(flow: Flow, view: View) -> Step | None:
    key, following = _text(flow.key, view), _text(flow.next, view)
    if key is None and flow.stage == "open":
        key, following = following, None
    return Step(
        flow=flow.id,
        stage=flow.stage,
        key=key or "",
        next_key=following,
        needs_open=flow.needs_open,
        rounds=_count(flow.rounds, view),
        tiles=_count(flow.tiles, view),
        offset=_place(flow.offset, view),
        index=_place(flow.index, view),
        total=_place(flow.total, view),
        reached=_place(flow.reached, view),
    )


def _place(reader: Reader | None, view: View) -> int | None:
    number = None if reader is None else reader.number_at(view)
    return number if number is not None and number >= 0 else None


def _count(given: int | Reader, view: View) -> int:
    """Return a fixed number, or the sum of the numbers that a reader finds."""
    if isinstance(given, int):
        return given
    return min(max(0, given.sum_at(view)), HUGE)
