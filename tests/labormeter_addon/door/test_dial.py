"""Resolve, check, dial the very address that was checked."""

from __future__ import annotations

import asyncio
import socket
from typing import TYPE_CHECKING, Any

import pytest

from labormeter import lock
from labormeter.home import Home
from labormeter_addon.door.connect import Asked
from labormeter_addon.door.dial import ClosedError, Dialler, UnreachableError, dial

if TYPE_CHECKING:
    from pathlib import Path


def _answering(*answers: list[str]) -> Any:
    """Resolve names to the first answer, then the next, and so on."""
    left = list(answers)

    async def resolve(_: str, port: int, **__: object) -> list[object]:
        found = left.pop(0) if len(left) > 1 else left[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, port)) for one in found]

    return resolve


def test_a_name_that_leads_home_is_closed(tmp_path: Path) -> None:
    async def work() -> None:
        asyncio.get_running_loop().getaddrinfo = _answering(["127.0.0.1", "10.0.0.1"])  # type: ignore[method-assign]
        with pytest.raises(ClosedError):
            await Dialler(Home(tmp_path)).reach(Asked("rebind.example", 443), private=False)

    asyncio.run(work())


def test_only_the_public_addresses_of_a_name_are_dialled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that answers with a public address first and a local one later gains nothing."""
    dialled: list[object] = []

    async def note(ends: object) -> None:
        dialled.append(ends)
        raise UnreachableError

    async def work() -> None:
        monkeypatch.setattr("labormeter_addon.door.dial.dial", note)
        loop = asyncio.get_running_loop()
        loop.getaddrinfo = _answering(["127.0.0.1", "93.184.216.34"], ["127.0.0.1"])  # type: ignore[method-assign]
        with pytest.raises(UnreachableError):
            await Dialler(Home(tmp_path)).reach(Asked("rebind.example", 443), private=False)

    asyncio.run(work())
    assert dialled == [[("93.184.216.34", 443)]]


def test_a_name_without_address_is_unreachable(tmp_path: Path) -> None:
    async def nobody(*_: object, **__: object) -> list[object]:
        raise socket.gaierror

    async def work() -> None:
        asyncio.get_running_loop().getaddrinfo = nobody  # type: ignore[assignment]
        with pytest.raises(UnreachableError):
            await Dialler(Home(tmp_path)).reach(Asked("nobody.example", 443), private=False)

    asyncio.run(work())


def test_dials_on_where_the_first_address_refuses() -> None:
    async def work() -> None:
        with (
            socket.create_server(("127.0.0.1", 0)) as open_port,
            socket.create_server(("127.0.0.1", 0)) as closed,
        ):
            gone = closed.getsockname()
            closed.close()
            opening = await dial([gone, open_port.getsockname()])
            there = opening.transport.get_extra_info("peername")
            assert there == open_port.getsockname()
            opening.transport.abort()
            with pytest.raises(UnreachableError):
                await dial([gone])
            with pytest.raises(UnreachableError):
                await dial([])

    asyncio.run(work())


def test_gives_up_in_time_where_nobody_answers() -> None:
    async def work() -> None:
        with socket.socket() as deaf:
            deaf.bind(("127.0.0.1", 0))
            deaf.listen(0)
            # Fill the queue, so that further connections are neither taken nor refused.
            waiting = [socket.socket() for _ in range(4)]
            for one in waiting:
                one.setblocking(False)
                one.connect_ex(deaf.getsockname())
            began = asyncio.get_running_loop().time()
            with pytest.raises(UnreachableError):
                await dial([deaf.getsockname()], 0.2)
            assert asyncio.get_running_loop().time() - began < 1
            for one in waiting:
                one.close()

    asyncio.run(work())


def test_the_practice_site_is_found_by_its_name_alone(tmp_path: Path) -> None:
    async def work() -> None:
        home = Home(tmp_path).create()
        asked = Asked("practice.labormeter.test", 443)
        with pytest.raises(UnreachableError):
            await Dialler(home).reach(asked, private=False)
        with socket.create_server(("127.0.0.1", 0)) as site:
            with lock.hold(home.run / "practice.lock", port=site.getsockname()[1]):
                opening = await Dialler(home).reach(asked, private=False)
                assert opening.transport.get_extra_info("peername") == site.getsockname()
                opening.transport.abort()
            with pytest.raises(UnreachableError):
                await Dialler(home).reach(asked, private=False)

    asyncio.run(work())
