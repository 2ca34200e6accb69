"""home/log/meter.log: what went wrong, by the names of places and of types alone.

An exception's text can hold an address or a person's words, so it is never written.
"""

from __future__ import annotations

import contextlib
import re
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

LIMIT: Final = 256 * 1024
"""Bytes after which the log is put aside as meter.log.1, in place of the one before."""

_NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]{0,60}\Z")


@dataclass(slots=True)
class Notebook:
    """Appends lines `time place type` to one file; a full disk costs the line and nothing more."""

    path: Path

    def note(self, place: str, kind: str) -> None:
        """Write one line; what is not a plain name is written as `?`."""
        words = [word if _NAME.match(word) else "?" for word in (place, kind)]
        line = f"{time.strftime('%Y-%m-%dT%H:%M:%SZ', time.gmtime())} {' '.join(words)}\n"
        with contextlib.suppress(OSError):
            if self.path.exists() and self.path.stat().st_size > LIMIT:
                self.path.replace(self.path.with_name(self.path.name + ".1"))
            with self.path.open("a", encoding="ascii") as file:
                file.write(line)
