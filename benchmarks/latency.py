"""The delay that counting adds to a matched request, with the engine at half its saturation.

    python -m benchmarks.latency [SECONDS]

Open-loop load at half of what the engine can take, of requests that match no rule, while likes are
sent beside. Delay: a like's median minus that of the same request under a name that is read only.
Against: the median of one committed insert by plain sqlite3 on the same disk at the same time. The writer runs as a
thread (as shipped), inline in the loop, and as a process of its own.
"""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from benchmarks._lab import Client, Lab, Proxy, lab, request

if TYPE_CHECKING:
    from collections.abc import Sequence

SECONDS = 12.0
LOAD = request("GET", "/home/feed?cursor=abc&count=20")

INLINE = """
import asyncio
from labormeter_addon import writer

class Inline(writer.Writer):
    async def commit(self, exchange):
        pen = self.__dict__.get("pen")
        if pen is None:
            pen = self.__dict__["pen"] = self._dip()
        taken = pen.judge(exchange, ())
        if taken:
            pen.keep(taken)

writer.Writer.commit = Inline.commit
"""
"""Commits in the loop itself: every other flow waits for the disk."""

PROCESS = """
import asyncio, multiprocessing, os, threading
from labormeter_addon import writer

def serve(dip, line):
    pen = dip()
    while True:
        number, exchange = line.recv()
        taken = pen.judge(exchange, ())
        if taken:
            pen.keep(taken)
        line.send(number)

class Far:
    def __init__(self, dip):
        context = multiprocessing.get_context("fork")
        self.line, there = context.Pipe()
        self.child = context.Process(target=serve, args=(dip, there), daemon=True)
        self.child.start()
        self.waiting, self.number = {}, 0
        asyncio.get_running_loop().add_reader(self.line.fileno(), self.hear)
    def hear(self):
        self.waiting.pop(self.line.recv()).set_result(None)
    def send(self, exchange):
        self.number += 1
        done = self.waiting[self.number] = asyncio.get_running_loop().create_future()
        self.line.send((self.number, exchange))
        return done

async def commit(self, exchange):
    far = self.__dict__.get("far")
    if far is None:
        far = self.__dict__["far"] = Far(self._dip)
    await far.send(exchange)

writer.Writer.commit = commit
"""
"""Commits in a process of its own, which the exchange has to be carried to."""


PLAIN = """
import sqlite3, statistics, sys, time
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA journal_mode = WAL")
connection.execute("PRAGMA synchronous = FULL")
connection.execute("CREATE TABLE IF NOT EXISTS acts (id TEXT PRIMARY KEY, at INTEGER, what TEXT)")
took, until = [], time.monotonic() + float(sys.argv[2])
while time.monotonic() < until:
    began = time.perf_counter()
    connection.execute("INSERT INTO acts VALUES (?, 1, ?)", (str(time.perf_counter_ns()), "x" * 100))
    took.append((time.perf_counter() - began) * 1000)
    time.sleep(0.023)
print(statistics.median(took))
"""
"""Committed inserts by plain sqlite3 while the engine is measured: disks differ by the minute."""


def inserting(place: Lab, seconds: float) -> subprocess.Popen[str]:
    """Begin to insert for so long; the process then says its median in milliseconds."""
    line = [sys.executable, "-c", PLAIN, str(place.folder / "plain.db"), str(seconds)]
    return subprocess.Popen(line, stdout=subprocess.PIPE, text=True)


async def saturation(proxy: Proxy) -> float:
    """Return the requests a second that the engine takes when it never rests."""
    clients = [await Client.open(proxy) for _ in range(8)]
    count, until = 0, time.monotonic() + 3

    async def work(client: Client) -> None:
        nonlocal count
        while time.monotonic() < until:
            await client.ask(LOAD)
            count += 1

    await asyncio.gather(*(work(client) for client in clients))
    for client in clients:
        client.close()
    return count / 3


async def measure(proxy: Proxy, rate: float, seconds: float) -> dict[str, list[float]]:
    """Return milliseconds of likes and of reads, under that many other requests a second."""
    idle = asyncio.Queue[Client]()
    for _ in range(16):
        idle.put_nowait(await Client.open(proxy))
    probe = await Client.open(proxy)
    until = time.monotonic() + seconds
    took: dict[str, list[float]] = {"like": [], "feed": []}

    async def one() -> None:
        client = await idle.get()
        await client.ask(LOAD)
        idle.put_nowait(client)

    async def load() -> None:
        tasks: set[asyncio.Task[None]] = set()
        begun, count = time.monotonic(), 0
        while time.monotonic() < until:
            while count < (time.monotonic() - begun) * rate:
                count += 1
                task = asyncio.create_task(one())
                tasks.add(task)
                task.add_done_callback(tasks.discard)
            await asyncio.sleep(0.002)
        await asyncio.gather(*tasks)

    async def probing() -> None:
        number = 0
        while time.monotonic() < until:
            number += 1
            name = "like" if number % 2 else "feed"
            body = json.dumps({"post": str(number)}).encode()
            began = time.perf_counter()
            await probe.ask(request("POST", f"/api/{name}", body))
            took[name].append((time.perf_counter() - began) * 1000)
            await asyncio.sleep(0.011)

    await asyncio.gather(load(), probing())
    return took


def quantile(values: Sequence[float], share: float) -> float:
    """Return the nearest-rank quantile."""
    some = sorted(values)
    return some[min(len(some) - 1, int(share * len(some)))]


def main() -> None:
    """Compare the three ways to write."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else SECONDS
    with lab() as place:
        rate = None
        for name, script in (("thread", ""), ("inline", INLINE), ("process", PROCESS)):
            (place.folder / f"{name}.py").write_text(script)
            with place.engine("-s", str(place.folder / f"{name}.py")) as proxy:
                if rate is None:
                    rate = asyncio.run(saturation(proxy)) / 2
                beside = inserting(place, seconds)
                took = asyncio.run(measure(proxy, rate, seconds))
                plain = float(beside.communicate()[0])
                delays = {
                    share: quantile(took["like"], share) - quantile(took["feed"], share)
                    for share in (0.5, 0.99)
                }
                print(
                    f"{name:8} adds {delays[0.5]:.2f} ms median ({delays[0.5] / plain:.1f} of an insert"
                    f" of {plain:.2f} ms), {delays[0.99]:.2f} ms at p99; a like {quantile(took['like'], 0.5):.2f}"
                    f" / {quantile(took['like'], 0.99):.2f} ms, a read {quantile(took['feed'], 0.5):.2f}"
                    f" / {quantile(took['feed'], 0.99):.2f} ms; {rate:.0f} other requests/s, n={len(took['like'])}",
                    flush=True,
                )


if __name__ == "__main__":
    main()
