"""A file that one process holds while it runs, and that others can ask about.

The lock is the system's, on the open file: it falls away with the process, however that ends, so
that a lock left over never has to be judged. The file says who holds it, as one line of JSON.
"""

from __future__ import annotations

import json
import os
import sys
import time
from typing import TYPE_CHECKING, Final, Self

from labormeter.errors import KnownError
from labormeter.sentence import said

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

type Facts = dict[str, int | str]

PATIENCE: Final = 0.3
"""Seconds for which `hold` tries again: a process that merely asks holds the lock for an instant."""

_BYTE: Final = 0x7FFF_FFF0
"""Windows locks bytes and forbids reading them: so one far behind the text."""

if sys.platform == "win32":
    import msvcrt

    def _take(handle: int, *, shared: bool) -> bool:  # noqa: ARG001 - Windows has one kind
        os.lseek(handle, _BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _leave(handle: int) -> None:
        os.lseek(handle, _BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _take(handle: int, *, shared: bool) -> bool:
        kind = fcntl.LOCK_SH if shared else fcntl.LOCK_EX
        try:
            fcntl.flock(handle, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _leave(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)


class HeldError(KnownError):
    """Somebody else holds the lock; `facts` is what they wrote."""

    def __init__(self, facts: Facts) -> None:
        who = f" (process {facts['pid']})" if "pid" in facts else ""
        super().__init__(f"A meter is already running on this folder{who}.", "Use that one.")
        self.facts = facts


class Hold:
    """A lock that is held until `release`, or until the process ends."""

    def __init__(self, handle: int) -> None:
        self._handle: int | None = handle

    def tell(self, **facts: int | str) -> None:
        """Write who holds the lock; `pid` is always among it."""
        if self._handle is None:
            return
        text = json.dumps({"pid": os.getpid(), **facts}).encode() + b"\n"
        os.lseek(self._handle, 0, os.SEEK_SET)
        os.ftruncate(self._handle, 0)
        os.write(self._handle, text)

    def release(self) -> None:
        """Let go; a second time does nothing. The file stays, for unlinking it would be a race."""
        if self._handle is None:
            return
        os.ftruncate(self._handle, 0)
        _leave(self._handle)
        os.close(self._handle)
        self._handle = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()


def hold(path: Path, *, wait: float = PATIENCE, **facts: int | str) -> Hold:
    """Take the lock and write `facts`, trying for `wait` seconds.

    Raises HeldError where another has it, also within one process; KnownError where the folder cannot
    be written.
    """
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise KnownError(
            said("The file {file} cannot be written ({fault}).", file=path, fault=error.strerror),
            "Choose another folder with --home, or change its permissions.",
        ) from error
    until = time.monotonic() + wait
    while not _take(handle, shared=False):
        if time.monotonic() > until:
            os.close(handle)
            raise HeldError(_read(path))
        time.sleep(0.01)
    holding = Hold(handle)
    holding.tell(**facts)
    return holding


def held(path: Path) -> Facts | None:
    """Return what the holder wrote (`pid`, and `port` once there is one), None if nobody holds it.

    An empty answer means: held, and nothing written yet.
    """
    try:
        handle = os.open(path, os.O_RDWR)
    except OSError:
        return None
    try:
        if _take(handle, shared=True):
            _leave(handle)
            return None
        return _read(path)
    finally:
        os.close(handle)


def _read(path: Path) -> Facts:
    try:
        found = json.loads(path.read_bytes() or b"{}")
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
