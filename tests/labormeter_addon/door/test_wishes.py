"""What the person asks for; with a real engine in test_engine."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from labormeter.home import Home
from labormeter.ledger import query
from labormeter.ledger.log import Log
from labormeter_addon.door.books import Books, now
from labormeter_addon.door.wishes import Wishes

if TYPE_CHECKING:
    from pathlib import Path

    from labormeter.ledger.control import Verb
    from labormeter_addon.door.supervise import Mode, Supervisor


VERBS: tuple[Verb, ...] = ("pause", "private", "private", "start", "stop")


class Obeying:
    """Does what it is told, after a while."""

    def __init__(self) -> None:
        self.mode: Mode = "on"
        self.told: list[Mode] = []

    async def change(self, mode: Mode) -> None:
        await asyncio.sleep(0.05)
        self.mode = mode
        self.told.append(mode)


def test_grants_wishes_in_their_order_and_says_so_when_they_are_done(tmp_path: Path) -> None:
    home = Home(tmp_path).create()
    numbers: list[int] = []
    said: list[int] = []

    async def work() -> None:
        books, stop, obeying = Books(home), asyncio.Event(), Obeying()
        supervisor: Supervisor = obeying  # type: ignore[assignment]  # wishes ask for no more
        wishes = asyncio.create_task(Wishes(books, supervisor, stop, said.append).run())
        with Log.open(home, now=now()) as log:
            numbers.extend(log.ask(verb, now()) for verb in VERBS)
        async with asyncio.timeout(10):
            await stop.wait()
            await wishes
        assert obeying.told == ["paused", "private", "on"]
        await books.close(3)

    asyncio.run(work())
    with query.open(home) as ledger:
        answers = [ledger.answer(number) for number in numbers]
        assert answers == ["paused", "private", "private", "on", "off"]
        spans = sorted((span.kind, span.ended_at is None) for span in ledger.spans())
        assert spans == [("pause", False), ("private", False)]
    assert len(said) == 1, "one return among these wishes: it is told once"


def test_private_time_that_ends_by_itself_is_told_like_any_start(tmp_path: Path) -> None:
    home = Home(tmp_path).create()
    said: list[int] = []

    async def work() -> None:
        books, stop, obeying = Books(home), asyncio.Event(), Obeying()
        supervisor: Supervisor = obeying  # type: ignore[assignment]  # wishes ask for no more
        wishes = asyncio.create_task(Wishes(books, supervisor, stop, said.append).run())
        end = now() + 400_000
        await books.ask(lambda log: log.ask("private", now(), end))
        async with asyncio.timeout(10):
            while not said:  # noqa: ASYNC110 - nothing here can tell
                await asyncio.sleep(0.02)
        assert obeying.told == ["private", "on"]
        assert said[0] >= end
        stop.set()
        await wishes
        await books.close(3)

    asyncio.run(work())


def test_old_wishes_are_not_granted_twice(tmp_path: Path) -> None:
    home = Home(tmp_path).create()
    said: list[int] = []

    async def work() -> None:
        books, stop, obeying = Books(home), asyncio.Event(), Obeying()
        await books.ask(lambda log: log.ask("private", now()))
        supervisor: Supervisor = obeying  # type: ignore[assignment]  # wishes ask for no more
        wishes = asyncio.create_task(Wishes(books, supervisor, stop, said.append).run())
        async with asyncio.timeout(10):
            while not obeying.told:  # noqa: ASYNC110 - nothing here can tell
                await asyncio.sleep(0.02)
        await asyncio.sleep(0.5)
        assert obeying.told == ["private"]
        stop.set()
        await wishes
        await books.close(3)

    asyncio.run(work())
