"""Opened connections are let go of when metering pauses."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from labormeter_addon import closing as module
from labormeter_addon.closing import Closing
from labormeter_addon.standing import Standing

if TYPE_CHECKING:
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


def _opened(name: str) -> Any:
    return SimpleNamespace(context=SimpleNamespace(client=SimpleNamespace(id=name)))


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
