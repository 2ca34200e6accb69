from __future__ import annotations

from dataclasses import replace

from labormeter.rules.pack import Pack


def test_literals_are_the_segments_that_the_pack_writes_out(sample: Pack) -> None:
    assert {"api", "graphql", "telemetry", "captcha", "verify", "timeline"} <= sample.literals
    assert not any("{" in literal or "*" in literal for literal in sample.literals)


def test_a_rule_knows_every_reader_that_judging_by_it_needs(sample: Pack) -> None:
    rules = {rule.id: rule for rule in sample.rules}
    texts = [reader.text for reader in rules["solve"].readers()]
    assert "form.c" in texts
    assert "response.body | json | 1" in texts
    assert "form.response | base64dot | json | response | length" in texts
    assert "response.json | status" in texts, "what its surface refuses by"
    assert "response.json | data" in [reader.text for reader in rules["like"].readers()]


def test_a_step_that_is_not_the_last_counts_nothing(sample: Pack) -> None:
    assert [rule.id for rule in sample.rules if not rule.counts] == [
        "board",
        "tile",
        "begin",
        "part",
    ]


def test_acts_carry_the_platform_that_the_pack_counts_as(sample: Pack) -> None:
    assert sample.counted == "sample"
    assert replace(sample, counts_as="other").counted == "other"
