"""Takes clients' sockets from the door (`door/hand.py`), each in place of a connection from it.

mitmproxy goes on as if nothing had happened: the way is open, and the client's first word comes.
"""

from __future__ import annotations

import asyncio
import os
import socket
from typing import TYPE_CHECKING, Any

from labormeter_addon.door import hand
from labormeter_addon.wide import ROOM

if TYPE_CHECKING:
    from collections.abc import Callable

    from mitmproxy.proxy.mode_servers import ProxyConnectionHandler

    from labormeter_addon.dispatch import EngineMaster


class Taking:
    """The engine's end of the line."""

    def __init__(
        self, master: EngineMaster, descriptor: int, note: Callable[[str, Exception], None]
    ) -> None:
        self._master = master
        self._note = note
        self._line = socket.socket(fileno=descriptor)
        self._line.setblocking(False)
        self._line.set_inheritable(False)
        self._loop = asyncio.get_running_loop()
        self._tasks: set[asyncio.Task[None]] = set()
        self._loop.add_reader(self._line, self._hear)

    def close(self) -> None:
        """Take no more."""
        self._loop.remove_reader(self._line)
        self._line.close()

    def _hear(self) -> None:
        try:
            word, found, _, _ = socket.recv_fds(self._line, hand.PORT.size + hand.EARLY, 1)
        except BlockingIOError:
            return
        except OSError as error:
            self._note("taking", error)
            self.close()
            return
        task = asyncio.create_task(self._take(word, found))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _take(self, word: bytes, found: list[int]) -> None:
        sock: socket.socket | None = None
        try:
            # Where this process has too many files open already, the word comes without a socket.
            sock = _socket(found[0]) if found else None
            await self._put(self._whose(word), sock, word[hand.PORT.size :])
        except Exception as bug:  # noqa: BLE001 - one client's trouble must not end the engine
            self._note("taking", bug)
            if sock is not None:
                sock.close()

    def _whose(self, word: bytes) -> ProxyConnectionHandler | None:
        """Return the connection from the door that a socket takes the place of.

        The last one of that port: those before it are clients' whose sockets were taken long ago,
        since when the door's port in them has been free for the system to give out again.
        """
        if len(word) < hand.PORT.size:
            return None
        (port,) = hand.PORT.unpack_from(word)
        connections = self._master.addons.get("proxyserver").connections
        for handler in reversed(connections.values()):
            if handler.client.peername[1] == port:
                return handler  # type: ignore[no-any-return]  # mitmproxy does not say what it is
        return None

    async def _put(
        self, handler: ProxyConnectionHandler | None, sock: socket.socket | None, early: bytes
    ) -> None:
        """Put a socket in place of a connection from the door, or end both where one is missing."""
        link = _link(handler)
        if sock is None:
            if link is not None:
                link.handler.cancel("not taken")
            return
        reader = asyncio.StreamReader(limit=ROOM, loop=self._loop)
        protocol = asyncio.StreamReaderProtocol(reader, loop=self._loop)
        transport, _ = await self._loop.connect_accepted_socket(lambda: protocol, sock)
        if link is None or _link(handler) is not link:
            transport.abort()
            return
        former, link.writer = (
            link.writer,
            asyncio.StreamWriter(transport, protocol, reader, self._loop),
        )
        link.reader.turn(reader, early)
        former.close()


def _socket(descriptor: int) -> socket.socket:
    try:
        sock = socket.socket(fileno=descriptor)
    except OSError:
        os.close(descriptor)
        raise
    sock.set_inheritable(False)
    return sock


def _link(handler: ProxyConnectionHandler | None) -> Any:  # noqa: ANN401 - its reader is ours
    """Return the client's end of a connection, None where it is gone."""
    return None if handler is None else handler.transports.get(handler.client)
