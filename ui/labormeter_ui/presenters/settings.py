"""Settings and platforms: what was chosen, and what the person wants changed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from labormeter.browser.find import Browser
    from labormeter.platforms import Standing
    from labormeter.settings import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """How everything stands that a person can choose."""

    values: Mapping[str, Value] = field(default_factory=dict)
    """Every setting by its name."""
    standings: tuple[Standing, ...] = ()
    """How each platform stands; practice is none that can be chosen."""
    browsers: tuple[Browser, ...] = ()
    """Those that are installed here, the preferred one first."""
    options: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What there is to choose from, for settings whose choices the rate book knows."""
    at_login: bool = False
    """Whether metering starts when the person signs in to this computer."""
    moved: bool = False
    """The hosts that are opened are others than before: the metered browser has to be reopened."""

    @property
    def added(self) -> tuple[tuple[str, str], ...]:
        """Return the hosts the person added, each with its platform."""
        lines = self.values.get("hosts", [])
        found = [line.partition("=") for line in lines] if isinstance(lines, list) else []
        return tuple((platform, host) for platform, _, host in found)

    @property
    def metered(self) -> int:
        """Return how many platforms are metered."""
        return sum(one.state == "on" for one in self.standings)


class SettingsPresenter(QObject):
    """Holds what was chosen, and asks for changes.

    Signals:
        changed: something was chosen otherwise.
        reopen: other hosts are metered now, so the metered browser has to be opened anew.
        needed: what was chosen is to be read.
        wanted: a setting is to be changed; carries its name and value.
        switched: a platform is to be metered or not; carries its slug and which of the two.
        login_wanted: metering is to start at login or not; carries which of the two.
        host_wanted: a host is to be opened as well; carries the platform and the host.
        host_unwanted: an added host is to be opened no more; carries the platform and the host.
    """

    changed = Signal()
    reopen = Signal()
    needed = Signal()
    wanted = Signal(str, object)
    switched = Signal(str, bool)
    login_wanted = Signal(bool)
    host_wanted = Signal(str, str)
    host_unwanted = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = Chosen()

    def take(self, chosen: Chosen) -> None:
        """Take how everything stands now."""
        if chosen != self.state:
            self.state = chosen
            self.changed.emit()
        if chosen.moved:
            self.reopen.emit()

    def choose(self, name: str, value: Value) -> None:
        """Ask for another value of a setting, unless it has that one."""
        if self.state.values.get(name) != value:
            self.wanted.emit(name, value)

    def refuse(self) -> None:
        """Say again what holds: what was asked for could not be."""
        self.changed.emit()
