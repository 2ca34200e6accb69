"""The door itself: one CONNECT, then to the engine, straight on, or refused."""

from __future__ import annotations

import asyncio
import os
from typing import TYPE_CHECKING, Final

from labormeter_addon.door import connect, peer
from labormeter_addon.door.child import FRESH
from labormeter_addon.door.dial import ClosedError, Dialler, UnreachableError, dial
from labormeter_addon.door.hand import Handed
from labormeter_addon.door.pump import HeadError, Opening, Tunnel

if TYPE_CHECKING:
    from labormeter_addon.door.child import Engine
    from labormeter_addon.door.connect import Asked
    from labormeter_addon.door.supervise import Supervisor
    from labormeter_addon.notebook import Notebook

LOOK: Final = 0.1
"""Seconds between two looks at the engine while it opens a way."""
PATIENCE: Final = FRESH
"""Seconds for which the engine may be silent while it opens a way."""
UPSTREAM: Final = 8.0
"""Seconds that a healthy engine has for it: the host may be slow."""
RESTING: Final = 0.3
"""Seconds after the last answer after which a straight tunnel may be closed."""
WAITING: Final = 5.0
"""Seconds after the client's last word after which it may."""


class Door:
    """Serves clients on one loopback port."""

    def __init__(
        self, supervisor: Supervisor, dialler: Dialler, notebook: Notebook, *, private: bool
    ) -> None:
        self._supervisor = supervisor
        self._dialler = dialler
        self._notebook = notebook
        self._private = private
        self._serving: set[asyncio.Task[None]] = set()
        self._straight: set[Tunnel] = set()
        self._recalling: asyncio.Task[None] | None = None
        supervisor.resumed = self.recall
        supervisor.straight = lambda: len(self._straight)

    def welcome(self) -> Opening:
        """Return the protocol of a client that connects."""
        return Opening(lambda client: self._begin(client, told=False))

    def welcome_told(self) -> Opening:
        """Return that of a client whose browser was told of a key by its hash."""
        return Opening(lambda client: self._begin(client, told=True))

    def recall(self) -> None:
        """Close straight tunnels to metered hosts as they come to rest.

        They were opened while no engine was there. The browser opens them anew, through the
        engine; one that waits for an answer is left alone for a while.
        """
        if self._straight and (self._recalling is None or self._recalling.done()):
            self._recalling = asyncio.create_task(self._recall())

    def close(self) -> None:
        """End every connection."""
        for task in tuple(self._serving):
            task.cancel()

    def _begin(self, client: Opening, *, told: bool) -> None:
        task = asyncio.create_task(self._serve(client, told=told))
        self._serving.add(task)
        task.add_done_callback(self._serving.discard)

    async def _serve(self, client: Opening, *, told: bool) -> None:
        tunnel: Tunnel | Handed | None = None
        try:
            async with asyncio.timeout(connect.PATIENCE):
                head = await client.head
            tunnel = await self._open(client, connect.read(head), told=told)
            if tunnel is not None:
                await tunnel.closed
        except (HeadError, TimeoutError, OSError):
            pass
        except Exception as bug:  # noqa: BLE001 - one client's trouble must not end the door
            self._notebook.note("door", type(bug).__name__)
        finally:
            client.transport.close()
            if tunnel is not None:
                tunnel.close()
                if isinstance(tunnel, Tunnel):
                    self._straight.discard(tunnel)

    async def _open(
        self, client: Opening, asked: Asked | None, *, told: bool
    ) -> Tunnel | Handed | None:
        """Join the client to where it wants to go, or tell it that it may not."""
        if asked is None or asked.port != 443 or not self._ours(client):  # noqa: PLR2004 - https
            _refuse(client, 403, "Forbidden")
            return None
        metered = asked.host in self._supervisor.hosts
        engine = self._supervisor.ready if metered else None
        server = await self._hand_over(asked, engine, told=told) if engine else None
        if engine is not None and server is not None:
            client.transport.write(connect.OPEN)
            given = engine.give(client, server)
            return Handed(client, server) if given else Tunnel(client, server)
        private = self._private and metered
        try:
            server = await self._dialler.reach(asked, private=private)
        except ClosedError:
            _refuse(client, 403, "Forbidden")
            return None
        except UnreachableError:
            _refuse(client, 502, "Bad Gateway")
            return None
        client.transport.write(connect.OPEN)
        tunnel = Tunnel(client, server)
        if metered:
            self._straight.add(tunnel)
            self._supervisor.missed()
            if self._supervisor.ready is not None:
                self.recall()
        return tunnel

    def _ours(self, client: Opening) -> bool:
        """Return whether the client belongs to this user, or the system does not tell."""
        who = client.transport.get_extra_info
        found = peer.user(who("peername")[:2], who("sockname")[:2])
        return found is None or found == os.getuid()

    async def _hand_over(self, asked: Asked, engine: Engine, *, told: bool) -> Opening | None:
        """Return the engine's end of a way to a host, None where it is not to be had in time."""
        token = engine.flag_token if told else engine.token
        opening = asyncio.create_task(_through(asked, engine.port, token))
        loop = asyncio.get_running_loop()
        began = loop.time()
        while not opening.done():
            await asyncio.wait([opening], timeout=LOOK)
            silent = engine.ended.is_set() or engine.age() > PATIENCE
            if not opening.done() and (silent or loop.time() - began > UPSTREAM):
                opening.cancel()
                await asyncio.wait([opening])
        if opening.cancelled() or opening.exception() is not None:
            return None
        return opening.result()

    async def _recall(self) -> None:
        loop = asyncio.get_running_loop()
        while self._straight and self._supervisor.ready is not None:
            for tunnel in tuple(self._straight):
                quiet = tunnel.rests(loop.time())
                if quiet > (WAITING if tunnel.waits else RESTING):
                    tunnel.close()
            await asyncio.sleep(LOOK)


async def _through(asked: Asked, number: int, token: str) -> Opening:
    """Ask the engine on that port for a way. Raises HeadError where it gives none."""
    server = await dial([("127.0.0.1", number)], PATIENCE)
    try:
        server.transport.write(connect.request(asked, token))
        server.transport.resume_reading()
        good = connect.accepted(await server.head)
    except BaseException:
        server.transport.abort()
        raise
    if not good:
        server.transport.abort()
        raise HeadError
    return server


def _refuse(client: Opening, status: int, reason: str) -> None:
    client.transport.write(connect.answer(status, reason))
