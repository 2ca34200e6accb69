"""Engines come and go; the ledger says when none was there."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from labormeter.errors import KnownError
from labormeter.home import Home
from labormeter.ledger import query
from labormeter_addon.door import supervise
from labormeter_addon.door.arguments import Extra
from labormeter_addon.door.books import Books
from labormeter_addon.door.supervise import Supervisor
from labormeter_addon.notebook import Notebook

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from tests.labormeter_addon.door.conftest import Play

    from labormeter.model import Span


def with_supervisor(folder: Path, work: Callable[[Supervisor], Awaitable[None]]) -> list[Span]:
    """Let a supervisor run while `work` looks at it, and return the gaps in the ledger."""
    home = Home(folder).create()

    async def run() -> None:
        books = Books(home)
        supervisor = Supervisor(home, Extra(), books, Notebook(home.log / "meter.log"))
        running = asyncio.create_task(supervisor.run())
        async with asyncio.timeout(25):
            await work(supervisor)
        await supervisor.stop(0.2)
        running.cancel()
        await books.close(3)

    asyncio.run(run())
    with query.open(home) as ledger:
        return [span for span in ledger.spans() if span.kind == "gap"]


async def eventually(look: Callable[[], object]) -> None:
    while not look():  # noqa: ASYNC110 - nothing here can tell
        await asyncio.sleep(0.02)


def test_trusts_an_engine_that_lives(tmp_path: Path, play: Play) -> None:
    play("ready(); beat()")

    async def work(supervisor: Supervisor) -> None:
        assert supervisor.ready is None
        await supervisor.first
        assert supervisor.ready is supervisor.engine
        assert supervisor.hosts == frozenset({"social.example"})

    assert with_supervisor(tmp_path, work) == []


def test_starts_another_when_one_ends_and_records_the_gap(tmp_path: Path, play: Play) -> None:
    play("ready(); beat()")
    resumed: list[bool] = []

    async def work(supervisor: Supervisor) -> None:
        await supervisor.first
        supervisor.resumed = lambda: resumed.append(True)
        first = supervisor.engine
        assert first is not None
        first.kill()
        await eventually(lambda: supervisor.engine is not first and supervisor.ready)
        assert supervisor.hosts

    gaps = with_supervisor(tmp_path, work)
    assert [(gap.reason, gap.ended_at is None) for gap in gaps] == [("engine-ended", False)]
    assert resumed


def test_a_metered_host_that_went_straight_is_a_gap_until_it_is_gone(
    tmp_path: Path, play: Play
) -> None:
    play("ready(); beat()")

    async def work(supervisor: Supervisor) -> None:
        await supervisor.first
        straight = [1]
        supervisor.straight = lambda: straight[0]
        supervisor.missed()
        supervisor.missed()
        await asyncio.sleep(0.5)
        assert supervisor._gap
        straight[0] = 0
        await eventually(lambda: not supervisor._gap)
        supervisor.mode = "private"
        supervisor.missed()
        assert not supervisor._gap

    gaps = with_supervisor(tmp_path, work)
    assert [gap.reason for gap in gaps] == ["engine-declined"]
    assert (gaps[0].ended_at or 0) - gaps[0].started_at >= 500_000


def test_a_silent_engine_is_a_gap_and_one_that_stays_silent_is_replaced(
    tmp_path: Path, play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(supervise, "HUNG", 0.6)
    monkeypatch.setattr(supervise, "KILLED", 1.5)
    play("ready(); beat(0.5); time.sleep(60)")

    async def work(supervisor: Supervisor) -> None:
        await supervisor.first
        first = supervisor.engine
        await eventually(lambda: supervisor.engine is not first)

    gaps = with_supervisor(tmp_path, work)
    assert [gap.reason for gap in gaps][:1] == ["engine-hung"]
    assert "engine Hung" in (tmp_path / "log/meter.log").read_text()


def test_says_why_no_engine_can_run(tmp_path: Path, play: Play) -> None:
    play('tell(**{"is": "failed", "message": "Unknown option: x.", "hint": "Mend it."})')

    async def work(supervisor: Supervisor) -> None:
        with pytest.raises(KnownError, match=r"Unknown option: x\. Mend it\."):
            await supervisor.first

    with_supervisor(tmp_path, work)


def test_gives_up_on_engines_that_die_at_once(tmp_path: Path, play: Play) -> None:
    play("sys.exit(1)")

    async def work(supervisor: Supervisor) -> None:
        with pytest.raises(KnownError, match="does not start"):
            await supervisor.first

    with_supervisor(tmp_path, work)


OBEY = """
ready()
def hear():
    for line in sys.stdin:
        word = json.loads(line)
        if word["do"] == "mode":
            tell(**{"is": "mode", "order": word["order"]})
        if word["do"] == "stop":
            os._exit(0)
threading.Thread(target=hear, daemon=True).start()
beat()
"""


def test_changes_the_mode_once_the_engine_did(tmp_path: Path, play: Play) -> None:
    play(OBEY)

    async def work(supervisor: Supervisor) -> None:
        await supervisor.first
        await supervisor.change("private")
        assert supervisor.ready is None
        first = supervisor.engine
        assert first is not None
        assert first.healthy
        first.kill()
        await eventually(lambda: supervisor.engine is not first)
        assert supervisor.engine is not None
        await eventually(lambda: supervisor.engine and supervisor.engine.port)
        await supervisor.change("on")
        assert supervisor.ready is not None

    assert with_supervisor(tmp_path, work) == [], "private time is no gap"


def test_an_engine_that_does_not_obey_is_ended(tmp_path: Path, play: Play) -> None:
    play("ready(); beat()")

    async def work(supervisor: Supervisor) -> None:
        await supervisor.first
        first = supervisor.engine
        await supervisor.change("private", 0.3)
        assert first is not None
        await first.ended.wait()

    with_supervisor(tmp_path, work)


def test_what_the_engine_reports_is_kept_by_names_alone(tmp_path: Path, play: Play) -> None:
    play(
        'ready(); tell(**{"is": "fault", "where": "judge", "type": "ValueError"});'
        'tell(**{"is": "fault", "where": "judge", "type": "https://x.com/secret"});'
        'tell(**{"is": "passed", "platform": "x", "why": "challenged", "seconds": 600}); beat()'
    )

    async def work(supervisor: Supervisor) -> None:
        await supervisor.first
        await eventually(lambda: supervisor.passing.open)

    gaps = with_supervisor(tmp_path, work)
    assert sorted(gap.reason for gap in gaps) == ["challenged-x", "fault-ValueError"]
    log = (tmp_path / "log/meter.log").read_text()
    assert "judge ValueError" in log
    assert "secret" not in log
    with query.open(Home(tmp_path)) as ledger:
        assert any("x passes unmetered" in remark.sentence for remark in ledger.remarks())
