"""Commons that the person's own packs name: their acts are counted apart and have no price either.

Those that are shipped stand in the price map; a test holds it against the shipped packs.
"""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def named(packs: Iterable[str]) -> frozenset[str]:
    """Return the platforms that the texts of packs call commons; what cannot be read names none."""
    return frozenset(name for name in map(_platform, packs) if name)


def _platform(text: str) -> str:
    try:
        pack = tomllib.loads(text)
    except (ValueError, RecursionError):
        return ""
    name = pack.get("counts_as", pack.get("platform", ""))
    return name if pack.get("kind") == "commons" and isinstance(name, str) else ""
