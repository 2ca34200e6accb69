"""A new user on a virtual screen: first start, set-up, a practice shift, charts, a lens, again."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from labormeter import lock, settings
from labormeter.browser import find
from labormeter.home import Home
from labormeter.ledger.log import Log
from labormeter.testing import NOON

HERE = Path(__file__).parent
WAIT = 100

pytestmark = [
    pytest.mark.skipif(shutil.which("Xvfb") is None, reason="no virtual screen here"),
    pytest.mark.skipif(
        not any(browser.family == "chromium" for browser in find.installed()),
        reason="no Chromium here",
    ),
]


@pytest.fixture
def screen() -> Iterator[str]:
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1400x1000x24", "-nolisten", "tcp"],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()
    assert number, "the virtual screen did not start"
    yield f":{number}"
    server.terminate()
    server.wait(10)


def person(folder: Path, screen: str, what: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, str(HERE / "person.py"), str(folder / "home"), what],
        env=os.environ
        | {
            "DISPLAY": screen,
            "QT_QPA_PLATFORM": "xcb",
            "HOME": str(folder / "user"),
            "XDG_STATE_HOME": str(folder / "state"),
            "XDG_CACHE_HOME": str(folder / "cache"),
            "XDG_CONFIG_HOME": str(folder / "config"),
            "DBUS_SESSION_BUS_ADDRESS": "disabled:",
            "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
        },
        capture_output=True,
        text=True,
        timeout=WAIT,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_a_new_user_sees_a_practice_shift_counted_and_finds_all_as_it_was_left(
    tmp_path: Path, screen: str
) -> None:
    (tmp_path / "user").mkdir()
    home = Home(tmp_path / "home")
    first = person(tmp_path, screen, "first")
    assert len(set(first["titles"])) == 5
    assert first["seen_while_it_runs"], "acts arrive while the shift goes on"
    assert first["verdict"].startswith("All counts agree")
    assert first["counted"] >= 20
    assert first["lens"] == "buyer"
    assert settings.read(home.settings).text("lens") == "buyer"
    assert lock.held(home.lock) is None, "the meter that the window started ended with it"
    again = person(tmp_path, screen, "again")
    assert again == {
        "page": "settings",
        "practised": first["counted"],
        "net": 0,
        "lens": "buyer",
        "wizard": None,
    }


def ours(folder: Path) -> list[str]:
    """What the names of files and folders say to be ours."""
    found = (path.relative_to(folder) for path in folder.rglob("*"))
    return [str(path) for path in found if "labormeter" in path.name.lower()]


def test_a_total_leads_to_its_rate_and_a_statement_to_paper_and_then_all_is_removed(
    tmp_path: Path, screen: str
) -> None:
    (tmp_path / "user").mkdir()
    home = Home(tmp_path / "home").create()
    Log.open(home, now=NOON).close()
    account = person(tmp_path, screen, "account")
    assert account["rate"]
    assert account["pdf"] == "%PDF-"
    assert account["drift"]
    beside = sorted(path.name for path in tmp_path.iterdir() if path.name != "home")
    assert lock.held(home.lock) is None
    removed = person(tmp_path, screen, "remove")
    assert removed == {"asked": True, "left": 1, "gone": [str(home.root)]}
    assert not home.root.exists()
    for name in ("user", "state", "config", "cache"):
        assert ours(tmp_path / name) == []
    left = sorted(path.name for path in tmp_path.iterdir())
    assert set(left) <= set(beside) | {"state", "cache", "config"}
