"""Acts as rows of the ledger, and back."""

from __future__ import annotations

import json
import time
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from labormeter.model import SECOND, Act, Disclosure

if TYPE_CHECKING:
    from collections.abc import Sequence

COLUMNS: Final = (
    "id",
    "occurred_at",
    "utc_offset",
    "day",
    "platform",
    "activity",
    "effect",
    "rule",
    "pack",
    "actor",
    "target",
    "made",
    "quantity",
    "unit",
    "net",
    "rounds",
    "tiles",
    "seconds",
    "source",
    "flags",
    "finer",
)
"""Columns of the table `acts` after `seq`, in the order in which rows are written."""

_DAY: Final = 86_400 * SECOND
_EPOCH: Final = date(1970, 1, 1).toordinal()

INSERT: Final = f"INSERT INTO acts ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"  # noqa: S608 - constants

SELECT: Final = (
    f"SELECT {', '.join(COLUMNS)},"  # noqa: S608 - constants
    " (SELECT group_concat(kind || ' ' || sure, ';')"
    " FROM (SELECT kind, sure FROM disclosures WHERE act = acts.seq ORDER BY kind)),"
    " seq"
    " FROM acts"
)


def local_day(at: int, utc_offset: int) -> str:
    """Return the ISO date of a moment where the clock is `utc_offset` minutes east of UTC."""
    return date.fromordinal(_EPOCH + (at + utc_offset * 60 * SECOND) // _DAY).isoformat()


def begin_of_day(day: str) -> int:
    """Return midnight UTC of an ISO date, in microseconds."""
    return (date.fromisoformat(day).toordinal() - _EPOCH) * _DAY


def machine_day(at: int) -> str:
    """Return the ISO date of a moment by this machine's clock, for what keeps no offset."""
    return local_day(at, time.localtime(at // SECOND).tm_gmtoff // 60)


def row(act: Act) -> tuple[object, ...]:
    """Return what the table `acts` keeps of an act, in the order of COLUMNS."""
    return (
        act.id,
        act.occurred_at,
        act.utc_offset,
        local_day(act.occurred_at, act.utc_offset),
        act.platform,
        act.activity,
        act.effect,
        act.rule,
        act.pack,
        act.actor,
        act.target,
        act.made,
        act.quantity,
        act.unit,
        act.net,
        act.rounds,
        act.tiles,
        act.seconds,
        act.source,
        json.dumps(act.flags) if act.flags else "[]",
        act.finer,
    )


def act(found: Sequence[Any]) -> Act:
    """Return the act of a row read by SELECT."""
    values = dict(zip(COLUMNS, found, strict=False))
    del values["day"]
    values["flags"] = () if values["flags"] == "[]" else tuple(json.loads(values["flags"]))
    return Act(**values, disclosures=_disclosures(found[len(COLUMNS)]))


def _disclosures(text: str | None) -> tuple[Disclosure, ...]:
    if not text:
        return ()
    pairs = (item.partition(" ") for item in text.split(";"))
    return tuple(
        Disclosure(kind, "seen-partly" if sure == "seen-partly" else "seen")
        for kind, _, sure in pairs
    )
