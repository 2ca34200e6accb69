"""Whether the metered profiles are there, closed to other users, and whole."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from labormeter.browser import profile
from labormeter.doctor.finding import Finding
from labormeter.sentence import said

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from labormeter.home import Home

PART: Final = "profile"
_OTHERS: Final = 0o077


def look(home: Home, _now: int) -> Finding:
    """Look at the folders of profiles."""
    found = list(profile.folders(home))
    opened = sum(profile.in_use(root) for root in found)
    return judge(len(found), opened, [root.name for root in found if _open_to_others(root)])


def judge(count: int, opened: int, loose: Sequence[str]) -> Finding:
    """Say how many there are; `loose` are those that other users may enter."""
    if loose:
        return Finding(
            PART,
            "bad",
            said(
                "Other users of this computer may enter a metered profile ({names}).",
                names=", ".join(loose),
            ),
            "Open the metered browser once: it closes the folder again.",
        )
    if not count:
        return Finding(
            PART,
            "good",
            "No metered browser was opened yet; `labormeter browse` makes its profile.",
        )
    if count == 1:
        closed = said("1 metered profile, closed to other users; {opened} open now.", opened=opened)
    else:
        closed = said(
            "{count} metered profiles, closed to other users; {opened} open now.",
            count=count,
            opened=opened,
        )
    return Finding(PART, "good", closed)


def _open_to_others(root: Path) -> bool:
    return os.name == "posix" and bool(root.stat().st_mode & _OTHERS)
