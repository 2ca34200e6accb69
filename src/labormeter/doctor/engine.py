"""Whether the engine behind the door meters, or there is a gap just now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from labormeter import lock
from labormeter.doctor.finding import Finding
from labormeter.ledger import file, query
from labormeter.model import SECOND
from labormeter.sentence import said

if TYPE_CHECKING:
    from labormeter.home import Home
    from labormeter.ledger.control import Metering

PART: Final = "engine"
SILENCE: Final = 60 * SECOND
"""A meter gives a sign of life every few seconds; after so long something is wrong."""

_SAYS: Final = {
    "paused": said("Metering is paused."),
    "private": said("This time is private: nothing is opened."),
    "off": said("No shift has begun."),
}


def look(home: Home, now: int) -> Finding:
    """Read the meter's signs of life and its gaps; a ledger that is not there is not made."""
    if lock.held(home.lock) is None:
        return Finding(PART, "good", "No meter runs now.")
    if not home.ledger.exists() or file.judge(home) != "ready":
        return Finding(PART, "warn", "The meter has no ledger yet.", "Look again in a moment.")
    with query.open(home) as kept:
        gaps = [
            span.reason for span in kept.spans(now - SECOND) if _lasts(span.kind, span.ended_at)
        ]
        return judge(kept.state(), gaps[-1] if gaps else None, now)


def judge(state: Metering, gap: str | None, now: int) -> Finding:
    """Say how metering goes; `gap` is the reason of one that lasts."""
    if state.pulse is not None and now - state.pulse > SILENCE:
        return Finding(
            PART,
            "bad",
            "The meter gave no sign of life for a minute.",
            "End it and start it again; what was committed is safe.",
        )
    if state.waiting:
        return Finding(
            PART, "warn", "The meter has not answered a wish yet.", "Look again in a moment."
        )
    if gap is not None:
        return Finding(
            PART,
            "warn",
            said(
                "Nothing is metered just now ({reason}); pages go straight.",
                reason=gap or "unknown",
            ),
            "It is started again by itself; where that lasts, end the meter and start it anew.",
        )
    return Finding(PART, "good", _SAYS.get(state.state, said("It meters.")))


def _lasts(kind: str, ended_at: int | None) -> bool:
    return kind == "gap" and ended_at is None
