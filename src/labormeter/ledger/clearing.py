"""Takes acts out of the tables and the roll-ups: the inner half of `forget`.

Whoever calls it has filled the temporary table `gone`, holds the transaction and has opened the
triggers by a row in `forgetting`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from labormeter.ledger import rows, tables
from labormeter.model import SECOND

if TYPE_CHECKING:
    import sqlite3

_HOUR: Final = 3600 * SECOND


def clear(connection: sqlite3.Connection, platform: str | None = None) -> None:
    """Delete the acts in the table `gone` and what goes with them, by day rolled up later."""
    for statement in (*_HOURS, *tables.OF_ACTS, *_DELETE):
        connection.execute(statement)
    for statement in tables.OF_PLATFORM if platform else ():
        connection.execute(statement, (platform,))
    for statement in tables.BARE:
        connection.execute(statement)


_HOURS: Final = (
    """
    UPDATE hour_rollup SET gestures = hour_rollup.gestures - left_by.gestures,
        net = hour_rollup.net - left_by.net, acts = hour_rollup.acts - left_by.acts
    FROM (
        SELECT ((occurred_at + utc_offset * 60000000) / 3600000000 + 72) % 168 AS hours,
            platform, activity, source, unit,
            sum(quantity) AS gestures, sum(net) AS net, count(*) AS acts
        FROM acts JOIN gone USING (seq) GROUP BY 1, 2, 3, 4, 5
    ) AS left_by
    WHERE hour_rollup.weekday = left_by.hours / 24 + 1 AND hour_rollup.hour = left_by.hours % 24
        AND hour_rollup.platform = left_by.platform AND hour_rollup.activity = left_by.activity
        AND hour_rollup.source = left_by.source AND hour_rollup.unit = left_by.unit
    """,
    "DELETE FROM hour_rollup WHERE acts = 0",
)
_DELETE: Final = (
    "DELETE FROM disclosures WHERE act IN (SELECT seq FROM gone)",
    "DELETE FROM links WHERE act IN (SELECT seq FROM gone) OR upload IN (SELECT seq FROM gone)",
    "DELETE FROM acts WHERE seq IN (SELECT seq FROM gone)",
)


_ALL: Final = ("links", "disclosures", "acts", "day_rollup", "day_disclosures", "hour_rollup")


def empty(connection: sqlite3.Connection) -> None:
    """Delete all rows of acts and roll-ups at once: row by row a million take most of a minute.

    SQLite empties a table as a whole only where no trigger watches; they come back at once, within
    the same transaction.
    """
    for table in (*tables.EMPTIED, *_ALL):
        watching = connection.execute(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?", (table,)
        ).fetchall()
        for name, _ in watching:
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - constants
        for _, sql in watching:
            connection.execute(sql)


def roll_up(connection: sqlite3.Connection, day: str) -> None:
    """Roll the acts of one local day up anew."""
    begins = rows.begin_of_day(day)
    values = (day, begins - 16 * _HOUR, begins + 40 * _HOUR)
    for table, select in _ROLL_UPS.items():
        connection.execute(f"DELETE FROM {table} WHERE day = ?", (day,))  # noqa: S608 - constants
        connection.execute(f"INSERT INTO {table} {select}", values)


_ROLL_UPS: Final = {
    "day_rollup": "SELECT day, platform, activity, source, unit, finer, sum(quantity), sum(net),"
    " coalesce(sum(seconds), 0), count(seconds), count(*) FROM acts"
    " WHERE day = ?1 AND occurred_at BETWEEN ?2 AND ?3 GROUP BY 1, 2, 3, 4, 5, 6",
    "day_disclosures": "SELECT day, platform, activity, source, kind, count(*)"
    " FROM acts JOIN disclosures ON act = seq"
    " WHERE day = ?1 AND occurred_at BETWEEN ?2 AND ?3 GROUP BY 1, 2, 3, 4, 5",
}
