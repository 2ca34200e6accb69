"""The line between a lesson and the engine: shapes over loopback, in memory on both sides.

    the verb      listens on a free port, and writes port and secret to `run/lesson.json`
    the engine    sees the file, calls, and sends one line a shape while the line stands

The lesson ends with the line: where the verb is killed, the engine stops looking. Standard library
only, for one end runs inside the proxy.
"""

from __future__ import annotations

import contextlib
import hmac
import json
import os
import secrets
import socket
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Self

if TYPE_CHECKING:
    from types import TracebackType

    from labormeter.home import Home

FILE: Final = "lesson.json"
LONGEST: Final = 256 * 1024
"""Bytes of one line."""
PATIENCE: Final = 0.5
"""Seconds that either end waits for the other before it goes on."""
LINES: Final = 2000
"""Shapes that one lesson takes."""


@dataclass(frozen=True, slots=True)
class Call:
    """Where a lesson listens, and what it is about."""

    port: int
    secret: str
    platform: str
    words: tuple[str, ...] = ()


def called(home: Home) -> Call | None:
    """Return the lesson that waits in a home, None where there is none."""
    try:
        given = json.loads((home.run / FILE).read_bytes())
        return Call(
            int(given["port"]),
            str(given["secret"]),
            str(given["platform"]),
            tuple(str(word) for word in given["words"]),
        )
    except (OSError, ValueError, TypeError, KeyError):
        return None


class Listener:
    """The end of the verb: takes lines until it is closed."""

    def __init__(self, home: Home, platform: str, words: tuple[str, ...] = ()) -> None:
        self._path = home.run / FILE
        self._lines: list[bytes] = []
        self._turn = threading.Lock()
        self.answered = threading.Event()
        """Set when the engine has called."""
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._call = Call(self._socket.getsockname()[1], secrets.token_hex(16), platform, words)
        self._socket.settimeout(PATIENCE / 4)
        self._connection: socket.socket | None = None
        self._ended = False
        self._announce()
        self._thread = threading.Thread(target=self._serve, name="lesson", daemon=True)
        self._thread.start()

    def _announce(self) -> None:
        call = self._call
        fresh = self._path.with_suffix(".new")
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump(
                {
                    "port": call.port,
                    "secret": call.secret,
                    "platform": call.platform,
                    "words": list(call.words),
                },
                file,
            )
        fresh.replace(self._path)

    def taken(self) -> list[bytes]:
        """Return the lines so far."""
        with self._turn:
            return list(self._lines)

    def close(self) -> None:
        """End the lesson."""
        self._ended = True
        self._path.unlink(missing_ok=True)
        if (connection := self._connection) is not None:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        self._thread.join(2 * PATIENCE)
        self._socket.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _serve(self) -> None:
        while not self._ended:
            try:
                connection, _ = self._socket.accept()
            except TimeoutError:
                continue
            except OSError:
                return
            with connection, contextlib.suppress(OSError):
                self._connection = connection
                self._hear(connection)
            self._connection = None

    def _hear(self, connection: socket.socket) -> None:
        connection.settimeout(PATIENCE)
        with connection.makefile("rb") as lines:
            first = lines.readline(LONGEST).strip()
            if not hmac.compare_digest(first, self._call.secret.encode()):
                return
            self.answered.set()
            connection.settimeout(None)
            while not self._ended and (line := lines.readline(LONGEST)):
                with self._turn:
                    if len(self._lines) < LINES:
                        self._lines.append(line)


class Caller:
    """The end of the engine: sends lines while the line stands."""

    def __init__(self, call: Call) -> None:
        self.call = call
        self._socket: socket.socket | None = socket.create_connection(
            ("127.0.0.1", call.port), PATIENCE
        )
        self.send(call.secret)

    @property
    def stands(self) -> bool:
        """Whether the other end is still there."""
        if self._socket is None:
            return False
        try:
            self._socket.setblocking(False)
            gone = self._socket.recv(1) == b""
        except BlockingIOError:
            gone = False
        except OSError:
            gone = True
        if gone:
            self.close()
            return False
        self._socket.settimeout(PATIENCE)
        return True

    def send(self, line: str) -> None:
        """Send a line; where that cannot be done, the lesson is over."""
        try:
            if self._socket is not None:
                self._socket.sendall(line.encode() + b"\n")
        except OSError:
            self.close()

    def close(self) -> None:
        """End it from here."""
        if self._socket is not None:
            self._socket.close()
        self._socket = None
