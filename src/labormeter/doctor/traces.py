"""Everything of ours on this computer, so that nothing is left when it goes.

trust      a certificate of ours in an NSS store of the person's
desktop    a PAC of ours in the desktop's settings
autostart  a start at login
keys       target keys in the system's key store
profile    metered profiles, in the usual place and where snaps and flatpaks may write
cache      what the window compiled where it was started from a clone
home       the home folder with what lies in it
"""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

from labormeter import autostart
from labormeter.autostart import Session
from labormeter.browser import authority, trust
from labormeter.browser.profile import PACKED
from labormeter.desktop import gnome
from labormeter.ledger import keystore

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from labormeter.home import Home

type Kind = Literal["trust", "desktop", "autostart", "keys", "profile", "cache", "home"]

ORDER: Final[tuple[Kind, ...]] = (
    "trust",
    "desktop",
    "autostart",
    "keys",
    "profile",
    "cache",
    "home",
)
"""In which they are taken away: trust goes while the certificate is still there to be named."""

STORES: Final = (".pki/nssdb", ".local/share/pki/nssdb", "snap/*/current/.pki/nssdb")
"""NSS stores that Chromium reads, below the person's folder."""

FIREFOX: Final = (
    ".mozilla/firefox/*",
    ".config/mozilla/firefox*/*",
    ".librewolf/*",
    "snap/firefox/common/.mozilla/firefox/*",
    ".var/app/org.mozilla.firefox/.mozilla/firefox/*",
    ".var/app/io.gitlab.librewolf-community/.librewolf/*",
    "Library/Application Support/Firefox/Profiles/*",
    "AppData/Roaming/Mozilla/Firefox/Profiles/*",
)
"""Profiles of the person's own Firefox: we never write there, a person following our steps may."""

SYSTEM_STORE: Final = "the system's certificate store"
FINDS: Final = {
    "darwin": ("security", "find-certificate", "-c", authority.NAME),
    "win32": ("certutil", "-user", "-store", "Root", authority.NAME),
}
"""Commands that find our certificate in the system's store, should somebody have put it there."""


@dataclass(frozen=True, slots=True)
class Trace:
    """One thing of ours."""

    kind: Kind
    place: str
    """A path, or where in the system it is."""
    mine: bool = True
    """Of this home; else of another home of the same person."""


@dataclass(frozen=True, slots=True)
class Where:
    """Whose traces are looked for; tests hand in a person of their own."""

    home: Home
    session: Session = field(default_factory=Session)

    @property
    def person(self) -> Path:
        """Return the person's folder."""
        return self.session.person


def find(where: Where) -> tuple[Trace, ...]:
    """Return all traces, in the order in which they are taken away."""
    found = (
        *_trust(where),
        *_desktop(),
        *_autostart(where),
        *_keys(where),
        *_profiles(where),
        *_cache(where),
        *_home(where),
    )
    return tuple(sorted(found, key=lambda trace: ORDER.index(trace.kind)))


def stores(person: Path) -> tuple[Path, ...]:
    """Return the NSS stores of a person: Chromium's, and those of the person's own Firefox."""
    found = {
        path.parent for glob in (*STORES, *FIREFOX) for path in person.glob(f"{glob}/cert9.db")
    }
    return tuple(sorted(found))


def profile_folders(where: Where) -> Iterator[Path]:
    """Yield the folders that hold metered profiles, one for each home."""
    bases = [where.home.profiles.parent]
    bases += [path for glob in PACKED for path in where.person.glob(glob)]
    for base in bases:
        try:
            yield from sorted(path for path in base.iterdir() if path.is_dir())
        except OSError:
            continue


def _trust(where: Where) -> Iterator[Trace]:
    for store in stores(where.person):
        if trust.marked(store):
            yield Trace("trust", str(store))
    command = FINDS.get(where.session.system)
    if command and where.session.system == sys.platform and succeeds(command):
        yield Trace("trust", SYSTEM_STORE)


def _desktop() -> Iterator[Trace]:
    if not sys.platform.startswith("linux") or not gnome.present():
        return
    if gnome.ours(gnome.read(gnome.SCRIPT)):
        yield Trace("desktop", f"{gnome.SCHEMA} {gnome.SCRIPT}")


def _autostart(where: Where) -> Iterator[Trace]:
    files = autostart.files(where.session)
    for way in autostart.present(where.session):
        place = str(files.get(way, "the Run key of this user"))
        yield Trace("autostart", place, autostart.starts(way, where.home, where.session))


def _keys(where: Where) -> Iterator[Trace]:
    if any(store.known() for store in keystore.systems(where.home)):
        yield Trace("keys", "the system's key store")


def _profiles(where: Where) -> Iterator[Trace]:
    for folder in profile_folders(where):
        yield Trace("profile", str(folder), folder.name == where.home.profiles.name)


def _cache(where: Where) -> Iterator[Trace]:
    if where.session.cache.exists():
        yield Trace("cache", str(where.session.cache))


def _home(where: Where) -> Iterator[Trace]:
    if where.home.root.exists() and any(where.home.root.iterdir()):
        yield Trace("home", str(where.home.root))


def succeeds(command: tuple[str, ...]) -> bool:
    """Run a program of the system's and return whether it did what was asked."""
    try:
        done = subprocess.run(command, capture_output=True, check=False, timeout=20)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
