"""Hooks are called as mitmproxy calls them, only faster."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from mitmproxy import exceptions, hooks, http
from mitmproxy.options import Options
from mitmproxy.proxy.layers.http._hooks import HttpRequestHook, HttpResponseHook
from mitmproxy.test import tflow

from labormeter_addon.dispatch import Dispatcher, EngineMaster

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path


class One:
    def __init__(self, name: str, seen: list[str], error: type[Exception] | None = None) -> None:
        self.name = name
        self.seen = seen
        self.error = error

    def request(self, _: http.HTTPFlow) -> None:
        self.seen.append(self.name)
        if self.error is not None:
            raise self.error

    async def response(self, _: http.HTTPFlow) -> None:
        await asyncio.sleep(0)
        self.seen.append(f"{self.name} awaited")


class Nested:
    name = "nested"

    def __init__(self, *addons: Any) -> None:
        self.addons = addons


def with_master(work: Callable[[EngineMaster], Awaitable[None]], folder: Path) -> None:
    async def run() -> None:
        await work(EngineMaster(Options(confdir=str(folder))))

    asyncio.run(run())


def test_calls_all_in_order_contains_failures_and_stops_at_a_halt(tmp_path: Path) -> None:
    async def work(master: EngineMaster) -> None:
        seen: list[str] = []
        master.addons.add(
            One("a", seen, ValueError),
            Nested(One("b", seen)),
            One("c", seen, exceptions.AddonHalt),
            One("d", seen),
        )
        flow = tflow.tflow()
        await master.addons.handle_lifecycle(HttpRequestHook(flow))
        assert seen == ["a", "b", "c"]
        seen.clear()
        await master.addons.handle_lifecycle(HttpResponseHook(flow))
        assert seen == ["a awaited", "b awaited", "c awaited", "d awaited"]

    with_master(work, tmp_path)


def test_sees_addons_come_and_go(tmp_path: Path) -> None:
    async def work(master: EngineMaster) -> None:
        seen: list[str] = []
        flow = tflow.tflow()
        await master.addons.handle_lifecycle(HttpRequestHook(flow))
        late = One("late", seen)
        master.addons.add(late)
        await master.addons.handle_lifecycle(HttpRequestHook(flow))
        master.addons.remove(late)
        await master.addons.handle_lifecycle(HttpRequestHook(flow))
        assert seen == ["late"]

    with_master(work, tmp_path)


def test_whoever_wants_to_hear_of_every_change_does(tmp_path: Path) -> None:
    class Updates:
        name = "updates"
        heard = 0

        def update(self, _: object) -> None:
            self.heard += 1

    async def work(master: EngineMaster) -> None:
        updates = Updates()
        master.addons.add(updates)
        await master.addons.handle_lifecycle(HttpRequestHook(tflow.tflow()))
        await master.addons.trigger_event(hooks.RunningHook())
        assert updates.heard == 1

    with_master(work, tmp_path)


def test_has_mitmproxys_addons_and_options_but_not_its_exits(tmp_path: Path) -> None:
    async def work(master: EngineMaster) -> None:
        assert isinstance(master.addons, Dispatcher)
        assert "errorcheck" not in master.addons.lookup
        assert "proxyserver" in master.addons.lookup
        assert "scriptloader" in master.addons.lookup
        for name in ("ssl_insecure", "scripts", "stickycookie", "map_remote", "upstream_cert"):
            assert name in master.options
        master.options.update(anticache=True)
        assert master.options.anticache

    with_master(work, tmp_path)
