"""What the person chose, read and written; lives on the desk's thread alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from labormeter import autostart, platforms, settings
from labormeter.browser import find
from labormeter.rules import denied, load
from labormeter.valuation import shelf
from labormeter.valuation.lens import FLOORS, MARKETS
from labormeter_ui.presenters.settings import Chosen

if TYPE_CHECKING:
    from labormeter.autostart import Session
    from labormeter.home import Home
    from labormeter.platforms import Choice
    from labormeter.rules.index import Packs
    from labormeter.settings import Settings, Value


class Choices:
    """The settings and the platforms of a home.

    Every change returns how everything stands after it, and raises KnownError where it cannot be.
    """

    def __init__(self, home: Home, session: Session | None = None) -> None:
        self._home, self._session = home, session

    def read(self) -> Chosen:
        """Return how everything stands."""
        packs, _ = load.load(self._home.packs)
        return self._chosen(packs, settings.read(self._home.settings), moved=False)

    def change(self, name: str, value: Value) -> Chosen:
        """Set one setting."""
        settings.change(self._home.settings, name, value)
        return self.read()

    def start_at_login(self, on: bool) -> Chosen:  # noqa: FBT001 - on or off is the choice
        """Meter from every login on, or start nothing there any more."""
        if on:
            autostart.on(self._home, self._session)
        else:
            autostart.off(self._session)
        return self.read()

    def switch(self, platform: str, on: bool) -> Chosen:  # noqa: FBT001 - on or off is the choice
        """Meter a platform, its question answered with yes, or meter it no more."""
        packs, before = self._both()
        turned = platforms.switched_on if on else platforms.switched_off
        return self._keep(packs, before, turned(packs, before, [platform]))

    def add_host(self, platform: str, host: str) -> Chosen:
        """Open a host as well, as part of a platform."""
        packs, before = self._both()
        after = platforms.with_host(packs, before, platform, host, denied.host_denied)
        return self._keep(packs, before, after)

    def drop_host(self, platform: str, host: str) -> Chosen:
        """Open a host that the person added no more."""
        packs, before = self._both()
        choice = platforms.settled(packs, before)
        left = tuple(line for line in before.words("hosts") if line != f"{platform}={host}")
        after = platforms.Choice(on=choice.on, off=choice.off, hosts=left, agreed=choice.agreed)
        return self._keep(packs, before, after)

    def _both(self) -> tuple[Packs, Settings]:
        packs, _ = load.load(self._home.packs)
        return packs, settings.read(self._home.settings)

    def _keep(self, packs: Packs, before: Settings, after: Choice) -> Chosen:
        chosen = before
        for name, value in platforms.changes(platforms.Choice.of(before), after).items():
            chosen = settings.change(self._home.settings, name, value)
        moved = platforms.hosts(packs, before) != platforms.hosts(packs, chosen)
        return self._chosen(packs, chosen, moved=moved)

    def _chosen(self, packs: Packs, chosen: Settings, *, moved: bool) -> Chosen:
        stand = platforms.standings(packs, chosen)
        return Chosen(
            values={setting.name: chosen[setting.name] for setting in settings.SETTINGS},
            standings=tuple(one for one in stand if one.kind != platforms.PRACTICE),
            browsers=find.installed(),
            options={"currency": currencies(), "country": countries()},
            at_login=bool(autostart.present(self._session)),
            moved=moved,
        )


def currencies() -> tuple[str, ...]:
    """Return the currencies that worth can be shown in."""
    return shelf.shipped().currencies.known


def countries() -> tuple[str, ...]:
    """Return the countries whose minimum wage the book knows."""
    market = MARKETS[FLOORS[0]]
    rates = shelf.shipped().rates.values()
    return tuple(sorted({rate.country for rate in rates if rate.market == market}))
