"""From an exchange to candidates: pure, and silent whatever the exchange holds.

Both halves of a rule must hold. Where only one does, nothing is counted and a notice is left.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from labormeter.model import Candidate, Notice
from labormeter.rules.candidate import candidate
from labormeter.rules.decode import MANY
from labormeter.rules.denied import name_denied, path_denied
from labormeter.rules.index import UNNAMED, prefetched
from labormeter.rules.lease import strange_hosts
from labormeter.rules.pack import SEND
from labormeter.rules.route import segments
from labormeter.rules.view import Documents, View

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from labormeter.model import Exchange, Outcome, Reason
    from labormeter.rules.index import Binding, Packs
    from labormeter.rules.pack import Rule

WRITES: Final = frozenset({"POST", "PUT", "PATCH", "DELETE"})

_NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]{2,80}")
_BESIDE: Final = frozenset({"upload", "captcha", "reward", "view"})
"""Activities that may be counted beside another one of the same exchange."""


@dataclass(frozen=True, slots=True)
class Matched:
    """What the rules make of one exchange."""

    candidates: tuple[Candidate, ...] = ()
    notices: tuple[Notice, ...] = ()


NOTHING: Final = Matched()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one rule says of one exchange, or of one item in it."""

    rule: Rule
    view: View
    outcome: Outcome
    said: bool
    """Whether the answer was understood: accepted, or refused in so many words."""


def match(packs: Packs, exchange: Exchange) -> Matched:
    """Return the candidates and notices of one exchange."""
    request = exchange.request
    found = packs.find(request.method, request.host, request.path)
    if not found:
        return _unknown_write(packs, exchange) if request.method in WRITES else NOTHING
    documents = Documents(exchange)
    parts = segments(request.path)
    candidates: list[Candidate] = []
    notices: list[Notice] = []
    for binding, route in found:
        captures = route.captures(parts)
        for view in _operations(binding, View(documents, captures)):
            verdicts, notice = _judge(packs, binding, view)
            for verdict in verdicts:
                made = candidate(binding.pack, verdict.rule, verdict.view, verdict.outcome)
                candidates.append(made(len(candidates)))
            notices += notice
    if not candidates and not notices:
        return NOTHING
    if path_denied(request.host, request.path) or prefetched(request.headers):
        return NOTHING
    return Matched(tuple(candidates), tuple(dict.fromkeys(notices)))


def _operations(binding: Binding, view: View) -> Iterator[View]:
    """Yield one view for each operation of a batch, or the one view there is."""
    if not binding.surface.batch:
        yield view
        return
    sent = next(iter(view.documents.request.json()), None)
    answers = binding.surface.answers.values(view) if binding.surface.answers else []
    answer = next(iter(answers), None)
    if not isinstance(sent, list):
        yield view.at(sent, answer[0] if isinstance(answer, list) and answer else answer)
        return
    answered = answer if isinstance(answer, list) else []
    for place, item in enumerate(sent[:MANY]):
        yield view.at(item, answered[place] if place < len(answered) else None)


def _judge(packs: Packs, binding: Binding, view: View) -> tuple[list[Verdict], list[Notice]]:
    surface = binding.surface
    name = binding.name(view) if surface.name else None
    meaning = UNNAMED if name is None else binding.meaning(name)
    leased = strange_hosts(packs, binding, view) if binding.leases(name) else []
    if meaning.read:
        return list(_verdicts(binding.always, view)), leased
    verdicts = list(_verdicts((*meaning.rules, *binding.always), view))
    if surface.lease is not None and binding.leases(name):
        return verdicts, leased
    if any(verdict.outcome == "accepted" for verdict in verdicts):
        return verdicts, []
    reason = _drift(binding, view, name, verdicts)
    if reason is None:
        return verdicts, []
    return verdicts, [_notice(packs, binding, view.documents.exchange, reason, name)]


def _verdicts(rules: Sequence[Rule], view: View) -> Iterator[Verdict]:
    """Judge by every rule: the first that accepts counts, else the first whose request half holds.

    An upload, a captcha or a reward is judged beside the rest.
    """
    chosen: dict[tuple[str, str, int], Verdict] = {}
    for rule in rules:
        group = rule.activity if rule.activity in _BESIDE else ""
        for place, part in enumerate(_items(rule, view)):
            key = (group, "" if rule.each is None else rule.each.text, place)
            known = chosen.get(key)
            if known is not None and known.outcome == "accepted":
                continue
            if not all(predicate.holds(part) for predicate in rule.where):
                continue
            verdict = _verdict(rule, part)
            if known is None or verdict.outcome == "accepted":
                chosen[key] = verdict
    yield from chosen.values()


def _items(rule: Rule, view: View) -> list[View]:
    if rule.each is None:
        return [view]
    items = rule.each.values(view)[:MANY]
    answers = rule.each_answer.values(view) if rule.each_answer is not None else []
    return [
        view.at(item, answers[place] if place < len(answers) else None)
        for place, item in enumerate(items)
    ]


def _verdict(rule: Rule, view: View) -> Verdict:
    exchange = view.documents.exchange
    if exchange.request.method == SEND:
        return Verdict(rule, view, "accepted", said=True)
    status = None if exchange.response is None else exchange.response.status
    # the platform's own failure says neither yes nor no
    if status is None or (status >= 500 and status not in rule.status):  # noqa: PLR2004
        return Verdict(rule, view, "unanswered", said=True)
    taken = status in rule.status if rule.status else 200 <= status < 300  # noqa: PLR2004
    if not taken or any(each.holds(view) for each in (*rule.surface.refused, *rule.refused)):
        return Verdict(rule, view, "refused", said=True)
    rooted = not rule.roots or any(rule.roots.matches(root) for root in _roots(rule, view))
    if rooted and all(predicate.holds(view) for predicate in rule.accepted):
        return Verdict(rule, view, "accepted", said=True)
    return Verdict(rule, view, "refused", said=False)


def _roots(rule: Rule, view: View) -> list[str]:
    reader = rule.surface.roots
    return [] if reader is None else _keys(reader.values(view))


def _keys(values: Sequence[object]) -> list[str]:
    objects = [value for value in values if isinstance(value, dict)]
    return [key for found in objects for key in list(found)[:MANY] if found[key] is not None]


def _drift(
    binding: Binding, view: View, name: str | None, verdicts: Sequence[Verdict]
) -> Reason | None:
    """Say which half is known where only one is; None where there is nothing to say."""
    exchange = view.documents.exchange
    if exchange.response is None or not 200 <= exchange.response.status < 300:  # noqa: PLR2004
        return None
    if _cut_off(exchange, verdicts):
        return "too-large"
    if name is None or any(predicate.holds(view) for predicate in binding.surface.refused):
        return None
    known = binding.meaning(name).rules
    if binding.surface.roots is None:
        silent = known or verdicts or exchange.request.method not in WRITES or name_denied(name)
        return None if silent else "unknown-write"
    roots = _keys(binding.surface.roots.values(view))
    rooted = any(binding.roots.matches(root) for root in roots)
    if not known:
        return "unknown-name" if rooted and not verdicts else None
    asked = any(rule.roots for rule in known)
    said = any(verdict.said for verdict in verdicts)
    return "unknown-answer" if asked and roots and not rooted and not said else None


def _cut_off(exchange: Exchange, verdicts: Sequence[Verdict]) -> bool:
    if exchange.response is None or not exchange.response.truncated:
        return False
    readers = [reader for verdict in verdicts for reader in verdict.rule.readers()]
    return any(reader.answer_body for reader in readers)


def _notice(
    packs: Packs, binding: Binding, exchange: Exchange, reason: Reason, name: str | None
) -> Notice:
    # what a stranger's pack calls a name may be anything that the person wrote
    ours = binding.pack.shipped or any(name in rule.names.exact for rule in binding.rules)
    usable = name is not None and ours and _NAME.fullmatch(name)
    return Notice(
        platform=binding.pack.counted,
        reason=reason,
        method=exchange.request.method,
        host=exchange.request.host,
        name=name if usable and name is not None else packs.masked(exchange.request.path),
        at=exchange.finished_at,
    )


def _unknown_write(packs: Packs, exchange: Exchange) -> Matched:
    """Leave a notice of a write that no pack knows: by its head alone, and masked."""
    request, response = exchange.request, exchange.response
    pack = packs.pack_of(request.host)
    if pack is None or response is None or not 200 <= response.status < 300:  # noqa: PLR2004
        return NOTHING
    if packs.ignored(request.host, request.path) or path_denied(request.host, request.path):
        return NOTHING
    if prefetched(request.headers):
        return NOTHING
    notice = Notice(
        platform=pack.counted,
        reason="unknown-write",
        method=request.method,
        host=request.host,
        name=packs.masked(request.path),
        at=exchange.finished_at,
    )
    return Matched(notices=(notice,))
