from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from labormeter import settings
from labormeter.doctor import bundle
from labormeter.doctor.examine import examine
from labormeter.errors import KnownError
from labormeter.home import Home
from labormeter.ledger.log import Log
from labormeter.testing import NOON, act


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """A home in which everything that could tell of a person is marked."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "CANARYUSER" / "state"))
    home = Home(tmp_path / "CANARYUSER" / "home").create()
    settings.change(home.settings, "hosts", ["x=canaryhost.example"])
    settings.change(home.settings, "off", ["tiktok"])
    (home.packs / "CANARYPACK.toml").write_text("no toml")
    (home.log / "meter.log").write_text(
        "2026-11-24T10:00:00Z response ValueError\n"
        "2026-11-24T10:00:01Z response ValueError\n"
        "2026-11-24T10:00:00Z https://canaryhost.example/ KeyError\nCANARYLINE\n"
    )
    with Log.open(home, now=NOON) as log:
        log.append([act()])
        log.remark(NOON, "CANARYREMARK")
    return home


def test_nothing_personal_is_in_it(home: Home, tmp_path: Path) -> None:
    out = tmp_path / "bundle.json"
    bundle.write(out, bundle.compose(home, examine(home, NOON)))
    text = out.read_text(encoding="utf-8")
    assert "canary" not in text.lower()
    assert str(tmp_path) not in text
    assert str(Path.home()) not in text
    assert "tiktok" not in json.dumps(json.loads(text)["settings"])
    assert json.loads(text)["log"] == {"response ValueError": 2}


def test_it_would_be_found_if_it_were(home: Home) -> None:
    assert "CANARYUSER" in str(home.root)
    assert "canaryhost" in home.settings.read_text()


def test_it_helps(home: Home) -> None:
    report = bundle.compose(home, examine(home, NOON))
    assert report["labormeter"]
    assert {one["part"] for one in report["findings"]} >= {"browser", "ledger", "front door"}
    assert report["packs"]["shipped"]["x"]
    assert report["packs"]["faults"]
    assert report["settings"]["hosts"] == 1


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("The folder /home/ada/x cannot be written.", "The folder (a path) cannot be written."),
        ("The folder C:\\Users\\ada\\x is closed.", "The folder (a path) is closed."),
        ("217 acts, sound.", "some acts, sound."),
    ],
)
def test_paths_and_numbers_of_acts_are_taken_out(said: str, plain: str) -> None:
    assert bundle.plain(said) == plain


@pytest.mark.skipif(os.name == "nt", reason="modes mean nothing on Windows")
def test_the_file_is_this_users_alone(tmp_path: Path) -> None:
    out = tmp_path / "bundle.json"
    bundle.write(out, {})
    assert out.stat().st_mode & 0o077 == 0
    with pytest.raises(KnownError, match="could not be written"):
        bundle.write(tmp_path / "nowhere" / "b.json", {})


def test_broken_settings_are_told_and_not_shown(home: Home) -> None:
    home.settings.write_text("CANARY = [")
    report = bundle.compose(home, examine(home, NOON))
    assert report["settings"] == {"readable": False}
    assert "canary" not in json.dumps(report).lower()
