from __future__ import annotations

import json
import os
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from labormeter.browser import profile
from labormeter.browser.find import Browser, Family, Package
from labormeter.errors import KnownError
from labormeter.home import Home

if TYPE_CHECKING:
    from pathlib import Path


def browser(name: str, family: Family, package: Package = "", identity: str = "") -> Browser:
    return Browser(
        name=name, title=name, family=family, command=(name,), package=package, identity=identity
    )


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return Home(tmp_path / "home")


def test_lies_outside_home(home: Home, tmp_path: Path) -> None:
    found = profile.place(home, browser("chromium", "chromium"), tmp_path)
    assert home.root not in found.root.parents
    assert found.data.parent == found.root
    assert not found.root.exists()


def test_two_homes_and_two_browsers_share_no_profile(home: Home, tmp_path: Path) -> None:
    homes = (home, Home(tmp_path / "other"))
    kinds = (browser("chromium", "chromium"), browser("firefox", "firefox"))
    assert len({profile.place(h, b, tmp_path).root for h in homes for b in kinds}) == 4


def test_snaps_and_flatpaks_get_one_where_they_may_write(home: Home, tmp_path: Path) -> None:
    snap = profile.place(home, browser("firefox", "firefox", "snap", "firefox"), tmp_path)
    flat = profile.place(
        home, browser("brave", "chromium", "flatpak", "com.brave.Browser"), tmp_path
    )
    assert tmp_path / "snap/firefox/common" in snap.root.parents
    assert tmp_path / ".var/app/com.brave.Browser" in flat.root.parents


@pytest.mark.parametrize("name", ["../x", "a/b", "", "Upper", "-x", "a" * 60])
def test_a_name_cannot_lead_elsewhere(home: Home, tmp_path: Path, name: str) -> None:
    if name:
        with pytest.raises(KnownError):
            profile.place(home, browser("chromium", "chromium"), tmp_path, name)
    else:
        assert (
            profile.place(home, browser("chromium", "chromium"), tmp_path).root.name == "chromium"
        )


@pytest.mark.skipif(os.name == "nt", reason="modes mean nothing on Windows")
def test_is_closed_to_others(home: Home, tmp_path: Path) -> None:
    found = profile.place(home, browser("firefox", "firefox"), tmp_path)
    profile.prepare(found, browser("firefox", "firefox"), tmp_path)
    assert found.root.stat().st_mode & 0o777 == 0o700
    assert found.data.stat().st_mode & 0o777 == 0o700


def test_downloads_go_where_the_person_looks_and_choices_are_kept(
    home: Home, tmp_path: Path
) -> None:
    chrome = browser("chrome", "chromium")
    found = profile.prepare(profile.place(home, chrome, tmp_path), chrome, tmp_path)
    file = found.data / "Default" / "Preferences"
    kept = json.loads(file.read_text(encoding="utf-8"))
    assert kept["download"]["default_directory"] == str(tmp_path / "Downloads")
    file.write_text('{"mine": 1}', encoding="utf-8")
    profile.prepare(found, chrome, tmp_path)
    assert file.read_text(encoding="utf-8") == '{"mine": 1}'


def test_is_removed_whole_and_twice(home: Home, tmp_path: Path) -> None:
    chrome = browser("chrome", "chromium")
    found = profile.prepare(profile.place(home, chrome, tmp_path), chrome, tmp_path)
    profile.remove(found)
    profile.remove(found)
    assert not found.root.exists()


def test_a_place_that_cannot_be_made_is_said(home: Home, tmp_path: Path) -> None:
    chrome = browser("chrome", "chromium")
    found = profile.place(home, chrome, tmp_path)
    found.root.parent.mkdir(parents=True)
    found.root.write_text("")
    with pytest.raises(KnownError, match="profile could not be made"):
        profile.prepare(found, chrome, tmp_path)


def test_windows_says_it_by_a_file_that_cannot_be_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert not profile.in_use(tmp_path)
    (tmp_path / "data").mkdir()
    (tmp_path / "data/lockfile").touch()
    assert not profile.in_use(tmp_path)
    (tmp_path / "firefox/parent.lock").mkdir(parents=True)  # as little to be opened as a held file
    assert profile.in_use(tmp_path)


def test_all_profiles_of_a_home_are_found_and_no_other_s(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    home, other = Home(tmp_path / "home"), Home(tmp_path / "other")
    plain = Browser(name="chromium", title="Chromium", family="chromium", command=("c",))
    snap = replace(plain, package="snap", identity="chromium")
    flat = replace(plain, package="flatpak", identity="org.chromium.Chromium")
    mine = [profile.place(home, each, tmp_path).root for each in (plain, snap, flat)]
    for root in (*mine, *(profile.place(other, each, tmp_path).root for each in (plain, snap))):
        root.mkdir(parents=True)
    assert set(profile.folders(home, tmp_path)) == set(mine)
    assert list(profile.folders(Home(tmp_path / "third"), tmp_path)) == []


@pytest.mark.skipif(os.name == "nt", reason="browsers leave no such link on Windows")
@pytest.mark.parametrize(
    ("link", "target", "open_now"),
    [
        ("data/SingletonLock", "my-host-{own}", True),
        ("firefox/lock", "127.0.1.1:+{own}", True),
        ("firefox/lock", "127.0.1.1:+999999999", False),
        ("data/SingletonLock", "nonsense", False),
        ("data/SingletonLock", "host-0", False),
    ],
)
def test_is_open_while_the_process_that_its_link_names_runs(
    tmp_path: Path, link: str, target: str, *, open_now: bool
) -> None:
    assert not profile.in_use(tmp_path)
    (tmp_path / link).parent.mkdir()
    (tmp_path / link).symlink_to(target.format(own=os.getpid()))
    assert profile.in_use(tmp_path) is open_now
