"""Start, and memory over many exchanges.

    python -m benchmarks.steady [EXCHANGES]

Start: `labormeter meter` to its `metering on`, against bare mitmdump to its open port, in turn.
Memory: door and engine after a warm-up and after so many exchanges more, a tenth of them likes.
"""

from __future__ import annotations

import asyncio
import json
import statistics
import sys
import time

from benchmarks._lab import Client, Lab, Proxy, lab, request
from benchmarks.upload import MEGABYTE, family

STARTS, EXCHANGES, WARM, AT_ONCE = 7, 100_000, 10_000, 4


def started(place: Lab, *, ours: bool) -> float:
    """Return the seconds until one of them is ready."""
    began = time.monotonic()
    with place.meter() if ours else place.bare():
        return time.monotonic() - began


def starts(place: Lab) -> None:
    """Print how long both take, in turn, the first of each left out."""
    found: dict[bool, list[float]] = {True: [], False: []}
    for _ in range(STARTS + 1):
        for ours, values in found.items():
            values.append(started(place, ours=ours))
    mine, bare = (statistics.median(found[ours][1:]) for ours in (True, False))
    print(f"start: metering on after {mine:.2f} s, bare mitmdump {bare:.2f} s ({mine - bare:+.2f})")


async def exchange(proxy: Proxy, number: int, first: int) -> None:
    """Send so many requests over a few connections, a tenth of them likes of their own."""
    likes = [json.dumps({"post": str(first + post)}).encode() for post in range(number // 10)]
    each = number // AT_ONCE

    async def work(part: int) -> None:
        client = await Client.open(proxy)
        for turn in range(each):
            if turn % 10:
                await client.ask(request("GET", f"/home/feed?cursor={turn}"))
            else:
                await client.ask(
                    request("POST", "/api/like", likes[(part * each + turn) // 10 % len(likes)])
                )
        client.close()

    await asyncio.gather(*(work(part) for part in range(AT_ONCE)))


def memory(place: Lab, number: int) -> None:
    """Print by how much door and engine grew."""
    with place.meter() as meter:
        asyncio.run(exchange(meter, WARM, 0))
        before, began = family(meter), time.monotonic()
        asyncio.run(exchange(meter, number, WARM))
        grown = (family(meter) - before) / MEGABYTE
        rate = number / (time.monotonic() - began)
        print(
            f"memory: {before / MEGABYTE:.0f} MB after {WARM} exchanges,"
            f" {grown:+.1f} MB after {number} more ({rate:.0f} a second)"
        )


def main() -> None:
    """Run both."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else EXCHANGES
    with lab() as place:
        starts(place)
        memory(place, number)


if __name__ == "__main__":
    main()
