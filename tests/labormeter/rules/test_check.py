from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from labormeter.rules.check import as_read, check, run
from labormeter.rules.load import read_text
from labormeter.testing import exchange

if TYPE_CHECKING:
    from labormeter.rules.index import Packs
    from labormeter.rules.pack import Pack


def test_the_sample_s_cases_hold(sample: Pack) -> None:
    assert check(sample) == []


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('target = "1", net = 1 }]', 'target = "2", net = 1 }]', "its target is '1', where '2'"),
        ("rounds = 2, tiles = 8", "rounds = 3, tiles = 8", "its rounds is 2, where 3"),
        ("seconds = 10.0", "seconds = 11", "its seconds is 10.0, where 11"),
        ('flags = ["implied"]', "flags = []", "its flags is ['implied']"),
        ("links = 1", "links = 2", "its links is 1, where 2"),
        (
            'expect = [{ activity = "comment", made = "5" }]',
            "expect = []",
            "it counts do comment, where 0",
        ),
        (
            'at = "query.command", equals = "INIT"',
            'at = "query.command", equals = "INIX"',
            "it counts",
        ),
        (
            'where = [{ at = "form.variables | json | id", present = true }]',
            'where = [{ at = "form.variables | json | id", present = false }]',
            "it counts nothing",
        ),
    ],
)
def test_a_case_that_does_not_hold_says_what_is_wrong(
    sample_text: str, old: str, new: str, sentence: str
) -> None:
    assert old in sample_text
    pack, faults = read_text(sample_text.replace(old, new, 1), "s.toml", shipped=True)
    assert pack is not None
    assert faults == []
    found = [str(fault) for fault in check(pack, "s.toml")]
    assert any(sentence in text for text in found), found


def test_a_notice_must_be_named_and_must_come(sample_text: str) -> None:
    unnamed = sample_text.replace(
        'headers = { X-Name = "CommentMutation" } }\n',
        'headers = { X-Name = "NewMutation" } }\n',
        1,
    )
    unnamed = unnamed.replace(
        "comment_create = {} } } }\nexpect = []", "item_like = {} } } }\nexpect = []", 1
    )
    pack, _ = read_text(unnamed, "s.toml", shipped=True)
    assert pack is not None
    assert any("a notice that it does not name: unknown-name" in str(f) for f in check(pack))
    named, _ = read_text(
        unnamed.replace(
            "item_like = {} } } }\nexpect = []",
            'item_like = {} } } }\nexpect = []\nnotice = "unknown-name"',
            1,
        ),
        "s.toml",
        shipped=True,
    )
    assert named is not None
    assert check(named) == []
    wanted = sample_text.replace(
        'title = "refused"', 'title = "refused"\nnotice = "unknown-name"', 1
    )
    pack, _ = read_text(wanted, "s.toml")
    assert pack is not None
    assert any("it leaves no notice unknown-name" in str(fault) for fault in check(pack))


def test_an_enabled_rule_that_no_case_shows_is_a_fault(sample: Pack) -> None:
    rules = tuple(
        replace(rule, cases=tuple(case for case in rule.cases if not case.expect))
        for rule in sample.rules
    )
    found = {fault.rule for fault in check(replace(sample, rules=rules))}
    assert found == {rule.id for rule in sample.rules if rule.enabled and rule.counts}


def test_a_case_sees_no_more_than_the_meter_would_read(packs: Packs) -> None:
    seen = exchange("POST", "https://www.sample.test/graphql/a/FeedQuery", body="x", answer="y")
    read = as_read(packs, seen)
    assert read.request.body is None
    assert read.response is not None
    assert read.response.body is None
    unknown = as_read(
        packs, exchange("POST", "https://www.sample.test/graphql/a/New", body="x", answer="y")
    )
    assert unknown.request.body is None
    assert unknown.response is not None
    assert unknown.response.body == b"y"


def test_a_rule_that_is_not_enabled_is_tried_as_if_it_were(sample: Pack) -> None:
    rules = tuple(replace(rule, enabled=rule.id != "like") for rule in sample.rules)
    off = replace(sample, rules=rules)
    assert not any(fault.rule == "like" for fault in check(off))


def test_running_is_a_fold_without_memory_between_runs(packs: Packs) -> None:
    seen = [exchange("DELETE", "https://api.sample.test/v1/items/5", status=204)]
    assert run(packs, seen) == run(packs, seen)
    assert run(packs, seen).acts[0].flags == ("unmatched",)
