"""Opened connections are let go of when metering pauses."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from tests.labormeter_addon.conftest import SITE, Browser, Origin, until

from labormeter_addon import closing as module
from labormeter_addon.challenge import BURST
from labormeter_addon.closing import Closing
from labormeter_addon.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.labormeter_addon.conftest import Start

    from labormeter_addon.dispatch import EngineMaster


class Connections:
    """As much of mitmproxy's connections as is asked for."""

    def __init__(self, *names: str) -> None:
        self.ended: list[str] = []
        self.connections = {name: self._handler(name) for name in names}

    def _handler(self, name: str) -> Any:
        task = SimpleNamespace(cancel=lambda _: self.ended.append(name))
        return SimpleNamespace(client=name, transports={name: SimpleNamespace(handler=task)})

    def master(self) -> EngineMaster:
        return SimpleNamespace(addons=SimpleNamespace(get=lambda _: self))  # type: ignore[return-value]


def _opened(name: str, host: str = SITE) -> Any:
    client, server = SimpleNamespace(id=name), SimpleNamespace(address=(host, 443))
    return SimpleNamespace(context=SimpleNamespace(client=client, server=server))


def _flow(name: str) -> Any:
    return SimpleNamespace(client_conn=SimpleNamespace(id=name))


def test_idle_ones_at_once_busy_ones_at_rest_and_the_rest_in_the_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "LIMIT", 0.6)
    monkeypatch.setattr(module, "LOOK", 0.02)

    async def work() -> None:
        connections = Connections("idle", "busy", "stuck")
        standing = Standing({})
        closing = Closing(connections.master(), standing)
        for name in ("idle", "busy", "stuck", "gone"):
            closing.tls_established_client(_opened(name))
        for name in ("busy", "stuck", "unopened"):
            closing.requestheaders(_flow(name))
        closing.client_disconnected(SimpleNamespace(id="gone"))  # type: ignore[arg-type]  # no more
        standing.mode = "private"
        closing.begin()
        await asyncio.sleep(0.1)
        assert connections.ended == ["idle"]
        closing.error(_flow("busy"))
        await asyncio.sleep(0.1)
        assert connections.ended == ["idle", "busy"]
        await asyncio.sleep(0.6)
        assert connections.ended == ["idle", "busy", "stuck"]

    asyncio.run(work())


def test_stops_where_metering_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LOOK", 0.02)

    async def work() -> None:
        connections = Connections("busy")
        standing = Standing({}, mode="paused")
        closing = Closing(connections.master(), standing)
        closing.tls_established_client(_opened("busy"))
        closing.requestheaders(_flow("busy"))
        closing.begin()
        await asyncio.sleep(0.05)
        standing.mode = "on"
        await asyncio.sleep(0.05)
        closing.response(_flow("busy"))
        await asyncio.sleep(0.1)
        assert connections.ended == []

    asyncio.run(work())


def test_drains_until_none_is_left_or_for_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LOOK", 0.02)
    monkeypatch.setattr(module, "REST", 0.0)

    async def work() -> None:
        connections = Connections("idle", "busy")
        closing = Closing(connections.master(), Standing({}))
        for name in ("idle", "busy"):
            closing.tls_established_client(_opened(name))
        closing.requestheaders(_flow("busy"))
        await closing.drain(0.1)
        assert set(connections.ended) == {"idle"}
        for name in ("idle", "busy"):
            closing.client_disconnected(SimpleNamespace(id=name))  # type: ignore[arg-type]  # no more
        async with asyncio.timeout(1):
            await closing.drain(30)

    asyncio.run(work())


def test_one_that_was_just_opened_or_answered_is_not_drained_yet(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "LOOK", 0.02)
    monkeypatch.setattr(module, "REST", 0.4)

    async def work() -> None:
        connections = Connections("new", "answered")
        closing = Closing(connections.master(), Standing({}))
        for name in ("new", "answered"):
            closing.tls_established_client(_opened(name))
        closing.requestheaders(_flow("answered"))
        await closing.drain(0.3)
        assert connections.ended == []
        closing.response(_flow("answered"))
        await closing.drain(0.2)
        assert set(connections.ended) == {"new"}
        await closing.drain(0.4)
        assert set(connections.ended) == {"new", "answered"}

    asyncio.run(work())


def test_those_of_a_host_that_is_passed_through_are_let_go_of_as_they_rest(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "LOOK", 0.02)
    monkeypatch.setattr(module, "REST", 0.2)

    async def work() -> None:
        connections = Connections("asks", "resting", "busy", "other")
        standing = Standing({SITE: "sample", "other.example": "other"})
        closing = Closing(connections.master(), standing)
        for name in ("asks", "resting", "busy"):
            closing.tls_established_client(_opened(name))
        closing.tls_established_client(_opened("other", "other.example"))
        for name in ("asks", "busy"):
            closing.requestheaders(_flow(name))
        standing.passes(SITE, "challenged")
        closing.response(_flow("asks"))
        await asyncio.sleep(0.1)
        assert "asks" not in connections.ended, "its page asks for more in a moment"
        await asyncio.sleep(0.3)
        assert set(connections.ended) == {"asks", "resting"}
        closing.response(_flow("busy"))
        await asyncio.sleep(0.4)
        assert set(connections.ended) == {"asks", "resting", "busy"}

    asyncio.run(work())


def test_an_answer_of_a_host_that_is_opened_ends_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LOOK", 0.02)
    monkeypatch.setattr(module, "REST", 0.0)

    async def work() -> None:
        connections = Connections("asks")
        closing = Closing(connections.master(), Standing({SITE: "sample"}))
        closing.tls_established_client(_opened("asks"))
        closing.requestheaders(_flow("asks"))
        closing.response(_flow("asks"))
        await asyncio.sleep(0.1)
        assert connections.ended == []

    asyncio.run(work())


def test_a_burst_of_challenges_ends_the_connection_that_met_them(
    start: Start, browser: Callable[..., Browser], origin: Origin
) -> None:
    meter = start()
    client = browser(meter)
    assert client.like()[0] == 200
    origin.answer = lambda _: (403, {"cf-mitigated": "challenge"}, b"")
    for _ in range(BURST):
        assert client.ask("GET", "/")[0] == 403
    assert until(client.ended, 5), "the engine's handshake would meet the next one too"
    origin.answer = lambda _: (200, {}, b"a page")
    again = browser(meter, trust=origin.authority)
    assert again.ask("GET", "/") == (200, b"a page")
    assert again.issuer() == "origin"


PORTAL = """
import asyncio, os, pathlib, socket
def running():
    async def lead(host, port, **how):
        there = int(pathlib.Path(os.environ["LEADS"]).read_text())
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", there))]
    asyncio.get_running_loop().getaddrinfo = lead
"""


@dataclass
class Network:
    """A network in which a portal may answer for every host."""

    portal: Origin
    leads: Path
    script: Path

    def lead(self, there: Origin) -> None:
        self.leads.write_text(str(there.port))


@pytest.fixture
def network(origin: Origin, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Network]:
    portal = Origin(tmp_path / "portal")
    portal.start()
    made = Network(portal, tmp_path / "leads", tmp_path / "portal.py")
    made.lead(origin)
    made.script.write_text(PORTAL)
    monkeypatch.setenv("LEADS", str(made.leads))
    yield made
    portal.stop()


def test_a_portal_that_comes_in_between_is_passed_through_although_the_host_was_good_before(
    start: Start, browser: Callable[..., Browser], network: Network
) -> None:
    meter = start("-s", str(network.script))
    client = browser(meter)
    assert client.like()[0] == 200
    client.close()
    network.lead(network.portal)
    assert browser(meter).ask("GET", "/")[0] == 502, "the one that finds out"
    again = browser(meter, trust=network.portal.authority)
    assert again.ask("GET", "/")[0] == 200, "and all that come after see what the portal says"
    assert again.issuer() == "origin"
    assert [one.path for one in network.portal.seen] == ["/"]
    said = until(lambda: meter.rows("SELECT sentence FROM remarks"))
    assert "its certificate cannot be verified" in said[-1][0]
    assert len(meter.acts()) == 1
