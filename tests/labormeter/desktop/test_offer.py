"""What is offered, without anything being changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from labormeter import settings
from labormeter.browser import authority, pac
from labormeter.desktop import gnome, own
from labormeter.desktop.offer import offer, write_script
from labormeter.home import Home
from labormeter.testing import NOON

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home(tmp_path / "home").create()
    settings.change(home.settings, "port", 8080)
    authority.ensure(home, ["x.com"], NOON)
    return home


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> dict[str, str | None]:
    """A desktop that has these settings; nobody writes them here."""
    kept: dict[str, str | None] = {gnome.MODE: None, gnome.SCRIPT: None}
    monkeypatch.setattr(gnome, "present", lambda: True)
    monkeypatch.setattr(gnome, "writable", lambda: True)
    monkeypatch.setattr(gnome, "read", kept.__getitem__)
    monkeypatch.setattr(gnome, "write", lambda *_: pytest.fail("nothing is to be changed"))
    for name in own.PROXIES:
        monkeypatch.delenv(name, raising=False)
    return kept


@pytest.mark.usefixtures("desk")
def test_the_steps_in_their_order_and_firefox_by_hand(home: Home, tmp_path: Path) -> None:
    found = offer(home, tmp_path)
    assert (found.standing, found.obstacle) == ("off", None)
    assert [each.name for each in found.steps] == ["trust", "script", "mode"]
    assert str(tmp_path / ".pki/nssdb") in found.steps[0].sentence
    assert found.by_hand[0].startswith("Firefox, ")
    assert not (tmp_path / ".pki").exists()


def test_what_stands_in_the_way_is_said_with_the_steps_by_hand(
    home: Home, tmp_path: Path, desk: dict[str, str | None]
) -> None:
    desk[gnome.MODE] = "'manual'"
    found = offer(home, tmp_path)
    assert found.obstacle is not None
    assert "set for this desktop already" in found.obstacle.message
    assert (found.steps, len(found.by_hand) > 0) == ((), True)


@pytest.mark.usefixtures("desk")
def test_to_look_issues_no_certificate_and_changes_no_setting(tmp_path: Path) -> None:
    home = Home(tmp_path / "new").create()
    settings.change(home.settings, "port", 8080)
    before = home.settings.read_bytes()
    assert offer(home, tmp_path).obstacle is not None
    assert authority.read(home) is None
    assert home.settings.read_bytes() == before


def test_before_there_is_a_port_there_is_nothing_to_offer(tmp_path: Path) -> None:
    found = offer(Home(tmp_path / "new").create(), tmp_path)
    assert found.obstacle is not None
    assert "port" in found.obstacle.message
    assert (found.steps, found.by_hand) == ((), ())


@pytest.mark.usefixtures("desk")
def test_where_it_is_on_only_the_way_back_is_left(home: Home, tmp_path: Path) -> None:
    own.journal(home).write(wish="on")
    assert offer(home, tmp_path).standing == "halfway"
    own.journal(home).write(**{"is": "on"})
    found = offer(home, tmp_path)
    assert (found.standing, found.obstacle, found.steps) == ("on", None, ())


def test_the_script_has_the_port_and_hosts_of_now(home: Home) -> None:
    write_script(home, NOON)
    assert "127.0.0.1:8080" in (home.run / pac.FILE).read_text()
    settings.change(home.settings, "port", 8081)
    write_script(home, NOON)
    assert "127.0.0.1:8081" in (home.run / pac.FILE).read_text()
