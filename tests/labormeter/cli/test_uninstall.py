from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from labormeter.cli.main import cli
from labormeter.home import Home
from labormeter.ledger.log import Log
from labormeter.study import sent
from labormeter.study.sent import Entry
from labormeter.testing import NOON

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("HOME", str(tmp_path / "person"))
    monkeypatch.setenv("GSETTINGS_BACKEND", "memory")
    home = Home(tmp_path / "home")
    Log.open(home, now=NOON).close()
    return home


def run(home: Home, *words: str, answer: str = "") -> Result:
    return CliRunner().invoke(cli, ["--home", str(home.root), "uninstall", *words], input=answer)


def test_shows_what_goes_and_asks_first(home: Home) -> None:
    done = run(home, answer="n\n")
    assert str(home.root) in done.output
    assert done.exit_code == 1
    assert home.ledger.exists()


def test_verifies_and_says_so(home: Home) -> None:
    done = run(home, "--yes")
    assert done.exit_code == 0
    assert "Looked again: nothing of this home is left" in done.output
    assert not home.root.exists()
    assert "Nothing of this home" in run(home, "--yes").output


def test_keeps_the_ledger_where_asked(home: Home) -> None:
    assert run(home, "--keep-ledger", answer="y\n").exit_code == 0
    assert home.ledger.exists()
    assert not home.ca.exists()


def test_what_only_a_code_takes_back_is_said_before(home: Home) -> None:
    entry = Entry(at="", event="receipt", study="one", key="k", file="", what="contribution")
    sent.append(home, entry)
    secret = home.create().keys / "study.secret"
    secret.write_bytes(b"s" * 32)
    asked = run(home, answer="n\n")
    assert "You gave rows to one" in asked.output
    assert secret.exists()
    done = run(home, "--yes", "--keep-ledger")
    assert done.exit_code == 0
    assert not secret.exists()
    assert not sent.folder(home).exists()
