"""Packs with one thing wrong: what a pack's cases must notice.

A case that still holds after a predicate was dropped does not prove that predicate. A mutant is a
pack in which one word of one enabled rule was dropped or changed; where all cases of the pack hold
all the same, it survives, and a case is missing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from labormeter.rules.check import judge
from labormeter.rules.glob import Globs
from labormeter.rules.index import Packs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from labormeter.rules.pack import Case, Flow, Pack, Rule, Surface

READERS: Final = (
    *("target", "made", "token", "uses", "quantity", "balance", "seconds", "since"),
    *("each", "each_answer"),
)
"""Words of a rule that read one value."""
PREDICATES: Final = ("where", "accepted", "refused")


@dataclass(frozen=True, slots=True)
class Mutant:
    """A pack with one thing wrong."""

    rule: str
    """Id of the rule, or `surface ID`."""
    change: str
    """What was done, in words."""
    pack: Pack

    @property
    def label(self) -> str:
        """Return what it is, in one line."""
        return f"{self.pack.platform}:{self.rule}: {self.change}"


def mutants(pack: Pack) -> Iterator[Mutant]:
    """Yield every mutant of a pack's enabled rules and of the surfaces they stand on."""
    for rule in pack.rules:
        if rule.enabled:
            for change, changed in _rules(rule):
                yield Mutant(rule.id, change, _with_rule(pack, rule, changed))
    used = {id(rule.surface) for rule in pack.rules if rule.enabled}
    for surface in pack.surfaces:
        if id(surface) in used:
            for change, altered in _surfaces(surface):
                yield Mutant(f"surface {surface.id}", change, _with_surface(pack, surface, altered))
    if pack.actor is not None:
        yield Mutant("pack", "without its actor", replace(pack, actor=None))


def survives(mutant: Mutant) -> bool:
    """Whether all cases of its pack hold all the same. The rule's own cases are run first."""
    packs = Packs((mutant.pack,))
    return not any(judge(packs, case) for case in _cases(mutant))


def _cases(mutant: Mutant) -> Iterator[Case]:
    enabled = [rule for rule in mutant.pack.rules if rule.enabled]
    for rule in sorted(enabled, key=lambda rule: rule.id != mutant.rule):
        yield from rule.cases


def _with_rule(pack: Pack, rule: Rule, changed: Rule) -> Pack:
    rules = tuple(changed if each is rule else each for each in pack.rules)
    return replace(pack, rules=rules)


def _with_surface(pack: Pack, surface: Surface, altered: Surface) -> Pack:
    rules = tuple(
        replace(each, surface=altered) if each.surface is surface else each for each in pack.rules
    )
    surfaces = tuple(altered if each is surface else each for each in pack.surfaces)
    return replace(pack, rules=rules, surfaces=surfaces)


def _rules(rule: Rule) -> Iterator[tuple[str, Rule]]:
    yield from _listed(rule)
    yield from _named(rule)
    for word in READERS:
        if getattr(rule, word) is not None:
            yield f"without {word}", _set(rule, **{word: None})
    if rule.by == "made":
        yield "by target, not by made", replace(rule, by="target")
    if rule.raw:
        yield "without upload body", replace(rule, raw=False)
    if rule.flow is not None:
        for change, flow in _flows(rule.flow):
            yield f"flow {change}", replace(rule, flow=flow)


def _listed(rule: Rule) -> Iterator[tuple[str, Rule]]:
    """Yield the rule without each of its predicates, and of the words that it lists."""
    for word in PREDICATES:
        for number, predicate in enumerate(getattr(rule, word)):
            yield f"without {word} {predicate.text}", _without(rule, word, number)
    for word in ("undoes", "switches", "status"):
        for one in sorted(getattr(rule, word), key=str):
            kept = [each for each in getattr(rule, word) if each != one]
            yield f"without {word} {one}", _set(rule, **{word: type(getattr(rule, word))(kept)})


def _named(rule: Rule) -> Iterator[tuple[str, Rule]]:
    """Yield the rule without each of its names, roots and upload parts."""
    for word, attribute in (("name", "names"), ("root", "roots"), ("upload", "upload")):
        globs: Globs = getattr(rule, attribute)
        for text in (*sorted(globs.exact), *(glob.text for glob in globs.patterns)):
            # without its last name a rule would know every name, which is another mutant
            left = _fewer(globs, text) or (globs if word == "upload" else _NEVER)
            if left is not globs:
                yield f"without {word} {text}", _set(rule, **{attribute: left})
    if rule.roots and not _implied(rule):
        yield "with any root", replace(rule, roots=Globs())
    if rule.upload and not rule.raw:
        yield "without upload", replace(rule, upload=_NEVER)


def _implied(rule: Rule) -> bool:
    """Whether what must be accepted is read beneath the roots, and so cannot be without one."""
    if rule.roots.patterns:
        return False
    return any(
        bool(each.readers)
        and all(_beneath(rule.roots.exact, reader.text) for reader in each.readers)
        for each in rule.accepted
    )


def _beneath(roots: frozenset[str], walk: str) -> bool:
    return any(f".{root}{end}" in f"{walk} " for root in roots for end in (".", " "))


_NEVER: Final = Globs(frozenset({"\0"}))


def _fewer(globs: Globs, text: str) -> Globs:
    kept = tuple(glob for glob in globs.patterns if glob.text != text)
    return Globs(globs.exact - {text}, kept)


def _flows(flow: Flow) -> Iterator[tuple[str, Flow]]:
    if flow.stage == "close":
        yield "advances and never closes", replace(flow, stage="advance")
    if flow.stage == "close":
        yield "needs_open turned", replace(flow, needs_open=not flow.needs_open)
    for word in ("key", "next", "offset", "index"):
        if getattr(flow, word) is not None:
            yield f"without {word}", replace(flow, **{word: None})  # type: ignore[arg-type]
    for word in ("rounds", "tiles"):
        if getattr(flow, word) != 0:
            yield f"without {word}", replace(flow, **{word: 0})  # type: ignore[arg-type]


def _surfaces(surface: Surface) -> Iterator[tuple[str, Surface]]:
    for number, predicate in enumerate(surface.refused):
        left = (*surface.refused[:number], *surface.refused[number + 1 :])
        yield f"without refused {predicate.text}", replace(surface, refused=left)


def _without(rule: Rule, word: str, number: int) -> Rule:
    predicates = getattr(rule, word)
    return _set(rule, **{word: (*predicates[:number], *predicates[number + 1 :])})


def _set(rule: Rule, **changes: Any) -> Rule:  # noqa: ANN401 - a word of the rule, by name
    return replace(rule, **changes)
