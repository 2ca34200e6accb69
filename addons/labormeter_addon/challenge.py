"""Bot checks met by connections that the engine itself opened.

The engine's handshake looks like no browser's, so it may be the cause. Captchas that follow are
flagged as the instrument's doing, and a host that challenges in bursts is passed through.
"""

from __future__ import annotations

import collections
import time
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from labormeter_addon.standing import Standing
    from labormeter_addon.writer import Writer

BURST: Final = 3
"""Challenges of one host within `SPAN` seconds after which it is passed through."""
SPAN: Final = 60.0


class Challenges:
    """Counts challenges per host."""

    def __init__(self, standing: Standing, writer: Writer) -> None:
        self._standing = standing
        self._writer = writer
        self._seen: dict[str, collections.deque[float]] = {}

    def seen(self, host: str) -> None:
        """Hear of one; the meter flags the captchas that follow."""
        at = time.time_ns() // 1000
        self._writer.aside(lambda pen: pen.challenged(at))
        now = time.monotonic()
        times = self._seen.setdefault(host, collections.deque(maxlen=BURST))
        times.append(now)
        if len(times) == BURST and now - times[0] < SPAN:
            times.clear()
            self._standing.passes(host, "challenged")
