"""The one place where our own mistakes are caught, so that none of them reaches the traffic."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, Concatenate, Protocol

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable


class Troubled(Protocol):
    """Something that wants to hear of its own failures."""

    def trouble(self, place: str, bug: Exception) -> None:
        """Hear that a hook failed."""


def hook[S: Troubled, **P](
    work: Callable[Concatenate[S, P], Awaitable[None] | None],
) -> Callable[Concatenate[S, P], Awaitable[None] | None]:
    """Let a hook fail without consequence: what it raises is told to its addon, by type."""
    name = work.__name__

    @functools.wraps(work)
    def safe(self: S, /, *args: P.args, **kwargs: P.kwargs) -> Awaitable[None] | None:
        try:
            waiting = work(self, *args, **kwargs)
        except Exception as bug:  # noqa: BLE001 - the guard is here
            self.trouble(name, bug)
            return None
        return None if waiting is None else _watched(self, name, waiting)

    return safe


async def _watched(addon: Troubled, name: str, waiting: Awaitable[Any]) -> None:
    try:
        await waiting
    except Exception as bug:  # noqa: BLE001 - the guard is here
        addon.trouble(name, bug)
