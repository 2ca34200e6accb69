"""The price map: the ledger's activities in the finer words of a book."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

REVENUE = "platform_use_year"
"""What the platform lens prices: a year of one user's presence."""
HOUR = "hour_of_work"
"""What the time lens prices."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the map. `price` is empty where no price was ever observed."""

    activity: str
    price: str
    reason: str
    platform: str = "any"


@dataclass(frozen=True, slots=True)
class PriceMap:
    """All lines, by activity and platform."""

    version: str
    lines: Mapping[tuple[str, str], Line]

    def line(self, platform: str, activity: str) -> Line | None:
        """Return the line of this platform, else of any; None for what is no act."""
        return self.lines.get((platform, activity)) or self.lines.get(("any", activity))


def price_map(document: Mapping[str, Any]) -> PriceMap:
    """Return the map of a parsed `activity_map.toml`."""
    lines = [Line(**line) for line in document["line"]]
    return PriceMap(document["version"], {(line.platform, line.activity): line for line in lines})
