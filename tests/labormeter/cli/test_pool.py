from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from labormeter.cli.main import cli
from labormeter.errors import KnownError
from labormeter.pool import queries, simulate


def run(*words: object, given: str | None = None) -> Result:
    return CliRunner().invoke(cli, ["pool", *map(str, words)], input=given, catch_exceptions=False)


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root: Path = tmp_path_factory.mktemp("study")
    simulate.write(root / "sim", 25, 1)
    ingested = run(
        "ingest",
        root / "pool",
        root / "sim/contributions",
        "--study",
        root / "sim/study.labormeter",
        "--keys",
        root / "sim/readers.txt",
        "--format",
        "json",
    )
    assert json.loads(ingested.stdout) == [{"what": "taken", "files": 25, "why": ""}]
    return root


def test_what_is_refused_says_why(study: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.age").write_bytes(b"nonsense")
    keys = study / "sim/readers.txt"
    shown = run("ingest", study / "pool", tmp_path, "--keys", keys, "--format", "json").stdout
    rows: list[dict[str, Any]] = json.loads(shown)
    assert rows[0] == {"what": "refused", "files": 1, "why": ""}
    assert rows[1]["why"].startswith("unreadable: ")


def test_questions_are_listed_and_answered(study: Path) -> None:
    listed = [
        row["question"]
        for row in json.loads(run("query", study / "pool", "--format", "json").stdout)
    ]
    assert listed == list(queries.QUERIES)
    asked = run("query", study / "pool", "units", "--format", "json")
    assert len(json.loads(asked.stdout)) == 16
    other = run("query", study / "pool", "units", "--engine", "sqlite", "--format", "json")
    assert (other.stdout, other.stderr) == (asked.stdout, asked.stderr)


def test_a_release_asks_first_and_is_frozen(study: Path) -> None:
    assert run("release", study / "pool", given="n\n").exit_code == 1
    shown = run("release", study / "pool", "--yes").stdout
    assert "Release 1:" in shown
    noised = run("release", study / "pool", "--yes", "--epsilon", "2.5").stdout
    assert "16 of 16 cells" in noised
    with pytest.raises(KnownError, match="of 3"):
        run("release", study / "pool", "--yes", "--epsilon", "2.5")
    names = {one.name for one in (study / "pool/releases").iterdir()}
    assert names == {"release-1", "release-2", "marks-1.json"}


def test_no_key_is_a_sentence(study: Path, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="No key"):
        run("ingest", study / "pool", study / "sim/contributions")
    (tmp_path / "k").write_text("AGE-SECRET-KEY-1NONSENSE")
    with pytest.raises(KnownError, match="no age identity"):
        run("ingest", study / "pool", study / "sim/contributions", "--keys", tmp_path / "k")
