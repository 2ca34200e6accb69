"""Times as formats count them, in words for the screen."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

_FROM_1904: Final = 2_082_844_800
_EARLIEST: Final = -62_135_596_800
_LATEST: Final = 253_402_300_799


def since_1904(seconds: int) -> str:
    """Return a time counted in seconds since 1904; nothing for 0, which says that none was set."""
    return since_1970(seconds - _FROM_1904) if seconds else ""


def since_1970(seconds: float) -> str:
    """Return a time counted in seconds since 1970, or the bare number where no calendar has it."""
    if not _EARLIEST <= seconds <= _LATEST:
        return str(seconds)
    return datetime.fromtimestamp(seconds, UTC).isoformat(sep=" ")
