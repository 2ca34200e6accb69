"""Whether metering itself brings captchas: both rates of the last half year, in words."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from labormeter import captchas
from labormeter.doctor.finding import Finding
from labormeter.ledger import file, query
from labormeter.model import SECOND

if TYPE_CHECKING:
    from labormeter.captchas import Comparison
    from labormeter.home import Home

PART: Final = "captchas"


def look(home: Home, now: int) -> Finding:
    """Compare what the ledger has; one that is not there is not made."""
    if not home.ledger.exists() or file.judge(home) != "ready":
        return judge(captchas.compare(()))
    with query.open(home) as kept:
        return judge(captchas.compare(kept.visits(since(now))))


def since(now: int) -> str:
    """Return the first day that is looked at, by this machine's clock."""
    return time.strftime("%Y-%m-%d", time.localtime(now // SECOND - captchas.BACK * 86_400))


def judge(found: Comparison) -> Finding:
    """Say both rates; only a difference that is hardly chance asks for something."""
    said = captchas.sentence(found)
    if found.verdict != "more":
        return Finding(PART, "good", said)
    return Finding(
        PART, "warn", said, "Switch a platform off for a while with `labormeter platforms off`."
    )
