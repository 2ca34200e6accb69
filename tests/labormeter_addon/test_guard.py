"""What a hook of ours raises goes nowhere."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from labormeter_addon.guard import hook

if TYPE_CHECKING:
    from collections.abc import Awaitable


class Failing:
    def __init__(self) -> None:
        self.heard: list[tuple[str, str]] = []

    def trouble(self, place: str, bug: Exception) -> None:
        self.heard.append((place, type(bug).__name__))

    @hook
    def request(self, fail: bool) -> None:  # noqa: FBT001 - one switch
        if fail:
            raise KeyError

    @hook
    def response(self) -> Awaitable[None] | None:
        async def late() -> None:
            raise ValueError

        return late()


def test_failures_are_told_by_place_and_type() -> None:
    failing = Failing()
    assert failing.request(fail=False) is None
    assert failing.heard == []
    assert failing.request(fail=True) is None
    waiting = failing.response()
    assert waiting is not None
    asyncio.run(waiting)  # type: ignore[arg-type]  # a coroutine, as mitmproxy awaits it
    assert failing.heard == [("request", "KeyError"), ("response", "ValueError")]
