"""Takes an import back, as a whole: the ledger is then as if it had never been.

An undo that was metered since and reversed an act of the import has lost its do. It stays, as what
it would have been: a gesture, unmatched.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Final

from labormeter.ledger import clearing, file, imports, rows, scrub
from labormeter.ledger.faults import known

if TYPE_CHECKING:
    from labormeter.home import Home
    from labormeter.ledger.imports import Import


def take_back(home: Home, number: int, *, now: int) -> Import:
    """Undo an import, in one transaction; return what it was. Works while a meter runs.

    Raises KnownError where there is no such import, or the ledger cannot be written.
    """
    found = imports.one(home, number)
    whole = scrub.unclean(home)
    try:
        with closing(file.connect(home.ledger)) as connection:
            connection.execute("PRAGMA temp_store = FILE")
            connection.execute("BEGIN IMMEDIATE")
            count = _take(connection, number)
            connection.execute(_TOMBSTONE, (rows.local_day(now, 0), count))
            scrub.begin(home)
            connection.execute("COMMIT")
            scrub.scrub(home, connection, None, whole=whole)
    except sqlite3.Error as error:
        raise known(error) from error
    return found


def _take(connection: sqlite3.Connection, number: int) -> int:
    connection.execute("CREATE TEMP TABLE gone (seq INTEGER PRIMARY KEY)")
    connection.execute("INSERT INTO gone SELECT act FROM imported WHERE import = ?", (number,))
    (count,) = connection.execute("SELECT count(*) FROM gone").fetchone()
    connection.execute(_ALONE, (number,))
    days = [day for (day,) in connection.execute(_DAYS)]
    connection.execute("INSERT INTO forgetting VALUES ('labormeter import --undo')")
    count += connection.execute("DELETE FROM undated WHERE import = ?", (number,)).rowcount
    connection.execute("DELETE FROM confirmations WHERE import = ?", (number,))
    connection.execute("INSERT OR IGNORE INTO gone SELECT seq FROM alone")
    clearing.clear(connection)
    for day in days:
        clearing.roll_up(connection, day)
    connection.execute("DELETE FROM forgetting")
    connection.execute(_AGAIN)
    return int(count)


_ALONE: Final = """
CREATE TEMP TABLE alone AS
SELECT undo.* FROM acts AS undo
WHERE undo.effect = 'undo' AND undo.net < 0 AND undo.seq NOT IN (SELECT seq FROM gone)
    AND undo.target IS NOT NULL
    AND (
        EXISTS (
            SELECT 1 FROM acts AS do JOIN gone USING (seq)
            WHERE do.platform = undo.platform AND do.activity = undo.activity AND do.net > 0
                AND (do.target = undo.target OR do.made = undo.target OR do.made = undo.made)
        ) OR EXISTS (
            SELECT 1 FROM undated WHERE undated.import = ?1 AND undated.target = undo.target
                AND undated.platform = undo.platform AND undated.activity = undo.activity
        )
    )
    AND NOT EXISTS (
        SELECT 1 FROM acts AS other
        WHERE other.platform = undo.platform AND other.activity = undo.activity
            AND other.net > 0 AND (other.target = undo.target OR other.made = undo.target)
            AND other.seq NOT IN (SELECT seq FROM gone)
    )
"""
_DAYS: Final = "SELECT day FROM acts JOIN gone USING (seq) UNION SELECT day FROM alone ORDER BY 1"
_COLUMNS: Final = ", ".join(rows.COLUMNS)
_AGAIN: Final = f"""
INSERT INTO acts ({_COLUMNS}) SELECT {
    ", ".join(
        {"net": "0", "flags": "json_insert(flags, '$[#]', 'unmatched')"}.get(name, name)
        for name in rows.COLUMNS
    )
} FROM alone ORDER BY seq
"""  # noqa: S608 - names of ours
_TOMBSTONE: Final = "INSERT INTO tombstones (forgotten_on, acts) VALUES (?, ?)"
