"""A lesson while it lasts: which writes of one platform leave, by names and shapes only.

Nothing is looked at unless `labormeter packs teach` stands at the other end of the line, and
nothing but shapes ever goes over it.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final

from labormeter.rules import load
from labormeter.rules.match import WRITES
from labormeter.teach.lesson import lesson_of, open_to_lessons
from labormeter.teach.line import Caller, called
from labormeter.teach.words import Vocabulary

if TYPE_CHECKING:
    from labormeter.home import Home
    from labormeter.model import Exchange
    from labormeter.rules.index import Packs
    from labormeter_addon.translate import Head

LOOK: Final = 0.5
"""Seconds between two looks for a lesson."""


class Lesson:
    """Sends what is new to whoever teaches, while somebody does."""

    def __init__(self, home: Home, packs: Packs) -> None:
        self._home = home
        self._packs = packs
        self._caller: Caller | None = None
        self._words = Vocabulary()
        self._hosts: frozenset[str] = frozenset()

    async def watch(self) -> None:
        """Look for lessons until the engine ends."""
        while True:
            await asyncio.to_thread(self.look)
            await asyncio.sleep(LOOK)

    def look(self) -> None:
        """Begin the lesson that waits, or end the one whose line is gone."""
        if self._caller is not None:
            if not self._caller.stands:
                self._hosts, self._caller = frozenset(), None
            return
        if (call := called(self._home)) is None:
            return
        # before the call: whoever teaches is told to begin as soon as it is answered
        words = Vocabulary.of(load.shipped(), call.words)
        hosts = frozenset(
            host
            for pack in self._packs.platforms
            if call.platform in (pack.platform, pack.counted)
            for host in self._packs.hosts(pack.platform)
        )
        self._words, self._hosts = words, hosts
        try:
            self._caller = Caller(call)
        except OSError:
            self._hosts = frozenset()

    def wants(self, head: Head) -> bool:
        """Whether a request is to be looked at, decided on its head alone."""
        if head.host not in self._hosts or head.method not in WRITES:
            return False
        return open_to_lessons(self._packs, head.host, head.path)

    def take(self, exchange: Exchange) -> None:
        """Send the shape of an exchange, where the lesson may be about it."""
        caller = self._caller
        if caller is None or exchange.request.host not in self._hosts:
            return
        found = lesson_of(self._packs, exchange, self._words)
        if found is not None:
            caller.send(found.line())
