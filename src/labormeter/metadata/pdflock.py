"""Whether an encrypted PDF opens without a password: then everybody can read what it says.

The standard handler, revisions 2 to 4 (ISO 32000-1, 7.6.3): the empty password makes a key, and
the key must make what the file keeps as `U`. Newer revisions are not tried.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Final

_PAD: Final = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")
_OLDEST, _ROUNDS = 2, 50


@dataclass(frozen=True, slots=True)
class Lock:
    """What the encryption dictionary and the trailer say."""

    revision: int
    length: int
    owner: bytes
    user: bytes
    permissions: int
    document: bytes
    clear_metadata: bool = False

    @property
    def open(self) -> bool | None:
        """Whether the empty password opens it; None where that cannot be told."""
        if self.revision not in {2, 3, 4} or not 5 <= self.length <= 16:  # noqa: PLR2004 - bytes
            return None
        key = self._key()
        if self.revision == _OLDEST:
            return cipher(key, _PAD) == self.user[:32]
        mark = hashlib.md5(_PAD + self.document, usedforsecurity=False).digest()
        for turn in range(20):
            mark = cipher(bytes(byte ^ turn for byte in key), mark)
        return mark == self.user[:16]

    def _key(self) -> bytes:
        limits = (self.permissions & 0xFFFFFFFF).to_bytes(4, "little")
        seed = _PAD + self.owner[:32] + limits + self.document
        if self.revision >= 4 and self.clear_metadata:  # noqa: PLR2004
            seed += b"\xff\xff\xff\xff"
        key = hashlib.md5(seed, usedforsecurity=False).digest()
        if self.revision > _OLDEST:
            for _ in range(_ROUNDS):
                key = hashlib.md5(key[: self.length], usedforsecurity=False).digest()
        return key[: self.length]


def cipher(key: bytes, content: bytes) -> bytes:
    """Return content under RC4, which is its own inverse; short content only."""
    box = list(range(256))
    second = 0
    for first in range(256):
        second = (second + box[first] + key[first % len(key)]) & 0xFF
        box[first], box[second] = box[second], box[first]
    first = second = 0
    made = bytearray()
    for byte in content:
        first = (first + 1) & 0xFF
        second = (second + box[first]) & 0xFF
        box[first], box[second] = box[second], box[first]
        made.append(byte ^ box[(box[first] + box[second]) & 0xFF])
    return bytes(made)
