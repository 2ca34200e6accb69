"""The practice site's own throw-away certificate authority, for its one name.

Its key is never written: each start makes another, and signs the one leaf that is needed. The
engine trusts it for that name alone.
"""

from __future__ import annotations

import ssl
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from labormeter.browser import authority, secret
from labormeter.model import SECOND
from labormeter.platforms import PRACTICE_HOST

if TYPE_CHECKING:
    from pathlib import Path

NAME: Final = "Plaza practice site"
VALIDITY: Final = timedelta(days=30)
_PEM: Final = serialization.Encoding.PEM


def issue(run: Path, now: int) -> tuple[bytes, ssl.SSLContext]:
    """Return a new authority's certificate and the server side of TLS that it vouches for.

    The leaf's key touches the disk in `run` for an instant, closed to others, because TLS reads it
    from a file. `now` is in microseconds.
    """
    root_key, key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    root = authority.issue(root_key, (PRACTICE_HOST,), now, NAME)
    leaf = _leaf(key, root, root_key, datetime.fromtimestamp(now // SECOND, UTC))
    private = key.private_bytes(
        _PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.set_alpn_protocols(["http/1.1"])
    file = run / "practice-leaf.pem"
    try:
        secret.write(file, private + leaf.public_bytes(_PEM))
        context.load_cert_chain(file)
    finally:
        file.unlink(missing_ok=True)
    return root.public_bytes(_PEM), context


def _leaf(
    key: ec.EllipticCurvePrivateKey,
    root: x509.Certificate,
    root_key: ec.EllipticCurvePrivateKey,
    begins: datetime,
) -> x509.Certificate:
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, PRACTICE_HOST)])
    above = x509.AuthorityKeyIdentifier.from_issuer_public_key(root_key.public_key())
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(root.subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins - authority.SKEW)
        .not_valid_after(begins + VALIDITY)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(PRACTICE_HOST)]), critical=False)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(above, critical=False)
    )
    return builder.sign(root_key, hashes.SHA256())
