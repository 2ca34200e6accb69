"""Large bodies through the whole meter, against bare mitmdump that streams.

    python -m benchmarks.upload [RUNS] [MEGABYTES] [MEGABYTES OF ONE LONG FILM]

Time of one upload (interleaved runs) that no rule wants, that a rule wants as it is, and that a
rule wants out of a form; the CPU time of all the proxy's processes, which says the same where
other programs use the machine; peak memory that it costs door and engine; memory over many uploads
one after another; and one film of 4 GB. No byte of them is ever on a disk.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import time
from typing import TYPE_CHECKING

import psutil
from benchmarks._lab import HOST, Client, Proxy, interval, lab

from labormeter.ledger import query

if TYPE_CHECKING:
    from labormeter.home import Home

RUNS, SIZE, LONG = 7, 200, 4096
MEGABYTE = 1024 * 1024
PIECE = bytes(range(256)) * 4096
KINDS = {"no rule": "/files/new", "raw": "/upload/raw", "form": "/upload/form"}
BOUNDARY = "----WebKitFormBoundary7MA4YWxkTrZu0gW"
"""As Chromium writes one; Firefox's are as long."""
_BEGIN = (
    f'--{BOUNDARY}\r\ncontent-disposition: form-data; name="film"; filename="f.mp4"\r\n'
    "content-type: video/mp4\r\n\r\n"
).encode()
_END = f"\r\n--{BOUNDARY}--\r\n".encode()


async def upload(proxy: Proxy, megabytes: int, path: str) -> float:
    """Return the seconds that an upload takes."""
    form = path.endswith("form")
    before, behind = (_BEGIN, _END) if form else (b"", b"")
    kind = f"multipart/form-data; boundary={BOUNDARY}" if form else "video/mp4"
    size = len(before) + megabytes * MEGABYTE + len(behind)
    client = await Client.open(proxy)
    began = time.monotonic()
    client.writer.write(
        f"POST {path} HTTP/1.1\r\nhost: {HOST}\r\ncontent-type: {kind}\r\n"
        f"content-length: {size}\r\n\r\n".encode()
        + before
    )
    for _ in range(megabytes):
        client.writer.write(PIECE)
        await client.writer.drain()
    client.writer.write(behind)
    await client.reader.readuntil(b"\r\n\r\n")
    took = time.monotonic() - began
    client.close()
    return took


def _parts(proxy: Proxy) -> list[psutil.Process]:
    some = [proxy.process, *proxy.process.children(recursive=True)]
    return [part for part in some if part.status() != psutil.STATUS_ZOMBIE]


def family(proxy: Proxy) -> int:
    """Return the bytes that a proxy and its children have in memory."""
    return sum(part.memory_info().rss for part in _parts(proxy))


def worked(proxy: Proxy) -> float:
    """Return the CPU seconds that a proxy and its children have used."""
    times = [part.cpu_times() for part in _parts(proxy)]
    return sum(time.user + time.system for time in times)


async def watched(proxy: Proxy, megabytes: int, path: str) -> tuple[float, float]:
    """Return seconds, and megabytes by which memory grew at its peak."""
    before = peak = family(proxy)
    task = asyncio.create_task(upload(proxy, megabytes, path))
    while not task.done():
        await asyncio.sleep(0.02)
        peak = max(peak, family(proxy))
    return task.result(), (peak - before) / MEGABYTE


async def compare(ours: Proxy, bare: Proxy, runs: int, size: int) -> None:
    """Print what was found."""
    for proxy in (ours, bare):
        for path in KINDS.values():
            await upload(proxy, 20, path)
    for kind, path in KINDS.items():
        ratios, works, grown = [], [], []
        for run in range(runs):
            order = (ours, bare) if run % 2 else (bare, ours)
            took, cost = {}, {}
            for proxy in order:
                before = worked(proxy)
                took[proxy.name], more = await watched(proxy, size, path)
                cost[proxy.name] = worked(proxy) - before
                if proxy is ours:
                    grown.append(more)
            ratios.append(took[ours.name] / took[bare.name])
            works.append(cost[ours.name] / cost[bare.name])
        middle, low, high = interval(ratios)
        cpu, least, most = interval(works)
        print(
            f"{size} MB, {kind}: {middle:.3f} of bare's time [{low:.3f}, {high:.3f}],"
            f" {cpu:.3f} of its CPU [{least:.3f}, {most:.3f}],"
            f" memory +{max(grown):.0f} MB at its peak (median {statistics.median(grown):.0f})",
            flush=True,
        )
    for round_ in ("first", "second", "third"):
        before = family(ours)
        for _ in range(60):
            await upload(ours, 20, "/upload/raw")
        more = (family(ours) - before) / MEGABYTE
        print(f"{round_} 60 uploads of 20 MB: memory {more:+.1f} MB", flush=True)


async def long_film(ours: Proxy, bare: Proxy, megabytes: int) -> None:
    """Send one film through each, and print what it took."""
    for kind in ("raw", "form"):
        path = KINDS[kind]
        before = worked(ours), worked(bare)
        plain, _ = await watched(bare, megabytes, path)
        took, more = await watched(ours, megabytes, path)
        cpu = (worked(ours) - before[0]) / (worked(bare) - before[1])
        print(
            f"{megabytes} MB, {kind}, once: {took / plain:.3f} of bare's time, {cpu:.3f} of its CPU,"
            f" memory +{more:.0f} MB at its peak",
            flush=True,
        )


def counted(home: Home) -> int:
    """Return how many uploads the ledger holds."""
    with query.open(home) as ledger:
        return sum(1 for act in ledger.acts() if act.activity == "upload")


def main() -> None:
    """Run the comparison."""
    given = [int(word) for word in sys.argv[1:]]
    runs, size, long = (given + [RUNS, SIZE, LONG][len(given) :])[:3]
    with lab() as place:
        with place.meter() as ours, place.bare() as bare:
            asyncio.run(compare(ours, bare, runs, size))
            if long:
                asyncio.run(long_film(ours, bare, long))
        print(f"{counted(place.home)} uploads counted, {2 + 2 * runs + 180 + 2 * bool(long)} sent")


if __name__ == "__main__":
    main()
