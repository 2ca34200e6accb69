"""Puts another engine in the place of one that has grown too large, without a gap.

large    --renewing-->            serves on
fresh         start, ready        and then everything new goes to it
large    <--retire--              lets go of connections as they come to rest, and ends
"""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from labormeter_addon.door.child import Engine

STARTING: Final = 30.0
"""Seconds that the fresh one has to become ready."""
LEAVING: Final = 40.0
"""Seconds that the large one has to end: what is under way on it has 30."""
TICK: Final = 0.05


class Relief:
    """Knows the engines beside the one that serves: the one to come, and those that leave."""

    def __init__(self) -> None:
        self.coming: Engine | None = None
        self._leaving: dict[Engine, asyncio.Task[None]] = {}

    async def prepare(self, fresh: Engine, mode: str, flag: str | None) -> bool:
        """Start an engine beside the one that serves; return whether it is ready."""
        self.coming = fresh
        try:
            async with asyncio.timeout(STARTING):
                await fresh.start(mode, flag)
                while not fresh.port and not fresh.ended.is_set():  # noqa: ASYNC110 - a report
                    await asyncio.sleep(TICK)
        except (OSError, TimeoutError):
            fresh.kill()
        finally:
            self.coming = None
        return fresh.port > 0 and not fresh.ended.is_set()

    def retire(self, large: Engine) -> None:
        """Let an engine finish what it has, and see that it ends."""
        large.retiring = True
        large.tell(do="retire")
        self._leaving[large] = asyncio.create_task(self._see_off(large))

    async def end(self, patience: float) -> None:
        """End all but the one that serves: when this returns they match nothing any more."""
        if self.coming is not None:
            self.coming.kill()
        leaving = tuple(self._leaving)
        await asyncio.gather(*(engine.stop(patience) for engine in leaving))

    async def _see_off(self, large: Engine) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(LEAVING):
                await large.ended.wait()
        large.kill()
        del self._leaving[large]
