"""What passed unmetered is written down when it is over."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from labormeter.home import Home
from labormeter.ledger import query
from labormeter_addon.door.books import Books
from labormeter_addon.door.passing import Passing

if TYPE_CHECKING:
    from pathlib import Path


def test_one_gap_a_platform_however_often_it_is_told(tmp_path: Path) -> None:
    async def work() -> None:
        home = Home(tmp_path).create()
        books = Books(home)
        passing = Passing(books)
        passing.begin("x", "challenged", 600)
        passing.begin("x", "challenged", 0.1)
        passing.begin("y", "untrusted", 600)
        passing.begin("https://secret", "untrusted", 600)
        passing.begin("z", "nonsense", 600)
        assert sorted(passing.open) == ["x", "y"]
        await asyncio.sleep(0.3)
        assert sorted(passing.open) == ["y"]
        passing.end_all()
        for _ in range(3):
            passing.fault("TypeError")
        passing.fault("a path/of secrets")
        await books.close(3)

    asyncio.run(work())
    with query.open(Home(tmp_path)) as ledger:
        gaps = sorted((span.reason, span.lost) for span in ledger.spans())
        assert gaps == [("challenged-x", 0), ("fault-TypeError", 1), ("untrusted-y", 0)]
        assert len(ledger.remarks()) == 2
