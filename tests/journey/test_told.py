"""A real Chromium that can only be told of a key by its hash: its acts count, and nothing goes stale.

Here its flatpak is a script that starts Debian's Chromium; command line, profile and trust are those
of a packed browser.
"""

import os
import time
from pathlib import Path

import pytest
from conftest import Running, start
from standin import Answer, Standin
from straight import SITE, Page, browsing, metering, until

from labormeter.browser import find, flag, profile
from labormeter.doctor import trust

pytestmark = pytest.mark.journey

FLATPAK = """#!/bin/sh
while [ "${1#com.google}" = "$1" ]; do shift; done
shift
exec %s --host-resolver-rules="MAP *.reddit.com 127.0.0.1:%d" "$@"
"""
"""What goes straight finds the stand-in; what goes to the meter asks no resolver here."""
VOTE = """
fetch("/api/vote", {method: "POST", body: new URLSearchParams({id: "t3_p%d", dir: "1"})})
  .then((answer) => { window.status = String(answer.status); })
"""


@pytest.fixture
def packed(tmp_path: Path, standin: Standin, monkeypatch: pytest.MonkeyPatch) -> None:
    """Install a flatpak of Chrome that is Debian's Chromium."""
    real = find.choose("chromium")
    programs = tmp_path / "programs"
    programs.mkdir()
    (programs / "flatpak").write_text(FLATPAK % (" ".join(real.command), standin.port))
    (programs / "flatpak").chmod(0o755)
    (tmp_path / "user/.local/share/flatpak/app/com.google.Chrome").mkdir(parents=True)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")


def votes(meter: Running) -> int:
    return sum(act.activity == "like" for act in meter.acts())


def vote(page: Page, post: int) -> None:
    """Vote, and see the site's answer."""
    page.navigate(f"https://{SITE}/")
    page.evaluate(VOTE % post)
    assert until(lambda: page.evaluate("window.status")) == "200"


@pytest.mark.usefixtures("packed")
def test_its_acts_count_and_another_meter_says_that_it_is_outdated(
    tmp_path: Path, standin: Standin, monkeypatch: pytest.MonkeyPatch
) -> None:
    standin.on(SITE, "*", Answer("<title>page</title>"))
    standin.on(SITE, "/api/vote", Answer({}))
    with metering(tmp_path, standin, monkeypatch) as meter:
        chrome = find.choose("chrome")
        assert flag.told(chrome)
        with browsing("chromium", meter, standin, chrome) as page:
            vote(page, 1)
            assert votes(meter) == 1
            (root,) = profile.folders(meter.home)
            assert ".var/app/com.google.Chrome" in str(root)
            now = time.time_ns() // 1000
            assert trust.look(meter.home, now).state == "good"

            assert meter.stop() == 0
            vote(page, 2)
            with monkeypatch.context() as meanwhile:
                meanwhile.setenv("PYTHONPATH", str(tmp_path / "site"))
                other = start(tmp_path, standin)
            try:
                vote(page, 3)
                assert votes(other) == 1, "it goes straight, and never meets a stale key"
                found = trust.look(other.home, now)
                assert (found.state, chrome.name in found.sentence) == ("warn", True)
            finally:
                other.stop()
