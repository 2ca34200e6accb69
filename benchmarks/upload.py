"""Large bodies through the whole meter, against bare mitmdump that streams.

    python -m benchmarks.upload [RUNS] [MEGABYTES]

Time of one upload (interleaved runs), peak memory that it costs door and engine, and memory over
many uploads one after another.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import time

import psutil
from benchmarks._lab import HOST, Client, Proxy, interval, lab

RUNS, SIZE = 7, 200
MEGABYTE = 1024 * 1024
PIECE = bytes(MEGABYTE)


async def upload(proxy: Proxy, megabytes: int, path: str = "/files/new") -> float:
    """Return the seconds that an upload takes."""
    client = await Client.open(proxy)
    began = time.monotonic()
    client.writer.write(
        f"POST {path} HTTP/1.1\r\nhost: {HOST}\r\ncontent-type: video/mp4\r\n"
        f"content-length: {megabytes * MEGABYTE}\r\n\r\n".encode()
    )
    for _ in range(megabytes):
        client.writer.write(PIECE)
        await client.writer.drain()
    await client.reader.readuntil(b"\r\n\r\n")
    took = time.monotonic() - began
    client.close()
    return took


def family(proxy: Proxy) -> int:
    """Return the bytes that a proxy and its children have in memory."""
    parts = [proxy.process, *proxy.process.children(recursive=True)]
    return sum(part.memory_info().rss for part in parts if part.status() != psutil.STATUS_ZOMBIE)


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
        await upload(proxy, 20)
    for path in ("/files/new", "/api/photo"):
        ratios, grown = [], []
        for run in range(runs):
            order = (ours, bare) if run % 2 else (bare, ours)
            took = {}
            for proxy in order:
                took[proxy.name], more = await watched(proxy, size, path)
                if proxy is ours:
                    grown.append(more)
            ratios.append(took[ours.name] / took[bare.name])
        middle, low, high = interval(ratios)
        print(
            f"{size} MB to {path}: {middle:.3f} of bare's time [{low:.3f}, {high:.3f}],"
            f" memory +{max(grown):.0f} MB at its peak (median {statistics.median(grown):.0f})",
            flush=True,
        )
    before = family(ours)
    for _ in range(60):
        await upload(ours, 20, "/api/photo")
    print(f"60 uploads of 20 MB: memory {(family(ours) - before) / MEGABYTE:+.1f} MB")


def main() -> None:
    """Run the comparison."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    size = int(sys.argv[2]) if len(sys.argv) > 2 else SIZE
    with lab() as place, place.meter() as ours, place.bare() as bare:
        asyncio.run(compare(ours, bare, runs, size))


if __name__ == "__main__":
    main()
