from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from labormeter.cli.main import cli
from labormeter.home import Home

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("HOME", str(tmp_path / "person"))
    monkeypatch.setenv("GSETTINGS_BACKEND", "memory")
    return Home(tmp_path / "home")


def run(home: Home, *words: str) -> Result:
    return CliRunner().invoke(cli, ["--home", str(home.root), "doctor", *words])


def test_each_part_has_its_line_and_nothing_is_made(home: Home) -> None:
    done = run(home)
    assert "front door" in done.output
    assert not home.root.exists()


def test_json_has_every_part(home: Home) -> None:
    found = json.loads(run(home, "--format", "json").stdout)
    assert len(found) == 12
    assert set(found[0]) == {"part", "state", "sentence", "remedy"}


def test_something_bad_is_exit_code_1(home: Home) -> None:
    home.create()
    home.ledger.write_bytes(b"no ledger")
    done = run(home)
    assert done.exit_code == 1
    assert "bad" in done.output


def test_traces_are_listed(home: Home) -> None:
    assert "Nothing of labormeter" in run(home, "--traces").output
    home.create()
    found = json.loads(run(home, "--traces", "--format", "json").stdout)
    assert found == [{"kind": "home", "place": str(home.root), "this_home": True}]


def test_a_bundle_is_written(home: Home, tmp_path: Path) -> None:
    out = tmp_path / "b.json"
    assert run(home, "--bundle", str(out)).exit_code == 0
    assert json.loads(out.read_text())["findings"]
