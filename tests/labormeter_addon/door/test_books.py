"""Entries are written in order, whatever the ledger does meanwhile."""

from __future__ import annotations

import asyncio
import sqlite3
from typing import TYPE_CHECKING

import pytest

from labormeter.errors import KnownError
from labormeter.home import Home
from labormeter.ledger import query
from labormeter_addon.door.books import Books, now

if TYPE_CHECKING:
    from pathlib import Path

    from labormeter.ledger.log import Log


def _spans(home: Home) -> list[tuple[str, str]]:
    with query.open(home) as ledger:
        return [(span.kind, span.reason) for span in ledger.spans()]


def test_writes_in_order_and_answers(tmp_path: Path) -> None:
    async def work() -> None:
        home = Home(tmp_path).create()
        books = Books(home)
        at = now()
        books.enter(lambda log: log.span("shift", at))
        books.enter(lambda log: log.gap(at, at + 1, "tested"))
        assert await books.ask(lambda log: log.end_span("shift", at + 2)) == 1
        await books.close(2)
        assert sorted(_spans(home)) == [("gap", "tested"), ("shift", "")]

    asyncio.run(work())


def test_an_entry_that_fails_holds_up_no_other(tmp_path: Path) -> None:
    def fail(_: Log) -> None:
        raise RuntimeError

    async def work() -> None:
        books = Books(Home(tmp_path).create())
        books.enter(fail)
        with pytest.raises(RuntimeError):
            await books.ask(fail)
        assert await books.ask(lambda _: 7) == 7
        await books.close(2)

    asyncio.run(work())


def test_a_locked_ledger_delays_entries_and_loses_none(tmp_path: Path) -> None:
    async def work() -> None:
        home = Home(tmp_path).create()
        books = Books(home)
        lock = sqlite3.connect(home.ledger, isolation_level=None)
        lock.execute("BEGIN IMMEDIATE")
        at = now()
        books.enter(lambda log: log.gap(at, at + 1, "kept"))
        ticks = 0
        asking = asyncio.create_task(books.asked(0))
        until = asyncio.get_running_loop().time() + 1.2
        while asyncio.get_running_loop().time() < until:
            await asyncio.sleep(0.01)
            ticks += 1
        assert ticks > 40, "the loop of the door is never held up"
        assert await asking == []
        lock.execute("ROLLBACK")
        lock.close()
        await books.close(5)
        assert _spans(home) == [("gap", "kept")]

    asyncio.run(work())


def test_what_cannot_be_written_at_the_end_does_not_keep_the_meter_from_ending(
    tmp_path: Path,
) -> None:
    async def work() -> None:
        home = Home(tmp_path).create()
        books = Books(home)
        lock = sqlite3.connect(home.ledger, isolation_level=None)
        lock.execute("BEGIN IMMEDIATE")
        at = now()
        books.enter(lambda log: log.gap(at, at + 1, "late"))
        began = asyncio.get_running_loop().time()
        await books.close(0.1)
        assert asyncio.get_running_loop().time() - began < 3
        lock.close()

    asyncio.run(work())


def test_a_ledger_that_cannot_be_opened_is_a_sentence(tmp_path: Path) -> None:
    async def work() -> None:
        home = Home(tmp_path).create()
        with sqlite3.connect(home.ledger) as other:
            other.execute("CREATE TABLE recipes (name TEXT)")
        other.close()
        with pytest.raises(KnownError):
            Books(home)

    asyncio.run(work())
