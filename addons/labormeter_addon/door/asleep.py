"""A computer that was suspended: nothing was metered then, and the account must not say that it was.

The meter looks at the clock every few seconds. Where the clock went on by far more than that, the
computer slept in between (or all of us were stopped), and the time is a gap.
"""

from __future__ import annotations

from typing import Final

LONGEST: Final = 60 * 1_000_000
"""Microseconds between two looks up to which nothing is made of it: computers are busy at times."""


class Asleep:
    """Remembers when it looked last."""

    def __init__(self, now: int) -> None:
        self._last = now

    def look(self, now: int) -> tuple[int, int] | None:
        """Return from when to when the computer slept, None where it did not."""
        last, self._last = self._last, now
        return (last, now) if now - last > LONGEST else None
