"""The engine's end of the line to the door: JSON, a line a word, on stdin and what was stdout."""

from __future__ import annotations

import json
import os
import threading
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable, Iterator

GRACE: Final = 5.0
"""Seconds after the door is gone within which the engine must have ended."""


class Link:
    """Reads the door's words on a thread of its own, and speaks to it from any thread."""

    def __init__(self) -> None:
        # Scripts may print; what they print goes to stderr and never among the reports.
        self._out = os.dup(1)
        os.dup2(2, 1)
        self._turn = threading.Lock()
        self._lines = _lines(0)

    def begin(self) -> dict[str, Any]:
        """Wait for the door's first word; empty where the door is gone."""
        return _word(next(self._lines, b""))

    def listen(
        self,
        loop: asyncio.AbstractEventLoop,
        hear: Callable[[dict[str, Any]], None],
        end: Callable[[], None],
    ) -> None:
        """Hand on every word, and call `end` when the door is gone. Both run in the loop."""

        def read() -> None:
            for line in self._lines:
                loop.call_soon_threadsafe(hear, _word(line))
            loop.call_soon_threadsafe(end)
            # An engine whose loop hangs would outlive the door: it is ended from here.
            last = threading.Timer(GRACE, os._exit, (1,))
            last.daemon = True
            last.start()

        threading.Thread(target=read, name="link", daemon=True).start()

    def tell(self, **report: object) -> None:
        """Send one report; a door that is gone hears nothing."""
        line = json.dumps(report).encode() + b"\n"
        with self._turn:
            try:
                os.write(self._out, line)
            except OSError:
                return


def _lines(descriptor: int) -> Iterator[bytes]:
    """Yield lines as they come.

    Not by sys.stdin: its lock, held by a waiting thread, would crash the interpreter as it ends.
    """
    rest = b""
    while data := os.read(descriptor, 65536):
        *lines, rest = (rest + data).split(b"\n")
        yield from lines


def _word(line: bytes) -> dict[str, Any]:
    try:
        found = json.loads(line or b"{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
