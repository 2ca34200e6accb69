"""The keys of a study: one that signs, and one for each person who decrypts."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

import minisign  # type: ignore[import-untyped,unused-ignore]
import pyrage

from labormeter.errors import KnownError
from labormeter.sentence import said
from labormeter.study import signing

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Made:
    """What was made: the words of the key that signs, and the recipients of the study file."""

    fingerprint: str
    recipients: tuple[str, ...]


def make(folder: Path, readers: int = 2) -> Made:
    """Write fresh keys into a folder, closed to others. Raises KnownError, where some are there."""
    pair = minisign.KeyPair.generate()
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        _secret(folder / "sign.key", bytes(pair.secret_key).decode())
        (folder / "sign.pub").write_bytes(bytes(pair.public_key))
        found = [_reader(folder / f"reader-{number}.key") for number in range(1, readers + 1)]
    except OSError as error:
        raise KnownError(
            said("Keys cannot be written there ({reason}).", reason=error.strerror or ""),
            "Choose another folder.",
        ) from error
    return Made(signing.fingerprint(pair.public_key.to_base64().decode()), tuple(found))


def _reader(path: Path) -> str:
    identity = pyrage.x25519.Identity.generate()
    _secret(path, f"{identity}\n")
    return str(identity.to_public())


def _secret(path: Path, text: str) -> None:
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as error:
        raise KnownError(
            said("{name} is there already.", name=path.name), "Choose another folder."
        ) from error
    with os.fdopen(handle, "w", encoding="utf-8") as out:
        out.write(text)
