from __future__ import annotations

import pytest

from labormeter.rules.load import read_text

HEAD = """
schema = 1
platform = "p"
title = "P"
version = "1"
reviewed = 2026-11-24
hosts = ["www.p.test", "api.p.test"]
"""
RULE = """
[[rules]]
id = "r"
path = ["/x/{item}"]
activity = "like"
confidence = "B"
evidence = ["seen"]
target = "path.item"
"""
CASES = """
[[rules.cases]]
title = "taken"
request = { method = "POST", url = "https://www.p.test/x/1" }
response = { status = 200 }
expect = [{ activity = "like" }]
[[rules.cases]]
title = "refused"
request = { method = "POST", url = "https://www.p.test/x/1" }
response = { status = 403 }
expect = []
"""


def faults(text: str) -> list[str]:
    _, found = read_text(text, "p.toml")
    return [str(fault) for fault in found]


def test_a_sound_pack_has_no_fault() -> None:
    assert faults(HEAD + RULE + CASES) == []


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("www.p.test", "accounts.google.com", "never opened"),
        ("www.p.test", "api.p.test", "stands here 2 times"),
        ('confidence = "B"', 'confidence = "C"', "must not be enabled"),
        ('evidence = ["seen"]', 'evidence = ["mem"]', "only evidence is memory"),
        ('target = "path.item"', 'target = "path.itm"', "Did you mean item?"),
        ('target = "path.item"', 'target = "item | x"', "neither a batch nor each"),
        ('target = "path.item"', 'effect = "undo"', "needs a target"),
        ('target = "path.item"', 'undoes = ["like"]', "belongs to a rule with effect undo"),
        ('target = "path.item"', 'by = "made"', "belongs to a rule with effect undo"),
        ('target = "path.item"', 'name = ["A"]', "its surface reads none"),
        ('target = "path.item"', 'root = ["a"]', "its surface reads none"),
        ('target = "path.item"', 'balance = "json | a"\nquantity = "json | b"', "only one"),
        ('target = "path.item"', 'each_answer = "response.json"', "needs each"),
        ('target = "path.item"', 'each = "json"\ntoken = "json | a"', "read from the item"),
        (
            'target = "path.item"',
            'where = [{ at = "response.json | a", present = true }]',
            "under accepted",
        ),
        ('target = "path.item"', 'flow = { id = "f", stage = "close" }', "needs a key"),
        (
            'target = "path.item"',
            'flow = { id = "f", stage = "open", key = "path", needs_open = false }',
            "not the opening one",
        ),
        ('target = "path.item"', 'hosts = ["api.q.test"]', "Did you mean api.p.test?"),
        ('path = ["/x/{item}"]', "", "It has no path"),
        ('path = ["/x/{item}"]', 'path = ["/direct_v2/{item}"]', "never read"),
        ('activity = "like"', 'activity = "reward"', "needs a unit"),
        ('confidence = "B"', 'confidence = "A"', "Nothing is asked of the response"),
        ('target = "path.item"', "enabled = false", "say under wanted"),
    ],
)
def test_what_its_form_allows_and_its_purpose_does_not(old: str, new: str, sentence: str) -> None:
    assert old in HEAD + RULE
    found = faults((HEAD + RULE).replace(old, new, 1) + CASES)
    assert any(sentence in text for text in found), found


def test_an_enabled_rule_needs_a_case_that_it_refuses() -> None:
    assert any("without a case that it refuses" in text for text in faults(HEAD + RULE))


def test_ids_stand_once() -> None:
    assert any(
        "The rule r stands here 2 times" in text
        for text in faults(HEAD + RULE + CASES + RULE + CASES)
    )


def test_a_batch_needs_its_answers_and_a_name_comes_before_the_answer() -> None:
    surface = '[[surfaces]]\nid = "s"\npath = ["/s"]\nname = ["response.json | a", "item | a"]\n'
    found = faults(HEAD + surface + RULE + CASES)
    assert any("reads the response; a name is known before" in text for text in found)
    assert any("the surface is no batch" in text for text in found)
    found = faults(HEAD + surface + 'batch = "json"\n' + RULE + CASES)
    assert any("A batch needs answers" in text for text in found)


def test_a_pack_without_rules_says_nothing() -> None:
    assert any("at least one rule" in text for text in faults(HEAD))
