"""The person's own Chromium, set up by `desktop on` alone: it follows the desktop and trusts us."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Running
from counting import Counting
from standin import Standin
from test_uninstall import world  # noqa: F401 - a fixture

from labormeter.browser import devtools, find

pytestmark = pytest.mark.journey

ON = """
import sys
from pathlib import Path
from labormeter.browser import authority
from labormeter.desktop import own
from labormeter.home import Home
home = Home(Path(sys.argv[1]))
own.on(home, own.plan(authority.read(home), int(sys.argv[2]), Path.home()), print)
"""


def test_the_own_chromium_is_metered_by_the_desktops_settings(
    meter: Running,
    standin: Standin,
    world: dict[str, str],  # noqa: F811 - the fixture
    tmp_path: Path,
) -> None:
    mine = world | {"XDG_CURRENT_DESKTOP": "GNOME", "DESKTOP_SESSION": "gnome"}
    with Counting(meter.port) as counting:
        subprocess.run(
            [sys.executable, "-c", ON, str(meter.home.root), str(counting.port)],
            env=mine,
            check=True,
            timeout=60,
            stdout=subprocess.DEVNULL,
        )
        data = tmp_path / "own"
        command = [
            *find.choose("", "chromium").command,
            *("--headless=new", "--no-first-run", "--disable-gpu", "--disable-dev-shm-usage"),
            *("--remote-debugging-port=0", f"--user-data-dir={data}", "--password-store=basic"),
            *(["--no-sandbox"] if os.geteuid() == 0 else []),
            "about:blank",
        ]
        quiet = subprocess.DEVNULL
        own = subprocess.Popen(command, env=mine, stdin=quiet, stdout=quiet, stderr=quiet)
        try:
            with devtools.attach(data, lambda: own.poll() is None) as tools:
                tools.open("https://www.instagram.com/")
                tools.quit()
        finally:
            own.terminate()
            own.wait(20)
    assert set(counting.asked) == {"CONNECT www.instagram.com:443"}
    assert {sent.host for sent in standin.sent} == {"www.instagram.com"}
