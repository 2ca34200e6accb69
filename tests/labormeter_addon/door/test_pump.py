"""Tunnels: nothing changed, nothing lost, nothing gathered."""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
from typing import TYPE_CHECKING

import pytest

from labormeter_addon.door.pump import HeadError, Opening, Tunnel

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable


@contextlib.asynccontextmanager
async def ends() -> AsyncIterator[tuple[asyncio.StreamReader, asyncio.StreamWriter, Opening]]:
    """Yield the far end of a connection, and its near end as an opening."""
    loop = asyncio.get_running_loop()
    made: asyncio.Future[Opening] = loop.create_future()
    server = await loop.create_server(lambda: Opening(made.set_result), "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    try:
        yield reader, writer, await made
    finally:
        writer.transport.abort()
        server.close()


def run(work: Callable[[], Awaitable[None]]) -> None:
    async def bounded() -> None:
        async with asyncio.timeout(10):
            await work()

    asyncio.run(bounded())


def test_reads_a_head_that_comes_in_pieces_and_keeps_what_follows() -> None:
    async def work() -> None:
        async with ends() as (_, writer, opening):
            for piece in (b"CONNECT x:443 HT", b"TP/1.1\r\nHost: x\r\n\r", b"\nhello"):
                writer.write(piece)
                await asyncio.sleep(0.01)
            assert await opening.head == b"CONNECT x:443 HTTP/1.1\r\nHost: x\r\n\r\n"
            assert opening.rest == b"hello"

    run(work)


def test_small_pieces_are_passed_on_at_once() -> None:
    async def work() -> None:
        loop = asyncio.get_running_loop()
        made: asyncio.Future[Opening] = loop.create_future()
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as plain:
            plain.bind(("127.0.0.1", 0))
            server = await loop.create_server(lambda: Opening(made.set_result), sock=plain)
            _, writer = await asyncio.open_connection(*plain.getsockname())
            accepted = (await made).transport.get_extra_info("socket")
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
            writer.transport.abort()
            server.close()

    run(work)


@pytest.mark.parametrize("sent", [b"x" * 20_000, b"CONNECT x:443 HTTP/1.1\r\n", b""])
def test_gives_up_on_a_head_that_is_too_long_or_never_ends(sent: bytes) -> None:
    async def work() -> None:
        async with ends() as (_, writer, opening):
            writer.write(sent)
            if len(sent) < 16_000:
                writer.write_eof()
            with pytest.raises(HeadError):
                await opening.head

    run(work)


def test_carries_both_ways_with_half_close() -> None:
    async def work() -> None:
        async with ends() as (left, to_left, client), ends() as (right, to_right, server):
            client.rest += b"early "
            tunnel = Tunnel(client, server)
            sent = os.urandom(3_000_000)
            to_left.write(sent)
            to_left.write_eof()
            assert await right.read(-1) == b"early " + sent
            back = os.urandom(2_000_000)
            to_right.write(back)
            to_right.write_eof()
            assert await left.read(-1) == back
            await tunnel.closed

    run(work)


def test_a_slow_reader_holds_the_other_end_back() -> None:
    async def work() -> None:
        async with ends() as (_, to_left, client), ends() as (_, _, server):
            Tunnel(client, server)
            to_left.transport.set_write_buffer_limits(high=0)
            for _ in range(300):
                to_left.write(bytes(100_000))
                await asyncio.sleep(0)
            await asyncio.sleep(0.1)
            # 30 MB were offered; what nobody reads stays with the sender.
            assert server.transport.get_write_buffer_size() < 2_000_000
            assert to_left.transport.get_write_buffer_size() > 10_000_000

    run(work)


def test_when_one_end_is_gone_so_is_the_other() -> None:
    async def work() -> None:
        async with ends() as (left, to_left, client), ends() as (_, to_right, server):
            tunnel = Tunnel(client, server)
            to_right.transport.abort()
            assert await left.read(-1) == b""
            while not tunnel.closed.done():
                # Only a word into the void tells that nobody is there any more.
                to_left.write(b"anyone")
                await asyncio.sleep(0.01)

    run(work)


def _waits(tunnel: Tunnel) -> bool:
    return tunnel.waits


def test_knows_how_long_it_rests_and_who_spoke_last() -> None:
    async def work() -> None:
        async with ends() as (left, to_left, client), ends() as (right, to_right, server):
            tunnel = Tunnel(client, server)
            to_left.write(b"ask")
            await right.readexactly(3)
            assert _waits(tunnel)
            assert tunnel.rests(10.0) == 0
            assert tunnel.rests(12.5) == 2.5
            to_right.write(b"tell")
            await left.readexactly(4)
            assert not _waits(tunnel)
            assert tunnel.rests(13.0) == 0

    run(work)
