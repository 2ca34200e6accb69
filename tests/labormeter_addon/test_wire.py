"""What travels beside plain requests: HTTP/2, websockets, streams, strangers, failing scripts."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import shutil
import socket
import ssl
import threading
import time
from typing import TYPE_CHECKING, Any

import httpx
import psutil
import pytest
import websockets
from hypercorn.asyncio import serve
from hypercorn.config import Config
from tests.labormeter_addon.conftest import DONE, SITE, Seen, until

from labormeter import lock
from labormeter.ledger import query
from labormeter.ledger.log import Log
from labormeter.practice import place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.labormeter_addon.conftest import Browser, Origin, Running, Start

    type Open = Callable[..., Browser]


def _context(meter: Running) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=meter.home.ca / "labormeter-ca-cert.pem")


def _engine_port(meter: Running) -> int:
    found = psutil.Process(meter.engine()).net_connections("tcp")
    return next(one.laddr.port for one in found if one.status == psutil.CONN_LISTEN)


def _say(port: int, head: bytes) -> bytes:
    with socket.create_connection(("127.0.0.1", port), timeout=10) as link:
        link.sendall(head)
        return link.recv(4096)


@pytest.mark.parametrize(
    "head",
    [
        b"CONNECT social.example:443 HTTP/1.1\r\nHost: social.example:443\r\n\r\n",
        b"CONNECT 127.0.0.1:443 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        b"GET http://127.0.0.1:80/ HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET http://mitm.it/ HTTP/1.1\r\nHost: mitm.it\r\n\r\n",
    ],
)
def test_the_engine_serves_nobody_but_the_door(start: Start, origin: Origin, head: bytes) -> None:
    meter = start()
    assert _say(_engine_port(meter), head).split(b" ")[1] == b"403"
    assert origin.connections == 0


def test_counts_over_many_requests_at_once(start: Start) -> None:
    """As httpx, which the client libraries use, keeps several connections open."""
    meter = start()

    async def work() -> None:
        proxy = f"http://127.0.0.1:{meter.port}"
        async with httpx.AsyncClient(proxy=proxy, verify=_context(meter)) as client:
            url = f"https://{SITE}/api/like"
            sent = [client.post(url, json={"post": str(number)}) for number in range(40)]
            assert [one.content for one in await asyncio.gather(*sent)] == [DONE] * 40

    asyncio.run(work())
    assert len(meter.acts()) == 40


def test_looks_at_frames_of_a_websocket(start: Start, tmp_path: Path) -> None:
    async def echo(link: Any) -> None:
        async for message in link:
            await link.send(message)

    async def work() -> None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(tmp_path / "origin/origin.pem")
        async with websockets.serve(echo, "127.0.0.1", 0, ssl=context, max_size=None) as server:
            port = server.sockets[0].getsockname()[1]
            script = tmp_path / "chat.py"
            script.write_text(_CHAT.replace("PORT", str(port)))
            meter = await asyncio.to_thread(start, "-s", str(script))
            await _chat(meter)
            assert await asyncio.to_thread(until, meter.acts) == [("sample", "comment", "do")]

    asyncio.run(work())


_CHAT = """
import asyncio, socket
def running():
    async def lead(host, port, **how):
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", PORT))]
    asyncio.get_running_loop().getaddrinfo = lead
"""


async def _chat(meter: Running) -> None:
    plain = socket.create_connection(("127.0.0.1", meter.port))
    plain.sendall(f"CONNECT {SITE}:443 HTTP/1.1\r\n\r\n".encode())
    assert b" 200 " in plain.recv(4096)
    plain.setblocking(False)
    async with websockets.connect(
        f"wss://{SITE}/chat", sock=plain, ssl=_context(meter), max_size=None
    ) as link:
        for said in ('{"ping": 1}', '{"say": "hello", "room": "7"}'):
            await link.send(said)
            assert await link.recv() == said
        before = psutil.Process(meter.engine()).memory_info().rss
        for _ in range(160):
            await link.send(bytes(500_000))
            await link.recv()
        grown = psutil.Process(meter.engine()).memory_info().rss - before
        assert grown < 30_000_000, "80 MB each way are not kept"


def test_large_bodies_stream_both_ways_untouched(
    start: Start, browser: Open, origin: Origin
) -> None:
    blob = os.urandom(12_000_000)
    origin.answer = lambda seen: (200, {}, blob if seen.method == "GET" else b"thanks")
    meter = start()
    client = browser(meter)
    assert client.ask("GET", "/film") == (200, blob)
    assert client.ask("POST", "/files", blob) == (200, b"thanks")
    assert origin.seen[-1].body == blob


def test_an_answer_too_large_to_hold_back_passes_and_leaves_a_notice(
    start: Start, browser: Open, origin: Origin
) -> None:
    large = json.dumps({"liked": True, "rest": "x" * 9_000_000}).encode()
    origin.answer = lambda _: (200, {}, large)
    meter = start()
    assert browser(meter).like() == (200, large)
    assert until(lambda: meter.rows("SELECT reason FROM notices")) == [("too-large",)]
    assert meter.acts() == []


def test_an_answer_of_several_megabytes_is_held_back_and_counted(
    start: Start, browser: Open, origin: Origin
) -> None:
    large = json.dumps({"liked": True, "rest": "x" * 3_000_000}).encode()
    for fields in ({}, {"content-length": "", "connection": "close"}):
        origin.answer = lambda _, fields=fields: (200, fields, large)  # type: ignore[misc]
        meter = start()
        before = len(meter.acts())
        client = browser(meter)
        assert client.like(str(time.time()))[1] == large
        assert len(meter.acts()) == before + 1
        meter.stop()


HOOKS = [
    "requestheaders",
    "request",
    "responseheaders",
    "response",
    "tls_clienthello",
    "tls_start_client",
    "server_connect",
    "server_connected",
    "client_connected",
    "http_connected",
    "error",
]


def test_scripts_that_fail_in_every_hook_break_nothing(
    start: Start, browser: Open, tmp_path: Path
) -> None:
    script = tmp_path / "failing.py"
    script.write_text(
        "\n".join(f"def {name}(_):\n    raise RuntimeError('SECRET')" for name in HOOKS)
    )
    meter = start("-s", str(script))
    assert browser(meter).like() == (200, DONE)
    assert len(meter.acts()) == 1
    log = until((meter.home.log / "meter.log").read_text)
    assert "RuntimeError" in log
    assert "SECRET" not in log + meter.errors.read_text()


def test_a_fault_of_our_own_breaks_nothing_and_is_told(
    start: Start, browser: Open, tmp_path: Path
) -> None:
    script = tmp_path / "sabotage.py"
    script.write_text(
        "from labormeter_addon import translate\n"
        "def fail(*_, **__):\n    raise ZeroDivisionError('SECRET')\n"
        "translate.exchange = fail\n"
    )
    meter = start("-s", str(script))
    assert browser(meter).like() == (200, DONE)
    gap = until(lambda: meter.spans("gap"))
    assert [(span.reason, span.lost) for span in gap] == [("fault-ZeroDivisionError", 1)]


def test_bot_checks_in_a_burst_let_the_host_pass_unopened(
    start: Start, browser: Open, origin: Origin
) -> None:
    def challenge(_: Seen) -> tuple[int, dict[str, str], bytes]:
        return 403, {"cf-mitigated": "challenge"}, b"are you a person"

    origin.answer = challenge
    meter = start()
    client = browser(meter)
    for _ in range(3):
        assert client.ask("GET", "/")[0] == 403
    again = browser(meter, trust=origin.authority)
    assert again.ask("GET", "/")[0] == 403
    assert again.issuer() == "origin"
    meter.stop()
    assert [span.reason for span in meter.spans("gap")] == ["challenged-sample"]


def test_the_practice_site_is_reached_by_its_name_and_trusted_for_it_alone(
    start: Start, browser: Open, origin: Origin
) -> None:
    meter = start(private=False)
    shutil.copy(origin.authority, place.authority(meter.home))
    with lock.hold(meter.home.run / "practice.lock", port=origin.port):
        client = browser(meter, place.HOST)
        assert client.ask("GET", "/")[0] == 200
        assert client.issuer() == "labormeter on this computer"
        # A site that begins anew has another authority; the old one opens nothing any more.
        place.authority(meter.home).unlink()
        again = browser(meter, place.HOST, origin.authority)
        assert again.ask("GET", "/")[0] == 200
        assert again.issuer() == "origin"


async def _app(scope: Any, receive: Any, send: Any) -> None:
    """Take every like; say by which version it came."""
    if scope["type"] != "http":
        return
    while (await receive()).get("more_body"):
        pass
    fields = [(b"x-version", scope["http_version"].encode())]
    await send({"type": "http.response.start", "status": 200, "headers": fields})
    await send({"type": "http.response.body", "body": DONE})


def test_going_private_holds_for_a_live_http2_connection(start: Start, tmp_path: Path) -> None:
    async def work() -> None:
        port, stop = await _serve_http2(tmp_path)
        script = tmp_path / "lead.py"
        script.write_text(_CHAT.replace("PORT", str(port)))
        meter = await asyncio.to_thread(start, "-s", str(script))
        proxy = f"http://127.0.0.1:{meter.port}"
        async with httpx.AsyncClient(
            http2=True, proxy=proxy, verify=_context(meter), timeout=20
        ) as client:
            url = f"https://{SITE}/api/like"
            answer = await client.post(url, json={"post": "1"})
            assert (answer.http_version, answer.headers["x-version"]) == ("HTTP/2", "2")
            assert meter.acts() == [("sample", "like", "do")]
            with Log.open(meter.home, now=1) as log:
                number = log.ask("private", time.time_ns() // 1000)
                with query.open(meter.home) as ledger:
                    await asyncio.to_thread(until, lambda: ledger.answer(number))
            # Whatever comes of it on the connection that is being let go of, it is not counted.
            with contextlib.suppress(httpx.HTTPError):
                await client.post(url, json={"post": "2"})
            assert len(meter.acts()) == 1
        stop.set()

    asyncio.run(work())


async def _serve_http2(folder: Path) -> tuple[int, asyncio.Event]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    config = Config()
    config.bind = [f"127.0.0.1:{port}"]
    config.certfile = config.keyfile = str(folder / "origin/origin.pem")
    config.loglevel = "CRITICAL"
    stop = asyncio.Event()
    task = asyncio.create_task(serve(_app, config, shutdown_trigger=stop.wait))
    stop.task = task  # type: ignore[attr-defined]  # kept alive as long as its switch
    return port, stop


class _Film:
    """A form with a film of 64 MB, made while it is read."""

    BEGIN = (
        b'--edge\r\nContent-Disposition: form-data; name="album"\r\n\r\na\r\n--edge\r\n'
        b'Content-Disposition: form-data; name="picture"; filename="f.mp4"\r\n\r\n'
    )
    PIECES, PIECE = 256, bytes(range(256)) * 1024
    END = b"\r\n--edge--\r\n"
    SIZE = len(BEGIN) + PIECES * len(PIECE) + len(END)

    def __iter__(self) -> Iterator[bytes]:
        yield self.BEGIN
        for _ in range(self.PIECES):
            yield self.PIECE
        yield self.END


def test_a_film_that_a_rule_wants_streams_in_bounded_memory(
    start: Start, browser: Open, origin: Origin
) -> None:
    origin.answer = lambda _: (200, {}, b'{"id": "9"}')
    meter = start()
    client = browser(meter)
    small = b"".join([_Film.BEGIN, bytes(2_000_000), _Film.END])
    kind = "multipart/form-data; boundary=edge"
    assert client.ask("POST", "/api/photo", small, content_type=kind)[0] == 200
    engine, peak, done = psutil.Process(meter.engine()), 0, threading.Event()
    before = engine.memory_info().rss

    def watch() -> None:
        nonlocal peak
        while not done.wait(0.01):
            peak = max(peak, engine.memory_info().rss)

    watching = threading.Thread(target=watch)
    watching.start()
    client.link.request(
        "POST", "/api/photo", _Film(), {"Content-Type": kind, "Content-Length": str(_Film.SIZE)}
    )
    assert client.link.getresponse().read() == b'{"id": "9"}'
    done.set()
    watching.join()
    assert len(origin.seen[-1].body) == _Film.SIZE
    assert len(until(lambda: meter.acts() if len(meter.acts()) > 1 else [])) == 2
    assert peak, "nothing was watched"
    assert peak - before < 16_000_000, (
        "of 64 MB no more is held than head, tail and what is on its way"
    )
