"""Lets go of opened connections that are not to be opened any more, cutting nothing where it can.

mode changes           idle ones at once, busy ones as they come to rest, the rest after five seconds
a host passes through  its own, as they come to rest: a browser would keep them, and be met by the
                       engine's handshake for as long, while its hosts are said to pass unopened
"""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

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
        self._hosts: dict[str, str] = {}
        self._task: asyncio.Task[None] | None = None
        self._passing: dict[str, asyncio.Task[None]] = {}

    def tls_established_client(self, data: tls.TlsData) -> None:
        """See a connection open."""
        client, there = data.context.client.id, data.context.server.address
        self._busy[client] = 0
        self._rested[client] = time.monotonic()
        self._hosts[client] = there[0].lower() if there else ""

    def client_disconnected(self, client: Client) -> None:
        """See a connection end."""
        for known in (self._busy, self._rested, self._hosts):
            known.pop(client.id, None)

    def requestheaders(self, flow: http.HTTPFlow) -> None:
        """See a request begin."""
        if flow.client_conn.id in self._busy:
            self._busy[flow.client_conn.id] += 1

    def response(self, flow: http.HTTPFlow) -> None:
        """See a request end, perhaps the one for which its host is passed through from now on."""
        client = flow.client_conn.id
        if client not in self._busy:
            return
        self._busy[client] -= 1
        self._rested[client] = time.monotonic()
        if self._passes(host := self._hosts[client]) and host not in self._passing:
            self._passing[host] = asyncio.create_task(self._let_go(host))

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
            self._end_rested(self._busy)
            await asyncio.sleep(LOOK)

    def _passes(self, host: str) -> bool:
        """Return whether a host is metered and passed through for a while."""
        return self._standing.mode == "on" and not self._standing.opens(host)

    async def _let_go(self, host: str) -> None:
        """Close the connections to a host as they come to rest, for as long as it passes through."""
        while self._passes(host) and (
            clients := [client for client, there in self._hosts.items() if there == host]
        ):
            self._end_rested(clients)
            await asyncio.sleep(LOOK)
        del self._passing[host]

    def _end_rested(self, clients: Iterable[str]) -> None:
        for client in tuple(clients):
            if self._busy[client] <= 0 and time.monotonic() - self._rested[client] > REST:
                self._end(client)

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
