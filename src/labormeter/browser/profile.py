"""The metered browser's own profile: one folder, kept between runs, outside home.

It holds what any browser keeps (history, cookies, logins), so no backup or export of ours touches
it. Deleting the folder leaves nothing behind.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from labormeter.browser import secret
from labormeter.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from labormeter.browser.find import Browser
    from labormeter.home import Home

PACKED: Final = ("snap/*/common/labormeter", ".var/app/*/data/labormeter")
"""Where the metered profiles of snaps and flatpaks lie, below the person's folder."""
NAME: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,40}\Z")


@dataclass(frozen=True, slots=True)
class Profile:
    """Where one metered browser keeps its things."""

    root: Path
    """All of it; HOME of a Chromium on Linux."""
    data: Path
    """What the browser itself calls its profile or user data."""

    @property
    def trust(self) -> Path:
        """Return the folder of the NSS store that a Chromium on Linux reads under this HOME."""
        return self.root / ".pki" / "nssdb"


def place(home: Home, browser: Browser, person: Path, name: str = "") -> Profile:
    """Return where the profile of a browser lies; nothing is made.

    Snaps and flatpaks may only write below folders of their own.
    """
    name = name or browser.name
    if not NAME.match(name):
        raise KnownError("A profile needs a plain name.", "Use small letters, digits and hyphens.")
    base = home.profiles
    if browser.package == "snap":
        base = person / "snap" / browser.identity / "common" / "labormeter" / home.profiles.name
    elif browser.package == "flatpak":
        base = person / ".var/app" / browser.identity / "data/labormeter" / home.profiles.name
    root = base / name
    return Profile(root, root / ("data" if browser.family == "chromium" else "firefox"))


def folders(home: Home, person: Path | None = None) -> Iterator[Path]:
    """Yield the metered profiles of this home, in the usual place and where it is packed."""
    packed = [path for glob in PACKED for path in (person or Path.home()).glob(glob)]
    for base in (home.profiles, *(path / home.profiles.name for path in sorted(packed))):
        try:
            yield from sorted(path for path in base.iterdir() if path.is_dir())
        except OSError:
            continue


def prepare(profile: Profile, browser: Browser, person: Path) -> Profile:
    """Make the folder, closed to others; a Chromium saves downloads where the person's lie."""
    try:
        secret.folder(profile.root)
        secret.folder(profile.data)
        if browser.family == "chromium":
            _first_preferences(profile.data / "Default" / "Preferences", person)
    except OSError as error:
        raise KnownError(
            f"The browser's profile could not be made ({error.strerror}).",
            "See to the permissions and space of your state folder.",
        ) from error
    return profile


def in_use(root: Path) -> bool:
    """Return whether a browser that runs on this computer has the profile below `root` open.

    Both families leave a link that names their process: `HOST-PID` and `ADDRESS:+PID`. On Windows
    both hold a file that nobody else may open meanwhile.
    """
    if sys.platform == "win32":
        return _held(root / "data" / "lockfile") or _held(root / "firefox" / "parent.lock")
    return _runs(root / "data" / "SingletonLock") or _runs(root / "firefox" / "lock")


def _held(file: Path) -> bool:
    """Return whether a file is there and cannot be opened."""
    try:
        with file.open("r+b"):
            return False
    except FileNotFoundError:
        return False
    except OSError:
        return True


def _runs(link: Path) -> bool:
    try:
        number = int(re.split(r"[-+]", os.readlink(link))[-1])  # noqa: PTH115 - it leads nowhere
    except (OSError, ValueError):
        return False
    if number <= 0:
        return False
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def remove(profile: Profile) -> None:
    """Delete the profile; what does not go at once on Windows is tried again by the next run."""
    shutil.rmtree(profile.root, ignore_errors=True)


def _first_preferences(path: Path, person: Path) -> None:
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    downloads = str(person / "Downloads")
    chosen = {
        "browser": {"check_default_browser": False, "has_seen_welcome_page": True},
        "download": {"default_directory": downloads},
        "savefile": {"default_directory": downloads},
        "signin": {"allowed": False},
    }
    path.write_text(json.dumps(chosen), encoding="utf-8")
