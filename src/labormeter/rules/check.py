"""Run a pack's cases: what its rules make of them must be what they expect."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from labormeter.model import SECOND, Partner
from labormeter.rules.case import exchanges
from labormeter.rules.fault import Fault
from labormeter.rules.index import Packs
from labormeter.rules.match import match
from labormeter.rules.pack import Case
from labormeter.rules.pending import with_pending
from labormeter.rules.settle import settle
from labormeter.rules.state import State

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from labormeter.model import Act, Candidate, Exchange
    from labormeter.rules.index import Need
    from labormeter.rules.pack import Pack


_NONE = Case(title="(no case)", exchanges=(), expect=())


@dataclass(frozen=True, slots=True)
class Run:
    """What came of one case."""

    acts: tuple[Act, ...]
    links: int
    notices: tuple[str, ...]


def check(pack: Pack, file: str = "") -> list[Fault]:
    """Run every case of a pack; a rule that is not enabled is tried as if it were."""
    return [fault for _, _, fault in verdicts(pack, file) if fault is not None]


def verdicts(pack: Pack, file: str = "") -> Iterator[tuple[str, Case, Fault | None]]:
    """Yield each rule's id and case, with what is wrong with it."""
    name = file or f"{pack.platform}.toml"
    shown: set[str] = set()
    for rule in pack.rules:
        tried = pack if rule.enabled else _enabled(pack, rule.id)
        packs = Packs((tried,))
        for case in rule.cases:
            found = run(packs, list(exchanges(case)))
            shown |= {act.rule.partition(":")[2] for act in found.acts}
            wrong = compare(found, case)
            fault = Fault(name, rule.id, f"{case.title}: {wrong}") if wrong else None
            yield rule.id, case, fault
    for rule in pack.rules:
        if rule.enabled and rule.counts and rule.id not in shown:
            yield (
                rule.id,
                _NONE,
                Fault(name, rule.id, "It is enabled without a case that it accepts."),
            )


def _enabled(pack: Pack, rule_id: str) -> Pack:
    rules = tuple(
        replace(rule, enabled=True) if rule.id == rule_id else rule for rule in pack.rules
    )
    return replace(pack, rules=rules)


def judge(packs: Packs, case: Case) -> str:
    """Run one case; return what is wrong, or nothing."""
    return compare(run(packs, list(exchanges(case))), case)


def compare(found: Run, case: Case) -> str:
    """Compare what came of a case with what it expects; return what is wrong, or nothing."""
    if len(found.acts) != len(case.expect):
        counted = ", ".join(f"{act.effect} {act.activity}" for act in found.acts) or "nothing"
        return f"it counts {counted}, where {len(case.expect)} acts are expected."
    for act, expected in zip(found.acts, case.expect, strict=True):
        if wrong := _difference(act, found, expected):
            return wrong
    if case.notice and case.notice not in found.notices:
        return f"it leaves no notice {case.notice}."
    if not case.notice and found.notices:
        return f"it leaves a notice that it does not name: {found.notices[0]}."
    return ""


def run(packs: Packs, cases: list[Exchange]) -> Run:
    """Match and settle exchanges one after the other, as the meter does, without a ledger."""
    state, links = State(), 0
    acts: list[Act] = []
    notices: list[str] = []
    for exchange in cases:
        matched = match(packs, as_read(packs, exchange))
        notices += [f"{notice.reason} ({notice.name})" for notice in matched.notices]
        notices += [notice.reason for notice in matched.notices]
        for candidate in matched.candidates:
            uploaded = [act.id for act in acts if act.made and act.made in candidate.uses]
            settled = settle(state, candidate, partner(acts, candidate), uploaded=uploaded)
            state = settled.state
            acts += settled.acts
            links += len(settled.links)
    return Run(tuple(acts), links, tuple(notices))


def partner(acts: list[Act], candidate: Candidate) -> Partner:
    """Return what is open among these acts on a candidate's target."""
    targets = () if candidate.target is None else (candidate.target,)
    made = () if candidate.made is None else (candidate.made,)
    return with_pending(Partner(), candidate, acts, targets, made)


def as_read(packs: Packs, exchange: Exchange) -> Exchange:
    """Return an exchange as the meter hands it on: without what no rule said it needs."""
    request, response = exchange.request, exchange.response
    need = packs.need(request.method, request.host, request.path, request.query, request.headers)
    body = need is not None and need.body
    answer = need is not None and need.response
    return replace(
        exchange,
        request=replace(request, body=request.body if body else None),
        response=response and replace(response, body=response.body if answer else None),
        uploads=tuple(each for each in exchange.uploads if _peeked(need, each.part)),
    )


def _peeked(need: Need | None, part: str) -> bool:
    return need is not None and need.wants(part)


def _difference(act: Act, found: Run, expected: Mapping[str, object]) -> str:
    for word, wanted in expected.items():
        is_ = _value(act, found, word)
        if word == "seconds" and isinstance(wanted, bool):
            is_ = is_ is not None
        if is_ != (list(wanted) if isinstance(wanted, list) else wanted):
            return f"its {word} is {is_!r}, where {wanted!r} is expected."
    return ""


def _value(act: Act, found: Run, word: str) -> object:
    match word:
        case "disclosures":
            return [each.kind for each in act.disclosures]
        case "flags":
            return list(act.flags)
        case "seconds":
            return None if act.seconds is None else act.seconds / SECOND
        case "links":
            return found.links
        case "rule":
            return act.rule.partition(":")[2]
        case _:
            return getattr(act, word)
