"""The delay that counting adds to a matched request, with the engine at half its saturation.

    python -m benchmarks.latency [SECONDS]

Open-loop load at half of what the engine can take, of requests that match no rule, while likes are
sent beside. Delay: a like's median minus that of the same request under a name that is read only.
Against: the median of one committed insert by plain sqlite3 on the same disk at the same time. The writer runs as a
thread for which the loop waits briefly (as shipped), as a thread alone, inline in the loop, and as a process of its
own; in turn, several times each.
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

SECONDS, ROUNDS = 12.0, 3
LOAD = request("GET", "/home/feed?cursor=abc&count=20")

THREAD = """
from labormeter_addon import brief

brief.Brief.wait = lambda self, done: False
"""
"""The loop is woken up by the thread, and never waits on the spot."""

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
import json, sqlite3, sys, time
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
print(json.dumps(took))
"""
"""Committed inserts by plain sqlite3 while the engine is measured: disks differ by the minute."""


def inserting(place: Lab, seconds: float) -> subprocess.Popen[str]:
    """Begin to insert for so long; the process then says how many milliseconds each took."""
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


WAYS = {"brief": "", "thread": THREAD, "inline": INLINE, "process": PROCESS}


def told(name: str, took: dict[str, list[float]], plain: list[float]) -> str:
    """Return a line on what one way adds."""
    like, read = took["like"], took["feed"]
    insert = quantile(plain, 0.5)
    middle, last = (quantile(like, share) - quantile(read, share) for share in (0.5, 0.99))
    return (
        f"{name:8} adds {middle:.2f} ms median ({middle / insert:.1f} of an insert of {insert:.2f} ms),"
        f" {last:.2f} ms at p99; a like {quantile(like, 0.5):.2f} / {quantile(like, 0.99):.2f} ms,"
        f" a read {quantile(read, 0.5):.2f} / {quantile(read, 0.99):.2f} ms, n={len(like)}"
    )


def main() -> None:
    """Compare the ways to write."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else SECONDS
    took: dict[str, dict[str, list[float]]] = {name: {"like": [], "feed": []} for name in WAYS}
    plain: dict[str, list[float]] = {name: [] for name in WAYS}
    rate = 0.0
    with lab() as place:
        for _ in range(ROUNDS):
            for name, script in WAYS.items():
                (place.folder / f"{name}.py").write_text(script)
                with place.engine("-s", str(place.folder / f"{name}.py")) as proxy:
                    rate = rate or asyncio.run(saturation(proxy)) / 2
                    beside = inserting(place, seconds / ROUNDS)
                    for kind, values in asyncio.run(measure(proxy, rate, seconds / ROUNDS)).items():
                        took[name][kind] += values
                    plain[name] += json.loads(beside.communicate()[0])
    for name in WAYS:
        print(told(name, took[name], plain[name]))
    print(f"{rate:.0f} other requests a second, half of what the engine takes")


if __name__ == "__main__":
    main()
