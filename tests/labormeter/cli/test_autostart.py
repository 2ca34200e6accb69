from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from labormeter.cli.main import cli

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def _person(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)


def run(home: Path, verb: str) -> str:
    done = CliRunner().invoke(cli, ["--home", str(home), "autostart", verb])
    assert done.exit_code == 0, done.output
    return done.output


def test_is_off_until_chosen_and_off_again(tmp_path: Path) -> None:
    assert "Nothing is started" in run(tmp_path / "h", "status")
    assert str(tmp_path / "h") in run(tmp_path / "h", "on")
    assert "starts at login" in run(tmp_path / "h", "status")
    run(tmp_path / "h", "off")
    assert "Nothing is started" in run(tmp_path / "h", "status")
