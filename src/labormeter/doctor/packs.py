"""Whether all packs can be read, and the rules are still young enough to be trusted."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Final

from labormeter.doctor.finding import Finding
from labormeter.model import SECOND
from labormeter.rules import load
from labormeter.sentence import said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from labormeter.home import Home

PART: Final = "packs"
OLD: Final = 270
"""Days after which a platform has probably changed something (docs/packs.md)."""


def look(home: Home, now: int) -> Finding:
    """Read the packs that came with labormeter and the person's own."""
    packs, faults = load.load(home.packs)
    today = datetime.fromtimestamp(now // SECOND, UTC).date()
    own = sum(not pack.shipped for pack in packs.platforms)
    return judge([pack.reviewed for pack in packs.platforms], own, len(faults), today)


def judge(reviewed: Sequence[date], own: int, faults: int, today: date) -> Finding:
    """Say how many packs there are and whether they are in order."""
    if not reviewed:
        return Finding(PART, "bad", "No pack could be read: nothing is counted.", "Install anew.")
    if faults:
        return Finding(
            PART,
            "bad",
            said("{faults} faults in packs of your own; these are left out.", faults=faults),
            "See `labormeter packs check FILE` for each.",
        )
    old = sum((today - each).days > OLD for each in reviewed)
    if old:
        return Finding(
            PART,
            "warn",
            said(
                "{old} of {packs} packs were last reviewed over {days} days ago.",
                old=old,
                packs=len(reviewed),
                days=OLD,
            ),
            "Update labormeter; platforms change how they speak.",
        )
    held = said("{packs} packs, {own} of them your own.", packs=len(reviewed), own=own)
    return Finding(PART, "good", held)
