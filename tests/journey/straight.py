"""A world in which what goes straight is seen as well: by the door as by the engine, by a browser
that trusts the stand-in's authority beside ours.
"""

import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

import pytest
from conftest import Running, labormeter, start
from standin import Standin

from labormeter.browser import authority, bidi, devtools, find, launch, profile
from labormeter.browser.find import Browser

SITE = "www.reddit.com"
EVERYWHERE = """
import asyncio, os, socket
plain = asyncio.BaseEventLoop.getaddrinfo

async def lead(self, host, port, **how):
    if host == "127.0.0.1":
        return await plain(self, host, port, **how)
    return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", int(os.environ["STANDIN_PORT"])))]

asyncio.BaseEventLoop.getaddrinfo = lead
"""


class Page(Protocol):
    """A page of whichever browser."""

    def navigate(self, url: str) -> Any: ...
    def evaluate(self, expression: str) -> Any: ...


@contextmanager
def metering(
    tmp_path: Path, standin: Standin, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Running]:
    """A meter of Reddit alone, in a world in which every name leads to the stand-in."""
    (tmp_path / "user").mkdir(exist_ok=True)
    (tmp_path / "site").mkdir()
    (tmp_path / "site/sitecustomize.py").write_text(EVERYWHERE)
    labormeter(tmp_path, standin, "platforms", "on", "reddit", "--yes")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("HOME", str(tmp_path / "user"))
    with monkeypatch.context() as meanwhile:
        meanwhile.setenv("PYTHONPATH", str(tmp_path / "site"))
        running = start(tmp_path, standin)
    try:
        yield running
    finally:
        running.stop()


@contextmanager
def browsing(
    family: str, meter: Running, standin: Standin, browser: Browser | None = None
) -> Iterator[Page]:
    """Open the metered browser, with trust in the stand-in's own authority beside ours."""
    browser = browser or next(found for found in find.installed() if found.family == family)
    trusted = authority.read(meter.home)
    assert trusted is not None
    where = profile.prepare(profile.place(meter.home, browser, Path.home()), browser, Path.home())
    usual = where.trust if launch.homed(browser) else Path.home() / ".pki" / "nssdb"
    store = where.data if family == "firefox" else usual
    store.mkdir(parents=True, exist_ok=True)
    for words in (
        ["-N", "--empty-password"],
        ["-A", "-t", "C,,", "-n", "stand-in", "-i", str(standin.ca)],
    ):
        subprocess.run(
            ["certutil", *words, "-d", f"sql:{store}"], check=True, capture_output=True, timeout=30
        )
    opened = launch.browse(
        meter.home,
        trusted,
        port=meter.port,
        url="about:blank",
        browser=browser,
        headless=True,
        debug=True,
    )
    alive: Callable[[], bool] = lambda: opened.process.poll() is None  # noqa: E731
    try:
        if family == "firefox":
            with bidi.attach(opened.profile.data, alive) as fox:
                yield fox
                fox.quit()
        else:
            with devtools.attach(opened.profile.data, alive) as tools:
                yield tools.open()
                tools.quit()
    finally:
        opened.close()


def until[T](look: Callable[[], T], seconds: float = 15) -> T:
    end = time.monotonic() + seconds
    while True:
        if (found := look()) or time.monotonic() > end:
            return found
        time.sleep(0.05)
