"""Drop or change any one word of an enabled rule, and a case must fail.

`python -m benchmarks.mutants` tries the same and names what survives.
"""

from __future__ import annotations

import time

import pytest

from labormeter.rules.load import shipped
from labormeter.rules.mutate import mutants, survives
from labormeter.rules.pack import Pack

BOUND = 60.0
"""Seconds for one pack on a busy machine; the largest takes six on a quiet one."""


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
def test_no_mutant_survives(pack: Pack) -> None:
    began = time.monotonic()
    assert [mutant.label for mutant in mutants(pack) if survives(mutant)] == []
    assert time.monotonic() - began < BOUND


def test_a_root_that_the_answer_is_read_beneath_needs_no_mutant(sample: Pack) -> None:
    """Where every reading that accepts begins at a root, an answer without it is not accepted."""
    for rule in sample.rules:
        implied = any(
            predicate.readers
            and all(
                any(f".{root}." in f"{reader.text}." for root in rule.roots.exact)
                for reader in predicate.readers
            )
            for predicate in rule.accepted
        )
        labels = {mutant.change for mutant in mutants(sample) if mutant.rule == rule.id}
        assert not (implied and "with any root" in labels), rule.id
