"""A client's socket goes to the engine whole, or not at all."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from typing import TYPE_CHECKING

import pytest

from labormeter_addon.door import hand
from labormeter_addon.door.hand import EARLY, PORT, Hand, Handed
from labormeter_addon.door.pump import Opening

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

pytestmark = pytest.mark.skipif(not hand.POSSIBLE, reason="no sockets are handed over here")


@contextlib.asynccontextmanager
async def end(head: bytes) -> AsyncIterator[tuple[socket.socket, Opening]]:
    """Yield the far end of a connection, and its near end, which has heard a head."""
    loop = asyncio.get_running_loop()
    made: asyncio.Future[Opening] = loop.create_future()
    server = await loop.create_server(lambda: Opening(made.set_result), "127.0.0.1", 0)
    with socket.create_connection(server.sockets[0].getsockname()) as far:
        far.settimeout(5)
        far.sendall(head)
        opening = await made
        await opening.head
        yield far, opening
        opening.transport.abort()
        server.close()


def run(work: Callable[[], Awaitable[None]]) -> None:
    async def bounded() -> None:
        async with asyncio.timeout(10):
            await work()

    asyncio.run(bounded())


def taken(line: Hand) -> tuple[bytes, socket.socket]:
    word, found, _, _ = socket.recv_fds(line.far, PORT.size + EARLY, 1)
    return word, socket.socket(fileno=found[0])


def test_gives_the_socket_and_what_came_early_and_lets_go_of_it() -> None:
    async def work() -> None:
        line = Hand()
        async with (
            end(b"CONNECT\r\n\r\nearly") as (far, client),
            end(b"200\r\n\r\n") as (_, server),
        ):
            assert line.give(client, server)
            handed = Handed(client, server)
            word, sock = taken(line)
            assert PORT.unpack_from(word)[0] == server.transport.get_extra_info("sockname")[1]
            assert word[PORT.size :] == b"early"
            await asyncio.sleep(0)
            assert client.transport.get_extra_info("socket").fileno() == -1, "the door let go"
            sock.sendall(b"from the engine")
            assert far.recv(100) == b"from the engine"
            sock.close()
            assert far.recv(1) == b"", "nobody else holds it"
            handed.close()
            await handed.closed
        line.close()

    run(work)


def test_hears_that_the_engine_took_it() -> None:
    async def work() -> None:
        line = Hand()
        async with end(b"CONNECT\r\n\r\n") as (_, client), end(b"200\r\n\r\n") as (far, server):
            assert line.give(client, server)
            handed = Handed(client, server)
            await asyncio.sleep(0.02)
            assert not handed.closed.done()
            far.close()
            await handed.closed
        line.close()

    run(work)


@pytest.mark.parametrize("why", ["late", "gone", "more", "answer", "full", "engine"])
def test_keeps_what_cannot_be_given(why: str) -> None:
    async def work() -> None:
        line = Hand()
        early = bytes(EARLY + 1) if why == "more" else b""
        answer = b"words" if why == "answer" else b""
        async with (
            end(b"CONNECT\r\n\r\n" + early) as (far, client),
            end(b"200\r\n\r\n" + answer) as (_, server),
        ):
            if why == "late":
                client.transport.write(bytes(30_000_000))
            elif why == "gone":
                client.lost = True
            elif why == "full":
                for _ in range(5000):
                    if not line.give(client, server):
                        break
            elif why == "engine":
                line.close()
            assert not line.give(client, server)
            if why not in {"late", "gone"}:
                client.transport.write(b"still the door's")
                assert far.recv(100) == b"still the door's"
        line.close()

    run(work)


def test_an_engine_that_ends_takes_what_is_on_its_way_with_it() -> None:
    async def work() -> None:
        line = Hand()
        async with end(b"CONNECT\r\n\r\n") as (far, client), end(b"200\r\n\r\n") as (_, server):
            assert line.give(client, server)
            Handed(client, server)
            await asyncio.sleep(0)
            line.close()
            assert await asyncio.to_thread(far.recv, 1) == b""

    run(work)


def test_there_is_none_where_the_system_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hand, "POSSIBLE", False)
    assert hand.made() is None
