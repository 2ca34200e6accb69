"""A throw-away authority, a certificate of it, and a world in which every name leads to one port.

What an origin on loopback needs; the capture tests and the benchmarks share it.
"""

from __future__ import annotations

import datetime as dt
import ipaddress
from typing import TYPE_CHECKING, Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

RESOLVER: Final = """
import asyncio, os, socket

def running():
    async def lead(host, port, **how):
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", int(os.environ["ORIGIN"])))]
    asyncio.get_running_loop().getaddrinfo = lead
"""
"""A script for the engine: every name leads to the port in ORIGIN."""


def certify(folder: Path, names: Iterable[str]) -> Path:
    """Write `origin.pem`, key and certificate for names and 127.0.0.1; return its authority's file."""
    folder.mkdir(parents=True, exist_ok=True)
    key, leaf = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    issuer = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "origin")])
    root = _made(issuer, issuer, key).add_extension(
        x509.BasicConstraints(ca=True, path_length=None), critical=True
    )
    local = x509.IPAddress(ipaddress.ip_address("127.0.0.1"))
    alternatives = x509.SubjectAlternativeName([*(x509.DNSName(one) for one in names), local])
    end = _made(x509.Name([]), issuer, leaf).add_extension(alternatives, critical=True)
    pem = serialization.Encoding.PEM
    private = leaf.private_bytes(
        pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    (folder / "origin.pem").write_bytes(private + end.sign(key, hashes.SHA256()).public_bytes(pem))
    authority = folder / "origin-ca.pem"
    authority.write_bytes(root.sign(key, hashes.SHA256()).public_bytes(pem))
    return authority


def _made(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePrivateKey
) -> x509.CertificateBuilder:
    now = dt.datetime.now(dt.UTC)  # noqa: TID251 - certificates need a real date
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
    )
