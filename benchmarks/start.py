"""From nothing to the first counted act, machine time only, against the same browser started bare.

    python -m benchmarks.start [ROUNDS]

Ours: an empty home; settle packs and certificate, start meter and practice site, open the metered
browser with a fresh profile, like a post on the practice site, until the ledger has it. Bare: the
practice site is there, the same browser with the same flags and a fresh profile opens it straight
and likes the same post, until the site says that it took it. In turn; each in a folder of its own.

Then what an engine that hangs costs: a new connection and its first answer, which come straight.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

import psutil
from benchmarks._lab import lab
from benchmarks.connection import fresh, told

from labormeter import lock
from labormeter.browser import devtools, find, launch, metering, ready
from labormeter.home import Home
from labormeter.ledger import query
from labormeter.platforms import PRACTICE_HOST
from labormeter.practice import place, site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks._lab import Lab

    from labormeter.browser.devtools import Page
    from labormeter.browser.find import Browser

ROUNDS: Final = 7
LIKE: Final = "[data-post=p1] .like"


@contextlib.contextmanager
def apart() -> Iterator[Path]:
    """Give a folder in which everything of one round lies."""
    kept = dict(os.environ)
    with tempfile.TemporaryDirectory(
        prefix="labormeter-start-", ignore_cleanup_errors=True
    ) as name:
        for variable in ("XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
            os.environ[variable] = f"{name}/{variable}"
        try:
            yield Path(name)
        finally:
            os.environ.clear()
            os.environ.update(kept)


def like(page: Page) -> None:
    """Like the first post as a person does."""
    page.wait("document.body.dataset.ready")
    page.click(LIKE)
    page.wait(f"document.querySelector('{LIKE}').getAttribute('aria-pressed') === 'true'")


def ours(browser: Browser) -> dict[str, float]:
    """Return the seconds from an empty home to each step."""
    steps: dict[str, float] = {}
    with apart() as folder:
        home, began = Home(folder / "home"), time.monotonic()
        now = time.time_ns() // 1000
        settled = ready.ready(home, now)
        steps["settled"] = time.monotonic() - began
        with site.running(home, now, settled.status), metering.running(home) as port:
            steps["metering"] = time.monotonic() - began
            opened = launch.browse(
                home,
                settled.authority,
                port=port,
                url="about:blank",
                browser=browser,
                headless=True,
                debug=True,
            )
            with devtools.attach(opened.profile.data, lambda: True) as tools:
                page = tools.open(site.ADDRESS)
                steps["page"] = time.monotonic() - began
                like(page)
                counted(home)
                steps["counted"] = time.monotonic() - began
                tools.quit()
            opened.close()
    return steps


def counted(home: Home) -> None:
    """Wait until the ledger has an act."""
    with query.open(home) as ledger:
        while not ledger.count():
            time.sleep(0.005)


def bare(browser: Browser) -> float:
    """Return the seconds until the same browser, alone, had the same like taken."""
    with apart() as folder:
        home = Home(folder / "home").create()
        with site.running(home, time.time_ns() // 1000):
            port = place.port(home)
            began = time.monotonic()
            line = [
                *browser.command,
                f"--user-data-dir={folder / 'profile'}",
                f"--host-resolver-rules=MAP {PRACTICE_HOST}:443 127.0.0.1:{port}",
                "--ignore-certificate-errors",
                *launch.QUIET,
                *launch.HEADLESS,
                *(["--no-sandbox"] if os.geteuid() == 0 else []),
                "--remote-debugging-port=0",
                "--remote-allow-origins=http://127.0.0.1",
                "about:blank",
            ]
            quiet = subprocess.DEVNULL
            process = subprocess.Popen(line, stdin=quiet, stdout=quiet, stderr=quiet)
            with devtools.attach(folder / "profile", lambda: process.poll() is None) as tools:
                like(tools.open(site.ADDRESS))
                took = time.monotonic() - began
                tools.quit()
            process.wait(20)
    return took


def starts(rounds: int) -> None:
    """Print both, in turn, the first of each left out."""
    browser = find.choose("", "chromium")
    mine: list[dict[str, float]] = []
    alone: list[float] = []
    for _ in range(rounds + 1):
        mine.append(ours(browser))
        alone.append(bare(browser))
    for step in mine[0]:
        print(f"{step:10} {statistics.median(one[step] for one in mine[1:]):.2f} s")
    total, plain = (
        statistics.median(one["counted"] for one in mine[1:]),
        statistics.median(alone[1:]),
    )
    print(f"first start to first counted act {total:.2f} s, bare browser {plain:.2f} s")
    print(f"ratio {total / plain:.2f}, difference {total - plain:+.2f} s")


async def hung(place: Lab, rounds: int) -> list[float]:
    """Return the milliseconds of new connections while the engine hangs."""
    found = []
    with place.meter() as meter:
        (engine,) = meter.process.children()
        for _ in range(rounds):
            engine.suspend()
            found.append(await fresh(meter, PRACTICE_HOST, place.authority))
            engine.resume()
            await asyncio.sleep(1)
    return found


def main() -> None:
    """Run both parts."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    starts(rounds)
    with lab() as place, lock.hold(place.home.run / "practice.lock", port=place.origin):
        values = asyncio.run(hung(place, max(3, rounds)))
        print(f"new connection while the engine hangs: {told(values)}")
    assert psutil.Process().children() == [], "something is left"


if __name__ == "__main__":
    main()
