"""The door, without an engine: what it tunnels, what it refuses."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from labormeter.home import Home
from labormeter_addon.door import connect, hand, listen, peer
from labormeter_addon.door.arguments import Extra
from labormeter_addon.door.child import Engine
from labormeter_addon.door.dial import ClosedError, Dialler, UnreachableError, dial
from labormeter_addon.door.listen import Door
from labormeter_addon.notebook import Notebook

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable
    from pathlib import Path

    from labormeter_addon.door.connect import Asked
    from labormeter_addon.door.pump import Opening
    from labormeter_addon.door.supervise import Supervisor

HEAD = b"CONNECT social.example:443 HTTP/1.1\r\n\r\n"


class Echo(asyncio.Protocol):
    """A server that says back what it hears; as an engine it answers CONNECT first."""

    def __init__(self, answer: bytes = b"") -> None:
        self.answer = answer

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        reply, self.answer = self.answer or data, b""
        self.transport.write(reply)


@dataclass
class Watching:
    """What the door asks a supervisor."""

    hosts: frozenset[str] = frozenset({"social.example"})
    ready: Engine | None = None
    resumed: Callable[[], None] = lambda: None
    straight: Callable[[], int] = lambda: 0
    misses: int = 0

    def missed(self) -> None:
        self.misses += 1


class Leading(Dialler):
    """Leads every name to one port, or nowhere."""

    def __init__(self, home: Home, port: int, error: type[Exception] | None = None) -> None:
        super().__init__(home)
        object.__setattr__(self, "end", ("127.0.0.1", port))
        object.__setattr__(self, "error", error)
        object.__setattr__(self, "asked", [])

    async def reach(self, asked: Asked, *, private: bool) -> Opening:
        self.asked.append((asked.host, private))  # type: ignore[attr-defined]
        if self.error is not None:  # type: ignore[attr-defined]
            raise self.error  # type: ignore[attr-defined]
        return await dial([self.end])  # type: ignore[attr-defined]


def bounded(work: Awaitable[None]) -> None:
    async def run() -> None:
        async with asyncio.timeout(20):
            await work

    asyncio.run(run())


@contextlib.asynccontextmanager
async def door(
    folder: Path,
    supervisor: Watching | None = None,
    error: type[Exception] | None = None,
) -> AsyncIterator[tuple[int, Leading, Watching]]:
    loop = asyncio.get_running_loop()
    home = Home(folder).create()
    origin = await loop.create_server(Echo, "127.0.0.1", 0)
    dialler = Leading(home, origin.sockets[0].getsockname()[1], error)
    watching = supervisor or Watching()
    notebook = Notebook(home.log / "meter.log")
    serving = Door(_as_supervisor(watching), dialler, notebook, private=True)
    server = await loop.create_server(serving.welcome, "127.0.0.1", 0)
    yield server.sockets[0].getsockname()[1], dialler, watching
    server.close()
    origin.close()
    serving.close()
    await asyncio.sleep(0)
    assert not (home.log / "meter.log").exists()


def _as_supervisor(watching: Watching) -> Supervisor:
    return watching  # type: ignore[return-value]  # the door asks for no more


async def say(port: int, head: bytes) -> tuple[bytes, asyncio.StreamReader, asyncio.StreamWriter]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(head)
    answer = b""
    with contextlib.suppress(asyncio.IncompleteReadError):
        answer = await reader.readuntil(b"\r\n\r\n")
    return answer, reader, writer


def test_tunnels_what_is_not_metered_and_lets_metered_hosts_be_local_in_tests(
    tmp_path: Path,
) -> None:
    async def work() -> None:
        async with door(tmp_path) as (port, dialler, _):
            for host in (b"bank.example", b"social.example"):
                head = b"CONNECT " + host + b":443 HTTP/1.1\r\n\r\n"
                answer, reader, writer = await say(port, head + b"early")
                assert answer == connect.OPEN
                writer.write(b" words")
                assert await reader.readexactly(11) == b"early words"
                writer.close()
            assert dialler.asked == [("bank.example", False), ("social.example", True)]  # type: ignore[attr-defined]

    bounded(work())


@pytest.mark.parametrize(
    "head",
    [
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        b"GET http://127.0.0.1:631/ HTTP/1.1\r\n\r\n",
        b"POST https://social.example/ HTTP/1.1\r\n\r\n",
        b"CONNECT social.example:80 HTTP/1.1\r\n\r\n",
        b"CONNECT social.example:22 HTTP/1.1\r\n\r\n",
        b"\x16\x03\x01\x00\r\n\r\n",
    ],
)
def test_refuses_all_but_connect_to_the_port_of_https(tmp_path: Path, head: bytes) -> None:
    async def work() -> None:
        async with door(tmp_path) as (port, dialler, _):
            answer, reader, _writer = await say(port, head)
            assert answer.startswith(b"HTTP/1.1 403 ")
            assert await reader.read() == b""
            assert dialler.asked == []  # type: ignore[attr-defined]

    bounded(work())


@pytest.mark.parametrize(("error", "status"), [(ClosedError, b"403"), (UnreachableError, b"502")])
def test_says_why_there_is_no_way(tmp_path: Path, error: type[Exception], status: bytes) -> None:
    async def work() -> None:
        async with door(tmp_path, error=error) as (port, _, _):
            assert (await say(port, HEAD))[0].startswith(b"HTTP/1.1 " + status)

    bounded(work())


def test_refuses_other_users(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def work() -> None:
        monkeypatch.setattr(peer, "user", lambda *_: 65534)
        async with door(tmp_path) as (port, dialler, _):
            assert (await say(port, HEAD))[0].startswith(b"HTTP/1.1 403 ")
            assert dialler.asked == []  # type: ignore[attr-defined]

    bounded(work())


def test_lets_go_of_who_says_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def work() -> None:
        monkeypatch.setattr(connect, "PATIENCE", 0.1)
        async with door(tmp_path) as (port, _, _):
            assert (await say(port, b"CONNECT"))[0] == b""

    bounded(work())


class Standin(Engine):
    """An engine that is a loopback server of this test."""

    def __init__(self, port: int, home: Home) -> None:
        super().__init__(home, Extra(), lambda _: None)
        self.port = port
        self.since = 0.0

    def age(self) -> float:
        return self.since


@contextlib.asynccontextmanager
async def with_engine(folder: Path, answer: bytes) -> AsyncIterator[tuple[int, Leading, Standin]]:
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Echo(answer), "127.0.0.1", 0)
    engine = Standin(server.sockets[0].getsockname()[1], Home(folder))
    async with door(folder, Watching(ready=engine)) as (port, dialler, _):
        yield port, dialler, engine
    server.close()


def test_hands_metered_hosts_to_a_healthy_engine_and_no_others(tmp_path: Path) -> None:
    async def work() -> None:
        async with with_engine(tmp_path, b"HTTP/1.1 200 OK\r\n\r\n") as (port, dialler, _):
            answer, reader, writer = await say(port, HEAD + b"hello")
            assert answer == connect.OPEN
            assert await reader.readexactly(5) == b"hello"
            assert dialler.asked == []  # type: ignore[attr-defined]
            writer.close()
            await say(port, b"CONNECT bank.example:443 HTTP/1.1\r\n\r\n")
            assert dialler.asked == [("bank.example", False)]  # type: ignore[attr-defined]

    bounded(work())


@pytest.mark.skipif(not hand.POSSIBLE, reason="no sockets are handed over here")
def test_gives_the_client_itself_to_an_engine_that_takes_it(tmp_path: Path) -> None:
    async def work() -> None:
        async with with_engine(tmp_path, b"HTTP/1.1 200 OK\r\n\r\n") as (port, dialler, engine):
            line = engine._hand = hand.Hand()
            answer, reader, writer = await say(port, HEAD + b"hello")
            assert answer == connect.OPEN
            word, found, _, _ = socket.recv_fds(line.far, 1024, 1)
            assert word[hand.PORT.size :] == b"hello"
            with socket.socket(fileno=found[0]) as client:
                client.sendall(b"from the engine alone")
            assert await reader.read() == b"from the engine alone"
            assert dialler.asked == []  # type: ignore[attr-defined]
            writer.close()
            line.close()

    bounded(work())


@pytest.mark.parametrize("answer", [b"HTTP/1.1 502 Bad Gateway\r\n\r\n", b"what\r\n\r\n"])
def test_goes_straight_where_the_engine_finds_no_way(tmp_path: Path, answer: bytes) -> None:
    async def work() -> None:
        async with with_engine(tmp_path, answer) as (port, dialler, _):
            assert (await say(port, HEAD))[0] == connect.OPEN
            assert dialler.asked == [("social.example", True)]  # type: ignore[attr-defined]

    bounded(work())


def test_an_engine_that_falls_silent_costs_less_than_two_seconds(tmp_path: Path) -> None:
    async def work() -> None:
        loop = asyncio.get_running_loop()
        with socket.create_server(("127.0.0.1", 0)) as deaf:
            engine = Standin(deaf.getsockname()[1], Home(tmp_path))
            async with door(tmp_path, Watching(ready=engine)) as (port, _, _):
                loop.call_later(0.2, setattr, engine, "since", listen.PATIENCE + 0.1)
                began = loop.time()
                assert (await say(port, HEAD))[0] == connect.OPEN
                assert loop.time() - began < 1

    bounded(work())


def test_an_engine_that_lives_may_wait_for_a_slow_host(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        loop = asyncio.get_running_loop()
        monkeypatch.setattr(listen, "UPSTREAM", 0.3)
        with socket.create_server(("127.0.0.1", 0)) as deaf:
            engine = Standin(deaf.getsockname()[1], Home(tmp_path))
            async with door(tmp_path, Watching(ready=engine)) as (port, _, _):
                began = loop.time()
                assert (await say(port, HEAD))[0] == connect.OPEN
                assert 0.3 <= loop.time() - began < 1.5

    bounded(work())


def test_recalls_straight_tunnels_once_an_engine_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        monkeypatch.setattr(listen, "WAITING", 0.8)
        async with door(tmp_path) as (port, _, watching):
            answer, resting, writer = await say(port, HEAD)
            assert answer == connect.OPEN
            writer.write(b"ask")
            assert await resting.readexactly(3) == b"ask"
            _, other, _ = await say(port, b"CONNECT bank.example:443 HTTP/1.1\r\n\r\n")
            assert (watching.misses, watching.straight()) == (1, 1)
            watching.ready = Standin(1, Home(tmp_path))
            watching.resumed()
            assert await resting.read() == b""
            assert watching.straight() == 0
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(0.5):
                    await other.read()

    bounded(work())
