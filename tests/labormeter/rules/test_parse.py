from __future__ import annotations

import pytest

from labormeter.rules.fault import Fault
from labormeter.rules.load import read_text
from labormeter.rules.pack import Pack, Rule

HEAD = """
schema = 1
platform = "p"
title = "P"
version = "1"
reviewed = 2026-11-24
hosts = ["www.p.test", "api.p.test"]
[[surfaces]]
id = "rest"
hosts = ["api.p.test"]
path = ["/v1/{all}"]
name = ["form.name", "header.x-name"]
refused = [{ at = "response.json | error", present = true }]
"""


def parsed(rules: str) -> tuple[Pack, list[Fault]]:
    pack, faults = read_text(HEAD + rules, "p.toml")
    assert pack is not None
    return pack, faults


def rule(text: str) -> Rule:
    usual = '\nactivity = "like"\nconfidence = "B"\nevidence = ["x"]\n'
    return parsed(f'[[rules]]\nid = "r"\n{usual}{text}')[0].rules[0]


def test_a_rule_takes_its_transport_from_its_surface() -> None:
    found = rule('surface = "rest"')
    assert found.surface.id == "rest"
    assert found.surface.hosts == ("api.p.test",)


def test_what_it_says_itself_takes_the_place_of_the_surface_s() -> None:
    found = rule('surface = "rest"\npath = ["/v1/x"]\nmethod = ["PUT"]')
    assert [route.text for route in found.surface.paths] == ["/v1/x"]
    assert found.surface.methods == {"PUT"}
    assert found.surface.hosts == ("api.p.test",)
    assert len(found.surface.refused) == 1


def test_without_a_surface_it_is_one() -> None:
    found = rule('path = ["/x"]')
    assert found.surface.id == "r"
    assert found.surface.methods == {"POST"}
    assert found.surface.name == ()


def test_names_are_read_from_the_head_before_the_body() -> None:
    assert [reader.text for reader in rule('surface = "rest"').surface.name] == [
        "header.x-name",
        "form.name",
    ]


def test_an_undo_reverses_its_own_activity_unless_it_says_more() -> None:
    assert rule('effect = "undo"\npath = ["/x"]\ntarget = "path"').undoes == ("like",)
    assert rule('path = ["/x"]').undoes == ()


def test_parts_and_bodies_that_are_uploads() -> None:
    found = rule('path = ["/x"]\nupload = ["part.file*", "media", "body"]')
    assert found.upload.matches("file1")
    assert found.upload.matches("media")
    assert not found.upload.matches("body")
    assert found.raw


def test_rounds_may_be_a_number_or_a_reader() -> None:
    flow = rule(
        'path = ["/x"]\nflow = { id = "f", stage = "close", key = "path", rounds = 2, tiles = "query.n" }'
    ).flow
    assert flow is not None
    assert flow.rounds == 2
    assert not isinstance(flow.tiles, int)


def test_all_that_cannot_be_understood_is_said_together() -> None:
    pack, faults = read_text(
        HEAD
        + """
[[rules]]
id = "a"
surface = "rst"
activity = "like"
confidence = "B"
evidence = ["x"]
[[rules]]
id = "b"
path = ["x", "/y/**/z"]
activity = "like"
confidence = "B"
evidence = ["x"]
target = "jsn | a"
name = ["a**"]
where = [{ at = "json | a" }]
[[rules]]
id = "c"
acitvity = "like"
confidence = "B"
evidence = ["x"]
""",
        "p.toml",
    )
    assert pack is None
    texts = [str(fault) for fault in faults]
    for piece in (
        "p.toml: a: There is no surface rst. Did you mean rest?",
        "p.toml: b: path: The path x must begin with a slash.",
        "p.toml: b: path: In the path /y/**/z, ** may only be the last segment.",
        "p.toml: b: target: jsn is no place in an exchange. Did you mean json?",
        "p.toml: b: name: Two holes meet",
        "p.toml: b: where: A predicate has exactly one test",
        "p.toml: c: acitvity is no word of the format. Did you mean activity?",
        "p.toml: c: activity is missing.",
    ):
        assert any(text.startswith(piece) for text in texts), piece


@pytest.mark.parametrize("word", ["target", "made", "token", "uses"])
def test_every_reader_may_be_a_list(word: str) -> None:
    found = getattr(rule(f'path = ["/x"]\n{word} = ["json | a", "query.a"]'), word)
    assert found.text == "json | a, else query.a"


def test_reads_of_a_surface_without_names_are_paths(sample: Pack) -> None:
    surface = next(surface for surface in sample.surfaces if surface.id == "rest")
    assert [route.text for route in surface.unread] == ["/v1/timeline/**"]
    assert not surface.reads
