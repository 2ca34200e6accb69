"""What the engine's addons share: the mode, the metered hosts, and which are passed through now."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

type Mode = Literal["on", "paused", "private"]
type Why = Literal["untrusted", "distrusted", "challenged", "sloppy"]

PASSED: Final = 600.0
"""Seconds for which a host that does not take interception is passed through unopened."""


@dataclass(slots=True)
class Standing:
    """How the engine stands towards each host."""

    platforms: Mapping[str, str]
    """Platform of every metered host."""
    private_upstream: bool = False
    mode: Mode = "on"
    tell: Callable[[str, Why, float], None] = lambda _platform, _why, _seconds: None
    """Called when a host begins to be passed through."""
    traffic: dict[str, float] = field(default_factory=dict)
    """When each platform was last seen, in seconds since 1970; emptied as it is written down."""
    _passed: dict[tuple[str, str], float] = field(default_factory=dict)

    def opens(self, host: str, kind: str = "") -> bool:
        """Return whether a connection to a host is to be opened, for this kind of client."""
        if self.mode != "on" or host not in self.platforms:
            return False
        if not self._passed:
            return True
        now = time.monotonic()
        return now >= max(self._passed.get((host, "")) or 0, self._passed.get((host, kind)) or 0)

    def passes(self, host: str, why: Why, kind: str = "", seconds: float = PASSED) -> None:
        """Pass a host through from now on, for every client or for one kind of them."""
        now = time.monotonic()
        self._passed = {key: end for key, end in self._passed.items() if end > now}
        known = (host, kind) in self._passed
        self._passed[host, kind] = now + seconds
        if not known and host in self.platforms:
            self.tell(self.platforms[host], why, seconds)
