"""Whether the clock makes sense: acts are kept by it, and certificates hold by it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from labormeter.doctor.finding import Finding
from labormeter.ledger import file, query
from labormeter.model import SECOND

if TYPE_CHECKING:
    from labormeter.home import Home

PART: Final = "clock"
WRITTEN: Final = 1_790_000_000 * SECOND
"""September 2026, when this was written: no clock that is right says less."""
SLACK: Final = 120 * SECOND
"""What a correction over the network may take back."""


def look(home: Home, now: int) -> Finding:
    """Compare the clock with the last sign of life in the ledger."""
    if not home.ledger.exists() or file.judge(home) != "ready":
        return judge(now, None)
    with query.open(home) as kept:
        return judge(now, kept.state().pulse)


def judge(now: int, pulse: int | None) -> Finding:
    """Say whether `now` can be; `pulse` is when the meter last said that it runs."""
    if now < WRITTEN:
        return Finding(
            PART,
            "bad",
            "The clock is years behind: certificates fail and acts get a wrong day.",
            "Set the computer's clock, best by the network.",
        )
    if pulse is not None and pulse > now + SLACK:
        return Finding(
            PART,
            "warn",
            "The clock was set back since the meter last ran.",
            "See whether date and time are right; acts of then keep the date they have.",
        )
    return Finding(PART, "good", "The clock goes forward.")
