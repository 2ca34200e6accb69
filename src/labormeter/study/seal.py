"""The envelope of a contribution: signed, padded to one size, encrypted to the study's recipients.

    | LMSTUDY1 | public key | signature | two lengths | consent | document | zeros up to the size |
    '------------------------------- age, to two recipients or more -----------------------------'

What is inside is byte for byte what was previewed. All envelopes of a study are equally long,
withdrawals too, so that a length tells nothing. age does not say who sent it: the signature inside
does. The plain `age` command opens it.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pyrage
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from labormeter.errors import KnownError
from labormeter.study.identity import name_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from labormeter.study.identity import Identity

MAGIC: Final = b"LMSTUDY1"
_DOMAIN: Final = b"labormeter contribution 1\0"
_HEADER: Final = struct.Struct(">8s32s64s")
_LENGTHS: Final = struct.Struct(">II")
OVERHEAD: Final = _HEADER.size + _LENGTHS.size
"""Bytes of an envelope besides what is in it."""


_GREASE: Final = 116
"""Bytes of grease: about the middle of what the library draws."""
PATIENCE: Final = 5000
"""Tries; a library without grease has one length by itself."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What was in an envelope whose signature holds."""

    consent: bytes
    document: bytes
    """Empty for a withdrawal."""
    participant: str
    size: int
    """Bytes of the whole envelope before encryption."""


def seal(
    consent: bytes,
    document: bytes,
    identity: Identity,
    recipients: Sequence[str],
    size: int,
    *,
    patience: int = PATIENCE,
) -> bytes:
    """Return the encrypted envelope. Raises KnownError where it is larger than the study's size.

    With `patience` 0 its length is off by a random number of bytes, which is quicker.
    """
    signed = _LENGTHS.pack(len(consent), len(document)) + consent + document
    signature = identity.private.sign(_DOMAIN + signed)
    plain = _HEADER.pack(MAGIC, identity.public, signature) + signed
    if len(plain) > size:
        raise KnownError("This contribution is larger than the study allows.", "Choose less.")
    keys = [pyrage.x25519.Recipient.from_str(one) for one in recipients]
    return _encrypted(plain.ljust(size, b"\0"), keys, patience)


def length(size: int, recipients: int) -> int:
    """Return the bytes of an encrypted envelope: age's frame, and a fixed length of its grease.

    age v1: 22 bytes of version, 98 for each X25519 recipient, 48 for the header's MAC, a nonce of
    16 and a tag of 16 for each 64 KiB.
    """
    chunks = max(1, -(-size // 65536))
    return size + 22 + 98 * recipients + 48 + 16 + 16 * chunks + _GREASE


def _encrypted(plain: bytes, keys: Sequence[pyrage.x25519.Recipient], patience: int) -> bytes:
    """Encrypt until the file has the one length that all have.

    The library puts a stanza of random length into each header ("grease"), some 160 lengths; it is
    drawn anew until it has the length we chose, which takes a hundredth of a second.
    """
    wanted = length(len(plain), len(keys))
    sealed = bytes(pyrage.encrypt(plain, keys))
    for _ in range(patience):
        if len(sealed) == wanted:
            break
        sealed = bytes(pyrage.encrypt(plain, keys))
    return sealed


def decrypt(sealed: bytes, identities: Sequence[pyrage.x25519.Identity]) -> bytes:
    """Return what is in an encrypted envelope. Raises KnownError where no key opens it."""
    try:
        return bytes(pyrage.decrypt(sealed, identities))
    except pyrage.DecryptError as error:
        raise KnownError("No key of ours opens it, or it was changed.") from error


def opened(plain: bytes) -> Opened:
    """Return what is in an envelope whose signature holds. Raises KnownError."""
    if len(plain) < OVERHEAD:
        raise _none()
    magic, public, signature = _HEADER.unpack_from(plain)
    first, second = _LENGTHS.unpack_from(plain, _HEADER.size)
    end = OVERHEAD + first + second
    if magic != MAGIC or end > len(plain) or plain[end:].strip(b"\0"):
        raise _none()
    try:
        key = Ed25519PublicKey.from_public_bytes(public)
        key.verify(signature, _DOMAIN + plain[_HEADER.size : end])
    except (InvalidSignature, ValueError) as error:
        raise KnownError("Its signature does not hold.") from error
    middle = OVERHEAD + first
    return Opened(plain[OVERHEAD:middle], plain[middle:end], name_of(public), len(plain))


def _none() -> KnownError:
    return KnownError("It is no contribution.")
