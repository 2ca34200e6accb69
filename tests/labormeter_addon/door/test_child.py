"""One run of an engine."""

from __future__ import annotations

import asyncio
import os
from typing import TYPE_CHECKING

from labormeter.home import Home
from labormeter_addon.door import hand
from labormeter_addon.door.arguments import Extra
from labormeter_addon.door.child import Engine

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    import pytest
    from tests.labormeter_addon.door.conftest import Play

    from labormeter_addon.door.child import Report


def bounded(work: Callable[[], Awaitable[None]]) -> None:
    async def run() -> None:
        async with asyncio.timeout(20):
            await work()

    asyncio.run(run())


def _healthy(engine: Engine) -> bool:
    return engine.healthy


async def _heard(said: list[Report], kind: str) -> Report:
    while True:
        for word in said:
            if word.get("is") == kind:
                return word
        await asyncio.sleep(0.01)


def test_is_healthy_from_its_first_word_to_a_second_after_its_last(
    tmp_path: Path, play: Play
) -> None:
    async def work() -> None:
        play("ready(); beat(0.3); sys.stdin.readline()")
        said: list[Report] = []
        engine = Engine(Home(tmp_path), Extra(), said.append)
        assert not _healthy(engine)
        await engine.start("on")
        await _heard(said, "ready")
        assert _healthy(engine)
        assert (engine.port, engine.hosts) == (9, frozenset({"social.example"}))
        while _healthy(engine):  # noqa: ASYNC110 - nothing here can tell
            await asyncio.sleep(0.05)
        assert 1 <= engine.age() < 3
        await engine.stop(0.1)
        assert engine.ended.is_set()

    bounded(work)


def test_speaks_and_hears_and_stops(tmp_path: Path, play: Play) -> None:
    async def work() -> None:
        play('ready(); tell(**{"is": "echo", "what": sys.stdin.readline(), "begin": begin})')
        said: list[Report] = []
        engine = Engine(Home(tmp_path), Extra(), said.append)
        await engine.start("private")
        engine.tell(do="mode", order=1)
        echo = await _heard(said, "echo")
        assert echo["what"] == '{"do": "mode", "order": 1}\n'
        begin = {"do": "begin", "token": engine.token, "mode": "private"}
        assert {k: v for k, v in echo["begin"].items() if k != "hand"} == begin
        assert ("hand" in echo["begin"]) == hand.POSSIBLE
        await engine.ended.wait()
        engine.tell(do="stop")
        engine.kill()
        assert not _healthy(engine)

    bounded(work)


def test_what_is_no_report_is_passed_over_and_a_flood_ends_the_engine(
    tmp_path: Path, play: Play
) -> None:
    async def work() -> None:
        play(
            'print("not json"); print("[1]"); tell(**{"is": "last"});'
            'sys.stdout.write("x" * 3_000_000); sys.stdout.flush(); sys.stdin.readline()'
        )
        said: list[Report] = []
        engine = Engine(Home(tmp_path), Extra(), said.append)
        await engine.start("on")
        await engine.ended.wait()
        assert said == [{"is": "last"}]

    bounded(work)


def test_session_keys_are_written_nowhere(
    tmp_path: Path, play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        for name in ("SSLKEYLOGFILE", "MITMPROXY_SSLKEYLOGFILE"):
            monkeypatch.setenv(name, os.fspath(tmp_path / "keys"))
        play('tell(**{"is": "environment", "names": list(os.environ)})')
        said: list[Report] = []
        engine = Engine(Home(tmp_path), Extra(), said.append)
        await engine.start("on")
        found = await _heard(said, "environment")
        assert not [name for name in found["names"] if "KEYLOG" in name]
        await engine.ended.wait()

    bounded(work)
