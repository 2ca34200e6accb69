"""The price map: the ledger's activities in the finer words of a book."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

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
    finer: str = ""
    """The acts of this finer word alone, such as uploads of a `picture`."""


@dataclass(frozen=True, slots=True)
class PriceMap:
    """All lines, by activity and platform."""

    version: str
    lines: Mapping[tuple[str, str, str], Line]
    commons: frozenset[str] = frozenset()
    """Platforms whose acts have no price, whatever else is said of them."""
    reason: str = ""
    """Why a commons has none."""

    def with_commons(self, platforms: Iterable[str]) -> PriceMap:
        """Return the map with more platforms that are commons."""
        return replace(self, commons=self.commons | frozenset(platforms))

    def line(self, platform: str, activity: str, finer: str = "") -> Line | None:
        """Return the line of this finer word, else of none; of this platform, else of any.

        None for what is no act.
        """
        if platform in self.commons and self.line("any", activity) is not None:
            return Line(activity=activity, price="", reason=self.reason, platform=platform)
        words = dict.fromkeys((finer, ""))
        keys = ((place, activity, word) for word in words for place in (platform, "any"))
        return next(filter(None, map(self.lines.get, keys)), None)

    def word(self, platform: str, activity: str) -> str:
        """Return the book's word for an activity, of its finer words the first; else the same."""
        plain = self.line(platform, activity)
        if plain is not None and plain.price:
            return plain.price
        finer = (line for line in self.lines.values() if line.activity == activity)
        return next((line.price for line in finer if line.price), activity)

    def finer(self, activity: str) -> str:
        """Return the finer word that an activity has a price under, where it has none without."""
        plain = self.line("any", activity)
        if plain is None or plain.price:
            return ""
        finer = (line for line in self.lines.values() if line.activity == activity)
        return next((line.finer for line in finer if line.price), "")


def price_map(document: Mapping[str, Any]) -> PriceMap:
    """Return the map of a parsed `activity_map.toml`."""
    lines = [Line(**line) for line in document["line"]]
    by_key = {(line.platform, line.activity, line.finer): line for line in lines}
    commons = document.get("commons", {"platforms": (), "reason": ""})
    return PriceMap(document["version"], by_key, frozenset(commons["platforms"]), commons["reason"])
