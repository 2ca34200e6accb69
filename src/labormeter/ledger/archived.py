"""What imports left in the ledger beside dated acts: undated ones, returned files, what was met."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any, Final

from labormeter.ledger import file
from labormeter.ledger.faults import known
from labormeter.model import Cell, Seen

if TYPE_CHECKING:
    from labormeter.home import Home


def undated(home: Home) -> list[Cell]:
    """Return acts without a date, rolled up; their day is empty, and they are in no other cell."""
    found = _rows(home, _UNDATED)
    return [
        Cell(
            day="",
            platform=platform,
            activity=activity,
            source="archive",
            gestures=quantity,
            net=quantity,
            acts=acts,
            finer=finer,
        )
        for platform, activity, finer, quantity, acts in found
    ]


def undated_acts(
    home: Home, platform: str | None = None, activity: str | None = None
) -> list[dict[str, Any]]:
    """Return acts without a date one by one, as columns of the table `undated`."""
    found = _rows(home, _EACH)
    every = [dict(zip(_COLUMNS, row, strict=True)) for row in found]
    return [
        one
        for one in every
        if platform in {None, one["platform"]} and activity in {None, one["activity"]}
    ]


_COLUMNS: Final = ("id", "platform", "activity", "finer", "quantity", "target", "rule", "pack")
_EACH: Final = (
    "SELECT id, platform, activity, finer, quantity, target, rule, pack FROM undated ORDER BY seq"
)
_UNDATED: Final = (
    "SELECT platform, activity, finer, sum(quantity), count(*) FROM undated"
    " GROUP BY 1, 2, 3 ORDER BY 1, 2, 3"
)


def returned(home: Home) -> list[Cell]:
    """Return uploads by the kinds of metadata in the files as platforms returned them, by day."""
    return [
        Cell(
            day=day,
            platform=platform,
            activity="upload",
            source="archive",
            gestures=acts,
            net=acts,
            acts=acts,
            disclosure=kind,
        )
        for day, platform, kind, acts in _rows(home, _RETURNED)
    ]


_RETURNED: Final = (
    "SELECT day, platform, kind, count(*) FROM returned JOIN acts ON acts.seq = returned.act"
    " GROUP BY 1, 2, 3 ORDER BY 1, 2, 3"
)


def seen(home: Home) -> list[Seen]:
    """Return live and archived acts of each day, for platforms and activities that archives tell of.

    Live ones of days that no archive of their platform reaches are left out: of them nothing can be
    said.
    """
    return [Seen._make(row) for row in _rows(home, _SEEN)]


_SEEN: Final = """
WITH reach AS (
    SELECT platform, date(min(first_at) / 1000000, 'unixepoch') AS first,
        date(max(last_at) / 1000000, 'unixepoch') AS last
    FROM reaches WHERE first_at IS NOT NULL GROUP BY platform
),
told AS (SELECT DISTINCT platform, activity FROM reaches WHERE first_at IS NOT NULL),
met AS (
    SELECT day, platform, activity, count(*) AS both, sum(how != 'target') AS near
    FROM confirmations JOIN acts ON acts.seq = confirmations.act WHERE effect = 'do'
    GROUP BY 1, 2, 3
)
SELECT day, platform, activity, live, coalesce(both, 0), archived, coalesce(near, 0) FROM (
    SELECT day, platform, activity,
        sum(CASE WHEN source IN ('wire', 'har') THEN acts ELSE 0 END) AS live,
        sum(CASE WHEN source = 'archive' THEN acts ELSE 0 END) AS archived
    FROM day_rollup JOIN told USING (platform, activity) JOIN reach USING (platform)
    WHERE day BETWEEN first AND last AND source IN ('wire', 'har', 'archive')
    GROUP BY 1, 2, 3
) LEFT JOIN met USING (day, platform, activity)
ORDER BY 1, 2, 3
"""


def _rows(home: Home, statement: str) -> list[tuple[Any, ...]]:
    try:
        with closing(file.read_only(home.ledger)) as connection:
            return connection.execute(statement).fetchall()
    except sqlite3.Error as error:
        raise known(error) from error
