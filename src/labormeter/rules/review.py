"""What a pack must keep to beyond its form: hosts, evidence, cases, and readers in their place."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from labormeter.rules.denied import host_denied, path_denied
from labormeter.rules.fault import Fault, suggestion
from labormeter.rules.pack import EXAMPLE, SEND

if TYPE_CHECKING:
    from collections.abc import Iterator

    from labormeter.rules.pack import Pack, Rule, Surface
    from labormeter.rules.reader import Reader

_MEMORY = ("mem", "memory", "[mem]")


def review(pack: Pack, file: str) -> list[Fault]:
    """Return everything in a pack that its form allows and its purpose does not."""
    found = [("pack", sentence) for sentence in _hosts(pack)]
    found += [
        (f"surface {each.id}", text) for each in pack.surfaces for text in _surface(pack, each)
    ]
    for rule in pack.rules:
        found += [(rule.id, sentence) for sentence in _rule(pack, rule)]
    return [Fault(file, place, sentence) for place, sentence in found]


def _hosts(pack: Pack) -> Iterator[str]:
    for host in pack.hosts:
        if host_denied(host):
            yield f"The host {host} is on the list of hosts that are never opened."
    yield from _twice("host", list(pack.hosts))
    yield from _twice("surface", [surface.id for surface in pack.surfaces])
    yield from _twice("rule", [rule.id for rule in pack.rules])
    if not pack.rules:
        yield "A pack needs at least one rule."


def _twice(what: str, names: list[str]) -> Iterator[str]:
    for name, count in Counter(names).items():
        if count > 1:
            yield f"The {what} {name} stands here {count} times."


def _surface(pack: Pack, surface: Surface) -> Iterator[str]:
    for host in surface.hosts:
        if host not in pack.hosts:
            yield f"The host {host} is not among the pack's hosts.{suggestion(host, pack.hosts)}"
    if surface.batch and surface.answers is None:
        yield "A batch needs answers: the reader of the list that answers it."
    for reader in surface.name:
        if reader.answer:
            yield f"name: {reader.text} reads the response; a name is known before it comes."
        if reader.items and not surface.batch:
            yield f"name: {reader.text} reads an item, but the surface is no batch."
    host = (*surface.hosts, *pack.hosts, EXAMPLE)[0]
    if any(path_denied(host, route.text) for route in surface.paths):
        yield "One of its paths is about logins, payments or messages, which are never read."


def _rule(pack: Pack, rule: Rule) -> Iterator[str]:
    surface = rule.surface
    if surface.id == rule.id:
        yield from _surface(pack, surface)
    if not surface.paths:
        yield "It has no path, and neither has its surface."
    if rule.names and not surface.name:
        yield "It has names, but its surface reads none."
    if rule.roots and surface.roots is None:
        yield "It has roots, but its surface reads none."
    yield from _evidence(rule)
    yield from _shape(rule)
    yield from _readers(rule)
    if rule.enabled and rule.counts:
        yield from _cases(rule)


def _evidence(rule: Rule) -> Iterator[str]:
    if rule.enabled and rule.confidence == "C":
        yield "Confidence C rests on memory: it must not be enabled before a capture shows it."
    elif rule.enabled and all(text.strip().lower() in _MEMORY for text in rule.evidence):
        yield "Its only evidence is memory: it must not be enabled before a capture shows it."
    if not rule.enabled and not rule.wanted:
        yield "It is not enabled; say under wanted what a capture must show."


def _shape(rule: Rule) -> Iterator[str]:
    yield from _effect(rule)
    if rule.activity == "reward" and not rule.unit:
        yield "A reward needs a unit: POINT, or a currency."
    if rule.balance is not None and rule.quantity is not None:
        yield "It reads a quantity and a balance; only one can be."
    if rule.each is not None and rule.token is not None and not rule.token.items:
        yield "With each, a token must be read from the item, or all items are one act."
    if rule.each_answer is not None and rule.each is None:
        yield "each_answer needs each."
    if (flow := rule.flow) is None:
        return
    if flow.key is None and (flow.stage != "open" or flow.next is None):
        yield "Its flow needs a key, by which its steps are tied together."
    if flow.stage == "open" and not flow.needs_open:
        yield "needs_open belongs to a step that is not the opening one."


def _effect(rule: Rule) -> Iterator[str]:
    if rule.effect == "do" and rule.undoes:
        yield "undoes belongs to a rule with effect undo."
    if rule.effect == "undo" and rule.switches:
        yield "switches belongs to a rule with effect do."
    if rule.by == "made" and rule.effect == "do":
        yield "by belongs to a rule with effect undo."
    if rule.effect == "undo" and rule.target is None and rule.flow is None:
        yield "An undo needs a target: without it, what it reverses cannot be found."


def _readers(rule: Rule) -> Iterator[str]:
    kept = {name for route in rule.surface.paths for name in route.names}
    fanned = rule.surface.batch or rule.each is not None
    for predicate in rule.where:
        for reader in predicate.readers:
            if reader.answer:
                yield f"where: {reader.text} reads the response; put it under accepted."
    for reader in (*rule.readers(), *rule.surface.name):
        yield from _reader(reader, kept, fanned=fanned)
    if rule.effect == "do" and rule.surface.methods != {SEND} and rule.counts:
        yield from _answered(rule)


def _reader(reader: Reader, kept: set[str], *, fanned: bool) -> Iterator[str]:
    for name in reader.captures:
        if name not in kept:
            yield f"{reader.text}: no path keeps the name {name}.{suggestion(name, kept)}"
    if reader.items and not fanned:
        yield f"{reader.text} reads an item, but there is neither a batch nor each."


def _answered(rule: Rule) -> Iterator[str]:
    given = rule.accepted or rule.refused or rule.roots or rule.surface.refused or rule.status
    if not given and rule.confidence == "A":
        yield (
            "Nothing is asked of the response: give accepted, refused, root or status, "
            "or a confidence below A."
        )


def _cases(rule: Rule) -> Iterator[str]:
    if rule.surface.methods != {SEND} and all(case.expect for case in rule.cases):
        yield "It is enabled without a case that it refuses."
