from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from labormeter.browser import find
from labormeter.browser.find import Computer
from labormeter.errors import KnownError

PERSON = Path("/home/ada")


def computer(
    system: str = "linux",
    *,
    programs: dict[str, str] | None = None,
    files: tuple[str, ...] = (),
    heads: dict[str, bytes] | None = None,
    environment: dict[str, str] | None = None,
) -> Computer:
    def head(path: Path) -> bytes:
        return (heads or {}).get(path.as_posix(), b"\x7fELF")

    return Computer(
        system=system,
        environment=environment or {},
        person=PERSON,
        which=(programs or {}).get,
        exists=lambda path: path.as_posix() in files,
        head=head,
    )


def test_plain_programs_are_found_firefox_first() -> None:
    here = computer(
        programs={"chromium": "/usr/bin/chromium", "firefox-esr": "/usr/bin/firefox-esr"}
    )
    found = find.installed(here)
    assert [one.name for one in found] == ["firefox", "chromium"]
    assert found[0].command == ("/usr/bin/firefox-esr",)
    assert found[1].package == ""


def test_a_wrapper_that_starts_the_snap_is_the_snap() -> None:
    here = computer(
        programs={"chromium-browser": "/usr/bin/chromium-browser"},
        files=("/snap/bin/chromium",),
        heads={"/usr/bin/chromium-browser": b'#!/bin/sh\nexec /snap/bin/chromium "$@"\n'},
    )
    (found,) = find.installed(here)
    assert (found.package, found.identity) == ("snap", "chromium")
    assert PurePosixPath(found.command[0]).as_posix() == "/snap/bin/chromium"


def test_a_program_below_snap_is_not_a_plain_one() -> None:
    here = computer(programs={"firefox": "/snap/bin/firefox"})
    assert find.installed(here) == ()


def test_a_plain_program_goes_before_the_flatpak() -> None:
    here = computer(
        programs={"brave-browser": "/usr/bin/brave-browser", "flatpak": "/usr/bin/flatpak"},
        files=("/var/lib/flatpak/app/com.brave.Browser",),
    )
    assert [one.package for one in find.installed(here)] == [""]


def test_a_flatpak_of_the_person_is_found() -> None:
    here = computer(
        programs={"flatpak": "/usr/bin/flatpak"},
        files=("/home/ada/.local/share/flatpak/app/org.mozilla.firefox",),
    )
    (found,) = find.installed(here)
    assert found.command == ("/usr/bin/flatpak", "run")
    assert found.identity == "org.mozilla.firefox"


def test_a_flatpak_without_the_program_is_not_there() -> None:
    assert find.installed(computer(files=("/var/lib/flatpak/app/org.mozilla.firefox",))) == ()


def test_windows_looks_where_installers_put_them() -> None:
    here = computer(
        "win32",
        environment={"PROGRAMFILES": "C:/PF", "LOCALAPPDATA": "C:/Local"},
        files=(
            "C:/PF/Mozilla Firefox/firefox.exe",
            "C:/Local/Google/Chrome/Application/chrome.exe",
            "C:/Local/Programs/Opera/opera.exe",
        ),
    )
    assert [one.name for one in find.installed(here)] == ["firefox", "chrome", "opera"]


def test_a_mac_looks_in_both_application_folders() -> None:
    here = computer(
        "darwin",
        files=(
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/home/ada/Applications/Firefox.app/Contents/MacOS/firefox",
        ),
    )
    assert [one.name for one in find.installed(here)] == ["firefox", "chrome"]


def test_choosing_by_name_by_family_and_the_first() -> None:
    here = computer(programs={"chromium": "/usr/bin/chromium", "firefox": "/usr/bin/firefox"})
    assert find.choose("", computer=here).name == "firefox"
    assert find.choose("", "chromium", here).name == "chromium"
    assert find.choose("chromium", computer=here).name == "chromium"


@pytest.mark.parametrize(
    ("name", "programs", "words"),
    [
        ("edge", {"firefox": "/usr/bin/firefox"}, "edge.*Installed: firefox"),
        ("edge", {}, "none that can be metered"),
        ("", {}, "No browser was found. Install"),
    ],
)
def test_what_is_not_there_is_said_with_what_is(
    name: str, programs: dict[str, str], words: str
) -> None:
    with pytest.raises(KnownError, match=words):
        find.choose(name, computer=computer(programs=programs))


def test_a_firefox_does_not_serve_where_a_chromium_is_needed() -> None:
    here = computer(programs={"firefox": "/usr/bin/firefox"})
    with pytest.raises(KnownError, match="Chromium"):
        find.choose("", "chromium", here)


def test_this_computer_can_be_looked_at() -> None:
    for browser in find.installed():
        assert Path(browser.command[0]).exists()
