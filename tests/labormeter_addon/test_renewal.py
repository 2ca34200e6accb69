"""Reasons for another engine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psutil
import pytest

from labormeter.errors import KnownError
from labormeter.home import Home
from labormeter_addon import renewal as module
from labormeter_addon.renewal import Renewal, memory

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def room(monkeypatch: pytest.MonkeyPatch) -> None:
    """The process that runs all tests may be larger than any engine."""
    monkeypatch.setattr(module, "CEILING", 2**40)


def test_only_other_hosts_are_a_reason(tmp_path: Path) -> None:
    home = Home(tmp_path).create()
    hosts = {"x.com": "x"}
    reads: list[int] = []

    def read() -> dict[str, str]:
        reads.append(1)
        return hosts

    renewal = Renewal(home, hosts, read)
    assert renewal.due() is None
    assert reads == []
    home.settings.write_text("deflated = true\n")
    assert renewal.due() is None
    assert renewal.due() is None
    assert reads == [1], "read once a change"
    hosts = {"x.com": "x", "y.com": "y"}
    (home.packs / "y.toml").write_text("")
    assert renewal.due() == "hosts-changed"


def test_settings_that_cannot_be_read_change_nothing(tmp_path: Path) -> None:
    def read() -> dict[str, str]:
        raise KnownError("settings.toml: what?")

    home = Home(tmp_path).create()
    renewal = Renewal(home, {}, read)
    home.settings.write_text("what")
    assert renewal.due() is None


def test_memory_is_a_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    renewal = Renewal(Home(tmp_path).create(), {}, dict)
    assert renewal.due() is None
    own = psutil.Process().memory_info().rss
    assert memory() == 0 or memory() == pytest.approx(own, rel=0.05)
    monkeypatch.setattr(module, "CEILING", -1)
    assert renewal.due() == "memory"
