from __future__ import annotations

import os
from pathlib import Path

import pytest

from labormeter.browser import secret
from labormeter.doctor import profile
from labormeter.home import Home


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return Home(tmp_path / "home")


def test_none_yet_is_good_and_none_is_made(home: Home) -> None:
    assert profile.look(home, 0).state == "good"
    assert not home.profiles.exists()


def test_open_ones_are_counted_by_their_process(home: Home) -> None:
    root = secret.folder(home.profiles / "chromium")
    (root / "data").mkdir()
    link = root / "data" / "SingletonLock"
    link.symlink_to(f"host-{os.getpid()}")
    assert "1 open now" in profile.look(home, 0).sentence
    link.unlink()
    link.symlink_to("host-999999999")
    assert "0 open now" in profile.look(home, 0).sentence


@pytest.mark.skipif(os.name == "nt", reason="modes mean nothing on Windows")
def test_one_that_others_may_enter_is_bad(home: Home) -> None:
    root = secret.folder(home.profiles / "firefox")
    root.chmod(0o755)
    found = profile.look(home, 0)
    assert (found.state, "firefox" in found.sentence) == ("bad", True)
