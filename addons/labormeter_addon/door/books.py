"""The door's own page of the ledger: shifts, gaps, pulses, and what the person asks for.

One thread writes it, in order. A ledger that is locked or full holds up no connection: what could
not be written is tried again, and only the oldest is dropped when too much has gathered.
"""

from __future__ import annotations

import asyncio
import collections
import contextlib
import threading
import time
from typing import TYPE_CHECKING, Final

from labormeter.ledger.faults import NotKeptError
from labormeter.ledger.log import Log

if TYPE_CHECKING:
    from collections.abc import Callable

    from labormeter.home import Home
    from labormeter.ledger.control import Asked

WAIT: Final = 1.0
"""Seconds for which one try waits for another writer."""
PAUSE: Final = 0.2
"""Seconds between two tries."""
DEPTH: Final = 1000
"""Entries that may wait."""

type Entry = Callable[[Log], object]


def now() -> int:
    """Return the time in microseconds since 1970."""
    return time.time_ns() // 1000


class Books:
    """Writes entries in order, each until the ledger takes it."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._waiting: collections.deque[tuple[Entry, asyncio.Future[object] | None]] = (
            collections.deque(maxlen=DEPTH)
        )
        self._some = threading.Condition()
        self._closing = False
        self._deadline = 0.0
        self._loop = asyncio.get_running_loop()
        self._log = Log.open(home, now=now(), wait=WAIT)
        self._thread = threading.Thread(target=self._write, name="books", daemon=True)
        self._thread.start()

    def enter(self, entry: Entry) -> None:
        """Write an entry as soon as the ledger takes it."""
        self._add(entry, None)

    async def ask(self, entry: Entry) -> object:
        """Write or read, and return what came of it."""
        answer: asyncio.Future[object] = self._loop.create_future()
        self._add(entry, answer)
        return await answer

    async def asked(self, after: int) -> list[Asked]:
        """Return what the person asked for after that number; nothing while it cannot be read.

        On a thread: the log has one call at a time, and a write may wait for another program.
        """
        return await asyncio.to_thread(self._look, after)

    def _look(self, after: int) -> list[Asked]:
        try:
            return self._log.asked(after)
        except NotKeptError:
            return []

    async def close(self, patience: float) -> None:
        """Write what waits, for at most so many seconds, and close the ledger."""
        with self._some:
            self._closing = True
            self._deadline = time.monotonic() + patience
            self._some.notify()
        await asyncio.to_thread(self._thread.join, patience + WAIT + 1)
        with contextlib.suppress(Exception):
            self._log.close()

    def _add(self, entry: Entry, answer: asyncio.Future[object] | None) -> None:
        with self._some:
            self._waiting.append((entry, answer))
            self._some.notify()

    def _write(self) -> None:
        while True:
            with self._some:
                while not self._waiting and not self._closing:
                    self._some.wait()
                if not self._waiting or (self._closing and time.monotonic() > self._deadline):
                    return
                entry, answer = self._waiting[0]
            if self._try(entry, answer):
                with self._some:
                    if self._waiting and self._waiting[0][0] is entry:
                        self._waiting.popleft()
            else:
                time.sleep(PAUSE)

    def _try(self, entry: Entry, answer: asyncio.Future[object] | None) -> bool:
        """Return whether an entry is done with: written, or one that no ledger would take."""
        try:
            result = entry(self._log)
        except NotKeptError:
            return False
        except Exception as error:  # noqa: BLE001 - the thread must outlive whatever one entry does
            self._tell(answer, None, error)
            return True
        self._tell(answer, result, None)
        return True

    def _tell(
        self, answer: asyncio.Future[object] | None, result: object, error: Exception | None
    ) -> None:
        if answer is None:
            return
        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(_settle, answer, result, error)


def _settle(answer: asyncio.Future[object], result: object, error: Exception | None) -> None:
    if answer.done():
        return
    if error is None:
        answer.set_result(result)
    else:
        answer.set_exception(error)
