"""Browsers that take our certificate by a flag, and the key that is made for them alone.

A Chromium on Windows or macOS, or from a snap or flatpak, has no certificate store that would be the
metered profile's alone. It is told by a flag to accept one key, by its hash, and then applies no name
constraint to it: with that key any site could be impersonated to it. So it is never the key that lies
in home/ca, but one that the running meter made and that no disk ever held; it is gone with the meter.

    door     a second port (`Way`), for these browsers alone; told in the lock of the home
    browser  its PAC names that port: once the meter is gone, it goes straight and meets no stale key
    profile  notes which key the browser was told (`note`), so that `outdated` can say: open it anew
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from labormeter import lock
from labormeter.browser import profile

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from labormeter.browser.find import Browser
    from labormeter.home import Home

PORT: Final = "flag_port"
KEY: Final = "flag_key"
"""Names of the two facts that the meter tells in its lock."""
NOTE: Final = "accepts"
"""The file in a profile that says which key its browser was told to accept."""


@dataclass(frozen=True, slots=True)
class Way:
    """The way through the meter for browsers that take a key by its hash."""

    port: int
    key: str
    """SHA-256 of the public key in base64, as `--ignore-certificate-errors-spki-list` wants it."""


def told(browser: Browser, system: str = sys.platform) -> bool:
    """Return whether this browser can only be told by a flag."""
    return browser.family == "chromium" and (bool(browser.package) or not _linux(system))


def wanted(browsers: Iterable[Browser], system: str = sys.platform) -> bool:
    """Return whether a meter on this computer needs the second port and key.

    Where such a browser may be installed at any time without a word, always.
    """
    return not _linux(system) or any(told(browser, system) for browser in browsers)


def way(home: Home) -> Way | None:
    """Return the way through the meter that runs on this home, None where it offers none."""
    facts = lock.held(home.lock) or {}
    port, key = facts.get(PORT), facts.get(KEY)
    return Way(port, key) if isinstance(port, int) and isinstance(key, str) else None


def note(root: Path, key: str) -> None:
    """Keep in a profile which key its browser is told to accept."""
    (root / NOTE).write_text(key, encoding="ascii")


def outdated(roots: Iterable[Path], key: str) -> Iterator[Path]:
    """Yield the profiles that are open in a browser that was told of another key than this."""
    for root in roots:
        try:
            kept = (root / NOTE).read_text(encoding="ascii")
        except (OSError, ValueError):
            continue
        if kept != key and profile.in_use(root):
            yield root


def _linux(system: str) -> bool:
    return system.startswith("linux")
