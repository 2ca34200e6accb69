"""What the writer's thread holds: the ledger, the keys and the meter on them."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from labormeter.ledger.keys import Keys
from labormeter.ledger.log import Log
from labormeter.meter import Meter

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from labormeter.home import Home
    from labormeter.meter import Taken
    from labormeter.model import Act, Exchange, Visit
    from labormeter.rules.index import Packs

WAIT: Final = 0.1
"""Seconds for which one try waits for another writer; in between, what comes in is judged."""


class LedgerPen:
    """Counts exchanges into the ledger of a home."""

    def __init__(
        self, home: Home, packs: Packs, solved: Callable[[Sequence[Act]], object] = len
    ) -> None:
        """Open the ledger; `solved` hears of acts when they are on the disk."""
        now = time.time_ns() // 1000
        self._log = Log.open(home, now=now, wait=WAIT)
        self._solved = solved
        self._meter = Meter(packs, self._log, Keys.open(home, now), source="wire")

    def judge(self, exchange: Exchange, unwritten: Sequence[Act]) -> Taken:
        """Say what an exchange counts; nothing is written."""
        return self._meter.judge(exchange, unwritten=unwritten)

    def keep(self, taken: Taken) -> int:
        """Append it, on the disk when it returns. Raises NotKeptError."""
        added = self._meter.keep(taken)
        if added:
            self._solved(taken.acts)
        return added

    def challenged(self, at: int) -> None:
        """Hear that the proxied connection itself was challenged."""
        self._meter.challenged(at)

    def gap(self, started_at: int, ended_at: int, reason: str, late: int, lost: int) -> None:
        """Note acts that were late or lost. Raises NotKeptError."""
        self._log.gap(started_at, ended_at, reason, late, lost)

    def health(self, traffic: Mapping[str, int]) -> None:
        """Note when platforms were last seen. Raises NotKeptError."""
        self._log.health(traffic)

    def visits(self, counted: Sequence[Visit]) -> None:
        """Note pages, connections and captchas. Raises NotKeptError."""
        self._log.visits(counted)

    def close(self) -> None:
        """Close the ledger."""
        self._log.close()
