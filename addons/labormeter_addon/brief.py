"""A short wait for another thread, in the loop itself: quicker than being woken up by it.

A commit on a good disk takes less than a millisecond; to leave the loop, come back through its
selector and take the interpreter back from whatever runs by then takes twice as long again. So the
loop may wait for the writer on the spot, which frees the interpreter and the core for it, while
two bounds keep a slow disk from holding the loop up:

    LIMIT   seconds at a time
    REST    times as long as the last wait took, no other begins; twice that for each miss in a row
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable

LIMIT: Final = 0.005
"""Seconds; where the system's clock is coarse (Windows) it may be one tick, some 16 ms."""
REST: Final = 4
"""So at most a fifth of the loop's time is spent waiting."""
MOST: Final = 8
"""Misses that count: while a disk hangs, one wait in five seconds."""


class Brief:
    """Knows when the loop may wait."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._again = 0.0
        self._misses = 0

    def wait(self, done: threading.Lock) -> bool:
        """Return whether the lock was let go of in time; at once where no wait is due."""
        began = self._clock()
        if began < self._again:
            return False
        good = done.acquire(timeout=LIMIT)
        now = self._clock()
        self._misses = 0 if good else min(self._misses + 1, MOST)
        self._again = now + (now - began) * REST * 2**self._misses
        return good
