"""The passphrase of the certificate's key, in the system's key store where there is one.

Whoever gets hold of the files alone (a stolen disk, a copy of the folder) then has a key that does
not open. It does not help against a program that runs as the same user: the key store answers it
as it answers us. Without a key store the key lies in a file that only this user may read.
"""

from __future__ import annotations

import secrets
import time
from typing import TYPE_CHECKING, Final

from labormeter.ledger import keystore

if TYPE_CHECKING:
    from collections.abc import Callable

    from labormeter.home import Home
    from labormeter.ledger.keystore import System

ENTRY: Final = "passphrase"
LENGTH: Final = 32
"""Bytes drawn for one."""
PATIENCE: Final = 5.0
"""Seconds to wait for a key store: at login the meter may be there before it is open."""
PAUSE: Final = 0.5


def find(home: Home, *, patience: float = 0.0) -> str | None:
    """Return the passphrase of this home; None where no key store answers with one."""
    until = time.monotonic() + patience
    while (store := keystore.vault(home)) is None and time.monotonic() < until:
        time.sleep(PAUSE)
    return None if store is None else _read(store)


def make(home: Home) -> str | None:
    """Return the passphrase, drawn and kept where there is none; None where it cannot be kept."""
    store = keystore.vault(home)
    if store is None:
        return None
    found = _read(store)
    if found is not None:
        return found
    drawn = secrets.token_bytes(LENGTH)
    return drawn.hex() if _quietly(lambda: store.write(ENTRY, drawn)) else None


def _read(store: System) -> str | None:
    found = _quietly(lambda: store.read().get(ENTRY))
    return found.hex() if found else None


def _quietly[T](ask: Callable[[], T]) -> T | None:
    """Return what a store says; one that says what is no key has none."""
    try:
        return ask()
    except ValueError:
        return None
