"""The writer: one thread that owns ledger, keys and meter, and commits before answers go.

    loop     exchange --put--> |jobs|                          answer goes <--done--
    thread                      judge --> acts --> |pending| --one commit--> ledger

A thread, because a commit waits for the disk outside of Python, so that other flows go on; inline
it would hold up every flow, and a process of its own costs two more hops. The loop waits for it on
the spot where that takes moments (`brief`), else asynchronously (docs/benchmarks.md has the numbers
of all four). What waits while a commit is under way goes into the next one together.
"""

from __future__ import annotations

import asyncio
import collections
import contextlib
import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Protocol

from labormeter.errors import KnownError
from labormeter.ledger.faults import NotKeptError
from labormeter.meter import Taken
from labormeter_addon.brief import Brief

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from labormeter.model import Act, Exchange, Visit

DEADLINE: Final = 0.5
"""Seconds that an answer waits for its commit."""
ACTS: Final = 10_000
"""Acts that may wait in memory for a ledger that does not take them."""
JOBS: Final = 10_000
"""Exchanges that may wait to be judged."""
ROOM: Final = 128 * 1024 * 1024
"""Bytes of theirs that may."""
PAUSES: Final = (0.02, 0.05, 0.1, 0.2, 0.5, 1.0)
"""Seconds between tries, as they fail one after another."""

type Aside = Callable[[Pen], None]


class Pen(Protocol):
    """What the thread holds: the meter and its ledger."""

    def judge(self, exchange: Exchange, unwritten: Sequence[Act]) -> Taken:
        """Say what an exchange counts; nothing is written."""
        ...

    def keep(self, taken: Taken) -> int:
        """Append it, on the disk when it returns. Raises NotKeptError."""
        ...

    def challenged(self, at: int) -> None:
        """Hear that the proxied connection itself was challenged."""
        ...

    def gap(self, started_at: int, ended_at: int, reason: str, late: int, lost: int) -> None:
        """Note acts that were late or lost. Raises NotKeptError."""
        ...

    def health(self, traffic: Mapping[str, int]) -> None:
        """Note when platforms were last seen. Raises NotKeptError."""
        ...

    def visits(self, counted: Sequence[Visit]) -> None:
        """Note pages, connections and captchas. Raises NotKeptError."""
        ...

    def close(self) -> None:
        """Close the ledger."""
        ...


def _held() -> threading.Lock:
    lock = threading.Lock()
    lock.acquire()
    return lock


@dataclass(slots=True)
class Job:
    """An exchange on its way to the ledger."""

    exchange: Exchange | None
    """Gone once it is judged: only what it counts stays in memory."""
    size: int
    at: int
    kept: threading.Lock = field(default_factory=_held)
    """Let go of when it is done with."""
    done: asyncio.Future[None] | None = None
    """Settled then, where somebody came to wait for it in the loop."""
    late: bool = False
    """Its answer went before its commit."""


@dataclass(slots=True)
class Pending:
    """What was judged and is not on the disk yet."""

    taken: Taken
    job: Job


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
        """Done when the ledger is open; its exception says why it cannot be."""
        self._brief = Brief()
        self._some = threading.Condition()
        self._jobs: collections.deque[Job] = collections.deque()
        self._asides: collections.deque[Aside] = collections.deque(maxlen=JOBS)
        self._size = 0
        self._closing = 0.0
        self._pending: list[Pending] = []
        self._acts = 0
        self._trouble: Trouble | None = None
        self._failed = 0
        self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
        self._thread.start()

    async def commit(self, exchange: Exchange) -> None:
        """Return when what an exchange counts is on the disk, or after half a second."""
        job = self.put(exchange)
        if job is None or self._brief.wait(job.kept):
            return
        done = job.done = self._loop.create_future()
        # The thread may have been done just before it could see that somebody waits.
        if job.kept.acquire(blocking=False):
            return
        try:
            async with asyncio.timeout(DEADLINE):
                await done
        except TimeoutError:
            job.late = True

    def put(self, exchange: Exchange) -> Job | None:
        """Let an exchange be counted without waiting; None where there is no room for it."""
        job = Job(exchange, _size(exchange), exchange.finished_at)
        with self._some:
            if len(self._jobs) >= JOBS or self._size + job.size > ROOM:
                self._begin_trouble("writer-full").lost += 1
                return None
            self._jobs.append(job)
            self._size += job.size
            self._some.notify()
        return job

    def aside(self, work: Aside) -> None:
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
        while self._wait():
            self._turn(pen)
        self._lose_rest(pen)
        with contextlib.suppress(Exception):
            pen.close()

    def _wait(self) -> bool:
        """Wait for work, or until what failed is to be tried again; False at the end."""
        with self._some:
            if self._closing and time.monotonic() > self._closing:
                return False
            if self._failed:
                self._some.wait(PAUSES[min(self._failed, len(PAUSES)) - 1])
                return True
            while not (self._jobs or self._asides or self._pending):
                if self._closing:
                    return False
                self._some.wait()
            return True

    def _turn(self, pen: Pen) -> None:
        """Judge all that waits, and write it with what waited before in one transaction."""
        with self._some:
            jobs, asides = list(self._jobs), list(self._asides)
            self._jobs.clear()
            self._asides.clear()
            self._size = 0
        for job in jobs:
            self._judge(pen, job)
        if self._pending:
            self._keep(pen)
        for work in asides:
            self._do(pen, work)

    def _judge(self, pen: Pen, job: Job) -> None:
        exchange, job.exchange = job.exchange, None
        if exchange is None:
            return
        try:
            unwritten = [act for one in self._pending for act in one.taken.acts]
            taken = pen.judge(exchange, unwritten)
        except Exception as bug:  # noqa: BLE001 - the thread must outlive whatever one job does
            self._fault("judge", bug)
            self._let_go(job)
            return
        if not taken:
            self._let_go(job)
        elif self._acts + len(taken.acts) > ACTS:
            with self._some:
                self._begin_trouble("ledger-full").lost += len(taken.acts)
            self._let_go(job)
        else:
            self._pending.append(Pending(taken, job))
            self._acts += len(taken.acts)

    def _keep(self, pen: Pen) -> None:
        try:
            pen.keep(together([one.taken for one in self._pending]))
        except NotKeptError as error:
            self._failed += 1
            with self._some:
                self._begin_trouble(f"ledger-{error.reason}")
            return
        except Exception as bug:  # noqa: BLE001 - the thread must outlive whatever one job does
            self._fault("keep", bug)
            with self._some:
                self._begin_trouble("fault").lost += self._acts
        late = [one for one in self._pending if one.job.late and one.taken.acts]
        for one in self._pending:
            self._let_go(one.job)
        self._pending.clear()
        self._acts = self._failed = 0
        self._account(pen, late)

    def _account(self, pen: Pen, late: list[Pending]) -> None:
        """Write down a span in which acts came late or not at all, now that it is over."""
        with self._some:
            if late:
                first = late[0].job.at
                trouble = self._begin_trouble("ledger-slow", first)
                trouble.late += sum(len(one.taken.acts) for one in late)
            found, self._trouble = self._trouble, None
        if found is None or not (found.late or found.lost):
            return
        try:
            now = time.time_ns() // 1000
            pen.gap(min(found.since, now), now, found.reason, found.late, found.lost)
        except NotKeptError:
            with self._some:
                self._trouble = found

    def _lose_rest(self, pen: Pen) -> None:
        """At the end, say what could not be written, if even that can be."""
        with self._some:
            left = self._acts + len(self._jobs)
            if left:
                self._begin_trouble("stopped").lost += left
        with contextlib.suppress(Exception):
            self._account(pen, [])

    def _do(self, pen: Pen, work: Aside) -> None:
        try:
            work(pen)
        except NotKeptError:
            return
        except Exception as bug:  # noqa: BLE001 - the thread must outlive whatever one job does
            self._fault("aside", bug)

    def _begin_trouble(self, reason: str, since: int | None = None) -> Trouble:
        if self._trouble is None:
            self._trouble = Trouble(since or time.time_ns() // 1000, reason)
        return self._trouble

    def _let_go(self, job: Job) -> None:
        job.kept.release()
        if job.done is not None:
            self._call(_settle, job.done)

    def _call(self, work: Callable[..., None], *arguments: object) -> None:
        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(work, *arguments)


def together(some: Sequence[Taken]) -> Taken:
    """Return what several exchanges count as one, so that one commit writes it all."""
    if len(some) == 1:
        return some[0]
    return Taken(
        acts=tuple(act for taken in some for act in taken.acts),
        notices=tuple(notice for taken in some for notice in taken.notices),
        links=tuple(link for taken in some for link in taken.links),
    )


def _settle(future: asyncio.Future[None]) -> None:
    if not future.done():
        future.set_result(None)


def _fail(future: asyncio.Future[None], error: Exception) -> None:
    if not future.done():
        known = isinstance(error, KnownError)
        future.set_exception(error if known else RuntimeError(type(error).__name__))


def _size(exchange: Exchange) -> int:
    """Return roughly how many bytes an exchange holds."""
    answer = exchange.response.body if exchange.response else None
    windows = sum(len(one.window.head) + len(one.window.tail) for one in exchange.uploads)
    return len(exchange.request.body or b"") + len(answer or b"") + windows + 2000
