"""The port of the meter: chosen once per home, so that the setting of an open browser stays true.

Where another program has taken it meanwhile, another one is chosen and kept: a metered browser is
told its port each time it is opened. Only where settings of the person's own may name it (`desktop`)
is it refused instead, for what is sent to the old port would reach that program.
"""

from __future__ import annotations

import errno
import socket
from typing import TYPE_CHECKING, Final

from labormeter import settings
from labormeter.browser import pac
from labormeter.desktop import journal
from labormeter.errors import KnownError

if TYPE_CHECKING:
    from labormeter.home import Home

HOST: Final = "127.0.0.1"


class TakenError(KnownError):
    """Another program has the port."""


_PORTS: Final = range(65536)


def listen(home: Home, asked: int = 0) -> socket.socket:
    """Return a listening socket on the port asked for, the one that was kept, or a free one.

    The first port of a home is kept in its settings; one asked for later holds for that run.
    Raises KnownError where the port is none, or taken and not to be changed.
    """
    if asked not in _PORTS:
        raise KnownError(f"{asked} is no port.", "Choose one from 1024 to 65535.")
    kept = settings.read(home.settings).number("port")
    try:
        door = bind(asked or kept)
    except TakenError:
        if asked or _named_elsewhere(home):
            raise
        kept, door = 0, bind(0)
    if not kept:
        settings.change(home.settings, "port", int(door.getsockname()[1]))
    return door


def _named_elsewhere(home: Home) -> bool:
    """Return whether settings outside the metered profiles may name the port."""
    return (home.root / journal.NAME).exists() or (home.run / pac.FILE).exists()


def bind(port: int) -> socket.socket:
    """Listen on a port of this computer alone; 0 takes a free one. Raises KnownError."""
    door = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    # Windows lets two programs share a port under SO_REUSEADDR; there exclusive use is asked for.
    exclusive = getattr(socket, "SO_EXCLUSIVEADDRUSE", None)
    door.setsockopt(socket.SOL_SOCKET, exclusive or socket.SO_REUSEADDR, 1)
    try:
        door.bind((HOST, port))
        door.listen(256)
    except OSError as error:
        door.close()
        raise _fault(error, port) from error
    door.setblocking(False)
    return door


def _fault(error: OSError, port: int) -> KnownError:
    if error.errno in {errno.EADDRINUSE, errno.EACCES, getattr(errno, "WSAEADDRINUSE", -1)}:
        return TakenError(
            f"Port {port} of this computer is taken.",
            "Stop the program that uses it, or choose another with --port.",
        )
    return KnownError(
        f"Port {port} cannot be used ({error.strerror}).", "Choose another with --port."
    )
