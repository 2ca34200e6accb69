"""Two transports joined: what arrives on one leaves on the other, with back-pressure.

client  ==>  Side  --write-->  server
client  <--write--  Side  <==  server
"""

from __future__ import annotations

import asyncio
import socket
from typing import TYPE_CHECKING, Final

from labormeter_addon.door import connect

if TYPE_CHECKING:
    from collections.abc import Callable

HIGH_WATER: Final = 512 * 1024
"""Bytes that may wait for a slow reader before the other end is no longer read."""


class HeadError(Exception):
    """The other end closed, or sent too much, before its head was complete."""


class Opening(asyncio.Protocol):
    """Reads one head and keeps what came behind it, until a tunnel takes the transport over."""

    def __init__(self, begun: Callable[[Opening], None] | None = None) -> None:
        self.transport: asyncio.Transport = _NOWHERE
        self.head: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()
        self.rest = bytearray()
        self.lost = False
        self._begun = begun

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin to read."""
        assert isinstance(transport, asyncio.Transport)  # noqa: S101 - TCP gives nothing else
        self.transport = transport
        # A tunnel passes small pieces on: gathered by Nagle's algorithm, each would wait 40 ms for
        # the other end's delayed acknowledgement. asyncio sees to this only where a socket says
        # that it is TCP, and one that was accepted from a plain listener does not.
        transport.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if self._begun is not None:
            self._begun(self)

    def data_received(self, data: bytes) -> None:
        """Gather until the head is complete, then read no further."""
        self.rest += data
        if self.head.done():
            return
        end = self.rest.find(connect.END, 0, connect.LIMIT)
        if end >= 0:
            self.transport.pause_reading()
            self.head.set_result(bytes(self.rest[: end + len(connect.END)]))
            del self.rest[: end + len(connect.END)]
        elif len(self.rest) >= connect.LIMIT:
            self._fail()

    def eof_received(self) -> bool:
        """Give up where the head is not complete."""
        self._fail()
        return True

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002
        """Give up where the head is not complete."""
        self.lost = True
        self._fail()

    def _fail(self) -> None:
        if not self.head.done():
            self.head.set_exception(HeadError())
            self.head.exception()


class Side(asyncio.Protocol):
    """One end of a tunnel."""

    def __init__(self, transport: asyncio.Transport, tunnel: Tunnel) -> None:
        self.transport = transport
        self.tunnel = tunnel
        self.other: Side = self
        self.ended = False

    def data_received(self, data: bytes) -> None:
        """Pass it on untouched."""
        self.other.transport.write(data)
        self.tunnel.last = self
        self.tunnel.moves += 1

    def eof_received(self) -> bool:
        """Pass a half-close on; the other direction stays open."""
        self.ended = True
        if self.other.ended:
            self.tunnel.close()
        elif self.other.transport.can_write_eof():
            self.other.transport.write_eof()
        return True

    def pause_writing(self) -> None:
        """Stop reading from the other end while this one is slow."""
        self.other.transport.pause_reading()

    def resume_writing(self) -> None:
        """Read from the other end again."""
        self.other.transport.resume_reading()

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002
        """Close the other end as well, once what waits for it is written."""
        self.tunnel.close()


class Tunnel:
    """A client and its server, joined until either is gone."""

    def __init__(self, client: Opening, server: Opening) -> None:
        loop = asyncio.get_running_loop()
        self.closed: asyncio.Future[None] = loop.create_future()
        self.client = Side(client.transport, self)
        self.server = Side(server.transport, self)
        self.client.other, self.server.other = self.server, self.client
        self.last = self.client
        self.moves = 0
        self._seen = (0, loop.time())
        for side, opening in ((self.client, client), (self.server, server)):
            side.transport.set_write_buffer_limits(high=HIGH_WATER)
            side.transport.set_protocol(side)
            if opening.rest:
                side.data_received(bytes(opening.rest))
        if client.lost or server.lost:
            self.close()
            return
        for side in (self.client, self.server):
            side.transport.resume_reading()

    def close(self) -> None:
        """Close both ends once what waits for them is written."""
        self.client.transport.close()
        self.server.transport.close()
        if not self.closed.done():
            self.closed.set_result(None)

    def rests(self, now: float) -> float:
        """Return for how many seconds nothing has passed, as far as earlier calls could see."""
        moves, since = self._seen
        if self.moves != moves:
            self._seen = (self.moves, since := now)
        return now - since

    @property
    def waits(self) -> bool:
        """Whether the last word was the client's, so that an answer may be under way."""
        return self.last is self.client


class _Nowhere(asyncio.Transport):
    """Stands in for a transport until there is one."""


_NOWHERE: Final = _Nowhere()
