"""How the door reaches a host by itself: resolve, check, dial the very address that was checked."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from labormeter.practice import place
from labormeter_addon.door import address
from labormeter_addon.door.pump import Opening

if TYPE_CHECKING:
    from collections.abc import Sequence

    from labormeter.home import Home
    from labormeter_addon.door.connect import Asked

STAGGER: Final = 0.25
"""Seconds before the next address is tried beside one that has not answered (RFC 8305)."""
PATIENCE: Final = 20.0
"""Seconds that a host has to accept a connection."""
RESOLVING: Final = 10.0
"""Seconds that the system has to resolve a name."""

type End = tuple[str, int]


class ClosedError(Exception):
    """The host leads only to this computer or its neighbours."""


class UnreachableError(Exception):
    """The host has no address, or none that answers."""


@dataclass(frozen=True, slots=True)
class Dialler:
    """Reaches hosts, never by a way that leads back to this computer."""

    home: Home

    async def reach(self, asked: Asked, *, private: bool) -> Opening:
        """Return a connection to a host; `private` lets it lead to local addresses (tests).

        Raises ClosedError where every address is local, and UnreachableError where none answers.
        """
        if asked.host == place.HOST:
            return await dial([self._practice()])
        found = await resolve(asked.host, asked.port)
        ends = found if private else [end for end in found if address.allowed(end[0])]
        if not ends:
            raise ClosedError
        return await dial(ends)

    def _practice(self) -> End:
        port = place.port(self.home)
        if port is None:
            raise UnreachableError
        return ("127.0.0.1", port)


async def resolve(host: str, port: int) -> list[End]:
    """Return the addresses of a host, in the system's order. Raises UnreachableError."""
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(RESOLVING):
            found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError, TimeoutError) as error:
        raise UnreachableError from error
    ends = [(str(end[0]), int(end[1])) for *_, end in found]
    return list(dict.fromkeys(ends))


async def dial(ends: Sequence[End], patience: float = PATIENCE) -> Opening:
    """Return a connection to the first address that accepts one. Raises UnreachableError."""
    tries: set[asyncio.Task[Opening]] = set()
    waiting = list(ends)
    try:
        async with asyncio.timeout(patience):
            while waiting or tries:
                if waiting:
                    tries.add(asyncio.create_task(_connect(waiting.pop(0))))
                done, tries = await asyncio.wait(
                    tries,
                    timeout=STAGGER if waiting else None,
                    return_when=asyncio.FIRST_COMPLETED,
                )
                if made := [task.result() for task in done if task.exception() is None]:
                    for spare in made[1:]:
                        spare.transport.abort()
                    return made[0]
    except TimeoutError as error:
        raise UnreachableError from error
    finally:
        for task in tries:
            task.add_done_callback(_drop)
            task.cancel()
    raise UnreachableError


def _drop(task: asyncio.Task[Opening]) -> None:
    """Close a connection that came after another had won."""
    with contextlib.suppress(asyncio.CancelledError):
        if task.exception() is None:
            task.result().transport.abort()


async def _connect(end: End) -> Opening:
    loop = asyncio.get_running_loop()
    transport, opening = await loop.create_connection(Opening, end[0], end[1])
    # Nothing may be read before a tunnel stands: the first words belong to the client.
    transport.pause_reading()
    plain = transport.get_extra_info("socket")
    plain.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    return opening
