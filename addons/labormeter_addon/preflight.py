"""Whether the engine would trust a host, asked before the browser's handshake is answered.

Once the engine has answered the browser, an upstream that cannot be verified is an error page
inside the site. So the engine looks first, over a connection of its own; a host that fails is
passed through, and the browser judges it by itself.

A host that cannot be reached says nothing of its certificate: after a change of network or a
suspended night it is asked again within seconds. A captive portal shows a certificate of its own
for a while, so that a bad answer does not hold for long.
"""

from __future__ import annotations

import asyncio
import ssl
import time
from typing import TYPE_CHECKING, Final, Literal

import certifi

from labormeter_addon.door import address

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

GOOD: Final = 6 * 3600.0
"""Seconds for which a good answer holds."""
BAD: Final = 120.0
"""Seconds for which a bad one does."""
AWAY: Final = 5.0
"""Seconds for which a host counts as out of reach."""
PATIENCE: Final = 8.0
"""Seconds that a host has for the handshake."""


type Verdict = Literal["good", "bad", "away"]

LASTS: Final[dict[Verdict, float]] = {"good": GOOD, "bad": BAD, "away": AWAY}
"""Seconds for which an answer holds."""


class Preflight:
    """Looks at upstream certificates and remembers what it saw."""

    def __init__(self, *, private: bool, clock: Callable[[], float] = time.monotonic) -> None:
        self._private = private
        self._clock = clock
        self._seen: dict[tuple[str, str], tuple[Verdict, float]] = {}
        self._asking: dict[tuple[str, str], asyncio.Task[Verdict]] = {}
        self._contexts: dict[str, ssl.SSLContext] = {}

    async def trusted(self, host: str, bundle: str | None, folder: str | None = None) -> Verdict:
        """Return how the certificate of a host is under a bundle of authorities."""
        key = (host, bundle or "")
        found = self._seen.get(key)
        if found is not None and self._clock() < found[1]:
            return found[0]
        if key not in self._asking:
            self._asking[key] = asyncio.create_task(self._look(key, bundle, folder))
            self._asking[key].add_done_callback(lambda _: self._asking.pop(key, None))
        return await asyncio.shield(self._asking[key])

    def forget(self, host: str) -> None:
        """Forget a host whose certificate the engine did not take after all: it is asked anew.

        Else a portal that came in between would spoil a page every time its host is opened again.
        """
        for key in [key for key in self._seen if key[0] == host]:
            del self._seen[key]

    async def _look(self, key: tuple[str, str], bundle: str | None, folder: str | None) -> Verdict:
        found = await self.shake(key[0], self._context(bundle, folder), private=self._private)
        self._seen[key] = (found, self._clock() + LASTS[found])
        return found

    async def practice(self, host: str, authority: Path) -> Verdict:
        """Return how the practice site is under its own throw-away authority."""
        try:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
            context.load_verify_locations(authority)
        except (OSError, ssl.SSLError):
            return "away"
        return await self.shake(host, context, private=True)

    @staticmethod
    async def shake(host: str, context: ssl.SSLContext, *, private: bool) -> Verdict:
        """Shake hands with a host, verified, and say how that went."""
        try:
            async with asyncio.timeout(PATIENCE):
                _, writer = await asyncio.open_connection(
                    host, 443, ssl=context, server_hostname=host
                )
        except (ssl.SSLError, ValueError):
            return "bad"
        except (OSError, TimeoutError):
            return "away"
        there = writer.get_extra_info("peername")
        writer.transport.abort()
        near = there is None or not address.allowed(str(there[0]))
        return "bad" if near and not private else "good"

    def _context(self, bundle: str | None, folder: str | None) -> ssl.SSLContext:
        """Return the trust that mitmproxy itself will use: without extra strictness or roots."""
        key = bundle or ""
        if key not in self._contexts:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
            if bundle is None and folder is None:
                context.load_verify_locations(certifi.where())
            else:
                context.load_verify_locations(bundle, folder)
            self._contexts[key] = context
        return self._contexts[key]
