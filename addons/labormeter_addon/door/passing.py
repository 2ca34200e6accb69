"""Hosts that are passed through for a while, and faults of ours: told to the person as gaps.

engine: "passed x, challenged, 600 s"  -->  a sentence now, a gap when it is over
"""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from labormeter_addon.door import books as pages

if TYPE_CHECKING:
    from labormeter_addon.door.books import Books, Entry

SENTENCES: Final = {
    "untrusted": "its certificate cannot be verified from here",
    "distrusted": "a program does not take labormeter's certificate",
    "challenged": "it asked again and again whether a person is there",
    "sloppy": "its answers have headers that cannot be passed on safely",
}
AGAIN: Final = 60.0
"""Seconds after which the same fault is told again."""

_NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_-]{0,60}\Z")


@dataclass(slots=True)
class Passed:
    """One platform that is passed through."""

    since: int
    why: str
    timer: asyncio.TimerHandle


class Passing:
    """Keeps account of what was not metered, platform by platform."""

    def __init__(self, books: Books) -> None:
        self._books = books
        self.open: dict[str, Passed] = {}
        self._faults: dict[str, float] = {}

    def begin(self, platform: str, why: str, seconds: float) -> None:
        """Hear that a platform is passed through from now on, for so many seconds."""
        if why not in SENTENCES or not _NAME.match(platform):
            return
        at = pages.now()
        known = self.open.get(platform)
        if known is None:
            sentence = f"{platform} passes unmetered for a while: {SENTENCES[why]}."
            self._books.enter(lambda log: log.remark(at, sentence))
        else:
            known.timer.cancel()
        timer = asyncio.get_running_loop().call_later(seconds, self.end, platform)
        self.open[platform] = Passed(known.since if known else at, why, timer)

    def end(self, platform: str) -> None:
        """Hear that it is over, and write the gap down."""
        passed = self.open.pop(platform)
        passed.timer.cancel()
        self._books.enter(_gap(passed.since, pages.now(), f"{passed.why}-{platform}", lost=0))

    def end_all(self) -> None:
        """Write down what is open; the meter stops."""
        for platform in tuple(self.open):
            self.end(platform)

    def fault(self, kind: str) -> None:
        """Hear of a failure of ours by which an act may have been lost."""
        now = asyncio.get_running_loop().time()
        if not _NAME.match(kind) or now < self._faults.get(kind, 0.0):
            return
        self._faults[kind] = now + AGAIN
        at = pages.now()
        self._books.enter(_gap(at, at, f"fault-{kind}", lost=1))


def _gap(since: int, until: int, reason: str, *, lost: int) -> Entry:
    return lambda log: log.gap(since, until, reason, 0, lost)
