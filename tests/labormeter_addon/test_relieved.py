"""A whole meter whose engine grows too large under traffic: no gap, no act lost, nothing cut."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from tests.labormeter_addon.conftest import DONE, SITE, until

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.labormeter_addon.conftest import Browser, Start

LARGE = """
import pathlib
from labormeter_addon import renewal

def running():
    first = pathlib.Path({marker!r})
    if not first.exists():
        first.touch()
        renewal.CEILING = 1
"""
"""Lets the first engine, and no other, be above its ceiling from its start on."""


def test_a_change_over_loses_nothing_and_is_no_gap(
    start: Start, browser: Callable[..., Browser], tmp_path: Path
) -> None:
    script = tmp_path / "large.py"
    script.write_text(LARGE.format(marker=str(tmp_path / "first")))
    running = start("-s", str(script))
    old = running.engine()
    posts: list[str] = []
    end = time.monotonic() + 60
    while running.engine() == old and time.monotonic() < end:
        posts.append(str(len(posts)))
        client = browser(running, SITE)
        assert client.like(posts[-1]) == (200, DONE)
        assert client.issuer() == "labormeter on this computer", "it went straight"
        client.close()
        time.sleep(0.05)
    assert running.engine() != old
    for _ in range(5):
        posts.append(str(len(posts)))
        assert browser(running, SITE).like(posts[-1]) == (200, DONE)
    assert until(lambda: len(running.acts()) == len(posts))
    assert running.spans("gap") == []
    assert running.stop() == 0
    assert len(running.acts()) == len(posts)
