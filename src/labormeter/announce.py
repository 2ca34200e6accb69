"""No metering in secret: each start is said on the desktop, and once a week that it goes on.

A return from a pause or from private time is a start.

The front door says it. Where there is no desktop, the line that the meter
prints is what there is.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Final

from labormeter import settings
from labormeter.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from labormeter.home import Home

TITLE: Final = "labormeter"
STARTED: Final = (
    "Metering began: likes, posts, captchas and uploads in the metered browser are counted."
)
OUTDATED: Final = "A metered browser that is open from before is not counted any more: close it and open it again."
RESUMED: Final = "Metering goes on: what is done in the metered browser is counted again."
REMINDER: Final = "Metering has been on this week. It counts for whoever uses the metered browser."
HOW: Final = "`labormeter shift stop` ends it, `labormeter shift private` looks away."

FRENCH: Final = {
    STARTED: "Le comptage a commencé : j’aime, publications, captchas et envois faits dans le navigateur compté sont comptés.",  # noqa: RUF001 - typographic apostrophes
    OUTDATED: "Un navigateur compté ouvert auparavant n’est plus compté : fermez-le et rouvrez-le.",  # noqa: RUF001 - as above
    RESUMED: "Le comptage reprend : ce qui est fait dans le navigateur compté est de nouveau compté.",
    REMINDER: "Le comptage était actif cette semaine. Il compte pour quiconque utilise le navigateur compté.",
    HOW: "`labormeter shift stop` l’arrête, `labormeter shift private` détourne le regard.",  # noqa: RUF001 - as above
}
"""What is said, in French."""

WEEK: Final = 7 * 86_400 * 1_000_000
"""Microseconds."""
TIMEOUT: Final = 10
"""Seconds that a desktop has to take a notice."""

_BALLOON: Final = (
    "Add-Type -AssemblyName System.Windows.Forms;"
    "$n=New-Object System.Windows.Forms.NotifyIcon;"
    "$n.Icon=[System.Drawing.SystemIcons]::Information;$n.Visible=$true;"
    "$n.ShowBalloonTip(8000,$env:LABORMETER_TITLE,$env:LABORMETER_TEXT,'Info');"
    "Start-Sleep 9;$n.Dispose()"
)
_SCRIPT: Final = (
    "on run words",
    "display notification (item 2 of words) with title (item 1 of words)",
    "end run",
)


class Notices:
    """What one meter says; when it was last said is kept, so that a restart does not begin anew."""

    def __init__(self, home: Home) -> None:
        self._settings = home.settings
        self._file = home.run / "announced"
        self._last = _read(self._file)

    def started(self, now: int, *, outdated: bool = False) -> None:
        """Say that metering began; returns at once.

        `outdated` where a browser is open that trusted the meter before this one and not this one.
        """
        self._say(now, STARTED, *([OUTDATED] if outdated else []))

    def resumed(self, now: int) -> None:
        """Say that metering goes on after a pause or private time; returns at once."""
        self._say(now, RESUMED)

    def remind(self, now: int) -> bool:
        """Say that metering goes on, where nothing was said for a week; return whether it was."""
        if self._last is not None and self._last <= now < self._last + WEEK:
            return False
        self._say(now, REMINDER)
        return True

    def _say(self, now: int, *sentences: str) -> None:
        self._last = now
        with contextlib.suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._file.write_text(str(now), encoding="ascii")
        french = language(self._settings) == "fr"
        text = " ".join(FRENCH[one] if french else one for one in (*sentences, HOW))
        threading.Thread(target=show, args=(text,), name="notice", daemon=True).start()


def language(chosen: Path, environment: Mapping[str, str] | None = None) -> str:
    """Return the language of notices: the window's where one was chosen, else the session's."""
    try:
        found = settings.read(chosen).text("language")
    except KnownError:
        found = "system"
    if found != "system":
        return found
    here = os.environ if environment is None else environment
    named = (here.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return next((name for name in named if name), "en")[:2]


def _read(file: Path) -> int | None:
    try:
        return int(file.read_text(encoding="ascii"))
    except (OSError, ValueError):
        return None


def show(text: str) -> bool:
    """Show a notice and return whether the desktop took it."""
    line = command(text)
    if line is None:
        return False
    told = {"LABORMETER_TITLE": TITLE, "LABORMETER_TEXT": text}
    try:
        done = subprocess.run(
            line,
            env=os.environ | told,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=TIMEOUT + 10,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def command(
    text: str,
    system: str = sys.platform,
    environment: Mapping[str, str] | None = None,
) -> list[str] | None:
    """Return the command that shows a notice here; None where there is no desktop to show it.

    The text is never part of a program: it is an argument, or in the environment.
    """
    here = os.environ if environment is None else environment
    if system == "win32":
        return ["powershell", "-NoProfile", "-WindowStyle", "Hidden", "-Command", _BALLOON]
    if system == "darwin":
        lines = [word for line in _SCRIPT for word in ("-e", line)]
        return ["osascript", *lines, TITLE, text]
    if not _bus(here):
        return None
    if shutil.which("notify-send"):
        return ["notify-send", "--app-name", TITLE, TITLE, text]
    if shutil.which("gdbus"):
        there = ["--dest", "org.freedesktop.Notifications"]
        path = ["--object-path", "/org/freedesktop/Notifications"]
        method = ["--method", "org.freedesktop.Notifications.Notify"]
        said = ["--", TITLE, "0", "", TITLE, text, "[]", "{}", "-1"]
        bounded = ["--timeout", str(TIMEOUT)]
        return ["gdbus", "call", "--session", *bounded, *there, *path, *method, *said]
    return None


def _bus(environment: Mapping[str, str]) -> bool:
    """Return whether a session bus is there; without one the tools would start one."""
    runtime = environment.get("XDG_RUNTIME_DIR")
    there = runtime is not None and (Path(runtime) / "bus").exists()
    return there or bool(environment.get("DBUS_SESSION_BUS_ADDRESS"))
