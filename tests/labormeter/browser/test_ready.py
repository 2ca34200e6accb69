from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from labormeter import platforms, settings
from labormeter.browser import ready
from labormeter.errors import KnownError
from labormeter.home import Home
from labormeter.rules import load
from labormeter.testing import NOON

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


def test_vouches_for_what_is_metered_and_nothing_else(home: Home) -> None:
    found = ready.ready(home, NOON)
    wanted = platforms.hosts(load.shipped(), settings.Settings({}))
    assert found.authority.hosts == wanted
    assert platforms.PRACTICE_HOST in wanted


def test_writes_down_what_it_began_with_so_that_news_wait(home: Home) -> None:
    ready.ready(home, NOON)
    agreed = settings.read(home.settings).words("agreed")
    assert f"x={load.shipped().hosts('x')[0]}" in agreed
    assert not any(line.startswith("practice=") for line in agreed)


def test_a_second_time_changes_nothing(home: Home) -> None:
    first = ready.ready(home, NOON)
    text = home.settings.read_text()
    second = ready.ready(home, NOON)
    assert (first.authority.fresh, second.authority.fresh) == (True, False)
    assert home.settings.read_text() == text


def test_a_platform_switched_off_is_no_longer_vouched_for(home: Home) -> None:
    ready.ready(home, NOON)
    settings.change(home.settings, "off", ["x"])
    found = ready.ready(home, NOON)
    assert "x.com" not in found.authority.hosts
    assert found.authority.fresh
    assert "X" in found.status()["unmetered"]


def test_the_start_page_is_told_of_platforms_and_not_of_practice(home: Home) -> None:
    said = ready.ready(home, NOON).status()
    assert "X" in said["metered"]
    assert not any("practice" in title.lower() for title in said["metered"])


def test_faulty_settings_are_said(home: Home) -> None:
    home.create()
    home.settings.write_text("lens = 7\n")
    with pytest.raises(KnownError, match="lens"):
        ready.ready(home, NOON)
