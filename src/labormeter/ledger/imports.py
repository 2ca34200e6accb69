"""Imports: what each brought, kept with it so that it can be undone as a whole.

The acts themselves lie among the others. Beside them are kept which import brought them, which
live acts an archive told of as well, and how far an archive reached: of these coverage is made.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from labormeter.errors import KnownError
from labormeter.ledger import aside, file, rows
from labormeter.ledger.faults import known
from labormeter.sentence import said

if TYPE_CHECKING:
    from collections.abc import Callable

    from labormeter.home import Home
    from labormeter.ledger.staging import Staging


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Acts of one platform, activity and year in an import, by what becomes of them."""

    platform: str
    activity: str
    year: str
    """Empty for those without a date."""
    new: int = 0
    same: int = 0
    """Imported before."""
    met: int = 0
    """Live acts of the ledger, told by their target."""
    near: int = 0
    """Live acts of the ledger, told by their time or number alone: these are not certain."""

    @property
    def found(self) -> int:
        """Return all of them."""
        return self.new + self.same + self.met + self.near


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """One import that the ledger keeps."""

    number: int
    imported_at: int
    reader: str
    """Name of what read it: `instagram`, `har`, ..."""
    found: int
    added: int
    undated: int
    """Of those added, how many have no date."""
    same: int
    met: int
    near: int
    first_day: str | None = None
    last_day: str | None = None
    left: int = 0
    """How many of those added are still there."""


def tallies(staging: Staging) -> list[Tally]:
    """Return what an import would bring, by platform, activity and year."""
    found: dict[tuple[str, str, str], Counter[str]] = {}
    for platform, activity, year, fate, number in staging.connection.execute(_TALLY):
        found.setdefault((platform, activity, year), Counter())[_FATES[fate]] += number
    return [
        Tally(platform=platform, activity=activity, year=year, **counts)
        for (platform, activity, year), counts in sorted(found.items())
    ]


_FATES: Final = {"new": "new", "same": "same", "target": "met", "time": "near", "count": "near"}
_TALLY: Final = """
SELECT platform, activity,
    CASE WHEN at IS NULL THEN ''
        ELSE strftime('%Y', at / 1000000 + utc_offset * 60, 'unixepoch') END,
    fate, count(*)
FROM staged GROUP BY 1, 2, 3, 4
"""


def commit(
    home: Home, staging: Staging, reader: str, *, now: int, stop: Callable[[], bool] = lambda: False
) -> int | None:
    """Bring what is staged into the ledger, in one transaction; return the import's number.

    None where there is nothing that the ledger does not hold. `stop` is asked between the steps:
    where it says so, nothing was imported. Raises KnownError, and then nothing was imported.
    """
    connection = staging.connection
    try:
        connection.execute("DROP VIEW IF EXISTS temp.acts")
        if not connection.execute(_ANYTHING).fetchone():
            return None
        connection.execute("BEGIN IMMEDIATE")
        number = _bring(staging, reader, now=now, stop=stop)
        if number is None:
            connection.execute("ROLLBACK")
            return None
        connection.execute("COMMIT")
    except sqlite3.Error as error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise known(error) from error
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    _checkpoint(home)
    return number


def _checkpoint(home: Home) -> None:
    """Move what was written into the file, so that the log beside it does not stay large."""
    with closing(file.connect(home.ledger)) as connection:
        connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()


def _bring(staging: Staging, reader: str, *, now: int, stop: Callable[[], bool]) -> int | None:
    connection = staging.connection
    (before,) = connection.execute("SELECT coalesce(max(seq), 0) FROM acts").fetchone()
    watching = connection.execute(_WATCHING).fetchall()
    for name, _ in watching:
        connection.execute(f"DROP TRIGGER {name}")
    number = connection.execute(_IMPORT, {"at": now, "reader": reader}).lastrowid
    values = {"import": number, "before": before}
    for statement in _STEPS:
        if stop():
            return None
        connection.execute(
            statement, {name: values[name] for name in values if f":{name}" in statement}
        )
    _disclose(connection, before)
    connection.executemany(_LINK, staging.links)
    aside.bring(connection, number)
    connection.executemany(_NOTICE, [_notice(one) for one in staging.notices])
    for _, sql in watching:
        connection.execute(sql)
    return number


def _notice(notice: object) -> tuple[str, ...]:
    day = rows.machine_day(notice.at)  # type: ignore[attr-defined]
    names = ("platform", "reason", "method", "host", "name")
    return (day, *(getattr(notice, name) for name in names))


def _disclose(connection: sqlite3.Connection, before: int) -> None:
    """Write what left in uploads, and apart from it what the platform returned of them."""
    waiting = connection.execute(_KINDS, {"before": before})
    for seq, kinds, source in waiting:
        table = "returned" if source == "archive" else "disclosures"
        pairs = [one.partition(" ") for one in kinds.split(";")]
        connection.executemany(
            f"INSERT OR IGNORE INTO {table} VALUES (?, ?, ?)",  # noqa: S608 - one of two
            [(seq, kind, sure) for kind, _, sure in pairs],
        )


_ANYTHING: Final = "SELECT 1 FROM staged WHERE fate != 'same' LIMIT 1"
_WATCHING: Final = (
    "SELECT name, sql FROM main.sqlite_schema WHERE type = 'trigger' AND tbl_name = 'acts'"
    " AND name IN ('acts_roll_up', 'acts_roll_up_hours')"
)
"""Rolling up row by row would hold the meter up for longer than rolling up at once."""
_IMPORT: Final = """
INSERT INTO imports (imported_at, reader, found, added, undated, same, met, near)
SELECT :at, :reader, count(*), sum(fate = 'new'), sum(fate = 'new' AND at IS NULL),
    sum(fate = 'same'), sum(fate = 'target'), sum(fate IN ('time', 'count'))
FROM staged
"""
_COLUMNS: Final = ", ".join(rows.COLUMNS)
_STEPS: Final = (
    f"""
    INSERT INTO acts ({_COLUMNS})
    SELECT id, at, utc_offset, date(at / 1000000 + utc_offset * 60, 'unixepoch'), platform,
        activity, effect, coalesce(rule, platform || ':archive-' || kind), pack, actor,
        nullif(target, ''), nullif(made, ''), quantity, unit,
        coalesce(net, CASE effect WHEN 'do' THEN quantity ELSE -quantity END), rounds, tiles,
        seconds, source,
        CASE WHEN source = 'archive' AND kinds != '' THEN '["returned"]' ELSE flags END, finer
    FROM staged WHERE fate = 'new' AND at IS NOT NULL
    ORDER BY CASE kind WHEN 'own' THEN 0 ELSE at END, n
    """,  # noqa: S608 - names of ours
    """
    INSERT INTO imported SELECT seq, :import FROM acts WHERE seq > :before
    """,
    """
    INSERT INTO undated (id, import, platform, activity, rule, pack, target, quantity, finer)
    SELECT id, :import, platform, activity, coalesce(rule, platform || ':archive-' || kind), pack,
        nullif(target, ''), quantity, finer
    FROM staged WHERE fate = 'new' AND at IS NULL
    """,
    """
    INSERT OR IGNORE INTO confirmations SELECT id, meets, :import, fate FROM staged
    WHERE meets IS NOT NULL
    """,
    """
    INSERT INTO reaches SELECT :import, platform, activity, count(*), min(at), max(at)
    FROM staged WHERE source = 'archive' AND kind != 'own' GROUP BY platform, activity
    """,
    """
    INSERT OR IGNORE INTO links SELECT post.seq, upload.seq
    FROM staged AS s JOIN staged AS p ON p.n =
        (SELECT max(n) FROM staged WHERE n < s.n AND n > s.n - 1000 AND NOT joined)
    CROSS JOIN acts upload ON upload.id = s.id CROSS JOIN acts post ON post.id = p.id
    WHERE s.joined AND s.fate = 'new' AND s.file = p.file
    """,
    """
    INSERT INTO day_rollup
    SELECT day, platform, activity, source, unit, finer, sum(quantity), sum(net),
        coalesce(sum(seconds), 0), count(seconds), count(*)
    FROM acts WHERE seq > :before GROUP BY 1, 2, 3, 4, 5, 6
    ON CONFLICT DO UPDATE SET
        gestures = gestures + excluded.gestures, net = net + excluded.net,
        seconds = seconds + excluded.seconds, timed = timed + excluded.timed,
        acts = acts + excluded.acts
    """,
    """
    INSERT INTO hour_rollup
    SELECT ((occurred_at + utc_offset * 60000000) / 3600000000 + 72) % 168 / 24 + 1,
        ((occurred_at + utc_offset * 60000000) / 3600000000 + 72) % 24,
        platform, activity, source, unit, sum(quantity), sum(net), count(*)
    FROM acts WHERE seq > :before GROUP BY 1, 2, 3, 4, 5, 6
    ON CONFLICT DO UPDATE SET
        gestures = gestures + excluded.gestures, net = net + excluded.net,
        acts = acts + excluded.acts
    """,
)
# A cross join keeps its order in SQLite: what is staged has no index by id, and needs none.
_KINDS: Final = """
SELECT acts.seq, staged.kinds, staged.source FROM staged CROSS JOIN acts USING (id)
WHERE fate = 'new' AND kinds != '' AND acts.seq > :before
"""
_LINK: Final = (
    "INSERT OR IGNORE INTO links SELECT post.seq, upload.seq FROM acts post, acts upload"
    " WHERE post.id = ? AND upload.id = ?"
)
_NOTICE: Final = (
    "INSERT INTO notices VALUES (?, ?, ?, ?, ?, ?, 1) ON CONFLICT DO UPDATE SET count = count + 1"
)


def listed(home: Home) -> list[Import]:
    """Return the imports that were not undone, the oldest first."""
    try:
        with closing(file.read_only(home.ledger)) as connection:
            found = connection.execute(_LISTED).fetchall()
    except sqlite3.Error as error:
        raise known(error) from error
    return [Import(**dict(zip(_NAMES, row, strict=True))) for row in found]


_NAMES: Final = (
    "number", "imported_at", "reader", "found", "added", "undated", "same", "met", "near",
    "first_day", "last_day", "left",
)  # fmt: skip
_LISTED: Final = """
SELECT imports.seq, imported_at, reader, imports.found, added, undated, same, met, near,
    (SELECT date(min(first_at) / 1000000, 'unixepoch') FROM reaches WHERE import = imports.seq),
    (SELECT date(max(last_at) / 1000000, 'unixepoch') FROM reaches WHERE import = imports.seq),
    (SELECT count(*) FROM imported WHERE import = imports.seq)
        + (SELECT count(*) FROM undated WHERE import = imports.seq)
FROM imports ORDER BY imports.seq
"""


def one(home: Home, number: int) -> Import:
    """Return the import of a number. Raises KnownError where there is none."""
    found = next((each for each in listed(home) if each.number == number), None)
    if found is None:
        raise KnownError(
            said("There is no import {number}.", number=number),
            "`labormeter import --list` shows them.",
        )
    return found
