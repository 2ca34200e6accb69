from __future__ import annotations

from pathlib import Path

import pytest

from labormeter import lock, settings
from labormeter.browser import authority, launch, pac
from labormeter.desktop import gnome, own
from labormeter.doctor import pac as part
from labormeter.home import Home
from labormeter.testing import NOON


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return Home(tmp_path / "home").create()


def test_a_port_that_differs_is_bad(home: Home) -> None:
    settings.change(home.settings, "port", 8080)
    with lock.hold(home.lock, port=9090):
        assert part.look(home, NOON).state == "bad"
    with lock.hold(home.lock, port=8080):
        assert part.look(home, NOON).state == "good"


def test_a_firefox_that_was_told_older_hosts_is_warned_of(home: Home) -> None:
    settings.change(home.settings, "port", 8080)
    made = authority.ensure(home, ["x.com"], NOON)
    folder = home.profiles / "firefox" / "firefox"
    folder.mkdir(parents=True)
    told = folder / "user.js"
    told.write_text(launch.preferences(pac.url(made.hosts, 8080)), encoding="utf-8")
    assert part.look(home, NOON).state == "good"
    authority.ensure(home, ["x.com", "y.com"], NOON)
    assert part.look(home, NOON).state == "warn"


def test_without_a_port_there_is_nothing_to_say(home: Home) -> None:
    assert part.look(home, NOON).state == "good"


def test_the_desktops_script_must_be_the_present_one(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.change(home.settings, "port", 8080)
    made = authority.ensure(home, ["x.com"], NOON)
    book = own.journal(home)
    book.write(wish="on")
    assert part.look(home, NOON).state == "bad"
    book.write(**{"is": "on"})
    told = gnome.quoted(pac.url(made.hosts, 8080))
    monkeypatch.setattr(gnome, "read", lambda key: told if key == gnome.SCRIPT else "'auto'")
    assert part.look(home, NOON).state == "good"
    authority.ensure(home, ["x.com", "y.com"], NOON)
    found = part.look(home, NOON)
    assert (found.state, "desktop off" in found.remedy) == ("warn", True)


def test_a_proxy_of_others_is_said_to_be_gone_past() -> None:
    assert part.judge(8080, 8080, ()).state == "good"
    found = part.judge(8080, 8080, (), proxied=True)
    assert (found.state, "past it" in found.sentence) == ("warn", True)


def test_what_the_environment_names_is_seen(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.change(home.settings, "port", 8080)
    authority.ensure(home, ["x.com"], NOON)
    monkeypatch.setenv("https_proxy", "http://proxy.example:3128")
    assert part.look(home, NOON).state == "warn"
