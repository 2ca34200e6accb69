"""Who a participant is to one study: a key made for it alone.

    one secret of this home --HKDF, the study--> seed --> Ed25519 key --SHA-256--> participant

The same again after a restore, and no two studies can tell that two keys are of one person. The
seed is also what the printed withdrawal code says: it opens nothing but this study.
"""

from __future__ import annotations

import base64
import hashlib
import os
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import mnemonic
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from labormeter.errors import KnownError

if TYPE_CHECKING:
    from labormeter.home import Home

LENGTH: Final = 32
"""Bytes of a secret and of a seed."""
DIGITS: Final = 16
"""Characters of a participant's name: 80 bits."""
FILE: Final = "study.secret"


@dataclass(frozen=True, slots=True, repr=False)
class Identity:
    """A participant's key for one study."""

    seed: bytes

    @property
    def private(self) -> Ed25519PrivateKey:
        """Return the key that signs."""
        return Ed25519PrivateKey.from_private_bytes(self.seed)

    @property
    def public(self) -> bytes:
        """Return the public key, 32 bytes."""
        return self.private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)

    @property
    def participant(self) -> str:
        """Return the name under which the study knows this person."""
        return name_of(self.public)

    @property
    def code(self) -> str:
        """Return the withdrawal code: 24 words that are this key, with a checksum."""
        return mnemonic.Mnemonic("english").to_mnemonic(self.seed)


def name_of(public: bytes) -> str:
    """Return the participant that a public key belongs to: 16 characters of base32."""
    digest = hashlib.sha256(b"labormeter participant\0" + public).digest()
    return base64.b32encode(digest).decode().lower()[:DIGITS]


def identity(secret: bytes, study: str, key: str) -> Identity:
    """Return the identity for a study, named by its id and by the key that signed it.

    Two researchers who give their studies one id get two unlinkable participants.
    """
    derived = HKDF(
        algorithm=hashes.SHA256(),
        length=LENGTH,
        salt=b"labormeter study 1",
        info=f"{study}\0{key}".encode(),
    ).derive(secret)
    return Identity(derived)


def from_code(code: str) -> Identity:
    """Return the identity that a withdrawal code says. Raises KnownError where it is mistyped."""
    words = mnemonic.Mnemonic("english")
    text = " ".join(code.lower().split())
    if len(text.split()) != 24 or not words.check(text):  # noqa: PLR2004 - as `code` makes it
        raise KnownError(
            "This is no withdrawal code: a word is wrong, missing or in another place.",
            "It has 24 words; compare them with the printed page.",
        )
    return Identity(bytes(words.to_entropy(text)))


def secret(home: Home) -> bytes:
    """Return the secret of a home, made where there is none. Raises KnownError."""
    path = home.create().keys / FILE
    try:
        found = path.read_bytes()
    except FileNotFoundError:
        return _made(home)
    except OSError as error:
        raise _closed(error) from error
    if len(found) != LENGTH:
        raise KnownError(
            "The secret for studies is damaged.",
            f"Delete {path} to begin anew; what was handed in can then be taken back by code alone.",
        )
    return found


def _made(home: Home) -> bytes:
    path = home.keys / FILE
    fresh = path.with_suffix(".new")
    made = secrets.token_bytes(LENGTH)
    try:
        fresh.unlink(missing_ok=True)
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as out:
            out.write(made)
            out.flush()
            os.fsync(out.fileno())
        fresh.replace(path)
    except OSError as error:
        raise _closed(error) from error
    return made


def _closed(error: OSError) -> KnownError:
    return KnownError(
        f"The secret for studies cannot be kept ({error.strerror}).",
        "Check the folder of keys and the free space.",
    )
