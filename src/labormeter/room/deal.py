"""Who is looked at: seats are chosen before the reveal, and later changes apply together.

    choose, choose --reveal--> dealt --choose, choose--> pending --again--> dealt

One seat that left between two looks at the same screen would be the difference of the two. So a
figure changes only when two seats at least have changed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

TOGETHER: Final = 2
"""Seats that change at once, at least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deal:
    """Numbers of seats: those that are meant, and those that are looked at."""

    smallest: int
    chosen: frozenset[int] = frozenset()
    dealt: frozenset[int] = frozenset()
    """Empty before the reveal."""

    @property
    def revealed(self) -> bool:
        """Whether figures are shown."""
        return bool(self.dealt)

    @property
    def pending(self) -> frozenset[int]:
        """Return the seats that have come or gone since the last deal."""
        return self.chosen ^ self.dealt if self.revealed else frozenset()

    @property
    def ready(self) -> bool:
        """Whether it can be dealt: enough seats, and after the reveal enough changes."""
        enough = len(self.chosen) >= self.smallest
        return enough and (not self.revealed or len(self.pending) >= TOGETHER)


def choose(deal: Deal, seat: int, *, on: bool) -> Deal:
    """Return the deal with a seat meant to be in, or out: nothing that is shown changes by it."""
    chosen = deal.chosen | {seat} if on else deal.chosen - {seat}
    return replace(deal, chosen=chosen)


def dealt(deal: Deal) -> Deal:
    """Return the deal in which those that are meant are looked at; as it is where it is not ready."""
    return replace(deal, dealt=deal.chosen) if deal.ready else deal
