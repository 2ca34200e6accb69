"""Holds three counts of the same acts against each other: done, accepted and counted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from labormeter.model import Act

ORDER: Final = (
    "like",
    "undo like",
    "comment",
    "share",
    "follow",
    "undo follow",
    "upload",
    "post",
    "report",
    "captcha",
)
"""Every kind of act that the practice site knows, in the order in which it is shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One kind of act, counted by three who do not know of each other."""

    kind: str
    done: int | None
    """By whoever drove the browser; None where a person did."""
    accepted: int
    """By the site."""
    counted: int
    """By labormeter."""

    @property
    def agrees(self) -> bool:
        """Return whether all counts that there are are the same."""
        return self.accepted == self.counted and self.done in {None, self.accepted}


def kind(act: Act) -> str:
    """Return an act's kind as the site names it."""
    return f"undo {act.activity}" if act.effect == "undo" else act.activity


def compare(
    done: Mapping[str, int] | None, accepted: Mapping[str, int], acts: Iterable[Act]
) -> tuple[Line, ...]:
    """Return a line for every kind that any of the three knows."""
    counted = Counter(kind(act) for act in acts)
    more = sorted({*(done or {}), *accepted, *counted} - set(ORDER))
    return tuple(
        Line(
            kind=name,
            done=None if done is None else done.get(name, 0),
            accepted=accepted.get(name, 0),
            counted=counted[name],
        )
        for name in (*ORDER, *more)
        if accepted.get(name) or counted[name] or (done or {}).get(name)
    )
