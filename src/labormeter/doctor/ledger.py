"""Whether the ledger can be read and written, and is whole."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from labormeter.doctor.finding import Finding
from labormeter.ledger import file, query
from labormeter.sentence import said

if TYPE_CHECKING:
    from labormeter.home import Home
    from labormeter.ledger.file import Verdict

PART: Final = "ledger"


def look(home: Home, _now: int) -> Finding:
    """Have the file judged; one that is not there is not made. Raises KnownError (a newer one)."""
    if not home.ledger.exists():
        return Finding(PART, "good", "No ledger was begun yet.")
    verdict = file.judge(home)
    writable = os.access(home.ledger, os.W_OK) and os.access(home.root, os.W_OK)
    if verdict != "ready":
        return judge(verdict, 0, writable=writable, aside=_aside(home))
    with query.open(home) as kept:
        return judge(verdict, kept.count(), writable=writable, aside=_aside(home))


def judge(verdict: Verdict, acts: int, *, writable: bool, aside: int) -> Finding:
    """Say how the ledger is; `aside` is how many damaged ones are kept beside it."""
    if verdict == "damaged":
        return Finding(
            PART,
            "bad",
            "The ledger is damaged.",
            "Start labormeter: it keeps the file aside and saves what can be read.",
        )
    if not writable:
        return Finding(
            PART,
            "bad",
            "The ledger cannot be written, so that nothing new is kept.",
            "See to the permissions of the home folder.",
        )
    if verdict == "behind":
        return Finding(
            PART, "good", "The ledger is of an earlier version; the next start updates it."
        )
    if aside:
        return Finding(
            PART,
            "warn",
            said(
                "{acts} acts, sound; {aside} damaged before and kept aside.", acts=acts, aside=aside
            ),
            "Delete those in the home folder when you need them no more.",
        )
    return Finding(PART, "good", said("{acts} acts, sound.", acts=acts))


def _aside(home: Home) -> int:
    return len(list(home.root.glob("ledger.damaged-*.db")))
