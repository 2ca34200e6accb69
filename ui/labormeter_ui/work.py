"""Work off the window's thread: it leaves as a value and comes back as a signal."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable


class Desk(QObject):
    """One thread beside the window's, so that a reader's connection stays on one thread.

    Signals:
        failed: a job raised; carries the exception.
    """

    failed = Signal(object)
    _finished = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="labormeter-desk")
        self._closed = False
        self._finished.connect(self._deliver)

    def give[T](self, job: Callable[[], T], then: Callable[[T], None]) -> None:
        """Run `job` on the desk's thread and `then` with its result on the window's.

        A job must not touch a widget. After `close` nothing is run and nothing comes back.
        """
        if not self._closed:
            self._pool.submit(job).add_done_callback(
                lambda future: self._finished.emit(future, then)
            )

    def close(self, last: Callable[[], None] | None = None) -> None:
        """Run `last` on the desk's thread, take no more jobs and wait for the one in hand."""
        if self._closed:
            return
        self._closed = True
        if last is not None:
            self._pool.submit(last)
        self._pool.shutdown(wait=True)

    @Slot(object, object)
    def _deliver(self, future: Future[object], then: Callable[[object], None]) -> None:
        if self._closed or future.cancelled():
            return
        if (error := future.exception()) is not None:
            self.failed.emit(error)
        else:
            then(future.result())
