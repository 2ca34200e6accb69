from __future__ import annotations

import os
import plistlib
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from labormeter import autostart
from labormeter.autostart import Session
from labormeter.errors import KnownError
from labormeter.home import Home

ODD = ["/opt/my apps/python", "--home", '/home/ada/50% "of" $HOME\\x']


@pytest.fixture
def linux(tmp_path: Path) -> Session:
    (tmp_path / "run/systemd").mkdir(parents=True)
    (tmp_path / "person").mkdir()
    return Session("linux", tmp_path / "person", {"XDG_RUNTIME_DIR": str(tmp_path / "run")})


def tree(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def test_a_unit_is_written_enabled_and_gone_without_a_trace(linux: Session, tmp_path: Path) -> None:
    linux.config.mkdir()
    before = tree(linux.person)
    assert autostart.present(linux) == ()
    assert autostart.on(Home(tmp_path / "home"), linux) == "unit"
    assert autostart.present(linux) == ("unit",)
    assert autostart.link(linux).resolve() == autostart.files(linux)["unit"]
    autostart.off(linux)
    assert autostart.present(linux) == ()
    assert tree(linux.person) == before


def test_without_systemd_it_is_an_entry(linux: Session, tmp_path: Path) -> None:
    bare = replace(linux, environment={})
    assert autostart.on(Home(tmp_path / "home"), bare) == "entry"
    assert autostart.present(bare) == ("entry",)
    autostart.off(bare)
    assert autostart.present(bare) == ()


def test_a_second_time_changes_nothing_and_others_units_stay(
    linux: Session, tmp_path: Path
) -> None:
    theirs = linux.config / "systemd/user/theirs.service"
    theirs.parent.mkdir(parents=True)
    theirs.write_text("")
    autostart.on(Home(tmp_path / "a"), linux)
    autostart.on(Home(tmp_path / "b"), linux)
    assert str(tmp_path / "b") in autostart.files(linux)["unit"].read_text()
    autostart.off(linux)
    autostart.off(linux)
    assert theirs.exists()
    assert tree(linux.config) == ["systemd", "systemd/user", "systemd/user/theirs.service"]


def test_systemd_itself_takes_the_unit(tmp_path: Path) -> None:
    program = shutil.which("systemd-analyze")
    if program is None:
        pytest.skip("systemd is not here")
    unit = tmp_path / "labormeter.service"
    unit.write_text(autostart.unit(["/bin/true", *ODD[1:]]))
    (tmp_path / "run").mkdir(mode=0o700)
    done = subprocess.run(
        [program, "--user", "verify", str(unit)],
        env=os.environ | {"XDG_RUNTIME_DIR": str(tmp_path / "run"), "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    if "Failed to initialize manager" in done.stderr:
        pytest.skip("no systemd can be asked here")
    assert done.returncode == 0, done.stderr


def test_no_word_of_a_path_is_taken_for_more_than_it_is() -> None:
    assert r'"/home/ada/50%% \"of\" $$HOME\\x"' in autostart.unit(ODD)
    assert r'"/home/ada/50%% \\"of\\" \\$HOME\\\\x"' in autostart.entry(ODD)


def test_the_mac_gets_its_agent(tmp_path: Path) -> None:
    mac = Session("darwin", tmp_path, {})
    assert autostart.on(Home(tmp_path / "home"), mac) == "agent"
    found = plistlib.loads(autostart.files(mac)["agent"].read_bytes())
    assert found["ProgramArguments"] == autostart.line(Home(tmp_path / "home"))
    assert found["RunAtLoad"] is True
    autostart.off(mac)
    assert autostart.present(mac) == ()


@pytest.mark.parametrize("way", ["unit", "entry", "agent"])
def test_whose_meter_it_is_that_starts(way: str, linux: Session, tmp_path: Path) -> None:
    here = {"unit": linux, "entry": replace(linux, environment={})}.get(
        way, Session("darwin", tmp_path, {})
    )
    mine, other = Home(tmp_path / '50% "$me"'), Home(tmp_path / "other")
    assert autostart.on(mine, here) == way
    assert autostart.starts(here.way, mine, here)
    assert not autostart.starts(here.way, other, here)
    autostart.files(here)[here.way].unlink()
    assert autostart.starts(here.way, other, here), "a link that leads nowhere is nobody else's"


def test_windows_gets_one_line_that_splits_again_as_it_was() -> None:
    assert autostart.key(["C:\\My Apps\\python.exe", "-m", "x"]) == '"C:\\My Apps\\python.exe" -m x'
    assert Session("win32", Path("/p"), {}).way == "key"


def test_it_starts_the_verb_that_everybody_can_type(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    assert autostart.line(home)[-3:] == ["--home", str(home.root), "meter"]
    assert autostart.describe(["a b", "c"]) == "'a b' c"


def test_a_folder_that_takes_nothing_is_a_sentence(linux: Session, tmp_path: Path) -> None:
    (linux.person / ".config").write_text("a file")
    with pytest.raises(KnownError, match="could not be written"):
        autostart.on(Home(tmp_path / "home"), linux)
