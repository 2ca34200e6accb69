from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import click
import psutil
import pytest
from click.testing import CliRunner

from labormeter import roles, settings
from labormeter.browser import find, metering, screen
from labormeter.cli import browse
from labormeter.errors import KnownError
from labormeter.home import Home
from labormeter.ledger import query
from labormeter.practice import place

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


def until(condition: Callable[[], object], seconds: float = 30) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.05)
    return False


def seen(home: Home) -> bool:
    """Whether a page of the practice site came through the engine."""
    with query.open(home) as ledger:
        return any(one.platform == "practice" and one.last_traffic for one in ledger.health())


@pytest.mark.journey
@pytest.mark.skipif(os.name == "nt", reason="sends POSIX signals")
@pytest.mark.parametrize(
    ("name", "number"), [("chromium", signal.SIGTERM), ("firefox", signal.SIGINT)]
)
def test_opens_the_start_page_through_the_meter_and_ends_all_it_started(
    home: Home, tmp_path: Path, name: str, number: signal.Signals
) -> None:
    if name not in {one.name for one in find.installed()}:
        pytest.skip(f"{name} is not here")
    line = roles.command(
        "command", "--home", str(home.root), "browse", "--headless", "--browser", name
    )
    process = subprocess.Popen(
        line,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "XDG_STATE_HOME": str(tmp_path / "state")},
        start_new_session=True,
    )
    assert process.stdout is not None
    try:
        lines = [process.stdout.readline(), process.stdout.readline()]
        assert any("is open, metered on 127.0.0.1:" in line for line in lines)
        assert until(lambda: seen(home))
        family = psutil.Process(process.pid).children(recursive=True)
        assert len(family) >= 3, "meter, engine and browser"
        process.send_signal(number)
        process.communicate(timeout=30)
        _, alive = psutil.wait_procs(family, timeout=10)
        assert alive == []
        assert metering.attached(home) is None
        assert place.port(home) is None
    finally:
        process.kill()
        process.wait()


def test_without_a_screen_it_says_so_and_starts_nothing(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screen, "present", lambda: False)
    result = CliRunner().invoke(browse.browse, [], obj=home)
    assert isinstance(result.exception, KnownError)
    assert "--headless" in str(result.exception)
    assert not home.root.exists()


def test_an_unknown_browser_is_said_before_anything_is_started(home: Home) -> None:
    result = CliRunner().invoke(browse.browse, ["--headless", "--browser", "lynx"], obj=home)
    assert isinstance(result.exception, KnownError)
    assert "lynx" in str(result.exception)
    assert not home.run.exists()


def test_a_browser_that_ends_at_once_with_a_fault_is_said() -> None:
    process = subprocess.Popen([sys.executable, "-c", "raise SystemExit(3)"])
    chosen = find.Browser(name="x", title="The Browser", family="chromium", command=("x",))
    from pathlib import Path  # noqa: PLC0415

    from labormeter.browser.launch import Opened  # noqa: PLC0415
    from labormeter.browser.profile import Profile  # noqa: PLC0415

    opened = Opened(chosen, Profile(Path(), Path()), process)
    with pytest.raises(KnownError, match="The Browser ended at once"):
        browse.wait(opened, chosen)


class Terminal:
    """A person at a terminal."""

    def isatty(self) -> bool:
        return True


def asked(home: Home, monkeypatch: pytest.MonkeyPatch, *, yes: bool) -> list[str]:
    questions: list[str] = []

    def confirm(question: str) -> bool:
        questions.append(question)
        return yes

    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(click, "confirm", confirm)
    browse.ask_who(home)
    return questions


def test_the_first_start_asks_who_uses_it(
    home: Home, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "only person" in asked(home, monkeypatch, yes=False)[0]
    assert "nobody else" in capsys.readouterr().err
    assert asked(home, monkeypatch, yes=True)
    assert settings.read(home.settings)["alone"] is True
    assert not asked(home, monkeypatch, yes=True)
