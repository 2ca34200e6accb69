"""The axis of money on a scale of powers of ten: it holds logarithms of millionths."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pyqtgraph as pg

from labormeter_ui import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

STEPS = ((1, 2, 5), (1, 3), (1,))
"""What stands between two powers of ten, the more the more room there is."""


class MoneyAxis(pg.AxisItem):  # type: ignore[misc]
    """Amounts of money, written as the language writes them."""

    def tickValues(self, low: float, high: float, size: float) -> list[tuple[float, list[float]]]:
        """Return the amounts that are named: powers of ten, and steps between where they fit."""
        return [(1.0, ticks(low, high, max(int(size / 70), 2)))]

    def tickStrings(self, values: Sequence[float], _scale: float, _spacing: float) -> list[str]:
        """Return the names of these amounts."""
        return [words.money(round(10**value)) for value in values]


def ticks(low: float, high: float, room: int) -> list[float]:
    """Return up to about `room` logarithms between two: round amounts, whole millionths."""
    powers = range(math.floor(low), math.ceil(high) + 1)
    found: list[float] = []
    for steps in STEPS:
        fine = [math.log10(step * 10**power) for power in powers for step in steps if power >= 0]
        found = [value for value in fine if low <= value <= high]
        if len(found) <= room:
            return found
    return found[:: math.ceil(len(found) / room)]


def stretch(amounts: Iterable[int]) -> tuple[float, float]:
    """Return the ends of an axis on which all amounts stand with room beside them."""
    logs = [math.log10(max(amount, 1)) for amount in amounts]
    low, high = min(logs, default=0.0), max(logs, default=6.0)
    room = max((high - low) * 0.06, 0.15)
    return low - room, high + room
