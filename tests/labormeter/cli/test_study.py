from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from labormeter.cli.main import cli
from labormeter.errors import KnownError
from labormeter.study import fields, sample


def run(*words: object, given: str | None = None) -> Result:
    arguments = ["study", *map(str, words)]
    return CliRunner().invoke(cli, arguments, input=given, catch_exceptions=False)


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A folder with keys and a study file that has no fault."""
    shown = run("keys", tmp_path / "keys").stdout
    readers = [line.split(": ")[1] for line in shown.splitlines() if line.startswith("Reader")]
    (tmp_path / "study.toml").write_text(sample.text(readers))
    return tmp_path


def test_a_researcher_s_way_from_keys_to_a_signed_file(made: Path) -> None:
    assert "12 months, 4 platforms" in run("check", made / "study.toml").stdout
    shown = run("sign", made / "study.toml", "--key", made / "keys/sign.key").stdout
    words = shown.splitlines()[0].rpartition(": ")[2]
    assert len(words.split()) == 6
    assert words in run("open", made / "study.labormeter", "--short").stdout
    run("unpack", made / "study.labormeter", made / "parts")
    assert (made / "parts/study.toml").read_bytes() == (made / "study.toml").read_bytes()


def test_keys_are_closed_to_others_and_never_replaced(made: Path) -> None:
    for name in ("sign.key", "reader-1.key", "reader-2.key"):
        assert (made / "keys" / name).stat().st_mode & 0o777 == 0o600
    with pytest.raises(KnownError, match="there already"):
        run("keys", made / "keys")


def test_a_study_with_faults_is_not_signed(made: Path) -> None:
    text = (made / "study.toml").read_text()
    (made / "study.toml").write_text(
        text.replace("k = 10", "k = 1").replace("dominance = 50", "dominance = 5")
    )
    with pytest.raises(KnownError, match="2 faults"):
        run("sign", made / "study.toml", "--key", made / "keys/sign.key")
    with pytest.raises(KnownError, match="2 to mend"):
        run("check", made / "study.toml")


def test_a_blank_file_has_every_field(tmp_path: Path) -> None:
    run("new", tmp_path / "s.toml", "--blank", "--language", "en", "--language", "fr")
    document = tomllib.loads((tmp_path / "s.toml").read_text())
    assert set(document["text"]) == {"en", "fr"}
    with pytest.raises(KnownError, match="there already"):
        run("new", tmp_path / "s.toml", "--blank")


def test_a_file_by_questions_keeps_what_was_answered(tmp_path: Path) -> None:
    answers = {
        "id": "my-study",
        "clamps.n": "300",
        "law.commercial": "no",
        "valid_from": "2027-01-01",
    }
    asked = [
        one for one in (*fields.HEAD, *fields.FIELDS[len(fields.HEAD) :]) if one.name != "languages"
    ]
    lines = [answers.get(one.name, "") for one in asked] + ["A title"] + [""] * len(fields.TEXT)
    run("new", tmp_path / "s.toml", given="\n".join(lines))
    document = tomllib.loads((tmp_path / "s.toml").read_text())
    assert document["id"] == "my-study"
    assert document["clamps"]["n"] == 300
    assert document["law"]["commercial"] is False
    assert document["valid_from"].isoformat() == "2027-01-01"
    assert document["text"]["en"]["title"] == "A title"


def test_a_simulation_says_what_to_do_next(tmp_path: Path) -> None:
    shown = run("simulate", "--participants", 2, "--out", tmp_path / "sim").stdout
    assert "labormeter pool ingest" in shown
    assert len(list((tmp_path / "sim/contributions").iterdir())) == 2
    with pytest.raises(KnownError, match="not empty"):
        run("simulate", "--participants", 2, "--out", tmp_path / "sim")
