"""Reads are large, whole and end where the stream ends."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import Any

from mitmproxy.test import taddons

from labormeter_addon.wide import ROOM, Reader, Wide


def _raise(_: str, bug: Exception) -> None:
    raise bug


def test_takes_what_has_arrived_in_one_piece_and_ends_with_the_stream() -> None:
    async def work() -> None:
        stream = asyncio.StreamReader()
        stream.feed_data(bytes(ROOM + 7))
        stream.feed_eof()
        reader = Reader(stream)
        assert [len(await reader.read(65535)) for _ in range(3)] == [ROOM, 7, 0]

    asyncio.run(work())


def test_widens_both_ends_once_and_leaves_what_is_no_stream_alone() -> None:
    async def work() -> None:
        client: Any = SimpleNamespace(id="c")
        server, other, far = (object() for _ in range(3))
        links = {
            name: SimpleNamespace(reader=asyncio.StreamReader()) for name in ("client", "server")
        }
        links["other"] = SimpleNamespace(reader="datagrams")
        ends = {id(client): links["client"], id(server): links["server"], id(other): links["other"]}
        transports = SimpleNamespace(get=lambda end: ends.get(id(end)))
        handler = SimpleNamespace(transports=transports)
        proxy = SimpleNamespace(connections={"c": handler}, name="proxyserver")
        with taddons.context(proxy):
            wide = Wide(_raise)
            wide.client_connected(client)
            for end in (server, other, far):
                data: Any = SimpleNamespace(client=client, server=end)
                wide.server_connected(data)
            first = links["server"].reader
            wide.server_connected(SimpleNamespace(client=client, server=server))  # type: ignore[arg-type]
            wide.client_connected(SimpleNamespace(id="gone"))  # type: ignore[arg-type]
        assert isinstance(links["client"].reader, Reader)
        assert isinstance(first, Reader)
        assert links["server"].reader is first
        assert links["other"].reader == "datagrams"

    asyncio.run(work())
