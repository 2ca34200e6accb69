"""What the person asks for while the meter runs: rows of `control`, done and then acknowledged.

start    metering is on
pause    nothing is opened, the shift goes on
private  the same, and the span is called private; ends by itself where a time was given
stop     the meter ends
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final, Literal

from labormeter_addon.door import books as pages

if TYPE_CHECKING:
    from collections.abc import Callable

    from labormeter.ledger.control import Asked, State
    from labormeter.ledger.log import Log
    from labormeter_addon.door.books import Books
    from labormeter_addon.door.supervise import Mode, Supervisor

POLL: Final = 0.15
"""Seconds between two looks; one costs some 20 microseconds."""

_MODES: Final[dict[str, Mode]] = {"start": "on", "pause": "paused", "private": "private"}
_SPANS: Final[dict[Mode, Literal["private", "pause"]]] = {"paused": "pause", "private": "private"}
_STATES: Final[dict[Mode, State]] = {"on": "on", "paused": "paused", "private": "private"}


class Wishes:
    """Carries out what is asked for, one after another."""

    def __init__(
        self,
        books: Books,
        supervisor: Supervisor,
        stop: asyncio.Event,
        resumed: Callable[[int], None],
    ) -> None:
        """Take wishes from the books; `resumed` hears when metering goes on, and tells the desktop."""
        self._books = books
        self._supervisor = supervisor
        self._stop = stop
        self._resumed = resumed
        self._until: int | None = None
        self._seen = 0

    async def run(self) -> None:
        """Look for wishes until the meter stops."""
        while not self._stop.is_set():
            for asked in await self._books.asked(self._seen):
                self._seen = asked.id
                await self._grant(asked)
            if self._until is not None and pages.now() >= self._until:
                await self._into("on", None)
            await asyncio.sleep(POLL)

    async def _grant(self, asked: Asked) -> None:
        if asked.verb == "stop":
            self._stop.set()
            at = pages.now()
            self._books.enter(lambda log: log.acknowledge(asked.id, at, "off"))
            return
        mode = _MODES[asked.verb]
        await self._into(mode, asked.until)
        at, state = pages.now(), _STATES[mode]
        self._books.enter(lambda log: log.acknowledge(asked.id, at, state))

    async def _into(self, mode: Mode, until: int | None) -> None:
        """Change the mode; the span before ends and the next begins at the moment it was asked."""
        self._until = until if mode != "on" else None
        before = self._supervisor.mode
        if mode == before:
            return
        at = pages.now()
        await self._supervisor.change(mode)
        self._books.enter(lambda log: _turn(log, before, mode, at))
        if mode == "on":
            self._resumed(at)


def _turn(log: Log, before: Mode, after: Mode, at: int) -> None:
    if before in _SPANS:
        log.end_span(_SPANS[before], at)
    if after in _SPANS:
        log.span(_SPANS[after], at)
