"""How many seconds an act takes where the wire did not show them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final

from labormeter.valuation.rate import Fault

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

_NAMES: Final = ("low", "central", "high")
KINDS: Final = ("published", "assumption")
DAY: Final = 86_400
"""Seconds: no act takes longer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """Seconds of one activity: measured by somebody, or assumed and said to be."""

    activity: str
    low: Fraction
    central: Fraction
    high: Fraction
    kind: str
    reason: str
    own: bool = False


def timings(
    document: Mapping[str, Any], activities: Collection[str], *, file: str, own: bool = False
) -> tuple[dict[str, Timing], list[Fault]]:
    """Return the timings of a parsed file by activity, and every fault, numbered by entry."""
    found: dict[str, Timing] = {}
    wrong: list[Fault] = []
    entries = document.get("timing", [])
    for number, entry in enumerate(entries if isinstance(entries, list) else [], start=1):
        sentences = _faults(entry, activities)
        wrong.extend(Fault(file, number, sentence) for sentence in sentences)
        if not sentences:
            timing = _timing(entry, own=own)
            found[timing.activity] = timing
    return found, wrong


def _timing(entry: Mapping[str, Any], *, own: bool) -> Timing:
    low, central, high = (Fraction(str(entry[name])) for name in _NAMES)
    return Timing(
        activity=entry["activity"],
        low=low,
        central=central,
        high=high,
        kind=entry["kind"],
        reason=entry["reason"],
        own=own,
    )


def _faults(entry: object, activities: Collection[str]) -> list[str]:
    if not isinstance(entry, dict):
        return ["[[timing]] is a table."]
    found = []
    if entry.get("activity") not in activities:
        found.append(f"activity: choose one of {', '.join(activities)}.")
    if entry.get("kind") not in KINDS:
        found.append(f"kind: choose one of {', '.join(KINDS)}.")
    if not str(entry.get("reason", "")).strip():
        found.append("reason: say where the seconds come from.")
    seconds = [one for name in _NAMES if isinstance(one := entry.get(name), int | float)]
    if len(seconds) < len(_NAMES) or not all(0 < one < DAY for one in seconds):
        found.append("low, central, high: seconds above 0 are wanted.")
    elif seconds != sorted(seconds):
        found.append("low, central, high: they must not fall.")
    return found
