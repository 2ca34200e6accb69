"""Everything that has to be settled before a metered browser can be opened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from labormeter import platforms, settings
from labormeter.browser import authority
from labormeter.rules import load

if TYPE_CHECKING:
    from labormeter.browser.authority import Authority
    from labormeter.home import Home
    from labormeter.platforms import Standing


@dataclass(frozen=True, slots=True)
class Ready:
    """What is metered, and the authority that vouches for it."""

    standings: tuple[Standing, ...]
    authority: Authority

    def status(self) -> dict[str, Any]:
        """Return what the start page says: what is metered here and what is not."""
        shown = [one for one in self.standings if one.platform != platforms.PRACTICE]
        return {
            "metered": [one.title for one in shown if one.state == "on"],
            "unmetered": [one.title for one in shown if one.state != "on"],
        }


def ready(home: Home, now: int) -> Ready:
    """Read packs and settings, note what this installation begins with, and issue the authority.

    Raises KnownError where settings or home are not in order.
    """
    home.create()
    packs, _ = load.load(home.packs)
    chosen = settings.read(home.settings)
    begun = platforms.changes(platforms.Choice.of(chosen), platforms.settled(packs, chosen))
    for name, value in begun.items():
        chosen = settings.change(home.settings, name, value)
    standings = platforms.standings(packs, chosen)
    hosts = platforms.hosts(packs, chosen)
    return Ready(standings, authority.ensure(home, hosts, now))
