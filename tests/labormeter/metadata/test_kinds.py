from __future__ import annotations

from pathlib import Path

from labormeter.metadata import oracle
from labormeter.metadata.fact import Fact
from labormeter.metadata.kinds import GROUPS, KINDS, grouped


def test_the_readers_and_the_oracle_speak_of_the_same_kinds() -> None:
    assert set(KINDS) == set(oracle.table().kinds)


def test_kinds_stand_group_by_group() -> None:
    order = [GROUPS.index(kind.group) for kind in KINDS.values()]
    assert order == sorted(order)
    assert set(order) == set(range(len(GROUPS)))


def test_each_kind_is_in_the_documentation() -> None:
    text = (Path(__file__).parents[3] / "docs/metadata.md").read_text(encoding="utf-8")
    for kind in KINDS.values():
        assert f"| `{kind.name}` | {kind.group} | {kind.means} |" in text


def test_facts_are_shown_where_first_and_all_of_them() -> None:
    facts = [Fact("title", "t", "a"), Fact("gps", "g", "1"), Fact("gps", "g", "2")]
    found = grouped(facts)
    assert list(found) == ["where", "what it shows"]
    assert found["where"][KINDS["gps"]] == facts[1:]
    assert grouped([]) == {}
