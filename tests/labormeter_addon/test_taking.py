"""A client's socket takes the place of the connection that the door made for it."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import socket
import ssl
import threading
import time
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import psutil
import pytest
from tests.labormeter_addon.conftest import DONE, SITE, until

from labormeter.ledger.log import Log
from labormeter_addon.door import hand
from labormeter_addon.door.hand import PORT
from labormeter_addon.door.listen import PATIENCE
from labormeter_addon.taking import Taking
from labormeter_addon.wide import Reader

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from tests.labormeter_addon.conftest import Browser, Origin, Running, Start

    type Open = Callable[..., Browser]

pytestmark = pytest.mark.skipif(not hand.POSSIBLE, reason="no sockets are handed over here")


class Client:
    """As much of mitmproxy's client as is asked for."""

    def __init__(self, port: int) -> None:
        self.peername = ("127.0.0.1", port)


class Scene:
    """A handler with its connection from the door, a line, and a client with its socket."""

    def __init__(self, link: Any, door: socket.socket, server: Any) -> None:
        self.link, self.door, self._server = link, door, server
        self.client = Client(door.getsockname()[1])
        self.handler = SimpleNamespace(client=self.client, transports={self.client: link})
        port = self.client.peername[1]
        proxy = SimpleNamespace(
            connections={"former": _other(port), "this": self.handler, "other": _other(1)}
        )
        master: Any = SimpleNamespace(addons=SimpleNamespace(get=lambda _: proxy))
        self.near, far = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.faults: list[str] = []
        note: Any = lambda _, bug: self.faults.append(type(bug).__name__)  # noqa: E731 - one line
        self.taking = Taking(master, far.detach(), note)

    def give(self, early: bytes = b"") -> socket.socket:
        """Hand a socket over, and return the client's end of it."""
        with socket.create_server(("127.0.0.1", 0)) as listener:
            person = socket.create_connection(listener.getsockname())
            accepted, _ = listener.accept()
        accepted.setblocking(False)
        word = PORT.pack(self.client.peername[1]) + early
        socket.send_fds(self.near, [word], [accepted.fileno()])
        accepted.close()
        person.setblocking(False)
        return person


def _other(port: int) -> Any:
    return SimpleNamespace(client=Client(port), transports={})


@contextlib.asynccontextmanager
async def scene() -> AsyncIterator[Scene]:
    made: asyncio.Future[Any] = asyncio.get_running_loop().create_future()

    async def met(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        cancelled: list[str] = []
        task = SimpleNamespace(cancel=cancelled.append)
        made.set_result(
            SimpleNamespace(reader=Reader(reader), writer=writer, handler=task, cancelled=cancelled)
        )

    server = await asyncio.start_server(met, "127.0.0.1", 0)
    door = socket.create_connection(server.sockets[0].getsockname())
    door.settimeout(5)
    built = Scene(await made, door, server)
    yield built
    built.taking.close()
    built.link.writer.close()
    built.near.close()
    door.close()
    server.close()


def run(work: Callable[[], Awaitable[None]]) -> None:
    async def bounded() -> None:
        async with asyncio.timeout(10):
            await work()

    asyncio.run(bounded())


def test_goes_on_with_the_client_where_the_door_left_off() -> None:
    async def work() -> None:
        loop = asyncio.get_running_loop()
        async with scene() as here:
            # mitmproxy waits for the client's first word, on the connection from the door.
            first = asyncio.create_task(here.link.reader.read(65535))
            await asyncio.sleep(0)
            person = here.give(b"early")
            assert await first == b"early"
            assert await asyncio.to_thread(here.door.recv, 1) == b"", "the door's has done its work"
            await loop.sock_sendall(person, b"words")
            assert await here.link.reader.read(65535) == b"words"
            here.link.writer.write(b"answer")
            assert await loop.sock_recv(person, 100) == b"answer"
            person.shutdown(socket.SHUT_WR)
            assert await here.link.reader.read(65535) == b""
            here.link.writer.write(b"half closed is not gone")
            assert await loop.sock_recv(person, 100) == b"half closed is not gone"
            here.link.writer.close()
            assert await loop.sock_recv(person, 1) == b""
            person.close()
            assert here.faults == []

    run(work)


def test_large_bodies_come_whole() -> None:
    async def work() -> None:
        loop = asyncio.get_running_loop()
        async with scene() as here:
            person = here.give()
            sent = os.urandom(5_000_000)
            sending = asyncio.create_task(loop.sock_sendall(person, sent))
            got = b""
            while len(got) < len(sent):
                got += await here.link.reader.read(65535)
            await sending
            assert got == sent
            person.close()

    run(work)


def test_a_socket_whose_connection_is_gone_is_closed() -> None:
    async def work() -> None:
        loop = asyncio.get_running_loop()
        async with scene() as here:
            former = here.link.writer
            here.handler.transports.clear()
            person = here.give()
            assert await loop.sock_recv(person, 1) == b""
            assert here.link.writer is former
            here.client.peername = ("127.0.0.1", 2)
            stranger = here.give()
            here.client.peername = ("127.0.0.1", 3)
            assert await loop.sock_recv(stranger, 1) == b""
            assert here.faults == []

    run(work)


def test_words_without_a_socket_end_the_connection_and_no_more() -> None:
    async def work() -> None:
        async with scene() as here:
            for word in (b"", b"x", PORT.pack(4), PORT.pack(here.client.peername[1])):
                here.near.send(word)
            while not here.link.cancelled:  # noqa: ASYNC110 - nothing here can tell
                await asyncio.sleep(0.01)
            assert here.link.cancelled == ["not taken"]
            assert here.faults == []

    run(work)


def test_what_is_no_connection_is_noted_by_type_and_the_next_is_taken() -> None:
    async def work() -> None:
        loop = asyncio.get_running_loop()
        async with scene() as here:
            with open(os.devnull, "rb") as file:  # noqa: PTH123, ASYNC230 - a descriptor is all
                word = PORT.pack(here.client.peername[1])
                socket.send_fds(here.near, [word], [file.fileno()])
            while not here.faults:  # noqa: ASYNC110 - nothing here can tell
                await asyncio.sleep(0.01)
            person = here.give()
            await loop.sock_sendall(person, b"words")
            assert await here.link.reader.read(65535) == b"words"
            person.close()

    run(work)


def _sends(client: Browser, origin: Origin) -> None:
    body = os.urandom(3_000_000)
    client.ask("POST", "/elsewhere", body)
    assert origin.seen[-1].body == body


def test_the_door_sees_no_byte_of_an_opened_connection(
    start: Start, browser: Open, origin: Origin
) -> None:
    meter = start()
    client = browser(meter)
    assert client.like("1") == (200, DONE)
    os.kill(meter.process.pid, signal.SIGSTOP)
    try:
        assert client.like("2") == (200, DONE)
        _sends(client, origin)
    finally:
        os.kill(meter.process.pid, signal.SIGCONT)
    assert len(meter.acts()) == 2


def test_where_nothing_can_be_handed_over_the_door_pumps(
    start: Start, browser: Open, origin: Origin
) -> None:
    meter = start(pump=True)
    client = browser(meter)
    assert client.like("1") == (200, DONE)
    _sends(client, origin)
    os.kill(meter.process.pid, signal.SIGSTOP)
    client.link.sock.settimeout(0.5)
    try:
        with pytest.raises(TimeoutError):
            client.like("2")
    finally:
        os.kill(meter.process.pid, signal.SIGCONT)
    with Log.open(meter.home, now=1) as log:
        log.ask("private", time.time_ns() // 1000)
    assert until(client.ended, 7)


def test_a_port_that_comes_again_mixes_no_two_clients_up(start: Start, browser: Open) -> None:
    """The door's port in a connection is free again once the socket is handed over."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        source = taken.getsockname()[1]
    meter = start(source=source)
    clients = [browser(meter) for _ in range(3)]
    for turn in range(2):
        for number, client in enumerate(clients):
            assert client.like(f"{turn} {number}") == (200, DONE)
    assert len(meter.acts()) == 6


@pytest.mark.parametrize("pump", [False, True])
def test_connections_end_with_their_engine(start: Start, browser: Open, *, pump: bool) -> None:
    meter = start(pump=pump)
    clients = [browser(meter) for _ in range(3)]
    for number, client in enumerate(clients):
        client.like(str(number))
    os.kill(meter.engine(), signal.SIGKILL)
    for client in clients:
        assert until(client.ended, 2)


def test_no_client_is_refused_whatever_befalls_the_engine(start: Start) -> None:
    """Stopped, going on, killed, starting: every CONNECT is answered by 200, and none waits
    for longer than the door has patience with a silent engine, but for what a busy computer adds."""
    meter = start()
    answers: list[tuple[bytes, float]] = []
    enough = threading.Event()

    def ask() -> None:
        while not enough.is_set():
            began = time.monotonic()
            with socket.create_connection(("127.0.0.1", meter.port), timeout=20) as sock:
                sock.sendall(f"CONNECT {SITE}:443 HTTP/1.1\r\n\r\n".encode())
                answers.append((sock.recv(1024)[:12], time.monotonic() - began))

    people = [threading.Thread(target=ask) for _ in range(6)]
    for person in people:
        person.start()
    for number in (signal.SIGSTOP, signal.SIGCONT, signal.SIGKILL, signal.SIGSTOP, signal.SIGCONT):
        before = len(answers)
        assert until(lambda before=before: len(answers) > before + 12, 30)  # type: ignore[misc]  # bound at once
        os.kill(until(lambda: _begun(meter), 60), number)
    enough.set()
    for person in people:
        person.join(30)
    assert {word for word, _ in answers} == {b"HTTP/1.1 200"}
    assert max(took for _, took in answers) < 2 * PATIENCE
    assert meter.errors.read_text() == ""


def _begun(meter: Running) -> int:
    """Return the engine once it is a program of its own: stopped before, it would stop the door."""
    engine = meter.engine()
    with contextlib.suppress(OSError):
        line = Path(f"/proc/{engine}/cmdline").read_bytes()
        return engine if b"labormeter_addon.engine" in line else 0
    return 0


@pytest.mark.parametrize("pump", [False, True])
def test_many_connections_leave_no_descriptor(start: Start, browser: Open, *, pump: bool) -> None:
    meter = start(pump=pump)
    for number in range(3):
        browser(meter).like(f"warm {number}")

    def held() -> list[int]:
        return [psutil.Process(pid).num_fds() for pid in (meter.process.pid, meter.engine())]

    def turn() -> list[int]:
        some = [browser(meter) for _ in range(25)]
        for number, client in enumerate(some):
            client.like(str(number))
        during = held()
        for client in some:
            client.close()
        return during

    before = held()
    during = turn()
    assert during[1] >= before[1] + 25
    assert (during[0] >= before[0] + 25) == pump, "the door holds what it pumps, and nothing else"
    assert until(lambda: all(now <= was + 2 for now, was in zip(held(), before, strict=True)), 5)


@pytest.mark.parametrize("offers", [["http/1.1"], ["http/1.1", *("x" * 250 for _ in range(8))]])
def test_a_client_may_speak_before_it_is_answered(start: Start, offers: list[str]) -> None:
    """A short first word goes along with the socket, a long one makes the door pump."""
    meter = start()
    context = ssl.create_default_context(cafile=meter.home.ca / "labormeter-ca-cert.pem")
    context.verify_flags &= ~ssl.VERIFY_X509_STRICT
    context.set_alpn_protocols(offers)
    incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
    tls = context.wrap_bio(incoming, outgoing, server_hostname=SITE)
    with pytest.raises(ssl.SSLWantReadError):
        tls.do_handshake()
    hello = outgoing.read()
    assert (len(hello) > hand.EARLY) == (len(offers) > 1)
    with socket.create_connection(("127.0.0.1", meter.port), timeout=10) as sock:
        sock.sendall(f"CONNECT {SITE}:443 HTTP/1.1\r\n\r\n".encode() + hello)
        said = b""
        while b"\r\n\r\n" not in said:
            said += sock.recv(1024)
        head, _, rest = said.partition(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 200")
        incoming.write(rest)
        while True:
            try:
                tls.do_handshake()
                break
            except ssl.SSLWantReadError:
                incoming.write(sock.recv(65536))
        assert tls.selected_alpn_protocol() == "http/1.1"
