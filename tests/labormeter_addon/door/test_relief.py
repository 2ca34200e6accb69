"""An engine that has grown too large is relieved: nothing is a gap, nothing is matched too long."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from tests.labormeter_addon.door.test_supervise import eventually, with_supervisor

from labormeter_addon.door import relief

if TYPE_CHECKING:
    from pathlib import Path

    from tests.labormeter_addon.door.conftest import Play

    from labormeter_addon.door.child import Engine
    from labormeter_addon.door.supervise import Supervisor

LARGE = """
import pathlib
first = pathlib.Path(%r)
if not first.exists():
    first.touch()
    ready()
    def hear():
        for line in sys.stdin:
            word = json.loads(line)
            if word["do"] == "retire":
                pathlib.Path(%r).touch()
                time.sleep(%s); os._exit(0)
            if word["do"] == "mode":
                tell(**{"is": "mode", "order": word["order"], "mode": word["mode"]})
            if word["do"] == "stop":
                os._exit(0)
    threading.Thread(target=hear, daemon=True).start()
    tell(**{"is": "renewing", "why": "memory"})
    beat()
%s
"""
OBEY = """
ready()
def hear():
    for line in sys.stdin:
        word = json.loads(line)
        if word["do"] == "mode":
            tell(**{"is": "mode", "order": word["order"], "mode": word["mode"]})
        if word["do"] == "stop":
            os._exit(0)
threading.Thread(target=hear, daemon=True).start()
beat()
"""


def large(folder: Path, *, leaves: float = 0.5, fresh: str = OBEY) -> str:
    """Return the script of a first engine that is too large, and of those after it."""
    return LARGE % (str(folder / "first"), str(folder / "retired"), leaves, fresh)


async def relieved(supervisor: Supervisor) -> tuple[Engine, Engine]:
    await supervisor.first
    first = supervisor.engine
    assert first is not None
    await eventually(lambda: supervisor.engine is not first)
    fresh = supervisor.engine
    assert fresh is not None
    return first, fresh


def test_another_serves_before_the_first_is_told_to_leave(tmp_path: Path, play: Play) -> None:
    play(large(tmp_path))

    async def work(supervisor: Supervisor) -> None:
        seen: list[bool] = []
        await supervisor.first
        first = supervisor.engine
        assert first is not None
        while supervisor.engine is first:
            seen.append(supervisor.ready is first)
            await asyncio.sleep(0.01)
        assert all(seen), "until the other was ready, the first one served"
        assert supervisor.ready is supervisor.engine
        await first.ended.wait()
        await asyncio.sleep(0.5)
        assert supervisor.ready is supervisor.engine
        assert (tmp_path / "retired").exists()

    assert with_supervisor(tmp_path / "home", work) == [], "a change-over is no gap"


def test_one_that_does_not_leave_is_ended(
    tmp_path: Path, play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(relief, "LEAVING", 0.5)
    play(large(tmp_path, leaves=60))

    async def work(supervisor: Supervisor) -> None:
        first, _ = await relieved(supervisor)
        await first.ended.wait()

    assert with_supervisor(tmp_path / "home", work) == []


@pytest.mark.parametrize("fresh", ["", "time.sleep(60)"])
def test_where_no_other_can_start_the_first_serves_on(
    tmp_path: Path, play: Play, monkeypatch: pytest.MonkeyPatch, fresh: str
) -> None:
    monkeypatch.setattr(relief, "STARTING", 1.0)
    play(large(tmp_path, fresh=fresh))

    async def work(supervisor: Supervisor) -> None:
        await supervisor.first
        first = supervisor.engine
        await asyncio.sleep(2)
        assert supervisor.ready is first
        assert not (tmp_path / "retired").exists()

    assert with_supervisor(tmp_path / "home", work) == []


def test_going_private_ends_the_one_that_leaves_before_it_is_said_to_be_private(
    tmp_path: Path, play: Play
) -> None:
    play(large(tmp_path, leaves=60))

    async def work(supervisor: Supervisor) -> None:
        first, fresh = await relieved(supervisor)
        await supervisor.change("private")
        assert first.ended.is_set()
        assert supervisor.engine is fresh
        assert supervisor.ready is None
        await supervisor.change("on")
        assert supervisor.ready is fresh

    assert with_supervisor(tmp_path / "home", work) == []


def test_one_that_dies_meanwhile_is_a_gap_as_ever(tmp_path: Path, play: Play) -> None:
    play(large(tmp_path, fresh="time.sleep(1)\n" + OBEY))

    async def work(supervisor: Supervisor) -> None:
        await supervisor.first
        first = supervisor.engine
        assert first is not None
        first.kill()
        await eventually(lambda: supervisor.engine is not first and supervisor.ready)
        await asyncio.sleep(1.5)
        assert supervisor.ready

    gaps = with_supervisor(tmp_path / "home", work)
    assert [gap.reason for gap in gaps] == ["engine-ended"]
