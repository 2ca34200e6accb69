"""Acts that are decided and not yet in the ledger, counted in among its open ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from labormeter.model import Partner

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from labormeter.model import Act, Candidate


def with_pending(
    partner: Partner,
    candidate: Candidate,
    acts: Iterable[Act],
    targets: Sequence[str],
    made: Sequence[str],
) -> Partner:
    """Return what is open once these acts are in the ledger too, the newest activity first."""
    opened, finer = dict(reversed(partner.open)), dict(partner.finer)
    wanted = candidate.undoes if candidate.effect == "undo" else candidate.switches
    for act in acts:
        if act.activity in wanted and _same(act, candidate, targets, made):
            step = (act.net > 0) - (act.net < 0)
            before = opened.pop(act.activity, 0) if step > 0 else opened.get(act.activity, 0)
            opened[act.activity] = max(0, before + step)
            if step > 0:
                finer[act.activity] = act.finer
    still = tuple((name, count) for name, count in reversed(opened.items()) if count)
    return Partner(still, tuple((name, finer[name]) for name, _ in still if finer.get(name)))


def _same(act: Act, candidate: Candidate, targets: Sequence[str], made: Sequence[str]) -> bool:
    if act.platform != candidate.platform:
        return False
    if act.actor is not None and candidate.actor not in (None, act.actor):
        return False
    if act.target is not None and act.target in targets:
        return True
    return candidate.effect == "undo" and act.made is not None and act.made in made
