"""Lets go of opened connections when metering pauses, without cutting what is under way if it can.

mode changes: idle ones at once, busy ones as they come to rest, the rest after five seconds
"""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from mitmproxy import http, tls
    from mitmproxy.connection import Client

    from labormeter_addon.dispatch import EngineMaster
    from labormeter_addon.standing import Standing

LIMIT: Final = 4.5
"""Seconds after which a connection that is still busy is closed."""
REST: Final = 1.0
"""Seconds without a request after which one is closed where there is no hurry: a browser does not
send again what it had just begun to send on a new connection."""
LOOK: Final = 0.1


class Closing:
    """Knows which connections are open, and which of them are busy."""

    name = "labormeter_closing"

    def __init__(self, master: EngineMaster, standing: Standing) -> None:
        self._master = master
        self._standing = standing
        self._busy: dict[str, int] = {}
        self._rested: dict[str, float] = {}
        """Since when each has had nothing to do."""
        self._task: asyncio.Task[None] | None = None

    def tls_established_client(self, data: tls.TlsData) -> None:
        """See a connection open."""
        self._busy[data.context.client.id] = 0
        self._rested[data.context.client.id] = time.monotonic()

    def client_disconnected(self, client: Client) -> None:
        """See a connection end."""
        self._busy.pop(client.id, None)
        self._rested.pop(client.id, None)

    def requestheaders(self, flow: http.HTTPFlow) -> None:
        """See a request begin."""
        if flow.client_conn.id in self._busy:
            self._busy[flow.client_conn.id] += 1

    def response(self, flow: http.HTTPFlow) -> None:
        """See a request end."""
        if flow.client_conn.id in self._busy:
            self._busy[flow.client_conn.id] -= 1
            self._rested[flow.client_conn.id] = time.monotonic()

    def error(self, flow: http.HTTPFlow) -> None:
        """See a request fail."""
        self.response(flow)

    def begin(self) -> None:
        """Close every connection that is open now, in good time."""
        if self._task is not None:
            self._task.cancel()
        self._task = asyncio.create_task(self._close(set(self._busy)))

    async def drain(self, limit: float) -> None:
        """Close connections as they come to rest; return when none is left, or after a while."""
        loop = asyncio.get_running_loop()
        begun = loop.time()
        until = begun + limit
        # One that is still shaking hands is not known here yet.
        while (self._busy or loop.time() - begun < REST) and loop.time() < until:
            for client, requests in tuple(self._busy.items()):
                if requests <= 0 and time.monotonic() - self._rested[client] > REST:
                    self._end(client)
            await asyncio.sleep(LOOK)

    async def _close(self, wanted: set[str]) -> None:
        loop = asyncio.get_running_loop()
        until = loop.time() + LIMIT
        while wanted and self._standing.mode != "on":
            hard = loop.time() > until
            for client in tuple(wanted):
                if hard or self._busy.get(client, 0) <= 0:
                    self._end(client)
                    wanted.discard(client)
            await asyncio.sleep(LOOK)

    def _end(self, client: str) -> None:
        handler = self._master.addons.get("proxyserver").connections.get(client)
        if handler is None:
            return
        link = handler.transports.get(handler.client)
        if link is not None and link.handler is not None:
            link.handler.cancel("metering paused")
