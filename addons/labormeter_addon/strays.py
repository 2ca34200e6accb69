"""Writes that no rule knows, told once a minute: enough for the drift alarm, cheap for telemetry."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from labormeter.rules.denied import path_denied

if TYPE_CHECKING:
    from collections.abc import Callable

    from labormeter.rules.index import Packs
    from labormeter_addon.translate import Head

AGAIN: Final = 60.0
"""Seconds after which the same write is told again."""
KNOWN: Final = 2000
"""Writes that are remembered."""
METHODS: Final = frozenset({"POST", "PUT", "PATCH", "DELETE"})


class Strays:
    """Remembers which unknown writes were told, by method, host and masked path."""

    def __init__(self, packs: Packs, clock: Callable[[], float] = time.monotonic) -> None:
        self._packs = packs
        self._clock = clock
        self._told: dict[tuple[str, str, str], float] = {}

    def new(self, head: Head) -> bool:
        """Return whether a request is such a write and is to be told."""
        packs = self._packs
        if head.method not in METHODS or packs.find(head.method, head.host, head.path):
            return False
        if packs.ignored(head.host, head.path) or path_denied(head.host, head.path):
            return False
        key = (head.method, head.host, packs.masked(head.path))
        now = self._clock()
        if now < self._told.get(key, 0.0):
            return False
        if len(self._told) >= KNOWN:
            self._told.clear()
        self._told[key] = now + AGAIN
        return True
