"""Attach to the meter that runs on a home, or start one that ends with us."""

from __future__ import annotations

import queue
import re
import subprocess
import sys
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from labormeter import lock, roles
from labormeter.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from labormeter.home import Home

PATIENCE: Final = 40
"""Seconds until a meter that starts must be ready."""
GOODBYE: Final = 15
"""Seconds that it has to end in good order."""

_READY: Final = re.compile(r"metering on 127\.0\.0\.1:(\d{1,5})\s*\Z")


@contextmanager
def running(home: Home, extra: Sequence[str] = ()) -> Iterator[int]:
    """Yield the port of the meter of this home; one that we started ends with the block.

    `extra` are mitmproxy's arguments for a meter that is started here. Raises KnownError where it
    does not start.
    """
    if (port := attached(home)) is not None:
        yield port
        return
    process = _start(home, extra)
    try:
        yield _port(process)
    finally:
        end(process)
        if process.stdout:
            process.stdout.close()


def attached(home: Home) -> int | None:
    """Return the port of the meter that is running on this home, None where none is ready."""
    facts = lock.held(home.lock)
    port = facts.get("port") if facts else None
    return port if isinstance(port, int) else None


def end(process: subprocess.Popen[str]) -> None:
    """Ask a meter to end, and end it where it does not."""
    if process.poll() is None:
        _ask(process)
    try:
        process.wait(GOODBYE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _start(home: Home, extra: Sequence[str]) -> subprocess.Popen[str]:
    home.create()
    words = ["meter", "--home", str(home.root), *(["--", *extra] if extra else [])]
    apart = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)
    try:
        return subprocess.Popen(
            roles.command("meter", *words[1:]),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            start_new_session=True,  # a Ctrl-C in our terminal is ours to hand on
            creationflags=apart,
        )
    except OSError as error:
        raise KnownError(f"The meter did not start ({error.strerror}).") from error


def _port(process: subprocess.Popen[str]) -> int:
    """Wait for the meter's first word; its other words are read and let go."""
    found: queue.Queue[int | str] = queue.Queue()
    threading.Thread(target=_listen, args=(process, found), daemon=True).start()
    try:
        word = found.get(timeout=PATIENCE)
    except queue.Empty:
        raise KnownError(
            "The meter was not ready in time.", "Start it by `labormeter meter` and try again."
        ) from None
    if isinstance(word, str):
        raise KnownError("The meter ended before it was ready.", word)
    return word


def _listen(process: subprocess.Popen[str], found: queue.Queue[int | str]) -> None:
    """Tell the port; or the last line of a meter that ended, by contract a sentence."""
    last = "Start it by `labormeter meter` to see why."
    for line in process.stdout or ():
        last = line.strip() or last
        if ready := _READY.match(line):
            found.put(int(ready.group(1)))
    found.put(last)


def _ask(process: subprocess.Popen[str]) -> None:
    if sys.platform == "win32":
        import signal  # noqa: PLC0415 - the one place where Windows differs

        process.send_signal(signal.CTRL_BREAK_EVENT)
    else:
        process.terminate()
