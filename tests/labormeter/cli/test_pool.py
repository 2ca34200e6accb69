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


def test_a_notebook_finds_its_pool_from_where_it_lies(study: Path, tmp_path: Path) -> None:
    made = tmp_path / "figures.ipynb"
    run("notebook", study / "pool", "-o", made)
    assert str(tmp_path) not in made.read_text()
    assert str(study) not in made.read_text()
    code = "".join(json.loads(made.read_text())["cells"][1]["source"])
    (line,) = (one for one in code.splitlines() if one.startswith("POOL = "))
    found = made.parent / line.partition("'")[2].rpartition("'")[0]
    assert found.resolve() == (study / "pool").resolve()


def whole(folder: Path) -> bytes:
    """Return the names and the bytes of all files below a folder."""
    files = [one for one in folder.rglob("*") if one.is_file()]
    return b"".join(str(one.relative_to(folder)).encode() + one.read_bytes() for one in files)


def test_nothing_but_rows_gets_from_the_post_into_a_pool_and_nobody_into_what_it_publishes(
    tmp_path: Path,
) -> None:
    """Words are planted where people put them: names of files and folders, an invitation, rubbish."""
    home = tmp_path / "Ada-CANARYHOME"
    simulate.write(home / "sim", 30, 1)
    post = home / "from-CANARYFOLDER"
    post.mkdir()
    contributions = sorted((home / "sim/contributions").iterdir())
    for number, path in enumerate(contributions):
        (post / f"Ada CANARYFILE {number}.age").write_bytes(path.read_bytes())
    (post / "letter.txt").write_text("CANARYLETTER")
    (post / "broken CANARYBROKEN.age").write_bytes(contributions[0].read_bytes()[:-9])
    pool, keys = home / "pool", home / "sim/readers.txt"
    given = (post, "--study", home / "sim/study.labormeter", "--keys", keys, "--format", "json")
    said = run("ingest", pool, *given).stdout
    assert [row["files"] for row in json.loads(said)] == [30, 1, 1, 1]
    answers = [run("query", pool, name, "--format", "json").output for name in queries.QUERIES]
    told = run("release", pool, "--yes").output
    told += run("release", pool, "--yes", "--epsilon", "1").output
    run("notebook", pool, "-o", pool / "figures.ipynb")
    assert b"CANARY" not in whole(pool)
    assert "CANARY" not in said + "".join(answers)
    secrets = [line for line in keys.read_text().splitlines() if line.startswith("AGE-SECRET")]
    assert secrets
    assert not any(one.encode() in whole(pool) for one in secrets)

    index = json.loads((pool / "index.json").read_text())
    nobody = [*index["people"], *(one["raw"] for one in index["people"].values()), index["salt"]]
    nobody += [one["content"] for one in index["people"].values()]
    published = whole(pool / "releases") + (pool / "figures.ipynb").read_bytes()
    assert len(nobody) == 91
    assert not any(one.encode() in published for one in nobody)
    assert list((pool / "quarantine").iterdir())
    assert [one.stem for one in (pool / "quarantine").iterdir()] == list(index["refused"])
    assert "CANARYHOME" in told, "the way to a release is said to who makes it, and nowhere else"
