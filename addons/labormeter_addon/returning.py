"""Lets go of connections that were passed through, once their host is opened again.

A browser keeps a connection for hours. One that was passed through because a certificate could not
be verified, or after a burst of challenges, would stay unmetered long after the gap was said to be
over. So it is closed when that is over and it has come to rest; the browser opens another.
"""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Final

from labormeter_addon.gate import kind_of

if TYPE_CHECKING:
    from mitmproxy import tls
    from mitmproxy.connection import Client

    from labormeter_addon.dispatch import EngineMaster
    from labormeter_addon.standing import Standing

LOOK: Final = 0.5
"""Seconds between two looks."""
REST: Final = 0.5
"""Seconds without a byte, either way, after which one may be closed."""


class Returning:
    """Knows the connections to metered hosts that are passed through."""

    name = "labormeter_returning"

    def __init__(self, master: EngineMaster, standing: Standing) -> None:
        self._master = master
        self._standing = standing
        self._passed: dict[str, tuple[str, str]] = {}

    def tls_clienthello(self, data: tls.ClientHelloData) -> None:
        """See a connection that the gate has just passed through, for now and not for good."""
        there = data.context.server.address
        if there is None or not data.ignore_connection or self._standing.mode != "on":
            return
        host, kind = there[0].lower(), kind_of(data.client_hello.cipher_suites)
        if host in self._standing.platforms and not self._standing.opens(host, kind):
            self._passed[data.context.client.id] = (host, kind)

    def client_disconnected(self, client: Client) -> None:
        """Forget a connection that ended."""
        self._passed.pop(client.id, None)

    async def watch(self) -> None:
        """Close them as their time comes."""
        while True:
            await asyncio.sleep(LOOK)
            self.look(time.time())

    def look(self, now: float) -> None:
        """Close those whose host is opened again, and which are at rest."""
        handlers = self._master.addons.get("proxyserver").connections
        for client, (host, kind) in tuple(self._passed.items()):
            handler = handlers.get(client)
            if handler is None or not self._standing.opens(host, kind):
                continue
            if now - handler.timeout_watchdog.last_activity < REST:
                continue
            link = handler.transports.get(handler.client)
            if link is not None and link.handler is not None:
                link.handler.cancel("opened again")
            del self._passed[client]
