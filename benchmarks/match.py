"""How long matching one exchange against all packs takes, and whether more packs make it longer.

    python benchmarks/match.py

Prints microseconds: the median over rounds, each the mean of many calls.
"""

from __future__ import annotations

import statistics
import time
from dataclasses import replace
from typing import TYPE_CHECKING

from labormeter.rules.index import Packs
from labormeter.rules.load import shipped
from labormeter.rules.match import match
from labormeter.testing import exchange

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from labormeter.model import Exchange
    from labormeter.rules.pack import Pack

TIMES = 10
"""How many times as many packs the second measurement has."""

_HEADERS = dict.fromkeys(
    (
        *("accept", "accept-language", "cookie", "dnt", "origin", "referer", "sec-ch-ua"),
        *("sec-ch-ua-mobile", "sec-ch-ua-platform", "sec-fetch-dest", "sec-fetch-mode"),
        *("sec-fetch-site", "user-agent", "x-requested-with"),
    ),
    "synthetic value of a usual length",
)


def nothing(packs: Packs) -> list[Exchange]:
    """Return what a browser asks metered hosts for without the person doing anything."""
    found = [
        exchange("GET", "https://unmetered.example/a/b/c?d=e", headers=_HEADERS),
        exchange("OPTIONS", "https://x.com/i/api/graphql/AAAA/FavoriteTweet", headers=_HEADERS),
    ]
    for host in sorted(packs.every_host)[:20]:
        found += [
            exchange("GET", f"https://{host}/", headers=_HEADERS),
            exchange("GET", f"https://{host}/static/js/main.0a1b2c.js", headers=_HEADERS),
            exchange("GET", f"https://{host}/api/v1/feed/timeline/?page=2", headers=_HEADERS),
            exchange("POST", f"https://{host}/ajax/bz?a=1", body=b"x" * 200, headers=_HEADERS),
            exchange("POST", f"https://{host}/some/unknown/7/write", body=b"x", headers=_HEADERS),
        ]
    return found


def reads() -> list[Exchange]:
    """Return reads that travel as writes do, down to the operation's name."""
    named = {**_HEADERS, "x-fb-friendly-name": "CometNewsFeedPaginationQuery"}
    form = {"variables": '{"count":5}', "fb_api_req_friendly_name": "CometNewsFeedPaginationQuery"}
    return [
        exchange("POST", "https://www.facebook.com/api/graphql/", form, headers=named),
        exchange("POST", "https://www.instagram.com/api/graphql", form, headers=named),
        exchange("POST", "https://x.com/i/api/graphql/AAAA/HomeTimeline", body={"variables": {}}),
        exchange(
            "POST", "https://www.youtube.com/youtubei/v1/browse", body={"context": {"client": {}}}
        ),
    ]


def many(packs: Packs, times: int) -> Packs:
    """Return the packs, and copies of each under other names and hosts."""
    copies = [_copy(pack, number) for number in range(1, times) for pack in packs.platforms]
    return Packs((*packs.platforms, *copies))


def _copy(pack: Pack, number: int) -> Pack:
    hosts = tuple(f"n{number}.{host}" for host in pack.hosts)
    surfaces = {
        id(surface): replace(surface, hosts=tuple(f"n{number}.{host}" for host in surface.hosts))
        for surface in (*pack.surfaces, *(rule.surface for rule in pack.rules))
    }
    return replace(
        pack,
        platform=f"{pack.platform}-{number}",
        hosts=hosts,
        surfaces=tuple(surfaces[id(surface)] for surface in pack.surfaces),
        rules=tuple(replace(rule, surface=surfaces[id(rule.surface)]) for rule in pack.rules),
    )


def microseconds(work: Callable[[], object], *, calls: int = 200, rounds: int = 25) -> float:
    """Return the median over rounds of what one call takes."""
    found = []
    for _ in range(rounds):
        begin = time.perf_counter_ns()
        for _ in range(calls):
            work()
        found.append((time.perf_counter_ns() - begin) / calls / 1000)
    return statistics.median(found)


def spread(packs: Packs, exchanges: Sequence[Exchange]) -> list[float]:
    """Return the time of each exchange, the shortest first."""
    return sorted(microseconds(lambda each=each: match(packs, each)) for each in exchanges)  # type: ignore[misc]


def needed(packs: Packs, exchanges: Sequence[Exchange]) -> list[float]:
    """Return the time of deciding on each head, the shortest first."""
    heads = [each.request for each in exchanges]
    return sorted(
        microseconds(
            lambda head=head: packs.need(  # type: ignore[misc]
                head.method, head.host, head.path, head.query, head.headers
            )
        )
        for head in heads
    )


def measure() -> dict[str, float]:
    """Measure everything; the names say what."""
    once = shipped()
    ten = many(once, TIMES)
    idle = nothing(once)
    one, more = spread(once, idle), spread(ten, idle)
    head, posts = needed(once, idle), spread(once, reads())
    return {
        "packs": len(once.platforms),
        "nothing matches, median": statistics.median(one),
        "nothing matches, worst": one[-1],
        f"nothing matches, {TIMES} times the packs, median": statistics.median(more),
        "ratio": statistics.median(more) / statistics.median(one),
        "deciding on the head, median": statistics.median(head),
        "reads by POST, median": statistics.median(posts),
        "reads by POST, worst": posts[-1],
    }


if __name__ == "__main__":
    for name, value in measure().items():
        print(f"{name:50} {value:8.2f}")
