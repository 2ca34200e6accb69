"""What a person chooses of an export: form, days, platforms, grain, and whether hashes go along."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from labormeter.ledger.dump import Part

if TYPE_CHECKING:
    from labormeter.ledger.dump import Marks

type Grain = Literal["act", "day", "week", "month"]
type Hashes = Literal["none", "rekeyed"]

GRAINS: Final[tuple[Grain, ...]] = ("act", "day", "week", "month")
HASHES: Final[tuple[Hashes, ...]] = ("none", "rekeyed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What goes into an export. Days are local, both included."""

    since: str | None = None
    until: str | None = None
    platforms: tuple[str, ...] = ()
    """All where none is named."""
    grain: Grain = "act"
    hashes: Hashes = "none"
    practice: bool = False
    """Where acts are added up; one by one they are always there, and marked."""

    @property
    def part(self) -> Part:
        """Return the part of the ledger that is chosen."""
        practice = self.practice or self.grain == "act"
        return Part(since=self.since, until=self.until, platforms=self.platforms, practice=practice)

    def marks(self) -> Marks | None:
        """Return what makes new hashes of the ledger's for one export, None where none go along.

        The key is drawn anew each time and kept nowhere: equal targets are equal within one
        export, and neither two exports nor an export and the ledger can be laid together.
        """
        return None if self.hashes == "none" else Rekeyed(secrets.token_bytes(32)).mark


@dataclass(frozen=True, slots=True)
class Rekeyed:
    """Makes hashes of hashes under a key of one export."""

    key: bytes

    def mark(self, value: str | None) -> str | None:
        """Return the new hash, 32 hexadecimal digits; nothing for nothing."""
        if value is None:
            return None
        return hmac.digest(self.key, value.encode(), hashlib.sha256).hex()[:32]
