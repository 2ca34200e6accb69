"""Work off the window's thread: it leaves as a value and comes back as a signal."""

from __future__ import annotations

import threading
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from labormeter.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Callable


def _nothing() -> None:
    """Do nothing."""


@dataclass(slots=True)
class _Job:
    """What is to be done with a job's result, or where it is given up."""

    then: Callable[[Any], None]
    lost: Callable[[], None]
    refused: Callable[[KnownError], None] | None
    given_up: bool = False


class Desk(QObject):
    """One thread beside the window's, so that a reader's connection stays on one thread.

    Signals:
        failed: a job raised, and nobody was there to be told; carries the exception.
        busy: jobs are under way, or none is any more; carries which of the two.
    """

    failed = Signal(object)
    busy = Signal(bool)
    _finished = Signal(object, object)

    def __init__(
        self, parent: QObject | None = None, *, interrupt: Callable[[], None] = _nothing
    ) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="labormeter-desk")
        self._interrupt = interrupt
        self._closed = False
        self._jobs: dict[Future[Any], _Job] = {}
        self._stop = threading.Event()
        self._finished.connect(self._deliver)

    def give[T](
        self,
        job: Callable[[], T],
        then: Callable[[T], None],
        lost: Callable[[], None] = _nothing,
        refused: Callable[[KnownError], None] | None = None,
    ) -> None:
        """Run `job` on the desk's thread and `then` with its result on the window's.

        A job must not touch a widget. Where it is given up, or raises, `lost` is called instead;
        `refused` is told of a KnownError before, which then is no failure of the desk.
        After `close` nothing is run and nothing comes back.
        """
        if self._closed:
            return
        held = _Job(then, lost, refused)
        future = self._pool.submit(job)
        self._jobs[future] = held
        if len(self._jobs) == 1:
            self.busy.emit(True)
        future.add_done_callback(lambda done: self._finished.emit(done, held))

    def stopper(self) -> Callable[[], bool]:
        """Return what tells a long job that it was given up; to be asked for with the job."""
        return self._stop.is_set

    def cancel(self) -> None:
        """Give up everything that is under way; what runs is interrupted where that can be."""
        if not self._jobs:
            return
        self._stop.set()
        self._stop = threading.Event()
        given_up, self._jobs = list(self._jobs.items()), {}
        for future, job in given_up:
            job.given_up = True
            future.cancel()
        self._interrupt()
        self.busy.emit(False)
        for _, job in given_up:
            job.lost()

    def close(self, last: Callable[[], None] | None = None) -> None:
        """Run `last` on the desk's thread, take no more jobs and wait for the one in hand."""
        if self._closed:
            return
        self._closed = True
        if last is not None:
            self._pool.submit(last)
        self._pool.shutdown(wait=True)

    @Slot(object, object)
    def _deliver(self, future: Future[object], job: _Job) -> None:
        if self._closed or job.given_up or future.cancelled():
            return
        self._jobs.pop(future, None)
        if not self._jobs:
            self.busy.emit(False)
        if (error := future.exception()) is None:
            job.then(future.result())
            return
        if job.refused is not None and isinstance(error, KnownError):
            job.refused(error)
        else:
            self.failed.emit(error)
        job.lost()
