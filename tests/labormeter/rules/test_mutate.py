"""Drop or change one word of a rule, and a case must fail: a sample of it in every run.

`python -m benchmarks.mutants` tries all of them.
"""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from labormeter.rules.load import shipped
from labormeter.rules.mutate import mutants, survives
from labormeter.rules.pack import Pack

SEED = 7
UNPROVED = frozenset(Path(__file__).with_name("unproved.txt").read_text("utf-8").splitlines())
"""Mutants that no case kills yet: steps of flows most of all, whose files a case does not hold."""
SAMPLE = 25
"""Mutants a pack."""
BOUND = 30.0
"""Seconds for all packs together."""


def test_the_sample_pack_has_a_mutant_for_each_word_that_can_be_dropped(sample: Pack) -> None:
    changes = {mutant.change.split(" ")[1] for mutant in mutants(sample)}
    assert changes >= {"where", "accepted", "refused", "name", "root", "target", "undoes", "upload"}
    assert any(mutant.change.startswith("flow") for mutant in mutants(sample))


def test_a_mutant_differs_in_one_place_and_the_pack_stays_as_it_was(sample: Pack) -> None:
    for mutant in mutants(sample):
        changed = [
            rule.id
            for rule, was in zip(mutant.pack.rules, sample.rules, strict=True)
            if rule != was
        ]
        if not mutant.rule.startswith(("surface", "pack")):
            assert changed == [mutant.rule], mutant.label


def test_a_missing_case_is_found(other: Pack) -> None:
    """The target of `star` is in a case; its rule has nothing else that could be dropped."""
    (without,) = [mutant for mutant in mutants(other) if mutant.change == "without target"]
    assert not survives(without)


@pytest.mark.parametrize("pack", shipped().platforms, ids=lambda pack: pack.platform)
def test_no_mutant_of_a_sample_survives(pack: Pack) -> None:
    began = time.monotonic()
    every = [mutant for mutant in mutants(pack) if mutant.label not in UNPROVED]
    chosen = random.Random(SEED).sample(every, min(SAMPLE, len(every)))  # noqa: S311 - no secret
    alive = [mutant.label for mutant in chosen if survives(mutant)]
    assert alive == []
    assert time.monotonic() - began < BOUND


def test_what_is_unproved_is_still_there() -> None:
    """The list may only shrink: a line whose mutant is gone goes too."""
    every = {mutant.label for pack in shipped().platforms for mutant in mutants(pack)}
    assert every >= UNPROVED
