"""When an engine makes way for another: other hosts are metered now, or it has grown too large.

home/settings.toml, home/packs/  --changed, other hosts-->  "hosts-changed"
memory                           --above the ceiling---->   "memory"
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from labormeter.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from labormeter.home import Home

CEILING: Final = 512 * 1024 * 1024
"""Bytes of memory; an engine at work has 80 to 120 MB."""

type Marks = tuple[tuple[str, int, int], ...]


class Renewal:
    """Looks, now and then, whether there is a reason."""

    def __init__(
        self, home: Home, hosts: Mapping[str, str], read: Callable[[], Mapping[str, str]]
    ) -> None:
        self._home = home
        self._hosts = dict(hosts)
        self._read = read
        self._marks = marks(home)

    def due(self) -> str | None:
        """Return the reason, None where there is none; settings that cannot be read change nothing."""
        if memory() > CEILING:
            return "memory"
        found = marks(self._home)
        if found == self._marks:
            return None
        self._marks = found
        try:
            return None if dict(self._read()) == self._hosts else "hosts-changed"
        except KnownError:
            return None


def marks(home: Home) -> Marks:
    """Return by what it shows that settings or packs were written."""
    found = []
    for path in (home.settings, *sorted(home.packs.glob("*.toml"))):
        try:
            status = path.stat()
        except OSError:
            continue
        found.append((path.name, status.st_mtime_ns, status.st_size))
    return tuple(found)


def memory() -> int:
    """Return the bytes this process has in memory; 0 where the system does not tell without help.

    Linux tells what is there now. macOS tells the peak, which is no reason to renew again and
    again, and Windows needs a library; there the ceiling does not hold.
    """
    if sys.platform != "linux":
        return 0
    import resource  # noqa: PLC0415 - POSIX only

    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize()
