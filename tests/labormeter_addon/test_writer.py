"""Committed before the answer goes, or half a second later; nothing lost in silence."""

from __future__ import annotations

import asyncio
import threading
import time
from typing import TYPE_CHECKING

import pytest

from labormeter import testing
from labormeter.errors import KnownError
from labormeter.ledger.faults import NotKeptError
from labormeter.meter import Taken
from labormeter_addon import brief
from labormeter_addon import writer as module
from labormeter_addon.writer import Writer, together

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping, Sequence

    from labormeter.model import Act, Exchange, Visit


class Pen:
    """A ledger that can be made slow, closed or wrong."""

    def __init__(self) -> None:
        self.commits: list[Taken] = []
        self.gaps: list[tuple[str, int, int]] = []
        self.open = threading.Event()
        self.open.set()
        self.slow = 0.0
        self.wrong: type[Exception] | None = None
        self.unwritten = 0
        self.seen: dict[str, int] = {}
        self.closed = False

    def judge(self, exchange: Exchange, unwritten: Sequence[Act]) -> Taken:
        if self.wrong is not None:
            raise self.wrong
        self.unwritten = max(self.unwritten, len(unwritten))
        return Taken() if exchange.request.path == "/nothing" else Taken((testing.act(),))

    def keep(self, taken: Taken) -> int:
        time.sleep(self.slow)
        if not self.open.is_set():
            raise NotKeptError("busy")
        self.commits.append(taken)
        return len(taken.acts)

    def challenged(self, at: int) -> None:
        self.seen["challenge"] = at

    def gap(self, started_at: int, ended_at: int, reason: str, late: int, lost: int) -> None:
        if not self.open.is_set():
            raise NotKeptError("busy")
        assert started_at <= ended_at
        self.gaps.append((reason, late, lost))

    def visits(self, counted: Sequence[Visit]) -> None:
        self.seen["visits"] = len(counted)

    def health(self, traffic: Mapping[str, int]) -> None:
        self.seen.update(traffic)

    def close(self) -> None:
        self.closed = True

    @property
    def acts(self) -> int:
        return sum(len(taken.acts) for taken in self.commits)


LIKE = testing.exchange("POST", "https://x.com/like", {"id": "1"})
NOTHING = testing.exchange("POST", "https://x.com/nothing")


def with_writer(pen: Pen, work: Callable[[Writer], Awaitable[None]]) -> list[tuple[str, str]]:
    faults: list[tuple[str, str]] = []

    async def run() -> None:
        writer = Writer(lambda: pen, lambda where, bug: faults.append((where, type(bug).__name__)))
        await writer.opened
        async with asyncio.timeout(20):
            await work(writer)
        await writer.close(1)
        assert pen.closed

    asyncio.run(run())
    return faults


def test_returns_when_the_act_is_on_the_disk() -> None:
    pen = Pen()
    pen.slow = 0.1

    async def work(writer: Writer) -> None:
        await writer.commit(LIKE)
        assert pen.acts == 1
        began = time.monotonic()
        await writer.commit(NOTHING)
        assert time.monotonic() - began < 0.09, "what counts nothing waits for no disk"

    assert with_writer(pen, work) == []
    assert pen.gaps == []


def test_what_waits_is_written_in_one_commit() -> None:
    pen = Pen()
    pen.slow = 0.05

    async def work(writer: Writer) -> None:
        await asyncio.gather(*(writer.commit(LIKE) for _ in range(40)))

    with_writer(pen, work)
    assert pen.acts == 40
    assert len(pen.commits) <= 4


def test_a_ledger_that_is_busy_delays_by_half_a_second_and_is_accounted_for() -> None:
    pen = Pen()

    async def work(writer: Writer) -> None:
        pen.open.clear()
        began = time.monotonic()
        await writer.commit(LIKE)
        assert 0.45 < time.monotonic() - began < 0.9
        await asyncio.gather(*(writer.commit(LIKE) for _ in range(20)))
        assert pen.acts == 0
        pen.open.set()
        while pen.acts < 21:  # noqa: ASYNC110 - nothing here can tell
            await asyncio.sleep(0.02)

    with_writer(pen, work)
    assert pen.gaps == [("ledger-busy", 21, 0)]
    assert pen.unwritten == 20, "what is not written yet is known to the fold"


def test_a_disk_that_stalls_holds_the_loop_for_moments_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pen = Pen()
    pen.slow = 0.1
    held: list[float] = []
    wait = brief.Brief.wait

    def timed(self: brief.Brief, done: threading.Lock) -> bool:
        began = time.monotonic()
        good = wait(self, done)
        held.append(time.monotonic() - began)
        return good

    async def work(writer: Writer) -> None:
        began = time.monotonic()
        for _ in range(10):
            await asyncio.gather(*(writer.commit(LIKE) for _ in range(3)))
        assert time.monotonic() - began > 1, "every commit was waited for"

    monkeypatch.setattr(brief.Brief, "wait", timed)
    with_writer(pen, work)
    assert pen.acts == len(held) == 30
    assert max(held) < brief.LIMIT + 0.03, "never for a whole commit"
    assert len([one for one in held if one > brief.LIMIT / 2]) < 10, "and less and less often"


def test_a_quick_disk_is_waited_for_on_the_spot() -> None:
    pen = Pen()

    async def work(writer: Writer) -> None:
        seen = 0
        for _ in range(50):
            turns = 0

            async def others() -> None:
                nonlocal turns
                while True:
                    turns += 1
                    await asyncio.sleep(0)

            beside = asyncio.create_task(others())
            await writer.commit(LIKE)
            seen += turns == 0
            beside.cancel()
            await asyncio.sleep(0.02)
        assert seen > 30, "the loop did not turn in between"

    with_writer(pen, work)
    assert pen.acts == 50


def test_a_slow_disk_is_a_gap_as_well() -> None:
    pen = Pen()
    pen.slow = 0.8

    async def work(writer: Writer) -> None:
        await writer.commit(LIKE)

    with_writer(pen, work)
    assert pen.gaps == [("ledger-slow", 1, 0)]


def test_memory_is_bounded_and_what_is_lost_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "ACTS", 10)
    pen = Pen()

    async def work(writer: Writer) -> None:
        pen.open.clear()
        for _ in range(15):
            writer.put(LIKE)
        await asyncio.sleep(0.3)
        pen.open.set()
        while pen.acts < 10:  # noqa: ASYNC110 - nothing here can tell
            await asyncio.sleep(0.02)

    with_writer(pen, work)
    assert pen.acts == 10
    assert [lost for _, _, lost in pen.gaps] == [5]


def test_exchanges_in_memory_are_bounded_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "ROOM", 1)
    pen = Pen()

    async def work(writer: Writer) -> None:
        assert writer.put(LIKE) is None
        began = time.monotonic()
        await writer.commit(LIKE)
        assert time.monotonic() - began < 0.2

    with_writer(pen, work)
    assert [lost for _, _, lost in pen.gaps] == [2]


def test_a_fault_of_ours_lets_the_answer_go_and_the_thread_live() -> None:
    pen = Pen()

    async def work(writer: Writer) -> None:
        pen.wrong = ZeroDivisionError
        began = time.monotonic()
        await writer.commit(LIKE)
        assert time.monotonic() - began < 0.3
        pen.wrong = None
        await writer.commit(LIKE)

    assert with_writer(pen, work) == [("judge", "ZeroDivisionError")]
    assert pen.acts == 1


def _fail(_: object) -> None:
    raise ZeroDivisionError


def test_does_things_beside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PAUSES", (0.01,))
    pen = Pen()

    async def work(writer: Writer) -> None:
        writer.aside(lambda pen: pen.health({"x": 7}))
        writer.aside(lambda pen: pen.challenged(9))
        writer.aside(_fail)
        while len(pen.seen) < 2:  # noqa: ASYNC110 - nothing here can tell
            await asyncio.sleep(0.01)

    assert with_writer(pen, work) == [("aside", "ZeroDivisionError")]
    assert pen.seen == {"x": 7, "challenge": 9}


def test_flushes_at_the_end_and_says_what_it_could_not_write() -> None:
    pen = Pen()
    pen.slow = 0.05

    async def work(writer: Writer) -> None:
        for _ in range(30):
            writer.put(LIKE)

    with_writer(pen, work)
    assert pen.acts == 30


def test_a_ledger_that_does_not_open_is_told_to_who_waits() -> None:
    def dip() -> Pen:
        raise KnownError("The ledger was written by a later version.")

    async def run() -> None:
        writer = Writer(dip, lambda *_: None)
        with pytest.raises(KnownError, match="later version"):
            await writer.opened

    asyncio.run(run())


def test_several_make_one() -> None:
    some = [Taken((testing.act(),)), Taken((testing.act(), testing.act()))]
    assert len(together(some).acts) == 3
    assert together(some[:1]) is some[0]
