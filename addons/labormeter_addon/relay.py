"""The relay guard: the engine is nobody's way to this computer or its neighbours.

A default mitmproxy serves whoever reaches its port: plain requests lead to local services, and a
name that resolves to its own port makes it call itself until it has no descriptors left.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from mitmproxy import ctx, http
from mitmproxy.net import tls as net_tls
from OpenSSL import SSL

from labormeter.practice import place
from labormeter_addon.door import address
from labormeter_addon.guard import hook

if TYPE_CHECKING:
    from collections.abc import Callable

    from mitmproxy import tls
    from mitmproxy.proxy.server_hooks import ServerConnectionHookData

    from labormeter.home import Home


_library: Final[Any] = vars(SSL)["_lib"]
"""OpenSSL itself: pyOpenSSL has no call of its own for verifying a name; mitmproxy does the same."""


class Relay:
    """Refuses what does not come through a metered connection, and what leads back here."""

    name = "labormeter_relay"

    def __init__(
        self, home: Home, note: Callable[[str, Exception], None], *, private: bool
    ) -> None:
        self._home = home
        self._private = private
        self.trouble = note

    @hook
    def requestheaders(self, flow: http.HTTPFlow) -> None:
        """Refuse a request that came without TLS: origin form, absolute form, anything plain."""
        if not flow.client_conn.tls:
            flow.request.stream = False
            flow.response = http.Response.make(403)

    @hook
    def server_connected(self, data: ServerConnectionHookData) -> None:
        """Look at the address that was really reached, and let go of one that is not public."""
        there, asked = data.server.peername, data.server.address
        if self._private or there is None or (asked and asked[0] == place.HOST):
            return
        if not address.allowed(there[0]):
            self._drop(data)

    def _drop(self, data: ServerConnectionHookData) -> None:
        data.server.error = "not a public address"
        proxy = ctx.master.addons.get("proxyserver")
        handler = proxy.connections.get(data.client.id)
        for end in (data.server, data.client):
            link = handler.transports.get(end) if handler is not None else None
            if link is not None and link.writer is not None:
                link.writer.transport.abort()

    @hook
    def tls_start_server(self, start: tls.TlsData) -> None:
        """Trust the practice site's own authority for the practice site, and for nothing else.

        mitmproxy has set a connection that trusts the public authorities by now; ours replaces it.
        """
        there = start.context.server.address
        if there is None or there[0] != place.HOST:
            return
        context = net_tls.create_proxy_server_context.__wrapped__(
            method=net_tls.Method.TLS_CLIENT_METHOD,
            min_version=net_tls.Version.TLS1_2,
            max_version=net_tls.Version.UNBOUNDED,
            cipher_list=None,
            ecdh_curve=None,
            verify=net_tls.Verify.VERIFY_PEER,
            ca_path=None,
            ca_pemfile=str(place.authority(self._home)),
            client_cert=None,
            legacy_server_connect=False,
        )
        start.ssl_conn = _client(context, place.HOST, start.context.client.alpn_offers)
        start.conn.sni = place.HOST


def _client(context: SSL.Context, host: str, offers: object) -> SSL.Connection:
    """Return a connection that verifies the name it is made for."""
    made = SSL.Connection(context)
    made.set_tlsext_host_name(host.encode())
    made.set_verify(SSL.VERIFY_PEER)
    parameters = _library.SSL_get0_param(made._ssl)  # noqa: SLF001 - pyOpenSSL has no other way
    _library.X509_VERIFY_PARAM_set1_host(parameters, host.encode(), len(host))
    protocols = [bytes(offer) for offer in offers] if isinstance(offers, (list, tuple)) else []
    if protocols:
        made.set_alpn_protos(protocols)
    made.set_connect_state()
    return made
