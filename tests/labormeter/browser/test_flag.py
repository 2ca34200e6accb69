"""Browsers that can only be told of a key by its hash."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from labormeter import lock
from labormeter.browser import flag
from labormeter.browser.find import Browser
from labormeter.browser.flag import Way
from labormeter.home import Home

if TYPE_CHECKING:
    from pathlib import Path

CHROME = Browser(name="chrome", title="Chrome", family="chromium", command=("chrome",))
FOX = Browser(name="firefox", title="Firefox", family="firefox", command=("firefox",))


@pytest.mark.parametrize(
    ("browser", "system", "told"),
    [
        (CHROME, "linux", False),
        (CHROME, "win32", True),
        (CHROME, "darwin", True),
        (replace(CHROME, package="snap"), "linux", True),
        (replace(CHROME, package="flatpak"), "linux", True),
        (FOX, "win32", False),
        (replace(FOX, package="snap"), "linux", False),
    ],
)
def test_who_is_told(browser: Browser, system: str, *, told: bool) -> None:
    assert flag.told(browser, system) is told


def test_a_meter_has_the_key_only_where_a_browser_may_need_it() -> None:
    assert not flag.wanted([CHROME, FOX], "linux")
    assert flag.wanted([CHROME, replace(CHROME, package="snap")], "linux")
    assert flag.wanted([], "win32"), "one may be installed at any time"


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        ({"port": 1}, None),
        ({"flag_port": 2, "flag_key": "K"}, Way(2, "K")),
        ({"flag_port": 2}, None),
        ({"flag_port": "2", "flag_key": "K"}, None),
    ],
)
def test_the_running_meter_says_its_way(
    tmp_path: Path, facts: dict[str, int | str], found: Way | None
) -> None:
    home = Home(tmp_path).create()
    assert flag.way(home) is None
    with lock.hold(home.lock) as hold:
        hold.tell(**facts)
        assert flag.way(home) == found
    assert flag.way(home) is None, "a meter that ended has none"


@pytest.mark.skipif(os.name == "nt", reason="browsers say otherwise there that they run")
def test_one_that_is_open_and_was_told_of_another_key_is_outdated(tmp_path: Path) -> None:
    closed, current, older, never = (tmp_path / name for name in ("closed", "now", "then", "fox"))
    for root in (closed, current, older, never):
        (root / "data").mkdir(parents=True)
    flag.note(closed, "OLD")
    flag.note(current, "NEW")
    flag.note(older, "OLD")
    for root in (current, older, never):
        (root / "data/SingletonLock").symlink_to(f"my-host-{os.getpid()}")
    assert list(flag.outdated([closed, current, older, never], "NEW")) == [older]
