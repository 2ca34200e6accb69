"""The writer: one thread that owns ledger, keys and meter, and commits before answers go.

A thread, because a commit waits for the disk outside of Python, so that other flows go on; inline
it would hold up every flow, and a process of its own costs two more hops (docs/benchmarks.md has
the numbers).
"""

from __future__ import annotations

import asyncio
import collections
import contextlib
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from labormeter.errors import KnownError
from labormeter.ledger.faults import NotKeptError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from labormeter.model import Act, Exchange

DEADLINE: Final = 0.5
"""Seconds that an answer waits for its commit."""
DEPTH: Final = 10_000
"""Exchanges that may wait in memory."""
ROOM: Final = 128 * 1024 * 1024
"""Bytes of theirs that may."""
PAUSES: Final = (0.02, 0.05, 0.1, 0.2, 0.5, 1.0)
"""Seconds between tries, as they fail one after another."""
HEALTH: Final = 5.0
"""Seconds between two notes of when platforms were last seen."""


class Taken(Protocol):
    """What a meter made of an exchange."""

    @property
    def acts(self) -> Sequence[Act]:
        """Return the acts that were appended."""


class Pen(Protocol):
    """Where the writer writes: the meter and its ledger."""

    def take(self, exchange: Exchange) -> Taken:
        """Count what an exchange holds; on the disk when it returns. Raises NotKeptError."""

    def challenged(self, at: int) -> None:
        """Hear that the proxied connection itself was challenged."""

    def gap(self, started_at: int, ended_at: int, reason: str, late: int, lost: int) -> None:
        """Note acts that were late or lost. Raises NotKeptError."""

    def health(self, traffic: Mapping[str, int]) -> None:
        """Note when platforms were last seen. Raises NotKeptError."""

    def close(self) -> None:
        """Close the ledger."""


@dataclass(slots=True)
class Job:
    """An exchange on its way to the ledger."""

    exchange: Exchange
    size: int
    done: asyncio.Future[None] | None
    late: bool = False


@dataclass(slots=True)
class Trouble:
    """A span in which the ledger did not take what it should have."""

    since: int
    reason: str
    late: int = 0
    lost: int = 0


class Writer:
    """Takes exchanges from the engine's loop to the ledger, in order."""

    def __init__(self, dip: Callable[[], Pen], fault: Callable[[str, Exception], None]) -> None:
        self._dip = dip
        self._fault = fault
        self._loop = asyncio.get_running_loop()
        self.opened: asyncio.Future[None] = self._loop.create_future()
        self._jobs: collections.deque[Job] = collections.deque()
        self._size = 0
        self._some = threading.Condition()
        self._asides: collections.deque[Callable[[Pen], None]] = collections.deque(maxlen=DEPTH)
        self._trouble: Trouble | None = None
        self._closing = 0.0
        self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
        self._thread.start()

    async def commit(self, exchange: Exchange) -> None:
        """Return when what an exchange holds is on the disk, or after half a second."""
        done: asyncio.Future[None] = self._loop.create_future()
        job = self.put(exchange, done)
        if job is None:
            return
        try:
            async with asyncio.timeout(DEADLINE):
                await done
        except TimeoutError:
            job.late = True

    def put(self, exchange: Exchange, done: asyncio.Future[None] | None = None) -> Job | None:
        """Let an exchange be written without waiting; None where there was no room for it."""
        job = Job(exchange, _size(exchange), done)
        with self._some:
            if len(self._jobs) >= DEPTH or self._size + job.size > ROOM:
                self._lose("full")
                return None
            self._jobs.append(job)
            self._size += job.size
            self._some.notify()
        return job

    def aside(self, work: Callable[[Pen], None]) -> None:
        """Let the thread do something beside exchanges: a note, a warning."""
        with self._some:
            self._asides.append(work)
            self._some.notify()

    async def close(self, patience: float) -> None:
        """Write what waits, for at most so many seconds, and end the thread."""
        with self._some:
            self._closing = time.monotonic() + patience
            self._some.notify()
        await asyncio.to_thread(self._thread.join, patience + 1)

    def _run(self) -> None:
        try:
            pen = self._dip()
        except Exception as error:  # noqa: BLE001 - told to who waits for the start
            self._call(_fail, self.opened, error)
            return
        self._call(_settle, self.opened)
        failed = 0
        while (work := self._next()) is not None:
            kept = self._do(pen, work)
            failed = 0 if kept else failed + 1
            if failed:
                time.sleep(PAUSES[min(failed, len(PAUSES)) - 1])
        with contextlib.suppress(Exception):
            self._account(pen)
        pen.close()

    def _next(self) -> Job | Callable[[Pen], None] | None:
        """Return what is to be done next, waiting for it; None at the end."""
        with self._some:
            while True:
                if self._closing and (
                    not (self._jobs or self._asides) or time.monotonic() > self._closing
                ):
                    return None
                if self._jobs:
                    return self._jobs[0]
                if self._asides:
                    return self._asides.popleft()
                self._some.wait()

    def _do(self, pen: Pen, work: Job | Callable[[Pen], None]) -> bool:
        """Do one thing; False where it is to be tried again later."""
        try:
            if not isinstance(work, Job):
                work(pen)
                return True
            taken = pen.take(work.exchange)
        except NotKeptError as error:
            return self._held_up(error, again=isinstance(work, Job))
        except Exception as bug:  # noqa: BLE001 - the thread must outlive whatever one job does
            self._fault("writer", bug)
            self._off(work)
            return True
        if isinstance(work, Job):
            self._off(work)
            self._count(pen, work, len(taken.acts))
        return True

    def _held_up(self, error: NotKeptError, *, again: bool) -> bool:
        with self._some:
            if again and self._trouble is None:
                self._trouble = Trouble(time.time_ns() // 1000, f"ledger-{error.reason}")
        return not again

    def _off(self, work: Job | Callable[[Pen], None]) -> None:
        """Take a job that is done with off the queue, and let its answer go."""
        if not isinstance(work, Job):
            return
        with self._some:
            self._jobs.popleft()
            self._size -= work.size
        if work.done is not None:
            self._call(_settle, work.done)

    def _count(self, pen: Pen, job: Job, acts: int) -> None:
        """Count acts that came late; once nothing waits, write down the span they belong to."""
        if job.late and acts:
            with self._some:
                if self._trouble is None:
                    self._trouble = Trouble(job.exchange.finished_at, "ledger-slow")
                self._trouble.late += acts
        if self._trouble is not None and not self._jobs:
            with contextlib.suppress(NotKeptError):
                self._account(pen)

    def _account(self, pen: Pen) -> None:
        trouble = self._trouble
        if trouble is not None:
            if trouble.late or trouble.lost:
                now = time.time_ns() // 1000
                pen.gap(trouble.since, now, trouble.reason, trouble.late, trouble.lost)
            self._trouble = None

    def _lose(self, reason: str) -> None:
        if self._trouble is None:
            self._trouble = Trouble(time.time_ns() // 1000, f"ledger-{reason}")
        self._trouble.lost += 1

    def _call(self, work: Callable[..., None], *arguments: object) -> None:
        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(work, *arguments)


def _settle(future: asyncio.Future[None]) -> None:
    if not future.done():
        future.set_result(None)


def _fail(future: asyncio.Future[None], error: Exception) -> None:
    if not future.done():
        future.set_exception(
            error if isinstance(error, KnownError) else RuntimeError(type(error).__name__)
        )


def _size(exchange: Exchange) -> int:
    """Return roughly how many bytes an exchange holds."""
    answer = exchange.response.body if exchange.response else None
    windows = sum(len(one.window.head) + len(one.window.tail) for one in exchange.uploads)
    return len(exchange.request.body or b"") + len(answer or b"") + windows + 2000
