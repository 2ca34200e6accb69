"""What a person feels: a new connection and a small GET, direct, passed through, and opened.

    python -m benchmarks.connection [ROUNDS]

Passed through: our door while metering pauses, against bare mitmdump that ignores the host.
Interleaved; milliseconds from the first packet to the answer of the first request.
"""

from __future__ import annotations

import asyncio
import ssl
import statistics
import subprocess
import sys
import time
from contextlib import ExitStack
from typing import TYPE_CHECKING

import psutil
from benchmarks._lab import HOST, Client, Lab, Proxy, interval, lab, request

from labormeter import lock
from labormeter.platforms import PRACTICE_HOST
from labormeter.roles import command

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

ROUNDS = 300
GET = request("GET", "/home/feed?cursor=abc&count=20")


async def connected(proxy: Proxy, host: str, trust: Path) -> Client:
    """Return a connection to the origin, through a proxy or (port of the origin) straight."""
    reader, writer = await asyncio.open_connection("127.0.0.1", proxy.port)
    if proxy.name != "direct":
        writer.write(f"CONNECT {host}:443 HTTP/1.1\r\nHost: {host}:443\r\n\r\n".encode())
        answer = await reader.readuntil(b"\r\n\r\n")
        assert b" 200 " in answer, answer
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_verify_locations(trust)
    context.set_alpn_protocols(["http/1.1"])
    await writer.start_tls(context, server_hostname=HOST)
    return Client(reader, writer)


async def fresh(proxy: Proxy, host: str, trust: Path) -> float:
    """Return the milliseconds of a new connection and its first answer."""
    began = time.perf_counter()
    client = await connected(proxy, host, trust)
    await client.ask(GET)
    took = (time.perf_counter() - began) * 1000
    client.close()
    return took


async def kept(proxy: Proxy, host: str, trust: Path, number: int) -> list[float]:
    """Return the milliseconds of small GETs over one connection."""
    client = await connected(proxy, host, trust)
    found = []
    for _ in range(number):
        began = time.perf_counter()
        await client.ask(GET)
        found.append((time.perf_counter() - began) * 1000)
    client.close()
    return found


def told(values: Sequence[float]) -> str:
    """Return median and 99th percentile."""
    cuts = statistics.quantiles(values, n=100)
    return f"p50 {statistics.median(values):6.2f} ms   p99 {cuts[98]:6.2f} ms"


async def compare(ways: dict[str, tuple[Proxy, str, Path]], rounds: int) -> None:
    """Print new connections and kept ones, way by way."""
    times: dict[str, list[float]] = {name: [] for name in ways}
    for way in ways.values():
        await fresh(*way)
    for turn in range(rounds):
        for name in sorted(ways, key=lambda name: hash((name, turn))):
            times[name].append(await fresh(*ways[name]))
    for name, values in times.items():
        print(f"new connection, {name:24} {told(values)}", flush=True)
    if "door, passed through" in times:
        pairs = zip(times["door, passed through"], times["bare, passed through"], strict=True)
        middle, low, high = interval([ours / bare for ours, bare in pairs])
        print(f"door / bare, passed through: {middle:.2f} [{low:.2f}, {high:.2f}]")
    for name, way in ways.items():
        values = await kept(*way, rounds * 4)
        print(f"small GET, kept,  {name:22} {told(values)}", flush=True)


def pause(place: Lab) -> None:
    """Let the meter pass everything through."""
    line = command("command", "--home", str(place.home.root), "shift", "pause")
    subprocess.run(line, check=True, stdout=subprocess.DEVNULL)


def main() -> None:
    """Run the comparison: first opened, then passed through."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    with lab() as place, ExitStack() as stack:
        straight = Proxy("direct", psutil.Process(), place.origin, place.authority)
        meter = stack.enter_context(place.meter())
        bare = stack.enter_context(place.bare())
        opened = {
            "direct": (straight, HOST, place.authority),
            "bare, opened": (bare, HOST, bare.trust),
            "door and engine, opened": (meter, HOST, meter.trust),
        }
        asyncio.run(compare(opened, rounds))
        stack.enter_context(lock.hold(place.home.run / "practice.lock", port=place.origin))
        pause(place)
        ignoring = stack.enter_context(place.bare("--ignore-hosts", ".*"))
        passed = {
            "direct": (straight, HOST, place.authority),
            "bare, passed through": (ignoring, HOST, place.authority),
            "door, passed through": (meter, PRACTICE_HOST, place.authority),
        }
        asyncio.run(compare(passed, rounds))


if __name__ == "__main__":
    main()
