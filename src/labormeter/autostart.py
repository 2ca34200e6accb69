r"""Metering from login on, where the person chose that: one file (on Windows one value) of theirs.

Linux     ~/.config/systemd/user/labormeter.service and its link below default.target.wants,
          or ~/.config/autostart/labormeter.desktop where no systemd serves the user
macOS     ~/Library/LaunchAgents/org.labormeter.meter.plist
Windows   HKEY_CURRENT_USER, Software\Microsoft\Windows\CurrentVersion\Run, value `labormeter`

The meter that is started this way says so on the desktop, like every other. There is no machine-wide
form: nobody switches it on for somebody else.
"""

from __future__ import annotations

import os
import plistlib
import shlex
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from labormeter import roles
from labormeter.errors import KnownError
from labormeter.sentence import said

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from labormeter.home import Home

type Way = Literal["unit", "entry", "agent", "key"]

NAME: Final = "labormeter"
LABEL: Final = "org.labormeter.meter"
RUN: Final = r"Software\Microsoft\Windows\CurrentVersion\Run"


@dataclass(frozen=True, slots=True)
class Session:
    """The login session for which it is; tests hand in another."""

    system: str = sys.platform
    person: Path = field(default_factory=Path.home)
    environment: Mapping[str, str] = field(default_factory=lambda: os.environ)

    @property
    def config(self) -> Path:
        """Return the folder of the person's configuration, on Linux."""
        named = self.environment.get("XDG_CONFIG_HOME")
        return Path(named) if named else self.person / ".config"

    @property
    def cache(self) -> Path:
        """Return our folder in the person's cache, as platformdirs has it."""
        if self.system == "win32":
            return self.person / "AppData/Local" / NAME / "Cache"
        if self.system == "darwin":
            return self.person / "Library/Caches" / NAME
        named = self.environment.get("XDG_CACHE_HOME")
        return (Path(named) if named else self.person / ".cache") / NAME

    @property
    def way(self) -> Way:
        """Return how a program is started at login here."""
        if self.system == "win32":
            return "key"
        if self.system == "darwin":
            return "agent"
        runtime = self.environment.get("XDG_RUNTIME_DIR", "")
        return "unit" if runtime and (Path(runtime) / "systemd").is_dir() else "entry"


def line(home: Home) -> list[str]:
    """Return the command that is started at login: the meter of this home."""
    return roles.command("command", "--home", str(home.root), "meter")


def unit(command: Sequence[str]) -> str:
    """Return a systemd user unit; specifiers and variables in a path are taken as they stand."""
    said = " ".join(f'"{_unit_word(word)}"' for word in command)
    return (
        "[Unit]\nDescription=labormeter: meter unpaid digital labour\n\n"
        f"[Service]\nExecStart={said}\nRestart=on-failure\nRestartSec=5\n\n"
        "[Install]\nWantedBy=default.target\n"
    )


def _unit_word(word: str) -> str:
    escaped = word.replace("\\", "\\\\").replace('"', '\\"')
    return escaped.replace("%", "%%").replace("$", "$$")


def entry(command: Sequence[str]) -> str:
    """Return an XDG autostart entry."""
    said = " ".join(f'"{_entry_word(word)}"' for word in command)
    return (
        "[Desktop Entry]\nType=Application\nName=labormeter\n"
        "Comment=Meter unpaid digital labour from login on\n"
        f"Exec={said}\nTerminal=false\nX-GNOME-Autostart-enabled=true\n"
    )


def _entry_word(word: str) -> str:
    """Escape twice, as the specification has it: for the command, then for the file's strings."""
    quoted = "".join(f"\\{letter}" if letter in '"`$\\' else letter for letter in word)
    return quoted.replace("\\", "\\\\").replace("%", "%%")


def agent(command: Sequence[str]) -> bytes:
    """Return a LaunchAgent."""
    return plistlib.dumps(
        {"Label": LABEL, "ProgramArguments": list(command), "RunAtLoad": True, "KeepAlive": False}
    )


def key(command: Sequence[str]) -> str:
    """Return the value of the Run key."""
    return subprocess.list2cmdline(command)


def files(session: Session) -> dict[Way, Path]:
    """Return the file of every way that this system has."""
    if session.system == "win32":
        return {}
    if session.system == "darwin":
        return {"agent": session.person / "Library/LaunchAgents" / f"{LABEL}.plist"}
    return {
        "unit": session.config / "systemd/user" / f"{NAME}.service",
        "entry": session.config / "autostart" / f"{NAME}.desktop",
    }


def link(session: Session) -> Path:
    """Return the link by which a unit is enabled, as `systemctl --user enable` makes it."""
    return session.config / "systemd/user/default.target.wants" / f"{NAME}.service"


def present(session: Session | None = None) -> tuple[Way, ...]:
    """Return the ways in which labormeter is started at login now."""
    here = session or Session()
    if here.system == "win32":
        return ("key",) if _registered() is not None else ()
    found = [way for way, path in files(here).items() if path.exists()]
    return (*found, *(("unit",) if _dangles(here) and "unit" not in found else ()))


def starts(way: Way, home: Home, session: Session | None = None) -> bool:
    """Return whether what is started in that way is the meter of this home, and not of another.

    What cannot be read, or is a link that leads nowhere, is nobody else's.
    """
    here, root = session or Session(), str(home.root)
    if way == "key":
        return subprocess.list2cmdline([root]) in (_registered() or "")
    try:
        content = files(here)[way].read_bytes()
        if way == "agent":
            return root in plistlib.loads(content)["ProgramArguments"]
    except (OSError, ValueError, KeyError):
        return True
    word = _unit_word if way == "unit" else _entry_word
    return f'"{word(root)}"'.encode() in content


def on(home: Home, session: Session | None = None) -> Way:
    """Start the meter of this home at every login from now on.

    Raises KnownError where that cannot be written.
    """
    here = session or Session()
    command, way = line(home), here.way
    try:
        off(here)
        if way == "key":
            _register(key(command))
            return way
        content = {"unit": unit, "entry": entry}.get(way)
        text = content(command).encode() if content else agent(command)
        _write(files(here)[way], text)
        if way == "unit":
            link(here).parent.mkdir(parents=True, exist_ok=True)
            link(here).symlink_to(files(here)["unit"])
    except OSError as error:
        raise KnownError(
            said("The start at login could not be written ({fault}).", fault=error.strerror),
            "See to the permissions of your configuration folder.",
        ) from error
    return way


def off(session: Session | None = None) -> None:
    """Start nothing at login any more; folders that are empty then go as well."""
    here = session or Session()
    if here.system == "win32":
        _register(None)
        return
    for path in (link(here), *files(here).values()):
        path.unlink(missing_ok=True)
        _prune(path.parent, here.config if here.system != "darwin" else path.parent)


def _prune(folder: Path, top: Path) -> None:
    """Remove empty folders from here up to, and without, `top`."""
    while folder != top and folder.is_relative_to(top):
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _dangles(here: Session) -> bool:
    return here.system.startswith("linux") and link(here).is_symlink()


def describe(command: Sequence[str]) -> str:
    """Return a command as a person reads it."""
    return shlex.join(command)


if sys.platform == "win32":
    import winreg

    def _registered() -> str | None:
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, RUN) as opened:
                return str(winreg.QueryValueEx(opened, NAME)[0])
        except OSError:
            return None

    def _register(value: str | None) -> None:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, RUN, 0, winreg.KEY_SET_VALUE) as opened:
            if value is not None:
                winreg.SetValueEx(opened, NAME, 0, winreg.REG_SZ, value)
                return
            try:
                winreg.DeleteValue(opened, NAME)
            except OSError:
                return

else:

    def _registered() -> str | None:
        return None

    def _register(value: str | None) -> None:  # noqa: ARG001 - Windows alone has such a key
        raise KnownError("This system has no Run key.")
