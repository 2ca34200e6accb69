"""The certificate authority of this installation alone.

Its certificate carries critical name constraints: it can vouch for the metered hosts (and names
below them, which constraints cannot tell apart) and for nothing else, no address included. Whoever
gets hold of the key could impersonate those hosts, and only to the metered browser's profile, the
one place that trusts it. The key is made here, never leaves this computer, and lies in a file that
only this user may read.

    home/ca/labormeter-ca-cert.pem   the certificate
    home/ca/mitmproxy-ca.pem         key and certificate, as the engine's certificate store reads it

Where the system has a key store, the engine encrypts the key under a passphrase kept there (`unlock`).
Whoever only needs the certificate never asks for it.
"""

from __future__ import annotations

import base64
import hashlib
import ipaddress
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from labormeter.browser import passphrase, secret
from labormeter.errors import KnownError
from labormeter.model import SECOND
from labormeter.platforms import PRACTICE_HOST
from labormeter.sentence import said

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from labormeter.home import Home

CERTIFICATE: Final = "labormeter-ca-cert.pem"
PAIR: Final = "mitmproxy-ca.pem"
NAME: Final = "labormeter on this computer"
"""Subject of the certificate, as certificate lists of browsers show it."""

VALIDITY: Final = timedelta(days=730)
RENEWAL: Final = timedelta(days=60)
"""A certificate with less than this left is issued anew."""
SKEW: Final = timedelta(days=2)
"""How far back validity begins, for clocks that were wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """The certificate authority as it lies on the disk."""

    certificate: Path
    pair: Path
    hosts: tuple[str, ...]
    """What it may vouch for, in the order of the alphabet."""
    spki: str
    """SHA-256 of its public key in base64: another one means another key."""
    fingerprint: str
    """SHA-256 of the certificate, hexadecimal: another one means another certificate."""
    begins_at: int
    ends_at: int
    fresh: bool = False
    """Whether it was issued just now: an open metered browser has to be opened anew."""


def ensure(home: Home, hosts: Iterable[str], now: int) -> Authority:
    """Return the authority for exactly these hosts and the practice site, issued if need be.

    The key stays the same when hosts change or validity nears its end; only a key that cannot be
    opened is replaced. `now` is in microseconds. Raises KnownError where the folder is not writable.
    """
    wanted = tuple(sorted({*hosts, PRACTICE_HOST}))
    found = read(home)
    if found is not None and found.hosts == wanted and _good(found, now):
        return found
    home.create()
    phrase = passphrase.find(home) if _encrypted(home) else None
    key = _key(home, phrase)
    if key is None:
        key, phrase = ec.generate_private_key(ec.SECP256R1()), None
    certificate = issue(key, wanted, now)
    _keep(home, key, certificate, phrase)
    return _authority(home, certificate, fresh=True)


LOST: Final = (
    "The key of the certificate could not be opened with what the system's key store has, so a new"
    " one was made. Open the metered browser anew; where `labormeter desktop` is on, switch it off"
    " and on again."
)
"""What is said in the ledger when a key is replaced."""


@dataclass(frozen=True, slots=True)
class Unlocked:
    """What signs leaves: the authority, and how its key is opened."""

    authority: Authority
    passphrase: str | None
    """None where the key is not encrypted."""
    lost: bool = False
    """Whether the key before could not be opened any more, so that this one is new."""


def unlock(home: Home, hosts: Iterable[str], now: int) -> Unlocked:
    """Return the authority with what opens its key, for the one process that signs with it.

    A key that is not encrypted yet is, where the system's key store takes a passphrase: the key and
    the certificate stay the same. One whose passphrase is gone is replaced by a new one. Raises
    KnownError where the folder is not writable.
    """
    wanted = tuple(hosts)
    sealed = _encrypted(home)
    phrase = passphrase.find(home, patience=passphrase.PATIENCE) if sealed else None
    lost = sealed and _key(home, phrase) is None
    if lost:
        (home.ca / PAIR).unlink()
    if lost or not sealed:
        phrase = passphrase.make(home)
    found = ensure(home, wanted, now)
    key = None if _encrypted(home) else _key(home, None)
    if phrase is not None and key is not None:
        _keep(home, key, x509.load_pem_x509_certificate(_shown(home)), phrase)
    return Unlocked(found, phrase if _encrypted(home) else None, lost)


def _keep(
    home: Home,
    key: ec.EllipticCurvePrivateKey,
    certificate: x509.Certificate,
    phrase: str | None,
) -> None:
    try:
        secret.write(home.ca / PAIR, _private(key, phrase) + _public(certificate))
        secret.write(home.ca / CERTIFICATE, _public(certificate))
    except OSError as error:
        raise KnownError(
            said("The certificate could not be written ({fault}).", fault=error.strerror),
            "See to the permissions and space of the home folder.",
        ) from error


def read(home: Home) -> Authority | None:
    """Return the authority on the disk, None where there is none or its files do not fit."""
    try:
        text = (home.ca / PAIR).read_bytes()
        certificate = x509.load_pem_x509_certificate(text)
        if _END.split(text)[-1] != _shown(home):
            return None
        key = None if _encrypted(home) else _key(home, None)
        if not _encrypted(home) and (key is None or certificate.public_key() != key.public_key()):
            return None
        return _authority(home, certificate, fresh=False)
    except (OSError, ValueError, x509.ExtensionNotFound):
        return None


def fleeting() -> ec.EllipticCurvePrivateKey:
    """Return a new key for browsers that take one by its hash; it is written to no disk (`flag`)."""
    return ec.generate_private_key(ec.SECP256R1())


def spki(certificate: x509.Certificate) -> str:
    """Return SHA-256 of the public key in base64, as Chromium names a key."""
    subject = certificate.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    return base64.b64encode(hashlib.sha256(subject).digest()).decode()


def issue(
    key: ec.EllipticCurvePrivateKey, hosts: tuple[str, ...], now: int, name: str = NAME
) -> x509.Certificate:
    """Return a self-signed certificate that may sign leaves for `hosts` and nothing else."""
    begins = datetime.fromtimestamp(now // SECOND, UTC)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    public = key.public_key()
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(public)
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins - SKEW)
        .not_valid_after(begins + VALIDITY)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_USAGE, critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .add_extension(_constraints(hosts), critical=True)
    )
    return builder.sign(key, hashes.SHA256())


_USAGE: Final = x509.KeyUsage(
    digital_signature=False,
    content_commitment=False,
    key_encipherment=False,
    data_encipherment=False,
    key_agreement=False,
    key_cert_sign=True,
    crl_sign=False,
    encipher_only=False,
    decipher_only=False,
)


def _constraints(hosts: tuple[str, ...]) -> x509.NameConstraints:
    everywhere = (ipaddress.IPv4Network("0.0.0.0/0"), ipaddress.IPv6Network("::/0"))
    return x509.NameConstraints(
        permitted_subtrees=[x509.DNSName(host) for host in hosts],
        excluded_subtrees=[x509.IPAddress(network) for network in everywhere],
    )


_HEAD: Final = b"-----BEGIN ENCRYPTED PRIVATE KEY-----"
_END: Final = re.compile(rb"-----END (?:ENCRYPTED )?PRIVATE KEY-----\n")


def _encrypted(home: Home) -> bool:
    try:
        return (home.ca / PAIR).read_bytes().startswith(_HEAD)
    except OSError:
        return False


def _key(home: Home, phrase: str | None) -> ec.EllipticCurvePrivateKey | None:
    """Return the key; None where there is none, or the phrase does not open it."""
    word = phrase.encode() if phrase is not None and _encrypted(home) else None
    try:
        key = serialization.load_pem_private_key((home.ca / PAIR).read_bytes(), word)
    except (OSError, ValueError, TypeError):
        return None
    return key if isinstance(key, ec.EllipticCurvePrivateKey) else None


def _shown(home: Home) -> bytes:
    return (home.ca / CERTIFICATE).read_bytes()


def _private(key: ec.EllipticCurvePrivateKey, phrase: str | None) -> bytes:
    return key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption()
        if phrase is None
        else serialization.BestAvailableEncryption(phrase.encode()),
    )


def _public(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(serialization.Encoding.PEM)


def _authority(home: Home, certificate: x509.Certificate, *, fresh: bool) -> Authority:
    names = certificate.extensions.get_extension_for_class(x509.NameConstraints).value
    return Authority(
        certificate=home.ca / CERTIFICATE,
        pair=home.ca / PAIR,
        hosts=tuple(sorted(str(name.value) for name in names.permitted_subtrees or ())),
        spki=spki(certificate),
        fingerprint=certificate.fingerprint(hashes.SHA256()).hex(),
        begins_at=int(certificate.not_valid_before_utc.timestamp()) * SECOND,
        ends_at=int(certificate.not_valid_after_utc.timestamp()) * SECOND,
        fresh=fresh,
    )


def _good(authority: Authority, now: int) -> bool:
    renewal = int(RENEWAL.total_seconds()) * SECOND
    return authority.begins_at <= now < authority.ends_at - renewal
