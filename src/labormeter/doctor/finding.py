"""What was found of one part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

type State = Literal["good", "warn", "bad"]

ORDER: Final[tuple[State, ...]] = ("good", "warn", "bad")


@dataclass(frozen=True, slots=True)
class Finding:
    """One part, how it is, and what to do about it.

    Neither text names a host that was visited, a path or a person: findings are shown to others.
    """

    part: str
    state: State
    sentence: str
    remedy: str = ""
    """Empty where there is nothing to do."""


def worst(findings: Iterable[Finding]) -> State:
    """Return the state of the worst finding; `good` where there is none."""
    return max((found.state for found in findings), key=ORDER.index, default="good")
