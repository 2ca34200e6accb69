"""The look at an upstream's certificate before the browser's handshake."""

from __future__ import annotations

import asyncio
import socket
from typing import TYPE_CHECKING

import pytest
from benchmarks._origin import certify
from tests.labormeter_addon.conftest import Origin

from labormeter_addon.preflight import AWAY, BAD, GOOD, Preflight

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator
    from pathlib import Path


def with_origin(origin: Origin, work: Callable[[], Awaitable[None]]) -> None:
    async def run() -> None:
        async def lead(*_: object, **__: object) -> list[object]:
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", origin.port))]

        asyncio.get_running_loop().getaddrinfo = lead  # type: ignore[assignment]
        async with asyncio.timeout(20):
            await work()

    asyncio.run(run())


def test_trusts_what_the_bundle_vouches_for_and_remembers(origin: Origin) -> None:
    clock = [0.0]

    async def work() -> None:
        flight = Preflight(private=True, clock=lambda: clock[0])
        bundle = str(origin.authority)
        asked = [flight.trusted("social.example", bundle) for _ in range(5)]
        assert await asyncio.gather(*asked) == ["good"] * 5
        assert origin.connections <= 1, "five at once are one question"
        clock[0] = GOOD - 1
        assert await flight.trusted("social.example", bundle) == "good"
        assert len(flight._seen) == 1

    with_origin(origin, work)


@pytest.mark.parametrize("host", ["elsewhere.example", "social.example"])
def test_does_not_trust_a_wrong_name_or_an_unknown_authority(
    origin: Origin, host: str, tmp_path: Path
) -> None:
    other = certify(tmp_path / "other", [host])
    bundle = origin.authority if host == "elsewhere.example" else other
    clock = [0.0]

    async def work() -> None:
        flight = Preflight(private=True, clock=lambda: clock[0])
        assert await flight.trusted(host, str(bundle)) == "bad"
        assert flight._seen[host, str(bundle)] == ("bad", BAD)

    with_origin(origin, work)


def test_does_not_trust_the_roots_of_the_web_with_a_local_address(origin: Origin) -> None:
    async def work() -> None:
        flight = Preflight(private=False)
        assert await flight.trusted("social.example", str(origin.authority)) == "bad"
        assert await Preflight(private=True).trusted("social.example", None) == "bad"

    with_origin(origin, work)


def test_the_practice_site_has_an_authority_of_its_own(origin: Origin, tmp_path: Path) -> None:
    async def work() -> None:
        flight = Preflight(private=False)
        host = "practice.labormeter.test"
        assert await flight.practice(host, origin.authority) == "good"
        assert await flight.practice(host, tmp_path / "nothing.pem") == "away"
        assert flight._seen == {}, "the site may have begun anew; nothing is remembered"

    with_origin(origin, work)


@pytest.fixture
def portal(tmp_path: Path) -> Iterator[Origin]:
    """A captive portal: it answers for every host, with a certificate of its own."""
    made = Origin(tmp_path / "portal")
    made.start()
    yield made
    made.stop()


def moving(there: list[Origin]) -> None:
    """Let every name lead to the one that `there` holds now."""

    async def lead(*_: object, **__: object) -> list[object]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", there[0].port))]

    asyncio.get_running_loop().getaddrinfo = lead  # type: ignore[assignment]


def test_what_a_captive_portal_showed_is_forgotten_once_one_has_logged_in(
    origin: Origin, portal: Origin
) -> None:
    clock, there = [0.0], [portal]

    async def work() -> None:
        moving(there)
        flight = Preflight(private=True, clock=lambda: clock[0])
        bundle = str(origin.authority)
        assert await flight.trusted("social.example", bundle) == "bad"
        there[0] = origin
        clock[0] = BAD - 1
        assert await flight.trusted("social.example", bundle) == "bad"
        clock[0] = BAD
        assert await flight.trusted("social.example", bundle) == "good"

    with_origin(origin, work)


def test_a_host_that_the_engine_did_not_take_after_all_is_asked_anew(
    origin: Origin, portal: Origin
) -> None:
    there = [origin]

    async def work() -> None:
        moving(there)
        flight = Preflight(private=True)
        bundle = str(origin.authority)
        assert await flight.trusted("social.example", bundle) == "good"
        there[0] = portal
        assert await flight.trusted("social.example", bundle) == "good", "it is remembered"
        flight.forget("elsewhere.example")
        assert await flight.trusted("social.example", bundle) == "good"
        flight.forget("social.example")
        assert await flight.trusted("social.example", bundle) == "bad"

    with_origin(origin, work)


def test_a_host_out_of_reach_is_asked_again_within_seconds_and_metered_then(
    origin: Origin,
) -> None:
    """After a suspended night or a change of network the first question finds nobody."""
    clock, port = [0.0], [1]

    async def work() -> None:
        async def lead(*_: object, **__: object) -> list[object]:
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port[0]))]

        asyncio.get_running_loop().getaddrinfo = lead  # type: ignore[assignment]
        flight = Preflight(private=True, clock=lambda: clock[0])
        bundle = str(origin.authority)
        assert await flight.trusted("social.example", bundle) == "away"
        port[0] = origin.port
        clock[0] = AWAY - 1
        assert await flight.trusted("social.example", bundle) == "away"
        clock[0] = AWAY
        assert await flight.trusted("social.example", bundle) == "good"

    with_origin(origin, work)
