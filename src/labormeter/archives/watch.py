"""How far an import has come, and whether it is to go on."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from labormeter.archives.found import CancelledError

if TYPE_CHECKING:
    from collections.abc import Callable

OFTEN: Final = 0.1
"""Seconds between two reports."""


class Watch:
    """Counts bytes read and tells of it now and then; a report that returns False stops all."""

    def __init__(self, report: Callable[[int, int], bool] | None = None) -> None:
        self._report = report
        self._told = 0.0
        self.total = 0
        self.done = 0

    def expect(self, size: int) -> None:
        """Say that so many bytes more will be read."""
        self.total += size

    def read(self, size: int) -> None:
        """Say that so many bytes were read. Raises CancelledError where it is to stop."""
        self.done += size
        if self._report is None:
            return
        now = time.monotonic()
        if now - self._told >= OFTEN or self.done >= self.total:
            self._told = now
            if not self._report(min(self.done, self.total), self.total):
                raise CancelledError
