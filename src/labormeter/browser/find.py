"""Which browsers are installed here, and how each is started."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from labormeter.errors import KnownError
from labormeter.sentence import said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

type Family = Literal["chromium", "firefox"]
type Package = Literal["", "snap", "flatpak"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A browser that labormeter knows, and where the three systems put it."""

    name: str
    title: str
    family: Family
    commands: tuple[str, ...] = ()
    """Linux: names on the PATH."""
    snap: str = ""
    flatpak: str = ""
    windows: str = ""
    """Below Program Files or the user's local application data."""
    mac: str = ""
    """Below Applications."""


KINDS: Final = (
    Kind(
        name="firefox",
        title="Firefox",
        family="firefox",
        commands=("firefox", "firefox-esr"),
        snap="firefox",
        flatpak="org.mozilla.firefox",
        windows="Mozilla Firefox/firefox.exe",
        mac="Firefox.app/Contents/MacOS/firefox",
    ),
    Kind(
        name="chromium",
        title="Chromium",
        family="chromium",
        commands=("chromium", "chromium-browser"),
        snap="chromium",
        flatpak="org.chromium.Chromium",
        windows="Chromium/Application/chrome.exe",
        mac="Chromium.app/Contents/MacOS/Chromium",
    ),
    Kind(
        name="chrome",
        title="Google Chrome",
        family="chromium",
        commands=("google-chrome-stable", "google-chrome"),
        flatpak="com.google.Chrome",
        windows="Google/Chrome/Application/chrome.exe",
        mac="Google Chrome.app/Contents/MacOS/Google Chrome",
    ),
    Kind(
        name="edge",
        title="Microsoft Edge",
        family="chromium",
        commands=("microsoft-edge-stable", "microsoft-edge"),
        flatpak="com.microsoft.Edge",
        windows="Microsoft/Edge/Application/msedge.exe",
        mac="Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ),
    Kind(
        name="brave",
        title="Brave",
        family="chromium",
        commands=("brave-browser", "brave"),
        snap="brave",
        flatpak="com.brave.Browser",
        windows="BraveSoftware/Brave-Browser/Application/brave.exe",
        mac="Brave Browser.app/Contents/MacOS/Brave Browser",
    ),
    Kind(
        name="vivaldi",
        title="Vivaldi",
        family="chromium",
        commands=("vivaldi-stable", "vivaldi"),
        flatpak="com.vivaldi.Vivaldi",
        windows="Vivaldi/Application/vivaldi.exe",
        mac="Vivaldi.app/Contents/MacOS/Vivaldi",
    ),
    Kind(
        name="opera",
        title="Opera",
        family="chromium",
        commands=("opera-stable", "opera"),
        snap="opera",
        flatpak="com.opera.Opera",
        windows="Opera/opera.exe",
        mac="Opera.app/Contents/MacOS/Opera",
    ),
    Kind(
        name="librewolf",
        title="LibreWolf",
        family="firefox",
        commands=("librewolf",),
        flatpak="io.gitlab.librewolf-community",
        windows="LibreWolf/librewolf.exe",
        mac="LibreWolf.app/Contents/MacOS/librewolf",
    ),
)
"""In the order in which they are preferred: Firefox keeps our certificate in its profile alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Browser:
    """A browser that is installed here."""

    name: str
    title: str
    family: Family
    command: tuple[str, ...]
    """What starts it, before any argument."""
    package: Package = ""
    identity: str = ""
    """Its name as a snap or flatpak."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Computer:
    """What there is to look at; tests hand in another computer."""

    system: str = sys.platform
    environment: Mapping[str, str] = field(default_factory=lambda: os.environ)
    person: Path = field(default_factory=Path.home)
    which: Callable[[str], str | None] = shutil.which
    exists: Callable[[Path], bool] = Path.exists
    head: Callable[[Path], bytes] = field(default_factory=lambda: _head)


def installed(computer: Computer | None = None) -> tuple[Browser, ...]:
    """Return the browsers that are installed, each once, the preferred ones first."""
    here = computer or Computer()
    found = (next(_places(kind, here), None) for kind in KINDS)
    return tuple(browser for browser in found if browser is not None)


def choose(name: str, family: Family | None = None, computer: Computer | None = None) -> Browser:
    """Return the browser of that name, or the first of the family where no name is given.

    Raises KnownError where there is none.
    """
    fitting = [one for one in installed(computer) if family in {None, one.family}]
    for browser in fitting:
        if name in {"", browser.name}:
            return browser
    have = ", ".join(browser.name for browser in fitting) or "none that can be metered"
    if name:
        raise KnownError(
            said("The browser {name} was not found here.", name=repr(name)),
            said("Installed: {names}.", names=have),
        )
    wanted = "Chromium (or Chrome, Edge, Brave, Vivaldi, Opera)" if family else "Firefox, Chromium"
    raise KnownError(
        "No browser was found.", said("Install {browser}, then try again.", browser=wanted)
    )


def _places(kind: Kind, here: Computer) -> Iterator[Browser]:
    if here.system == "win32":
        yield from _windows(kind, here)
    elif here.system == "darwin":
        yield from _mac(kind, here)
    else:
        yield from _linux(kind, here)
        yield from _flatpak(kind, here)


def _windows(kind: Kind, here: Computer) -> Iterator[Browser]:
    for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        if base := here.environment.get(variable):
            for path in (Path(base) / kind.windows, Path(base) / "Programs" / kind.windows):
                if here.exists(path):
                    yield _browser(kind, str(path))


def _mac(kind: Kind, here: Computer) -> Iterator[Browser]:
    for base in (Path("/Applications"), here.person / "Applications"):
        if here.exists(base / kind.mac):
            yield _browser(kind, str(base / kind.mac))


def _linux(kind: Kind, here: Computer) -> Iterator[Browser]:
    """Look for plain programs; a wrapper that only starts the snap is the snap."""
    for command in kind.commands:
        path = here.which(command)
        if path and not _is_snap(path, here):
            yield _browser(kind, path)
    snap = Path("/snap/bin") / kind.snap
    if kind.snap and here.exists(snap):
        yield _browser(kind, str(snap), package="snap", identity=kind.snap)


def _flatpak(kind: Kind, here: Computer) -> Iterator[Browser]:
    program = here.which("flatpak")
    bases = (Path("/var/lib/flatpak"), here.person / ".local/share/flatpak")
    if program and any(here.exists(base / "app" / kind.flatpak) for base in bases):
        yield _browser(kind, program, "run", package="flatpak", identity=kind.flatpak)


def _browser(kind: Kind, *command: str, package: Package = "", identity: str = "") -> Browser:
    return Browser(
        name=kind.name,
        title=kind.title,
        family=kind.family,
        command=command,
        package=package,
        identity=identity,
    )


def _is_snap(path: str, here: Computer) -> bool:
    return "/snap/" in path or b"/snap/bin/" in here.head(Path(path))


def _head(path: Path) -> bytes:
    """Return the beginning of a file: a wrapper script says there what it starts."""
    try:
        with path.open("rb") as file:
            return file.read(2048)
    except OSError:
        return b""
