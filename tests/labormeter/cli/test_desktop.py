from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from labormeter import settings
from labormeter.cli.main import cli
from labormeter.desktop import gnome, own
from labormeter.desktop.journal import Journal
from labormeter.home import Home

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> dict[str, str | None]:
    """Settings of a desktop that takes everything; the real ones are in tests of gnome.py."""
    kept: dict[str, str | None] = {gnome.MODE: None, gnome.SCRIPT: None}
    monkeypatch.setattr(gnome, "present", lambda: True)
    monkeypatch.setattr(gnome, "writable", lambda: True)
    monkeypatch.setattr(gnome, "read", lambda key: kept[key])
    monkeypatch.setattr(gnome, "write", kept.__setitem__)
    for name in own.PROXIES:
        monkeypatch.delenv(name, raising=False)
    return kept


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    monkeypatch.setenv("HOME", str(tmp_path))
    home = Home(tmp_path / "home").create()
    settings.change(home.settings, "port", 8080)
    return home


def run(home: Home, *words: str, answer: str = "") -> Result:
    return CliRunner().invoke(cli, ["--home", str(home.root), *words], input=answer)


def test_each_step_is_shown_and_nothing_done_without_a_yes(
    home: Home, desk: dict[str, str | None], tmp_path: Path
) -> None:
    done = run(home, "desktop", "on", answer="n\n")
    assert done.exit_code == 1
    assert all(f"{number}. " in done.output for number in (1, 2, 3))
    assert desk == {gnome.MODE: None, gnome.SCRIPT: None}
    assert not (tmp_path / ".pki").exists()
    assert own.standing(home) == "off"


def test_on_and_off(home: Home, desk: dict[str, str | None], tmp_path: Path) -> None:
    assert run(home, "desktop", "on", "--yes").exit_code == 0
    assert desk[gnome.MODE] == "'auto'"
    assert "are metered" in run(home, "desktop", "status").output
    assert "as it was" in run(home, "desktop", "off").output
    assert desk == {gnome.MODE: None, gnome.SCRIPT: None}
    assert not (tmp_path / ".pki").exists()
    assert "nothing is undone" in run(home, "desktop", "off").output


def test_the_next_verb_puts_back_what_was_broken_off(
    home: Home, desk: dict[str, str | None]
) -> None:
    book = Journal(home.root / "desktop.jsonl")
    book.write(wish="on")
    book.write(step="mode", before=None)
    desk[gnome.MODE] = "'auto'"
    done = run(home, "autostart", "status")
    assert "left halfway" in done.output
    assert own.standing(home) == "off"
    assert "left halfway" not in run(home, "autostart", "status").output


def test_elsewhere_the_steps_by_hand_are_told(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gnome, "present", lambda: False)
    assert run(home, "desktop", "on").exit_code == 1
    told = run(home, "desktop", "status").output
    assert "labormeter-ca-cert.pem" in told
