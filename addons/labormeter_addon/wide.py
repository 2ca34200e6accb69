"""Large reads, so that a large body is fewer events.

mitmproxy reads 64 kB at a time and walks a dozen layers for every piece; asyncio has received 256 kB
by then. Taken in one piece, an upload costs a quarter less of a core (docs/benchmarks.md).
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final

from mitmproxy import ctx

from labormeter_addon.guard import hook

if TYPE_CHECKING:
    from collections.abc import Callable

    from mitmproxy.connection import Client, Connection
    from mitmproxy.proxy.server_hooks import ServerConnectionHookData

ROOM: Final = 256 * 1024
"""Bytes of one read: what asyncio receives at once."""


class Reader:
    """A stream reader as far as mitmproxy uses one."""

    __slots__ = ("_reader",)

    def __init__(self, reader: asyncio.StreamReader) -> None:
        self._reader = reader

    async def read(self, _: int) -> bytes:
        """Return what has arrived, however little was asked for; empty at the end."""
        while True:
            reader = self._reader
            data = await reader.read(ROOM)
            if data or reader is self._reader:
                return data

    def turn(self, reader: asyncio.StreamReader, early: bytes) -> None:
        """Read from another stream once this one ends; `early` comes before what is in it."""
        if early:
            reader.feed_data(early)
        self._reader = reader


class Wide:
    """Lets mitmproxy read in large pieces, from clients and from platforms."""

    name = "labormeter_wide"

    def __init__(self, note: Callable[[str, Exception], None]) -> None:
        self.trouble = note

    @hook
    def client_connected(self, client: Client) -> None:
        """Widen a client's connection before its first byte is read."""
        self._widen(client, client)

    @hook
    def server_connected(self, data: ServerConnectionHookData) -> None:
        """Widen a platform's."""
        self._widen(data.client, data.server)

    def _widen(self, client: Client, end: Connection) -> None:
        handler = ctx.master.addons.get("proxyserver").connections.get(client.id)
        link = handler.transports.get(end) if handler is not None else None
        if link is not None and isinstance(link.reader, asyncio.StreamReader):
            link.reader = Reader(link.reader)
