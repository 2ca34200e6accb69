"""CPU that a request costs in our engine, against bare mitmdump with the same options.

    python -m benchmarks.proxy [RUNS] [REQUESTS]

Interleaved runs over kept-alive TLS connections; CPU seconds of the proxy's process, so that what
else runs on the machine matters little. Requests match no rule, as nearly all do.
"""

from __future__ import annotations

import asyncio
import sys
import time

from benchmarks._lab import Client, Proxy, interval, lab, request

RUNS, REQUESTS, AT_ONCE = 15, 1200, 4

KINDS = {
    "GET": request("GET", "/home/feed?cursor=abc&count=20"),
    "POST": request("POST", "/telemetry/log", b'{"events":[1,2,3]}'),
    "POST read": request("POST", "/api/feed", b'{"cursor":"abc"}'),
}


async def spend(proxy: Proxy, what: bytes, number: int) -> tuple[float, float]:
    """Return CPU and wall seconds a request."""
    clients = [await Client.open(proxy) for _ in range(AT_ONCE)]
    for client in clients:
        await client.ask(what)
    used, began = proxy.cpu(), time.monotonic()

    async def work(client: Client) -> None:
        for _ in range(number // AT_ONCE):
            await client.ask(what)

    await asyncio.gather(*(work(client) for client in clients))
    result = (proxy.cpu() - used) / number, (time.monotonic() - began) / number
    for client in clients:
        client.close()
    return result


async def compare(ours: Proxy, bare: Proxy, runs: int, number: int) -> None:
    """Print the ratio of CPU, and what it is made of."""
    for name, what in KINDS.items():
        await spend(ours, what, 400)
        await spend(bare, what, 400)
        ratios, costs = [], []
        for run in range(runs):
            order = (ours, bare) if run % 2 else (bare, ours)
            cost = {proxy.name: (await spend(proxy, what, number))[0] for proxy in order}
            ratios.append(cost["engine"] / cost["bare"])
            costs.append(cost)
        middle, low, high = interval(ratios)
        mine = interval([cost["engine"] for cost in costs])[0] * 1e6
        theirs = interval([cost["bare"] for cost in costs])[0] * 1e6
        print(
            f"{name:10} {middle:.3f} of bare [{low:.3f}, {high:.3f}]"
            f"   {mine:.0f} us against {theirs:.0f} us a request",
            flush=True,
        )


def main() -> None:
    """Run the comparison."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    number = int(sys.argv[2]) if len(sys.argv) > 2 else REQUESTS
    with lab() as place, place.engine() as ours, place.bare() as bare:
        asyncio.run(compare(ours, bare, runs, number))


if __name__ == "__main__":
    main()
