"""A night that the computer slept through is a gap, and a busy minute is none."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from labormeter import announce
from labormeter.home import Home
from labormeter.ledger import query
from labormeter_addon import front_door
from labormeter_addon.door import books as pages
from labormeter_addon.door.asleep import LONGEST, Asleep
from labormeter_addon.door.books import Books

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

SECOND = 1_000_000
NIGHT = 8 * 3600 * SECOND


def test_only_a_long_time_without_a_look_is_sleep() -> None:
    asleep = Asleep(0)
    assert asleep.look(5 * SECOND) is None
    assert asleep.look(5 * SECOND + LONGEST) is None
    began = 5 * SECOND + LONGEST
    assert asleep.look(began + NIGHT) == (began, began + NIGHT)
    assert asleep.look(began + NIGHT + 5 * SECOND) is None


def test_a_clock_that_is_set_back_is_no_sleep() -> None:
    asleep = Asleep(NIGHT)
    assert asleep.look(0) is None
    assert asleep.look(5 * SECOND) is None


def _shift(folder: Path, monkeypatch: pytest.MonkeyPatch, mode: str) -> list[tuple[str, int]]:
    """Let a shift of the meter see eight hours pass between two looks; return its gaps."""
    home = Home(folder).create()
    clock = [1_780_315_200 * SECOND]
    monkeypatch.setattr(pages, "now", lambda: clock[0])
    monkeypatch.setattr(front_door, "PULSE", 0.05)
    monkeypatch.setattr(announce, "show", lambda _: True)
    supervisor: Any = SimpleNamespace(mode=mode, key="")

    async def run() -> None:
        books, stop = Books(home), asyncio.Event()
        shift = asyncio.create_task(front_door._shift(home, books, supervisor, stop, 1))
        await asyncio.sleep(0.3)
        clock[0] += NIGHT
        await asyncio.sleep(0.3)
        stop.set()
        await shift
        await books.close(3)

    asyncio.run(run())
    with query.open(home) as ledger:
        return [
            (span.reason, (span.ended_at or 0) - span.started_at)
            for span in ledger.spans()
            if span.kind == "gap"
        ]


def test_a_night_is_a_gap_of_its_length(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _shift(tmp_path, monkeypatch, "on") == [("suspended", NIGHT)]


def test_a_night_that_was_private_anyway_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _shift(tmp_path, monkeypatch, "private") == []
