"""Hands a client's socket itself to the engine, so that none of its bytes passes the door again.

    door    --CONNECT, token-->  engine      as ever: the engine opens the way, or the door does
    door    <------200---------  engine
    client  <------200---------  door
    door    ==client's socket==> engine      it takes the place of the connection from the door
    door    <--end of file-----  engine      that connection has done its work

Until the engine has said that the way is open nothing is given away, so that a hung, dead or busy
engine costs what it costs with a pump; and where handing over is not possible (Windows has no such
thing; a line that is full) the door pumps. An engine that ends takes its sockets with it: the
system closes them, those on their way to it too.
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
import struct
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from labormeter_addon.door.pump import Opening

POSSIBLE: Final = hasattr(socket, "send_fds")
"""Whether the system can hand a socket to another process."""
EARLY: Final = 1024
"""Bytes that a client may have sent behind its CONNECT before it is answered; more is pumped."""
PORT: Final = struct.Struct("!H")
"""Before them: the door's port in its connection to the engine, by which the engine knows whose
socket it is."""


class Hand:
    """The door's end of the line on which sockets go to one engine."""

    def __init__(self) -> None:
        self._near, self.far = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._near.setblocking(False)

    def give(self, client: Opening, server: Opening) -> bool:
        """Give the client's socket to the engine behind `server`; False where the door keeps it.

        The client was told that the way is open, and is not read from.
        """
        if client.lost or server.lost or server.rest or len(client.rest) > EARLY:
            return False
        if client.transport.get_write_buffer_size():
            return False
        word = PORT.pack(server.transport.get_extra_info("sockname")[1]) + client.rest
        given = client.transport.get_extra_info("socket").fileno()
        try:
            socket.send_fds(self._near, [word], [given])
        except OSError:
            return False
        return True

    def close(self) -> None:
        """Close both ends."""
        self._near.close()
        self.far.close()


def made() -> Hand | None:
    """Return a line for a new engine, None where the system has none."""
    if not POSSIBLE:
        return None
    with contextlib.suppress(OSError):
        return Hand()
    return None


class Handed(asyncio.Protocol):
    """A client that is the engine's now; what is left here is the connection that brought it."""

    def __init__(self, client: Opening, server: Opening) -> None:
        self.closed: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._server = server.transport
        # The engine has the socket; this closes the door's own hold on it and nothing else.
        client.transport.close()
        self._server.set_protocol(self)
        self._server.resume_reading()

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002
        """Hear that the engine took it, or is gone."""
        if not self.closed.done():
            self.closed.set_result(None)

    def close(self) -> None:
        """Close the connection that brought it."""
        self._server.close()
