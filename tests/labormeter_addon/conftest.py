"""What capture is tested with: an origin on loopback, and the real meter as a process."""

from __future__ import annotations

import asyncio
import contextlib
import http.client
import json
import os
import signal
import sqlite3
import ssl
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest
from benchmarks._origin import RESOLVER, certify
from cryptography import x509
from cryptography.x509.oid import NameOID

from labormeter.home import Home
from labormeter.ledger import query

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from labormeter.model import Span

LIKE = "/api/like"
DONE = json.dumps({"liked": True}).encode()

SITE = "social.example"
NAMES = (SITE, "up.social.example", "bank.example", "practice.labormeter.test")

PACK = """
schema = 1
platform = "sample"
title = "Sample"
version = "1"
reviewed = 2026-11-24
hosts = ["social.example", "up.social.example"]

[[surfaces]]
id = "api"
path = ["/api/{operation}"]
name = ["path.operation"]
reads = ["feed"]

[[surfaces]]
id = "chat"
method = ["SEND"]
path = ["/chat"]

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
id = "photo"
surface = "api"
activity = "upload"
confidence = "B"
evidence = ["made up"]
name = ["photo"]
upload = ["part.picture"]
where = [{ at = "part.album", present = true }]
accepted = [{ at = "response.json | id", present = true }]
made = "response.json | id"
[[rules.cases]]
title = "taken"
request = { method = "POST", url = "https://social.example/api/photo", parts = [{ name = "album", body = "a" }, { name = "picture", filename = "p.jpg", type = "image/jpeg", body = "x" }] }
response = { status = 200, json = { id = "9" } }
expect = [{ activity = "upload", effect = "do" }]
[[rules.cases]]
title = "refused"
request = { method = "POST", url = "https://social.example/api/photo", parts = [{ name = "album", body = "a" }, { name = "picture", filename = "p.jpg", type = "image/jpeg", body = "x" }] }
response = { status = 200, json = { error = "no" } }
expect = []

[[rules]]
id = "say"
surface = "chat"
activity = "comment"
confidence = "B"
evidence = ["made up"]
where = [{ at = "json | say", present = true }]
target = "json | room"
[[rules.cases]]
title = "said"
request = { method = "SEND", url = "https://social.example/chat", json = { say = "x", room = "r" } }
expect = [{ activity = "comment", effect = "do" }]
[[rules.cases]]
title = "a ping says nothing"
request = { method = "SEND", url = "https://social.example/chat", json = { ping = 1 } }
expect = []
"""


def furnish(home: Home) -> None:
    """Give a home one pack of its own, with the person's yes to its hosts."""
    home.create()
    (home.packs / "sample.toml").write_text(PACK)
    home.settings.write_text(
        'on = ["sample"]\nagreed = ["sample=social.example", "sample=up.social.example"]\n'
    )


@dataclass
class Seen:
    """One request as the origin saw it."""

    method: str
    host: str
    path: str
    body: bytes


type Answer = Callable[[Seen], tuple[int, dict[str, str], bytes]]


def answer(seen: Seen) -> tuple[int, dict[str, str], bytes]:
    """Take a like; answer anything else with its own path."""
    if seen.path.startswith(LIKE):
        return 200, {"content-type": "application/json"}, DONE
    if "refused" in seen.path:
        return 403, {}, b""
    return 200, {"content-type": "text/plain"}, seen.path.encode()


@dataclass
class Origin:
    """A TLS server on loopback that answers for every name in its certificate."""

    folder: Path
    port: int = 0
    seen: list[Seen] = field(default_factory=list)
    answer: Answer = answer
    connections: int = 0
    _loop: asyncio.AbstractEventLoop | None = None

    @property
    def authority(self) -> Path:
        return self.folder / "origin-ca.pem"

    def start(self) -> None:
        certify(self.folder, NAMES)
        ready = threading.Event()
        threading.Thread(target=self._run, args=(ready,), daemon=True).start()
        assert ready.wait(10)

    def _run(self, ready: threading.Event) -> None:
        async def serve() -> None:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(self.folder / "origin.pem")
            context.set_alpn_protocols(["http/1.1"])
            server = await asyncio.start_server(self._client, "127.0.0.1", 0, ssl=context)
            self.port = server.sockets[0].getsockname()[1]
            self._loop = asyncio.get_running_loop()
            self._stop = asyncio.Event()
            ready.set()
            await self._stop.wait()

        asyncio.run(serve())

    def stop(self) -> None:
        assert self._loop is not None
        self._loop.call_soon_threadsafe(self._stop.set)

    async def _client(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        with contextlib.suppress(OSError, asyncio.IncompleteReadError):
            while await self._exchange(reader, writer):
                pass
        writer.close()

    async def _exchange(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        first, *lines = head.split("\r\n")
        headers = {k.lower(): v.strip() for k, _, v in (line.partition(":") for line in lines)}
        method, path, _ = first.split(" ", 2)
        body = b""
        if "content-length" in headers:
            body = await reader.readexactly(int(headers["content-length"]))
        elif headers.get("transfer-encoding") == "chunked":
            while size := int((await reader.readline()).strip() or b"0", 16):
                body += (await reader.readexactly(size + 2))[:-2]
            await reader.readline()
        seen = Seen(method, headers.get("host", ""), path, body)
        self.seen.append(seen)
        status, fields, content = self.answer(seen)
        fields = {"content-length": str(len(content)), **fields}
        lines = [f"HTTP/1.1 {status} X", *(f"{k}: {v}" for k, v in fields.items() if v)]
        writer.write("\r\n".join([*lines, "", ""]).encode() + content)
        await writer.drain()
        return fields.get("connection") != "close"


@pytest.fixture
def origin(tmp_path: Path) -> Iterator[Origin]:
    made = Origin(tmp_path / "origin")
    made.start()
    yield made
    made.stop()


DOOR = """
import asyncio, os, socket, sys

async def lead(self, host, port, **how):
    if host == "127.0.0.1":
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (host, port))]
    return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", int(os.environ["ORIGIN"])))]

asyncio.BaseEventLoop.getaddrinfo = lead
if "OPEN" in os.environ:
    from labormeter_addon.door import address
    address.allowed = lambda _: True
if "PUMP" in os.environ:
    from labormeter_addon.door import hand
    hand.POSSIBLE = False
if "SOURCE" in os.environ:
    plain = asyncio.BaseEventLoop.create_connection
    async def same(self, *words, **more):
        source = ("127.0.0.1", int(os.environ["SOURCE"]))
        return await plain(self, *words, local_addr=source, **more)
    asyncio.BaseEventLoop.create_connection = same
from labormeter_addon import front_door
sys.exit(front_door.main())
"""
"""The front door, in a world in which every name leads to the origin."""


@dataclass
class Running:
    """A meter that runs."""

    process: subprocess.Popen[str]
    home: Home
    port: int
    errors: Path

    def engine(self) -> int:
        """Return the process of the engine now."""
        children = f"/proc/{self.process.pid}/task/{self.process.pid}/children"
        with open(children, encoding="ascii") as file:  # noqa: PTH123 - proc
            found = file.read().split()
        return int(found[0]) if found else 0

    def acts(self) -> list[tuple[str, str, str]]:
        return self.rows("SELECT platform, activity, effect FROM acts ORDER BY seq")

    def rows(self, statement: str) -> list[Any]:
        with contextlib.closing(
            sqlite3.connect(f"file:{self.home.ledger}?mode=ro", uri=True)
        ) as db:
            return db.execute(statement).fetchall()

    def spans(self, kind: str) -> list[Span]:
        with query.open(self.home) as ledger:
            return [span for span in ledger.spans() if span.kind == kind]

    def stop(self) -> int:
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(10)


def until[T](look: Callable[[], T], seconds: float = 40) -> T:
    """Look until there is something to see."""
    end = time.monotonic() + seconds
    while True:
        if (found := look()) or time.monotonic() > end:
            return found
        time.sleep(0.02)


type Start = Callable[..., Running]


@pytest.fixture
def start(tmp_path: Path, origin: Origin) -> Iterator[Start]:
    """Start meters whose engine finds the origin under every name."""
    running: list[subprocess.Popen[str]] = []
    script = tmp_path / "resolver.py"
    script.write_text(RESOLVER)

    def begin(
        *more: str,
        home: Path | None = None,
        private: bool = True,
        bundle: Path | None = None,
        opened: bool = False,
        pump: bool = False,
        source: int = 0,
    ) -> Running:
        where = Home(home or tmp_path / "home")
        if not where.settings.exists():
            furnish(where)
        words = [
            "-s",
            str(script),
            "--set",
            f"ssl_verify_upstream_trusted_ca={bundle or origin.authority}",
        ]
        if private:
            words += ["--set", "labormeter_private_upstream=true"]
        switches = {name: "1" for name, on in (("OPEN", opened), ("PUMP", pump)) if on}
        if source:
            switches["SOURCE"] = str(source)
        return launched(where, [*words, *more], switches)

    def launched(home: Home, words: list[str], more: dict[str, str]) -> Running:
        environment = {**os.environ, "ORIGIN": str(origin.port), **more}
        line = [sys.executable, "-c", DOOR, "--home", str(home.root)]
        errors = tmp_path / f"errors-{len(running)}"
        with errors.open("w") as file:
            process = subprocess.Popen(
                [*line, "--", *words],
                stdout=subprocess.PIPE,
                stderr=file,
                text=True,
                env=environment,
            )
        running.append(process)
        assert process.stdout is not None
        said = process.stdout.readline()
        assert said.startswith("metering on 127.0.0.1:"), errors.read_text()
        return Running(process, home, int(said.rsplit(":", 1)[1]), errors)

    yield begin
    for process in running:
        if process.poll() is None:
            process.kill()
        process.wait()
        assert process.stdout is not None
        process.stdout.close()


class Browser:
    """A client behind the door that keeps its connection, as browsers do."""

    def __init__(self, port: int, host: str, trust: Path | None, timeout: float = 15) -> None:
        context = ssl.create_default_context(cafile=trust)
        # The origin's authority is a bare one; browsers take it, Python's strict mode does not.
        context.verify_flags &= ~ssl.VERIFY_X509_STRICT
        self.link = http.client.HTTPSConnection("127.0.0.1", port, context=context, timeout=timeout)
        self.link.set_tunnel(host, 443)

    def ask(
        self, method: str, path: str, body: bytes | None = None, **headers: str
    ) -> tuple[int, bytes]:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.link.request(method, path, body, named)
        response = self.link.getresponse()
        return response.status, response.read()

    def like(self, post: str = "1") -> tuple[int, bytes]:
        body = json.dumps({"post": post}).encode()
        return self.ask("POST", LIKE, body, content_type="application/json")

    def issuer(self) -> str:
        sock = self.link.sock
        assert isinstance(sock, ssl.SSLSocket)
        der = sock.getpeercert(binary_form=True)
        assert der is not None
        found = x509.load_der_x509_certificate(der).issuer
        return str(found.get_attributes_for_oid(NameOID.COMMON_NAME)[0].value)

    def ended(self) -> bool:
        """Say whether the other end closed the connection."""
        self.link.sock.settimeout(0.05)
        try:
            return bool(self.link.sock.recv(100) == b"")
        except TimeoutError:
            return False
        except OSError:
            return True

    def close(self) -> None:
        self.link.close()


@pytest.fixture
def browser() -> Iterator[Callable[..., Browser]]:
    opened: list[Browser] = []

    def begin(running: Running, host: str = SITE, trust: Path | None = None) -> Browser:
        made = Browser(running.port, host, trust or running.home.ca / "labormeter-ca-cert.pem")
        opened.append(made)
        return made

    yield begin
    for one in opened:
        one.close()
