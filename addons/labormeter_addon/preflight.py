"""Whether the engine would trust a host, asked before the browser's handshake is answered.

Once the engine has answered the browser, an upstream that cannot be verified is an error page
inside the site. So the engine looks first, over a connection of its own; a host that fails is
passed through, and the browser judges it by itself.
"""

from __future__ import annotations

import asyncio
import ssl
import time
from typing import TYPE_CHECKING, Final

import certifi

from labormeter_addon.door import address

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

GOOD: Final = 6 * 3600.0
"""Seconds for which a good answer holds."""
BAD: Final = 600.0
"""Seconds for which a bad one does."""
PATIENCE: Final = 8.0
"""Seconds that a host has for the handshake."""


class Preflight:
    """Looks at upstream certificates and remembers what it saw."""

    def __init__(self, *, private: bool, clock: Callable[[], float] = time.monotonic) -> None:
        self._private = private
        self._clock = clock
        self._seen: dict[tuple[str, str], tuple[bool, float]] = {}
        self._asking: dict[tuple[str, str], asyncio.Task[bool]] = {}
        self._contexts: dict[str, ssl.SSLContext] = {}

    async def trusted(self, host: str, bundle: str | None, folder: str | None = None) -> bool:
        """Return whether the certificate of a host is good under a bundle of authorities."""
        key = (host, bundle or "")
        found = self._seen.get(key)
        if found is not None and self._clock() < found[1]:
            return found[0]
        if key not in self._asking:
            self._asking[key] = asyncio.create_task(self._look(key, bundle, folder))
            self._asking[key].add_done_callback(lambda _: self._asking.pop(key, None))
        return await asyncio.shield(self._asking[key])

    async def _look(self, key: tuple[str, str], bundle: str | None, folder: str | None) -> bool:
        good = await self.shake(key[0], self._context(bundle, folder), private=self._private)
        self._seen[key] = (good, self._clock() + (GOOD if good else BAD))
        return good

    async def practice(self, host: str, authority: Path) -> bool:
        """Return whether the practice site is good under its own throw-away authority."""
        try:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
            context.load_verify_locations(authority)
        except (OSError, ssl.SSLError):
            return False
        return await self.shake(host, context, private=True)

    @staticmethod
    async def shake(host: str, context: ssl.SSLContext, *, private: bool) -> bool:
        """Shake hands with a host, verified, and say whether that went well."""
        try:
            async with asyncio.timeout(PATIENCE):
                _, writer = await asyncio.open_connection(
                    host, 443, ssl=context, server_hostname=host
                )
        except (OSError, TimeoutError, ValueError):
            return False
        there = writer.get_extra_info("peername")
        writer.transport.abort()
        return private or (there is not None and address.allowed(str(there[0])))

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
