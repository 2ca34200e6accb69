"""The meter under mixed traffic for a long while: whether it grows, stalls, or loses an act.

    python -m benchmarks.soak [SECONDS]

Likes, reads, uploads, large downloads and websockets at the same time through door and engine, at
a pace that leaves the processors idle in between. Every like and upload that was answered must be
in the ledger at the end; every answer must come within a bounded time and whole; memory after the
first tenth must stay where it is. The exit code is 1 where any of this does not hold.
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
import json
import os
import ssl
import statistics
import sys
import time
from collections import Counter, defaultdict
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks._lab import ANSWER, HOST, Client, lab, request
from benchmarks.upload import MEGABYTE, family

from labormeter.ledger import query

if TYPE_CHECKING:
    import multiprocessing.connection
    from collections.abc import Awaitable, Callable

    from benchmarks._lab import Lab, Proxy

SHORT: Final = 300
"""Seconds where none are said; the hour is `make soak`."""
STALL: Final = 30.0
"""Seconds without an answer after which a request counts as stalled."""
GROWTH: Final = 25.0
"""Megabytes by which the last tenth may lie above the second."""
LONG: Final = 600.0
"""Seconds from which on growth is judged: what is shorter is all warm-up."""
UPLOAD, DOWNLOAD, FRAME = 20 * MEGABYTE, 50 * MEGABYTE, 16 * 1024
SOCKET_FRAMES: Final = 200
_MAGIC: Final = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"

PACE: Final = {"like": 0.5, "read": 0.5, "upload": 10.0, "download": 15.0, "socket": 5.0}
"""Seconds between two of a kind, from the end of one to the beginning of the next."""


@dataclass
class Account:
    """What was sent, and how it went."""

    done: Counter[str] = field(default_factory=Counter)
    asked: int = 0
    """Likes asked for, each of a post of its own."""
    failed: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    """Failures by what was raised."""
    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    memory: list[tuple[float, float]] = field(default_factory=list)
    """Seconds since the beginning, megabytes of door and engine."""


def serve(folder: str, line: multiprocessing.connection.Connection) -> None:
    """Be the platform: a process of its own."""

    async def run() -> None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(Path(folder) / "origin.pem")
        context.set_alpn_protocols(["http/1.1"])
        server = await asyncio.start_server(_client, "127.0.0.1", 0, ssl=context)
        line.send(server.sockets[0].getsockname()[1])
        await server.serve_forever()

    asyncio.run(run())


async def _client(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(OSError, asyncio.IncompleteReadError):
        while True:
            head = await reader.readuntil(b"\r\n\r\n")
            await _answer(head, reader, writer)
    writer.close()


async def _answer(head: bytes, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    path = head.split(b" ", 2)[1]
    fields = dict(line.lower().split(b": ", 1) for line in head.split(b"\r\n")[1:] if b": " in line)
    left = int(fields.get(b"content-length", 0))
    while left:
        left -= len(await reader.readexactly(min(left, 65536)))
    if path == b"/download":
        writer.write(b"HTTP/1.1 200 OK\r\ncontent-length: %d\r\n\r\n" % DOWNLOAD)
        for _ in range(DOWNLOAD // MEGABYTE):
            writer.write(bytes(MEGABYTE))
            await writer.drain()
    elif path == b"/socket":
        await _echo(head, reader, writer)
    else:
        writer.write(ANSWER)
    await writer.drain()


async def _echo(head: bytes, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Answer every frame with one of its size; keys are masks of nothing, so nothing is undone."""
    key = next(
        line.split(b": ")[1]
        for line in head.split(b"\r\n")
        if line.lower().startswith(b"sec-websocket-key")
    )
    accept = base64.b64encode(hashlib.sha1(key + _MAGIC, usedforsecurity=False).digest())
    writer.write(
        b"HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\n"
        b"sec-websocket-accept: %s\r\n\r\n" % accept
    )
    while True:
        first, size = await reader.readexactly(2)
        length = (
            int.from_bytes(await reader.readexactly(2), "big") if size & 127 == 126 else size & 127
        )
        await reader.readexactly(4 + length)
        if first & 15 == 8:
            writer.write(bytes([0x88, 0]))
            return
        writer.write(bytes([0x81, 126]) + length.to_bytes(2, "big") + b"a" * length)
        await writer.drain()


async def like(proxy: Proxy, account: Account) -> None:
    """Like a few posts of their own over one new connection."""
    client = await Client.open(proxy)
    for _ in range(5):
        account.asked += 1
        post = account.asked
        body = json.dumps({"post": f"{post}"}).encode()
        answer = await client.ask(request("POST", "/api/like", body))
        assert answer.endswith(b'{"liked":true}')
        account.done["like"] += 1
    client.close()


async def read(proxy: Proxy, account: Account) -> None:
    """Read a timeline over one new connection."""
    client = await Client.open(proxy)
    for turn in range(10):
        await client.ask(request("GET", f"/home/feed?cursor={turn}"))
        account.done["read"] += 1
    client.close()


async def upload(proxy: Proxy, account: Account) -> None:
    """Send a film."""
    client = await Client.open(proxy)
    head = request("POST", "/upload/raw").replace(
        b"\r\n\r\n", b"\r\ncontent-type: video/mp4\r\ncontent-length: %d\r\n\r\n" % UPLOAD
    )
    client.writer.write(head)
    for _ in range(UPLOAD // MEGABYTE):
        client.writer.write(os.urandom(MEGABYTE))
        await client.writer.drain()
    answer = await client.reader.readuntil(b"\r\n\r\n")
    assert b" 200 " in answer
    await client.reader.readexactly(14)
    account.done["upload"] += 1
    client.close()


async def download(proxy: Proxy, account: Account) -> None:
    """Fetch a film, whole."""
    client = await Client.open(proxy)
    client.writer.write(request("GET", "/download"))
    await client.reader.readuntil(b"\r\n\r\n")
    left = DOWNLOAD
    while left:
        piece = await client.reader.read(min(left, MEGABYTE))
        assert piece
        left -= len(piece)
    account.done["download"] += 1
    client.close()


async def socket(proxy: Proxy, account: Account) -> None:
    """Hold a websocket for a while, a frame each way again and again."""
    client = await Client.open(proxy)
    asked = b"\r\nupgrade: websocket\r\nconnection: upgrade\r\nsec-websocket-version: 13"
    key = b"\r\nsec-websocket-key: " + base64.b64encode(os.urandom(16))
    client.writer.write(request("GET", "/socket").replace(b"\r\n\r\n", asked + key + b"\r\n\r\n"))
    assert b" 101 " in await client.reader.readuntil(b"\r\n\r\n")
    frame = bytes([0x81, 0xFE]) + FRAME.to_bytes(2, "big") + bytes(4) + b"a" * FRAME
    for _ in range(SOCKET_FRAMES):
        client.writer.write(frame)
        await client.reader.readexactly(4 + FRAME)
        account.done["frame"] += 1
        await asyncio.sleep(0.02)
    account.done["socket"] += 1
    client.close()


KINDS: Final[dict[str, Callable[[Proxy, Account], Awaitable[None]]]] = {
    "like": like,
    "read": read,
    "upload": upload,
    "download": download,
    "socket": socket,
}


async def again(kind: str, proxy: Proxy, account: Account, until: float) -> None:
    """Do one kind again and again; one that fails or stalls is counted and goes on."""
    while time.monotonic() < until:
        began = time.monotonic()
        try:
            async with asyncio.timeout(STALL):
                await KINDS[kind](proxy, account)
        except (OSError, AssertionError, TimeoutError, asyncio.IncompleteReadError) as error:
            account.failed[kind] += 1
            account.kinds[f"{kind} {type(error).__name__} {error!s:.60}"] += 1
        account.seconds[kind].append(time.monotonic() - began)
        await asyncio.sleep(PACE[kind])


async def traffic(proxy: Proxy, account: Account, seconds: float) -> None:
    """Let all kinds run beside each other, two of each that acts."""
    began = time.monotonic()
    until = began + seconds
    some = [again(kind, proxy, account, until) for kind in (*KINDS, "like", "read")]
    tasks = [asyncio.create_task(one) for one in some]
    while time.monotonic() < until:
        account.memory.append((time.monotonic() - began, family(proxy) / MEGABYTE))
        await asyncio.sleep(min(5.0, seconds / 50))
    await asyncio.gather(*tasks)


def soak(place: Lab, seconds: float) -> tuple[Account, dict[str, int], list[str]]:
    """Run it; return the account, what the ledger counted, and the gaps it drew."""
    account = Account()
    with place.meter() as proxy:
        asyncio.run(traffic(proxy, account, seconds))
    with query.open(place.home) as ledger:
        cells = ledger.cells()
        counted = {
            name: sum(c.acts for c in cells if c.activity == name) for name in ("like", "upload")
        }
        gaps = [
            f"{span.reason} late {span.late} lost {span.lost}"
            for span in ledger.spans()
            if span.kind == "gap"
        ]
    return account, counted, gaps


def growth(account: Account) -> float:
    """Return the megabytes by which the last tenth lies above the second, by their medians."""
    values = [size for _, size in account.memory]
    part = max(1, len(values) // 10)
    return statistics.median(values[-part:]) - statistics.median(values[part : 2 * part])


def wrong(account: Account, counted: dict[str, int], gaps: list[str]) -> list[str]:
    """Return every promise that did not hold, in words."""
    found = [f"{number} of {kind} failed or stalled" for kind, number in account.failed.items()]
    found += [
        f"{account.done[kind]} of {kind} were answered and {counted[kind]} are in the ledger"
        for kind in counted
        if counted[kind] != account.done[kind]
    ]
    if account.memory and account.memory[-1][0] > LONG and growth(account) > GROWTH:
        found.append(f"memory grew by {growth(account):.0f} MB")
    found += [f"{number} times {kind}" for kind, number in account.kinds.items()]
    return found + [f"gap: {gap}" for gap in gaps if not late(gap)]


def late(gap: str) -> bool:
    """Return whether a gap is of acts that a slow disk kept waiting, and none of them lost."""
    return gap.startswith("ledger-slow") and gap.endswith(" lost 0")


def told(account: Account, counted: dict[str, int]) -> str:
    """Return the account as a table."""
    lines = [f"{'':10}{'done':>8}{'failed':>8}{'median s':>10}{'longest s':>11}"]
    for kind in KINDS:
        took = account.seconds[kind] or [0.0]
        numbers = f"{account.done[kind]:8}{account.failed[kind]:8}"
        lines.append(f"{kind:10}{numbers}{statistics.median(took):10.3f}{max(took):11.3f}")
    lines.append(f"frames {account.done['frame']}, ledger: {counted}")
    step = max(1, len(account.memory) // 12)
    sizes = ", ".join(f"{at / 60:.1f} min {size:.0f}" for at, size in account.memory[::step])
    return "\n".join([*lines, f"MB: {sizes}", f"growth {growth(account):+.1f} MB"])


def main() -> int:
    """Soak for five minutes, or for as long as is said."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else SHORT
    with lab(serve) as place:
        account, counted, gaps = soak(place, seconds)
    print(f"{HOST}, {seconds:.0f} s")
    print(told(account, counted))
    faults = wrong(account, counted, gaps)
    print(f"acts whose answer went before their commit: {sum(map(late, gaps))} times")
    print("\n".join(faults) or "nothing lost, nothing stalled, memory flat")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
