"""The gate: which connections are opened. All others pass still encrypted.

CONNECT      from the door (it knows the token), to a metered host, port 443
ClientHello  for that same host, of a client that takes our certificate,
             to an upstream that the engine itself can verify
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from mitmproxy import ctx, http

from labormeter.practice import place
from labormeter_addon.guard import hook
from labormeter_addon.preflight import LASTS

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from mitmproxy import tls
    from mitmproxy.connection import Client

    from labormeter.home import Home
    from labormeter_addon.leaves import Leaves
    from labormeter_addon.preflight import Preflight
    from labormeter_addon.standing import Standing

REFUSALS: Final = ("unknown ca", "bad certificate", "certificate unknown", "certificate_unknown")
"""How a client says in the handshake that it does not take our certificate."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """By which the door proves that a connection is its own."""

    usual: str
    flag: str = ""
    """For a browser that was told of a key by its hash; empty where there is none."""

    def kind(self, sent: str) -> Literal["usual", "flag"] | None:
        """Return which one was sent, None where it is neither."""
        word, _, token = sent.partition(" ")
        if word != "Labormeter" or not token:
            return None
        return "usual" if token == self.usual else "flag" if token == self.flag else None


class Gate:
    """Decides for each connection whether it is opened."""

    name = "labormeter_gate"

    def __init__(
        self,
        standing: Standing,
        preflight: Preflight,
        home: Home,
        tokens: Tokens,
        note: Callable[[str, Exception], None],
        *,
        leaves: Leaves | None = None,
    ) -> None:
        self._standing = standing
        self._preflight = preflight
        self._home = home
        self._tokens = tokens
        self._leaves = leaves
        self._kinds: dict[str, str] = {}
        self.trouble = note

    @hook
    def http_connect(self, flow: http.HTTPFlow) -> None:
        """Let in only what the door sends, to metered hosts on the port of https."""
        kind = self._tokens.kind(flow.request.headers.pop("Proxy-Authorization", ""))
        known = flow.request.host.lower() in self._standing.platforms
        if kind is None or not known or flow.request.port != 443:  # noqa: PLR2004
            flow.response = http.Response.make(403)
        elif kind == "flag" and self._leaves is not None:
            self._leaves.told(flow.client_conn.id)

    @hook
    def tls_clienthello(self, data: tls.ClientHelloData) -> Awaitable[None] | None:
        """Look at the browser's first word, and step aside where the connection stays closed."""
        there = data.context.server.address
        host = there[0].lower() if there else ""
        kind = kind_of(data.client_hello.cipher_suites)
        self._kinds[data.context.client.id] = kind
        if (data.client_hello.sni or "").lower() != host or not self._standing.opens(host, kind):
            data.ignore_connection = True
            return None
        return self._verify(data, host)

    async def _verify(self, data: tls.ClientHelloData, host: str) -> None:
        if host == place.HOST:
            found = await self._preflight.practice(host, place.authority(self._home))
        elif ctx.options.ssl_insecure:
            found = "good"
        else:
            found = await self._preflight.trusted(
                host,
                ctx.options.ssl_verify_upstream_trusted_ca,
                ctx.options.ssl_verify_upstream_trusted_confdir,
            )
        if found != "good":
            data.ignore_connection = True
            self._standing.passes(host, "untrusted", seconds=LASTS[found])

    @hook
    def tls_failed_client(self, data: tls.TlsData) -> None:
        """Pass a host through for the kind of client that does not take our certificate."""
        error = (data.conn.error or "").lower()
        there = data.context.server.address
        if there and any(word in error for word in REFUSALS):
            kind = self._kinds.get(data.context.client.id, "")
            self._standing.passes(there[0].lower(), "distrusted", kind)

    @hook
    def tls_failed_server(self, data: tls.TlsData) -> None:
        """Ask anew about a host with which the engine could not shake hands after all."""
        if there := data.context.server.address:
            self._preflight.forget(there[0].lower())

    @hook
    def client_disconnected(self, client: Client) -> None:
        """Forget the client."""
        self._kinds.pop(client.id, None)
        if self._leaves is not None:
            self._leaves.forget(client.id)


def kind_of(suites: list[int]) -> str:
    """Return a name for clients that begin alike: their cipher suites, without random ones.

    Browsers put a random reserved value (GREASE, RFC 8701) among them: 0x0A0A, 0x1A1A ...
    """
    return ",".join(f"{suite:x}" for suite in suites if suite & 0x0F0F != 0x0A0A)  # noqa: PLR2004
