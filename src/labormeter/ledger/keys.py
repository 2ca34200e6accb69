"""Keyed hashes of the platforms' ids, under keys that are destroyed in time.

    2026-Q2        2026-Q3        2026-Q4
    destroyed      still known    marks
                   |===== the last half year, in which an undo finds its do =====|

An id of a platform can be enumerated, so whoever holds a key can check a guess about what was
marked with it. Keys older than the previous quarter are therefore destroyed: after that nothing
tells whether a hash is of this post or of that.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, Protocol

from labormeter import lock
from labormeter.errors import KnownError
from labormeter.ledger import keystore

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from labormeter.home import Home

LENGTH: Final = 32
"""Bytes of a key."""

DIGITS: Final = 32
"""Hexadecimal digits kept of a hash: 128 bit."""


def quarter(at: int) -> str:
    """Return the quarter of a moment, in UTC, as `2026-Q4`."""
    moment = datetime.fromtimestamp(at // 1_000_000, UTC)
    return f"{moment.year:04d}-Q{(moment.month + 2) // 3}"


def before(name: str) -> str:
    """Return the quarter before a quarter."""
    year, number = int(name[:4]), int(name[-1])
    return f"{year - 1:04d}-Q4" if number == 1 else f"{year:04d}-Q{number - 1}"


def digest(key: bytes, platform: str, kind: str, value: str) -> str:
    """Return the hash of an id: HMAC-SHA256 cut to 128 bit, apart for each platform and kind."""
    told_apart = f"{platform}\0{kind}\0".encode()
    text = told_apart + value.encode("utf-8", "surrogatepass")
    return hmac.digest(key, text, hashlib.sha256).hex()[:DIGITS]


class Store(Protocol):
    """Keeps keys by the name of their quarter."""

    def read(self) -> Mapping[str, bytes]:
        """Return every key that there is."""
        ...

    def write(self, name: str, key: bytes) -> bool:
        """Keep a key; False where this store cannot."""
        ...

    def destroy(self, name: str) -> None:
        """Destroy a key."""
        ...


class Keys:
    """The live keys of one home. Newest first; the first marks, all of them recognise."""

    def __init__(self, home: Home, stores: tuple[Store, ...], now: int) -> None:
        self._lock = home.keys / "lock"
        self._stores = stores
        self._keys: dict[str, list[bytes]] = {}
        self._turn(now)

    @classmethod
    def open(cls, home: Home, now: int, *, stores: tuple[Store, ...] | None = None) -> Keys:
        """Read the live keys, make this quarter's where there is none, destroy old ones.

        Raises KnownError where the folder of keys cannot be written.
        """
        home.create()
        return cls(home, keystore.usual(home) if stores is None else stores, now)

    def mark(self, platform: str, kind: str, value: str, now: int) -> str:
        """Return the hash of an id under this quarter's key."""
        return digest(self._live(now)[0], platform, kind, value)

    def marks(self, platform: str, kind: str, value: str, now: int) -> tuple[str, ...]:
        """Return the hashes of an id under every live key, newest first."""
        return tuple(digest(key, platform, kind, value) for key in self._live(now))

    def marker(self, platform: str, kind: str, now: int) -> Callable[[str], tuple[str, ...]]:
        """Return what `marks` does for many ids of one platform and kind, at once."""
        told_apart = f"{platform}\0{kind}\0".encode()
        live = self._live(now)
        return lambda value: tuple(
            hmac.digest(key, told_apart + value.encode("utf-8", "surrogatepass"), "sha256").hex()[
                :DIGITS
            ]
            for key in live
        )

    def since(self, now: int) -> int:
        """Return the moment from which on every id can be compared: the oldest quarter's first."""
        self._live(now)
        oldest = min(self._keys)
        begun = datetime(int(oldest[:4]), 3 * int(oldest[-1]) - 2, 1, tzinfo=UTC)
        return int(begun.timestamp()) * 1_000_000

    def _live(self, now: int) -> list[bytes]:
        """Return the keys; a quarter that began turns them, a clock set back does not."""
        if quarter(now) > max(self._keys):
            self._turn(now)
        return [key for name in sorted(self._keys, reverse=True) for key in self._keys[name]]

    def _turn(self, now: int) -> None:
        this = quarter(now)
        with lock.hold(self._lock, wait=10):
            self._keys = _together(self._stores)
            if not self._keys or max(self._keys) < this:
                self._keys[this] = [self._make(this)]
            newest = max(self._keys)
            for name in [name for name in self._keys if name < before(newest)]:
                del self._keys[name]
                for store in self._stores:
                    store.destroy(name)

    def _make(self, name: str) -> bytes:
        key = secrets.token_bytes(LENGTH)
        if any(store.write(name, key) for store in self._stores):
            return key
        raise KnownError("The key for this quarter cannot be kept.", "See `labormeter doctor`.")


def _together(stores: tuple[Store, ...]) -> dict[str, list[bytes]]:
    """Gather the keys of all stores: a key store that was locked for a while leaves two."""
    found: dict[str, list[bytes]] = {}
    for store in stores:
        for name, key in store.read().items():
            found.setdefault(name, []).append(key)
    return found
