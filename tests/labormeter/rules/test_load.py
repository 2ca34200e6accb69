from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter.rules.check import check
from labormeter.rules.load import load, read, read_text, shipped
from labormeter.rules.predicate import GROUPS, TESTS
from labormeter.rules.schema import schema
from labormeter.rules.source import ANSWERS, NAMED, PLAIN
from labormeter.rules.step import VERBS


def test_every_shipped_pack_is_without_fault() -> None:
    packs, faults = load(None)
    assert faults == []
    assert packs.platforms
    assert all(pack.shipped for pack in packs.platforms)


def test_every_case_of_every_shipped_pack_holds() -> None:
    assert [str(fault) for pack in shipped().platforms for fault in check(pack)] == []


def test_a_person_s_own_packs_are_read_beside_them(tmp_path: Path, sample_text: str) -> None:
    (tmp_path / "mine.toml").write_text(sample_text, "utf-8")
    packs, faults = load(tmp_path)
    assert faults == []
    assert not packs.by_platform["sample"].shipped
    assert len(packs.platforms) == len(shipped().platforms) + 1


def test_a_faulty_one_is_left_out_and_its_faults_are_told(tmp_path: Path, sample_text: str) -> None:
    (tmp_path / "bad.toml").write_text(sample_text.replace('id = "like"', 'id = "LIKE"'), "utf-8")
    (tmp_path / "broken.toml").write_text("schema = ", "utf-8")
    (tmp_path / "bytes.toml").write_bytes(b"\xff\xfe")
    packs, faults = load(tmp_path)
    assert "sample" not in packs.by_platform
    assert {fault.file for fault in faults} == {"bad.toml", "broken.toml", "bytes.toml"}
    assert packs.platforms


def test_an_own_pack_stands_in_the_place_of_a_shipped_one(tmp_path: Path, sample_text: str) -> None:
    platform = shipped().platforms[0].platform
    text = sample_text.replace('platform = "sample"', f'platform = "{platform}"', 1)
    (tmp_path / "mine.toml").write_text(text, "utf-8")
    packs, _ = load(tmp_path)
    assert packs.by_platform[platform].title == "Sample"
    assert len(packs.platforms) == len(shipped().platforms)


def test_a_file_that_is_not_there_or_too_large(tmp_path: Path) -> None:
    pack, faults = read(tmp_path / "none.toml")
    assert pack is None
    assert "cannot be read" in str(faults[0])
    (tmp_path / "big.toml").write_bytes(b"#" * (1024 * 1024 + 1))
    pack, faults = read(tmp_path / "big.toml")
    assert pack is None
    assert "larger" in str(faults[0])


def test_a_fault_names_file_rule_and_place(sample_text: str) -> None:
    text = sample_text.replace('activity = "dislike"', 'activity = "dislik"', 1)
    text = text.replace('id = "batch"', 'id = "batch"\nbatsh = "json"', 1)
    _, faults = read_text(text, "s.toml")
    assert min(str(fault) for fault in faults).startswith("s.toml: dislike: activity: 'dislik'")
    assert any(str(fault).startswith("s.toml: surface batch: batsh is no word") for fault in faults)


@given(st.text())
def test_whatever_a_file_holds_it_is_read_or_faulted(text: str) -> None:
    pack, faults = read_text(text, "x.toml")
    assert pack is not None or faults


@pytest.mark.parametrize("deep", ["a = " + "[" * 100_000, "a." * 5_000 + "a = 1"])
def test_a_hostile_file_is_a_fault(deep: str) -> None:
    _, faults = read_text(deep, "x.toml")
    assert faults


# docs/packs.md

DOCS = Path(__file__).parents[3] / "docs" / "packs.md"


def test_the_pack_in_the_documentation_is_without_fault() -> None:
    text = DOCS.read_text("utf-8")
    example = text.split("```toml\n")[1].split("```")[0]
    pack, faults = read_text(example, "example.toml")
    assert pack is not None
    assert [str(fault) for fault in (*faults, *check(pack))] == []


def test_every_word_of_the_format_is_explained() -> None:
    text = DOCS.read_text("utf-8")
    tables = [schema(), *(schema()["definitions"][name] for name in ("surface", "rule", "flow"))]
    words = {word for table in tables for word in table["properties"]} - {"surfaces", "rules"}
    cases = ("case", "request", "response", "part", "expected")
    words |= {word for name in cases for word in schema()["definitions"][name]["properties"]}
    words |= {
        *TESTS,
        *GROUPS,
        *VERBS,
        *schema()["definitions"]["rule"]["properties"]["activity"]["enum"],
    }
    missing = [
        word for word in words if not re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text)
    ]
    assert missing == []


def test_every_source_is_named() -> None:
    text = DOCS.read_text("utf-8")
    for source in (*PLAIN, *(f"{name}.NAME" for name in NAMED)):
        assert f"`{source}`" in text
    for source in ANSWERS:
        name = f"response.{source}.NAME" if source in NAMED else f"response.{source}"
        assert f"`{name}`" in text
