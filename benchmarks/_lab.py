"""What the capture benchmarks stand on: an origin on loopback, bare mitmdump, our engine, a client.

All are processes of their own, so that the CPU time of each can be read from outside.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import multiprocessing
import os
import ssl
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import psutil
from benchmarks._origin import RESOLVER, certify

from labormeter.home import Home

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from multiprocessing.connection import Connection

HOST: Final = "social.example"
TOKEN: Final = "bench"  # noqa: S105 - no secret: the engine under test is ours

PACK: Final = """
schema = 1
platform = "sample"
title = "Sample"
version = "1"
reviewed = 2026-11-24
hosts = ["social.example"]
[[surfaces]]
id = "api"
path = ["/api/{operation}"]
name = ["path.operation"]
reads = ["feed"]
[[rules]]
id = "like"
surface = "api"
activity = "like"
confidence = "B"
evidence = ["made up"]
name = ["like"]
where = [{ at = "json | post", present = true }]
accepted = [{ at = "response.json | liked", equals = true }]
target = "json | post"
[[rules.cases]]
title = "taken"
request = { method = "POST", url = "https://social.example/api/like", json = { post = "1" } }
response = { status = 200, json = { liked = true } }
expect = [{ activity = "like", effect = "do", target = "1" }]
[[rules.cases]]
title = "refused"
request = { method = "POST", url = "https://social.example/api/like", json = { post = "1" } }
response = { status = 200, json = { liked = false } }
expect = []
[[rules]]
id = "film"
path = ["/upload/raw", "/upload/form"]
activity = "upload"
confidence = "B"
evidence = ["made up"]
accepted = [{ at = "response.json | liked", equals = true }]
upload = ["body", "part.film"]
[[rules.cases]]
title = "taken"
request = { method = "POST", url = "https://social.example/upload/raw", body = "x" }
response = { status = 200, json = { liked = true } }
expect = [{ activity = "upload" }]
[[rules.cases]]
title = "refused"
request = { method = "POST", url = "https://social.example/upload/raw", body = "x" }
response = { status = 200, json = { liked = false } }
expect = []
"""

SAME: Final = {
    "onboarding": "false",
    "upstream_cert": "false",
    "tcp_timeout": "3600",
    "stream_large_bodies": "256k",
}
"""Options of bare mitmdump, the same that the engine has."""

ANSWER: Final = (
    b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 14\r\n"
    b"server: bench\r\ndate: Tue, 24 Nov 2026 12:00:00 GMT\r\ncache-control: no-store\r\n"
    b'vary: origin\r\nx-request-id: 0123456789\r\n\r\n{"liked":true}'
)


class _Serve(asyncio.Protocol):
    """Answers every request alike, once its body is complete, with as little work as can be."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self.head = bytearray()
        self.left = 0

    def data_received(self, data: bytes) -> None:
        if self.left:
            taken = min(self.left, len(data))
            self.left -= taken
            data = data[taken:]
            if not self.left:
                self.transport.write(ANSWER)
        if not data:
            return
        self.head += data
        while (end := self.head.find(b"\r\n\r\n")) >= 0:
            fields = bytes(self.head[:end]).lower()
            at = fields.find(b"content-length:")
            size = int(fields[at + 15 :].split(b"\r\n", 1)[0]) if at >= 0 else 0
            rest = bytes(self.head[end + 4 :])
            self.left = max(0, size - len(rest))
            self.head = bytearray(rest[size:])
            if not self.left:
                self.transport.write(ANSWER)


def _origin(folder: str, line: Connection) -> None:
    async def serve() -> None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(Path(folder) / "origin.pem")
        context.set_alpn_protocols(["http/1.1"])
        loop = asyncio.get_running_loop()
        server = await loop.create_server(_Serve, "127.0.0.1", 0, ssl=context)
        line.send(server.sockets[0].getsockname()[1])
        await server.serve_forever()

    asyncio.run(serve())


@dataclass
class Proxy:
    """A proxy under test: its process, its port and the authority that it signs with."""

    name: str
    process: psutil.Process
    port: int
    trust: Path
    header: str = ""

    def cpu(self) -> float:
        """Return the CPU seconds that it has used."""
        used = self.process.cpu_times()
        return used.user + used.system

    def memory(self) -> int:
        """Return the bytes that it has in memory."""
        return int(self.process.memory_info().rss)


@dataclass
class Lab:
    """A folder, an origin and whatever was started."""

    folder: Path
    origin: int
    authority: Path
    home: Home

    @property
    def environment(self) -> dict[str, str]:
        return {**os.environ, "ORIGIN": str(self.origin), "HOME": str(self.folder)}

    @contextlib.contextmanager
    def bare(self, *more: str) -> Iterator[Proxy]:
        """Run mitmdump as it is, quiet, with the same options."""
        conf = self.folder / "bare"
        options = [word for name, value in SAME.items() for word in ("--set", f"{name}={value}")]
        port = free_port()
        line = [
            *(sys.executable, "-c", "from mitmproxy.tools.main import mitmdump; mitmdump()"),
            *("-q", "--set", f"confdir={conf}", "--listen-host", "127.0.0.1"),
            *("--listen-port", str(port), "-s", str(self.folder / "resolver.py")),
            *("--set", f"ssl_verify_upstream_trusted_ca={self.authority}", *options, *more),
        ]
        process = subprocess.Popen(line, env=self.environment, stdout=subprocess.DEVNULL)
        try:
            wait_for_port(port)
            yield Proxy("bare", psutil.Process(process.pid), port, conf / "mitmproxy-ca-cert.pem")
        finally:
            process.kill()
            process.wait()

    @contextlib.contextmanager
    def engine(self, *more: str) -> Iterator[Proxy]:
        """Run our engine without the door."""
        line = [sys.executable, "-m", "labormeter_addon.engine", "--home", str(self.home.root)]
        process = subprocess.Popen(
            [*line, *self._extra(), *more],
            env=self.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps({"do": "begin", "token": TOKEN, "mode": "on"}).encode())
        process.stdin.write(b"\n")
        process.stdin.flush()
        try:
            while (said := json.loads(process.stdout.readline())).get("is") != "ready":
                pass
            drain = multiprocessing.Process(target=_drain, args=(process.stdout.fileno(),))
            drain.start()
            header = f"Proxy-Authorization: Labormeter {TOKEN}\r\n"
            trust = self.home.ca / "labormeter-ca-cert.pem"
            yield Proxy("engine", psutil.Process(process.pid), said["port"], trust, header)
            drain.kill()
            drain.join()
        finally:
            process.stdin.close()
            process.wait(10)

    @contextlib.contextmanager
    def meter(self) -> Iterator[Proxy]:
        """Run the whole meter: door and engine."""
        line = [sys.executable, "-m", "labormeter_addon.front_door", "--home", str(self.home.root)]
        process = subprocess.Popen(
            [*line, "--", *self._extra()], env=self.environment, stdout=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        said = process.stdout.readline()
        trust = self.home.ca / "labormeter-ca-cert.pem"
        try:
            yield Proxy("meter", psutil.Process(process.pid), int(said.rsplit(":")[-1]), trust)
        finally:
            process.terminate()
            process.wait(10)

    def _extra(self) -> list[str]:
        return [
            *("-s", str(self.folder / "resolver.py")),
            *("--set", f"ssl_verify_upstream_trusted_ca={self.authority}"),
            *("--set", "labormeter_private_upstream=true"),
        ]


def _drain(descriptor: int) -> None:
    while os.read(descriptor, 65536):
        pass


@contextlib.contextmanager
def lab(serve: Callable[[str, Connection], None] = _origin) -> Iterator[Lab]:
    """Set everything up in a folder of its own, and take it away again; `serve` is the origin."""
    with tempfile.TemporaryDirectory(prefix="labormeter-bench-") as name:
        folder = Path(name)
        authority = certify(folder, [HOST])
        (folder / "resolver.py").write_text(RESOLVER)
        home = Home(folder / "home").create()
        (home.packs / "sample.toml").write_text(PACK)
        home.settings.write_text('on = ["sample"]\nagreed = ["sample=social.example"]\n')
        here, there = multiprocessing.Pipe()
        process = multiprocessing.Process(target=serve, args=(name, there), daemon=True)
        process.start()
        try:
            yield Lab(folder, here.recv(), authority, home)
        finally:
            process.kill()
            process.join()


def free_port() -> int:
    """Return a port that nobody listens on."""
    import socket  # noqa: PLC0415 - one line's need

    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def wait_for_port(port: int, seconds: float = 20) -> None:
    """Wait until somebody listens."""
    import socket  # noqa: PLC0415 - one line's need

    until = time.monotonic() + seconds
    while time.monotonic() < until:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
            return
        time.sleep(0.02)
    raise TimeoutError


class Client:
    """One connection through a proxy, kept alive."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader, self.writer = reader, writer

    @classmethod
    async def open(cls, proxy: Proxy, trust: Path | None = None) -> Client:
        """Ask the proxy for a way and shake hands."""
        reader, writer = await asyncio.open_connection("127.0.0.1", proxy.port)
        writer.write(
            f"CONNECT {HOST}:443 HTTP/1.1\r\nHost: {HOST}:443\r\n{proxy.header}\r\n".encode()
        )
        answer = await reader.readuntil(b"\r\n\r\n")
        assert b" 200 " in answer, answer
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.load_verify_locations(trust or proxy.trust)
        context.set_alpn_protocols(["http/1.1"])
        await writer.start_tls(context, server_hostname=HOST)
        return cls(reader, writer)

    async def ask(self, request: bytes) -> bytes:
        """Send a request and return its answer."""
        self.writer.write(request)
        answer = await self.reader.readuntil(b"\r\n\r\n")
        return answer + await self.reader.readexactly(14)

    def close(self) -> None:
        """Close the connection."""
        self.writer.transport.abort()


def request(method: str, path: str, body: bytes = b"") -> bytes:
    """Return a request with the headers that a browser sends."""
    agent = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/143.0.0.0 Safari/537.36"
    sized = f"content-type: application/json\r\ncontent-length: {len(body)}\r\n" if body else ""
    return (
        f"{method} {path} HTTP/1.1\r\nhost: {HOST}\r\nuser-agent: {agent}\r\naccept: */*\r\n"
        f"accept-language: en-GB,en;q=0.9\r\norigin: https://{HOST}\r\nsec-fetch-mode: cors\r\n"
        f"sec-fetch-site: same-origin\r\nreferer: https://{HOST}/home\r\n{sized}"
        "cookie: session=0123456789abcdef0123456789abcdef; lang=en; theme=dark\r\n\r\n"
    ).encode() + body


def interval(values: Sequence[float]) -> tuple[float, float, float]:
    """Return the median and its 95% interval by order statistics."""
    some = sorted(values)
    half = 0.98 * len(some) ** 0.5
    low, high = int(len(some) / 2 - half), int(len(some) / 2 + half)
    return statistics.median(some), some[max(0, low)], some[min(len(some) - 1, high)]
