from __future__ import annotations

import importlib.util
import os
import sys
from typing import TYPE_CHECKING

import pytest

from labormeter.cli import practice, window
from labormeter.errors import KnownError
from labormeter.home import Home
from labormeter.practice.compare import Line
from labormeter.practice.shift import Outcome

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


@pytest.mark.parametrize(
    ("environment", "system", "there"),
    [
        ({}, "linux", False),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "w"}, "linux", True),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_where_a_window_can_open(*, environment: dict[str, str], system: str, there: bool) -> None:
    assert window.has_screen(environment, system) is there


@pytest.mark.skipif(os.name == "nt", reason="POSIX replaces the process")
def test_the_window_takes_the_place_of_this_process(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[list[str]] = []
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr(os, "execv", lambda _, line: started.append(line))
    window.open_window(home)
    assert started == [[sys.executable, "-m", "labormeter_ui.app", "--home", str(home.root)]]


def test_without_qt_it_says_what_to_install(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(KnownError, match=r"\[desktop\]"):
        window.open_window(home)


def test_without_a_screen_it_says_so_practises_and_prints_the_ledger(
    home: Home, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    if window.has_screen(os.environ):
        pytest.skip("this system always has a screen")
    line = Line(kind="like", done=1, accepted=1, counted=1)
    found = Outcome(lines=(line,), refused=0, disclosed=())
    monkeypatch.setattr(practice, "scripted", lambda *_, **__: found)
    window.open_window(home.create())
    said = capsys.readouterr().out
    assert said.startswith("There is no screen here")
    assert "All counts agree" in said
    assert "The ledger, practice included" in said
