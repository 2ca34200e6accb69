"""`packs update`: shown first, taken with a yes, and gone back from."""

from __future__ import annotations

import json
from pathlib import Path

import minisign  # type: ignore[import-untyped]
import pytest
from click.testing import CliRunner, Result
from tests.labormeter.rules.conftest import OTHER

from labormeter import updates
from labormeter.cli.main import cli
from labormeter.rules import load

PAIR = minisign.KeyPair.generate()


@pytest.fixture(autouse=True)
def _own_key(monkeypatch: pytest.MonkeyPatch) -> None:
    key = PAIR.public_key.to_base64().decode()
    monkeypatch.setattr(updates.verified, "__defaults__", ((key,),))


def run(home: Path, *words: str, typed: str = "") -> Result:
    return CliRunner().invoke(cli, ["--home", str(home), "packs", *words], input=typed)


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    pack, file = tmp_path / "other.toml", tmp_path / "packs.json"
    pack.write_text(OTHER, "utf-8")
    done = run(tmp_path / "home", "bundle", str(pack), "--version", "2026.11.25", "-o", str(file))
    assert done.exit_code == 0, done.output
    Path(f"{file}.minisig").write_bytes(bytes(PAIR.secret_key.sign(file.read_bytes())))
    return file


def test_shows_what_changes_and_takes_nothing_without_a_yes(tmp_path: Path, bundle: Path) -> None:
    home = tmp_path / "home"
    for typed in ("no\n", ""):
        done = run(home, "update", str(bundle), typed=typed)
        assert done.exit_code != 0
        assert "new platform" in done.output
        assert "www.other.test" in done.output
    assert "other" not in load.load(home / "packs")[0].by_platform


def test_takes_it_says_what_stays_closed_and_goes_back(tmp_path: Path, bundle: Path) -> None:
    home = tmp_path / "home"
    done = run(home, "update", str(bundle), typed="yes\n")
    assert done.exit_code == 0, done.output
    assert "stay closed until you say: labormeter platforms on other" in done.output
    assert "other" in load.load(home / "packs")[0].by_platform
    again = run(home, "update", str(bundle), "--yes")
    assert "nothing new" in again.output
    assert run(home, "update", "--back").exit_code == 0
    assert "other" not in load.load(home / "packs")[0].by_platform


def test_a_program_reads_json_alone(tmp_path: Path, bundle: Path) -> None:
    done = run(tmp_path / "home", "update", str(bundle), "--yes", "--format", "json")
    assert {each["what"] for each in json.loads(done.stdout)} == {"new platform", "host new"}


def test_a_bundle_that_was_touched_is_refused(tmp_path: Path, bundle: Path) -> None:
    bundle.write_bytes(bundle.read_bytes().replace(b"like", b"save"))
    done = run(tmp_path / "home", "update", str(bundle), "--yes")
    assert "signature" in str(done.exception)
    assert not (tmp_path / "home/updates").exists()


def test_usage(tmp_path: Path) -> None:
    assert run(tmp_path, "update").exit_code == 2
    assert run(tmp_path, "update", "x", "--back").exit_code == 2


def test_a_pack_with_a_fault_is_not_bundled(tmp_path: Path) -> None:
    pack = tmp_path / "bad.toml"
    pack.write_text("schema = 1", "utf-8")
    out = tmp_path / "out.json"
    done = run(tmp_path, "bundle", str(pack), "--version", "1", "-o", str(out))
    assert done.exit_code != 0
    assert not out.exists()
