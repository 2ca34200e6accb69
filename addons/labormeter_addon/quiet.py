"""What must not leave the memory of door and engine: no core dumps, no log lines with content."""

from __future__ import annotations

import contextlib
import ctypes
import logging
import sys
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_DUMPABLE: Final = 4
"""PR_SET_DUMPABLE of prctl(2); 0 also closes /proc/PID/mem to other programs of this user."""


def no_core_dumps() -> None:
    """Forbid the system to write this process's memory to disk when it crashes.

    Windows writes none unless the machine's owner set it up so; there is nothing to switch off.
    """
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - POSIX only

    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def no_peeking() -> None:
    """Forbid other programs of this user to read this process's memory, where Linux can."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_DUMPABLE, 0, 0, 0, 0)


class Names(logging.Handler):
    """Passes on, of whatever is logged as an error, where it came from and the error's type."""

    def __init__(self, note: Callable[[str, str], None]) -> None:
        super().__init__(logging.ERROR)
        self._note = note

    def emit(self, record: logging.LogRecord) -> None:
        """Pass a record's names on; its text may hold an address."""
        kind = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else "Error"
        self._note(record.name.rpartition(".")[2] or "root", kind)


def silence(note: Callable[[str, str], None]) -> Names:
    """Let no log line out of this process but the names of errors."""
    root = logging.getLogger()
    for handler in root.handlers[:]:
        root.removeHandler(handler)
    names = Names(note)
    root.addHandler(names)
    root.setLevel(logging.ERROR)
    logging.captureWarnings(capture=True)
    return names
