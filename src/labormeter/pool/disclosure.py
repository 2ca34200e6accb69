"""Statistical disclosure control: which cells may be published, and how.

k           fewer than k people                          withheld
dominance   one person makes more than so many percent   withheld
rounding    counts to the nearest multiple               always
changes     fewer than k people changed since the last   withheld: a difference would show them

A count of nobody is withheld as any small one. No margins are published beside the cells, so that
nothing withheld can be computed from what is not. Pure.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from labormeter.pool.answer import Value

WITHHELD: Final = {
    "k": "Fewer people than the study publishes.",
    "dominance": "One person makes more of it than the study publishes.",
    "changes": "Too few people changed since the last release: the difference would show them.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The rules of one study."""

    k: int
    dominance: int
    """Percent."""
    rounding: int
    money: int
    """Millionths to which money is rounded."""


def withheld(
    rules: Rules, row: Mapping[str, Value], *, total: str, changed: int | None = None
) -> str:
    """Return why a row is not published, empty where it is.

    `total` names the column of which one person's share is looked at, beside a column `largest`;
    empty where the row is no sum. `changed` is how many of its people changed since the last
    release, None where there was none.
    """
    people = _number(row["people"])
    if people < rules.k:
        return "k"
    if total and _number(row["largest"]) * 100 > _number(row[total]) * rules.dominance:
        return "dominance"
    if changed is not None and 0 < changed < rules.k:
        return "changes"
    return ""


def rounded(rules: Rules, row: Mapping[str, Value], money: frozenset[str]) -> dict[str, Value]:
    """Return a row as it is published: counts and money rounded, the largest person left out."""
    found: dict[str, Value] = {}
    for name, value in row.items():
        if name == "largest":
            continue
        step = rules.money if name in money else rules.rounding
        found[name] = nearest(value, step) if isinstance(value, int) else value
    return found


def nearest(value: int, step: int) -> int:
    """Return the nearest multiple of a step, halves up."""
    return (2 * value + step) // (2 * step) * step


def _number(value: Value) -> int:
    return value if isinstance(value, int) else 0
