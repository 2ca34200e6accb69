from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from labormeter.cli.main import cli
from labormeter.errors import KnownError

SAMPLE = Path(__file__).parents[1] / "rules" / "sample.toml"


def run(home: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli, ["--home", str(home), "packs", *arguments])


def test_a_sound_pack_is_said_to_hold(tmp_path: Path) -> None:
    result = run(tmp_path, "check", str(SAMPLE))
    assert result.exit_code == 0
    assert "All cases hold." in result.stdout
    assert "solve" in result.output


def test_all_faults_of_all_files_are_shown(tmp_path: Path) -> None:
    text = SAMPLE.read_text("utf-8")
    (tmp_path / "one.toml").write_text(
        text.replace('effect = "undo"', 'effect = "undone"'), "utf-8"
    )
    (tmp_path / "two.toml").write_text(text.replace("tiles = 8", "tiles = 9"), "utf-8")
    result = run(tmp_path, "check", *map(str, sorted(tmp_path.glob("*.toml"))))
    assert isinstance(result.exception, KnownError)
    assert (
        "one.toml: unlike: effect: 'undone' is none of do, undo. Did you mean undo?"
        in result.output
    )
    assert "one.toml: delete: effect:" in result.output
    assert "two.toml: solve: two boards, one refused: its tiles is 8, where 9" in result.output


def test_a_file_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    result = run(tmp_path, "check", str(tmp_path / "none.toml"))
    assert isinstance(result.exception, KnownError)
    assert "none.toml: file: It cannot be read" in result.output


def test_a_file_is_needed(tmp_path: Path) -> None:
    assert run(tmp_path, "check").exit_code == 2


@pytest.mark.parametrize("shape", ["table", "json", "jsonl", "csv"])
def test_packs_in_use_are_listed_with_the_person_s_own(tmp_path: Path, shape: str) -> None:
    (tmp_path / "packs").mkdir()
    (tmp_path / "packs" / "mine.toml").write_text(SAMPLE.read_text("utf-8"), "utf-8")
    (tmp_path / "packs" / "bad.toml").write_text("schema = 1", "utf-8")
    result = run(tmp_path, "list", "--format", shape)
    assert result.exit_code == 0
    assert "bad.toml: pack: title is missing." in result.stderr
    if shape == "json":
        mine = next(row for row in json.loads(result.stdout) if row["platform"] == "sample")
        assert (mine["from"], mine["rules"], mine["waiting"]) == ("own", 17, 1)
    else:
        assert "sample" in result.stdout


def test_a_home_without_a_folder_of_packs_lists_the_shipped_ones(tmp_path: Path) -> None:
    result = run(tmp_path / "new", "list", "--format", "json")
    assert {row["from"] for row in json.loads(result.stdout)} == {"shipped"}


def test_what_a_program_reads_is_json_alone(tmp_path: Path) -> None:
    result = run(tmp_path, "check", str(SAMPLE), "--format", "json")
    records = json.loads(result.stdout)
    assert {"pack": "sample", "rule": "solve", "cases": 2, "hold": 2} in records
    assert all(record["cases"] == record["hold"] for record in records)
