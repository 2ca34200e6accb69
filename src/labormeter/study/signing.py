"""The researcher's signature on a study file, and the words by which a key is recognised.

A signed study is one JSON file that holds the TOML text as it was signed, the minisign signature
and the public key, so that nothing can be lost between them; `labormeter study unpack` writes the
parts for `minisign -V`. A signature shows that two files are by the same hand. Whose hand it is,
the fingerprint says: it stands in the consent letter on paper too.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Any, Final

import minisign  # type: ignore[import-untyped,unused-ignore]
import mnemonic

from labormeter.errors import KnownError

FORMAT: Final = 1
LARGEST: Final = 1024 * 1024
WORDS: Final = 6
"""Words of a fingerprint: six out of 2,048 are 66 bits, beyond reach of a second key like it."""


@dataclass(frozen=True, slots=True)
class Signed:
    """A study file as it came: its text, who signed it, and the hash by which it is named."""

    text: bytes
    key: str
    """The public key, as minisign writes it."""
    signature: bytes

    @property
    def hash(self) -> str:
        """Return the SHA-256 of the text: what a contribution says it answers."""
        return hashlib.sha256(self.text).hexdigest()

    @property
    def fingerprint(self) -> str:
        """Return the words by which a person recognises the key."""
        return fingerprint(self.key)


def fingerprint(key: str) -> str:
    """Return the fingerprint of a public key: six words out of 2,048."""
    number = int.from_bytes(hashlib.sha256(f"labormeter study key\0{key}".encode()).digest())
    words = mnemonic.Mnemonic("english").wordlist
    chosen = [words[number >> (11 * place) & 2047] for place in range(WORDS)]
    return " ".join(chosen)


def sign(text: bytes, secret: bytes, passphrase: str = "") -> Signed:
    """Sign the text of a study file with a minisign secret key. Raises KnownError."""
    try:
        key = minisign.SecretKey.from_bytes(secret)
        if passphrase:
            key.decrypt(passphrase)
        signature = key.sign(text, trusted_comment="labormeter study")
        public = minisign.PublicKey.from_secret_key(key)
    except (minisign.Error, ValueError, AttributeError, TypeError) as error:
        raise KnownError(
            "This secret key cannot be used.",
            "It is a minisign key; a locked one needs its passphrase.",
        ) from error
    signed = Signed(text, public.to_base64().decode(), bytes(signature))
    verify(signed, _locked())  # a locked key signs too, but with what is no key
    return signed


def _locked() -> KnownError:
    return KnownError(
        "This secret key cannot be used.",
        "It is a minisign key of the researcher; a locked one needs its passphrase.",
    )


def verify(signed: Signed, otherwise: KnownError | None = None) -> None:
    """Raise KnownError unless the signature is by the key that the file names."""
    try:
        key = minisign.PublicKey.from_base64(signed.key)
        key.verify(signed.text, minisign.Signature.from_bytes(signed.signature))
    except (minisign.Error, ValueError, AttributeError, TypeError, IndexError) as error:
        raise otherwise or KnownError(
            "The signature of this study does not hold: it was changed after it was signed.",
            "Ask the researchers for the file again; nothing was sent.",
        ) from error


def write(signed: Signed) -> bytes:
    """Return the bytes of a signed study."""
    document = {
        "labormeter_study": FORMAT,
        "study": signed.text.decode("utf-8"),
        "key": signed.key,
        "signature": signed.signature.decode("utf-8"),
    }
    return json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n"


def read(data: bytes) -> Signed:
    """Return a signed study whose signature holds. Raises KnownError."""
    document = _document(data)
    if document.get("labormeter_study") != FORMAT:
        raise KnownError("This is no study that this version reads.", "Update labormeter.")
    parts = [document.get(name) for name in ("study", "key", "signature")]
    if set(document) != {"labormeter_study", "study", "key", "signature"} or not all(
        isinstance(one, str) for one in parts
    ):
        raise _none()
    try:
        text, key, signature = (str(one).encode("utf-8") for one in parts)
    except UnicodeEncodeError as error:
        raise _none() from error
    signed = Signed(text, key.decode(), signature)
    verify(signed)
    return signed


def _document(data: bytes) -> dict[str, Any]:
    if len(data) > LARGEST:
        raise _none()
    try:
        found = json.loads(data, object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:
        raise _none() from error
    if not isinstance(found, dict):
        raise _none()
    return found


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def _none() -> KnownError:
    return KnownError("This is no signed study.", "Ask the researchers for the file again.")
