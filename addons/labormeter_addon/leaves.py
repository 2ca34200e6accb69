"""Which key vouches for a connection: this installation's, or the one that no disk ever held.

    home/ca        --store-->   browsers whose profile trusts the name-constrained certificate
    memory alone   --hash--->   browsers that can only be told to accept a key (`browser.flag`)

The door says by its token which kind of browser it brings. The engine makes the second key when the
first one of a meter begins, and gives it to the door, which hands it to the engines that follow: so
an engine that ends takes no open browser's trust with it, and a meter that ends takes all.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from cryptography.hazmat.primitives import serialization
from mitmproxy.addons.tlsconfig import TlsConfig
from mitmproxy.certs import Cert, CertStore

from labormeter.browser import authority

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cryptography.hazmat.primitives.asymmetric import ec
    from mitmproxy.certs import CertStoreEntry
    from mitmproxy.proxy.context import Context

    from labormeter_addon.dispatch import EngineMaster


class Leaves:
    """Certificates for browsers that were told of a key, beside mitmproxy's own for all others."""

    def __init__(self, key: str, hosts: Iterable[str]) -> None:
        """Take the key that an engine before had, as PEM; make one where it is empty."""
        self._key = _read(key) if key else authority.fleeting()
        now = time.time_ns() // 1000
        self._certificate = authority.issue(self._key, tuple(sorted(hosts)), now)
        self._told: set[str] = set()
        self._signing: TlsConfig | None = None

    def report(self) -> dict[str, str]:
        """Return the key, for the door alone, and the hash by which browsers are told of it."""
        private = self._key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        return {"key": private.decode("ascii"), "hash": authority.spki(self._certificate)}

    def told(self, client: str) -> None:
        """Hear that this client's browser was told of the key."""
        self._told.add(client)

    def forget(self, client: str) -> None:
        """Hear that this client is gone."""
        self._told.discard(client)

    def join(self, master: EngineMaster) -> None:
        """Sign with this key where it was told, and with mitmproxy's everywhere else."""
        usual: Any = master.addons.get("tlsconfig")
        ask = usual.get_cert

        def choose(context: Context) -> CertStoreEntry:
            if context.client.id in self._told:
                return self._beside(usual.certstore).get_cert(context)
            return ask(context)  # type: ignore[no-any-return]  # mitmproxy's own

        usual.get_cert = choose  # it has no hook for this

    def _beside(self, usual: CertStore) -> TlsConfig:
        """Return what mitmproxy would sign with, had it this key; made once."""
        if self._signing is None:
            self._signing = TlsConfig()
            self._signing.certstore = self._store(usual)
        return self._signing

    def _store(self, usual: CertStore) -> CertStore:
        # mitmproxy's types say RSA; it asks nothing of a key that this one has not.
        key: Any = self._key
        shown = Cert(self._certificate)
        return CertStore(key, shown, None, usual.default_crl, usual.dhparams)


def _read(text: str) -> ec.EllipticCurvePrivateKey:
    key: Any = serialization.load_pem_private_key(text.encode("ascii"), None)
    return key  # type: ignore[no-any-return]  # it is what `report` wrote
