"""A passphrase on an export: an age file, which `age --decrypt` opens as well.

The whole is sealed and opened in memory: what cannot be opened is never seen in part.
"""

from __future__ import annotations

from typing import Final

from labormeter.errors import KnownError
from labormeter.sentence import said

HEAD: Final = b"age-encryption.org/v1\n"
"""How a sealed file begins."""
SUFFIX: Final = ".age"
SHORTEST: Final = 8
"""Characters of a passphrase."""


def sealed(data: bytes, passphrase: str) -> bytes:
    """Return data that only the passphrase opens. Raises KnownError where that is too short."""
    from pyrage import passphrase as age  # noqa: PLC0415 - a second of nobody's start-up

    if len(passphrase) < SHORTEST:
        raise KnownError(
            said("A passphrase has at least {least} characters.", least=SHORTEST),
            "Four words or more are better.",
        )
    made: bytes = age.encrypt(data, passphrase)
    return made


def opened(data: bytes, passphrase: str) -> bytes:
    """Return what was sealed. Raises KnownError for another passphrase or a damaged file."""
    from pyrage import DecryptError  # noqa: PLC0415
    from pyrage import passphrase as age  # noqa: PLC0415

    try:
        made: bytes = age.decrypt(data, passphrase)
    except DecryptError as error:
        raise KnownError(
            "The passphrase does not open this file, or the file is damaged.", "Try again."
        ) from error
    return made


def is_sealed(data: bytes) -> bool:
    """Whether the first bytes of a file are those of a sealed one."""
    return data.startswith(HEAD)
