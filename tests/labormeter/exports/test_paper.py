"""Paper: one way for statement, sheet and hand-out, whole or not at all, and nothing left at home."""

import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from labormeter.errors import KnownError
from labormeter.exports import paper as made
from labormeter.exports.paper import paper
from labormeter.home import Home

WAITS = [sys.executable, "-c", "import time; time.sleep(60)"]


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home").create()


def left(home: Home, path: Path) -> list[str]:
    """Names in run/ of the home, and beside the target."""
    return sorted(one.name for one in (*home.run.iterdir(), *path.parent.iterdir()))


@pytest.mark.parametrize(("name", "begins"), [("a.PDF", b"%PDF-"), ("a.html", b"<p>\xc3\xa9")])
def test_a_page_is_put_on_paper_by_its_name(
    home: Home, tmp_path: Path, name: str, begins: bytes
) -> None:
    (tmp_path / "out").mkdir()
    path = tmp_path / "out" / name
    path.write_text("old")
    paper(home, "<p>é</p>\n", path)
    assert path.read_bytes().startswith(begins)
    assert left(home, path) == [name]
    if os.name != "nt":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("case", ["stopped", "slow", "fails"])
def test_what_does_not_come_out_leaves_what_stood_there(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, case: str
) -> None:
    (tmp_path / "out").mkdir()
    path = tmp_path / "out" / "a.pdf"
    path.write_text("old")
    fails = [sys.executable, "-c", "import sys; sys.exit(1)"]
    line = fails if case == "fails" else WAITS
    monkeypatch.setattr("labormeter.roles.command", lambda *_: line)
    if case == "slow":
        monkeypatch.setattr(made, "PATIENCE", 0.2)
    stopped: Callable[[], bool] = lambda: case == "stopped"  # noqa: E731 - said once
    with pytest.raises(KnownError, match="cannot be written there"):
        paper(home, "<p>x</p>", path, stopped)
    assert path.read_text() == "old"
    assert left(home, path) == ["a.pdf"]


def test_a_folder_that_is_not_there_is_said_before_anything_is_drawn(
    home: Home, tmp_path: Path
) -> None:
    with pytest.raises(KnownError, match="cannot be written"):
        paper(home, "<p>x</p>", tmp_path / "gone" / "a.pdf")
    assert list(home.run.iterdir()) == []
