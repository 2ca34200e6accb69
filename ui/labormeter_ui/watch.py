"""Which platforms are metered, by the settings and the packs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from labormeter import platforms, settings
from labormeter.errors import KnownError
from labormeter.rules import load

if TYPE_CHECKING:
    from pathlib import Path

    from labormeter.home import Home

type Watched = tuple[tuple[str, ...], tuple[str, ...]]


class Watch:
    """Reads settings and packs, and again only when they changed."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._read: tuple[int, ...] = ()
        self._watched: Watched = ((), ())

    def version(self) -> tuple[int, ...]:
        """Return numbers that change whenever settings, the person's packs or own rates do."""
        return tuple(
            _changed(path)
            for path in (self._home.settings, self._home.packs, self._home.root / "rates")
        )

    def platforms(self) -> Watched:
        """Return the platforms that are metered and those that are not; practice is neither."""
        if (version := self.version()) != self._read:
            self._read, self._watched = version, _watched(self._home)
        return self._watched


def _watched(home: Home) -> Watched:
    packs, _ = load.load(home.packs)
    try:
        chosen = settings.read(home.settings)
    except KnownError:
        chosen = settings.Settings({})
    found = [
        standing
        for standing in platforms.standings(packs, chosen)
        if standing.kind != platforms.PRACTICE
    ]
    on = tuple(standing.platform for standing in found if standing.state == "on")
    return on, tuple(standing.platform for standing in found if standing.state != "on")


def _changed(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return -1
