"""The schema of the ledger, as recorded migrations; docs/ledger.md explains every table.

This is the only module of the ledger that imports sqlite-utils. That loads pandas where it is
installed, which must never happen inside the proxy, so it runs as a short-lived process (see
`migrating`).

Times are whole microseconds since 1970 UTC, days local ISO dates, hashes 32 hexadecimal digits.
A migration that was released is never changed: a later one follows it. Add the name of a new one
to `file.MIGRATIONS`.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Final

from sqlite_utils import Database, Migrations

from labormeter import __version__
from labormeter.ledger import tables
from labormeter.ledger.file import SET

if TYPE_CHECKING:
    from pathlib import Path

migrations = Migrations(SET)

KEPT: Final = (
    "acts", "disclosures", "links", "spans", "control", "acknowledgements", "pins", "tombstones",
    "remarks", "versions",
)  # fmt: skip
"""Tables whose rows are appended and never changed, by trigger."""

ACTS: Final = """
CREATE TABLE acts (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    occurred_at INTEGER NOT NULL,
    utc_offset INTEGER NOT NULL,
    day TEXT NOT NULL,
    platform TEXT NOT NULL,
    activity TEXT NOT NULL,
    effect TEXT NOT NULL CHECK (effect IN ('do', 'undo')),
    rule TEXT NOT NULL,
    pack TEXT NOT NULL,
    actor TEXT,
    target TEXT,
    made TEXT,
    quantity INTEGER NOT NULL,
    unit TEXT NOT NULL DEFAULT '',
    net INTEGER NOT NULL,
    rounds INTEGER,
    tiles INTEGER,
    seconds INTEGER,
    source TEXT NOT NULL,
    flags TEXT NOT NULL DEFAULT '[]',
    CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'),
    CHECK (length(actor) = 32 AND actor NOT GLOB '*[^0-9a-f]*'),
    CHECK (length(target) = 32 AND target NOT GLOB '*[^0-9a-f]*'),
    CHECK (length(made) = 32 AND made NOT GLOB '*[^0-9a-f]*')
);
CREATE INDEX acts_by_time ON acts (occurred_at);
CREATE INDEX acts_by_platform ON acts (platform, occurred_at);
CREATE INDEX acts_by_target ON acts (target) WHERE target IS NOT NULL;
CREATE INDEX acts_by_made ON acts (made) WHERE made IS NOT NULL;
CREATE TABLE disclosures (
    act INTEGER NOT NULL REFERENCES acts (seq),
    kind TEXT NOT NULL,
    sure TEXT NOT NULL,
    PRIMARY KEY (act, kind)
) WITHOUT ROWID;
CREATE TABLE links (
    act INTEGER NOT NULL REFERENCES acts (seq),
    upload INTEGER NOT NULL REFERENCES acts (seq),
    PRIMARY KEY (act, upload)
) WITHOUT ROWID;
CREATE INDEX links_by_upload ON links (upload);
"""

METERING: Final = """
CREATE TABLE spans (
    seq INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('shift', 'private', 'pause', 'gap')),
    edge TEXT NOT NULL CHECK (edge IN ('begin', 'end')),
    at INTEGER NOT NULL,
    begun INTEGER REFERENCES spans (seq),
    reason TEXT NOT NULL DEFAULT '',
    late INTEGER NOT NULL DEFAULT 0,
    lost INTEGER NOT NULL DEFAULT 0,
    CHECK ((edge = 'end') = (begun IS NOT NULL))
);
CREATE UNIQUE INDEX spans_by_begun ON spans (begun) WHERE begun IS NOT NULL;
CREATE INDEX spans_by_time ON spans (at);
CREATE TABLE control (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    verb TEXT NOT NULL CHECK (verb IN ('start', 'pause', 'private', 'stop')),
    asked_at INTEGER NOT NULL,
    until INTEGER
);
CREATE TABLE acknowledgements (
    seq INTEGER PRIMARY KEY,
    control INTEGER NOT NULL REFERENCES control (seq),
    acknowledged_at INTEGER NOT NULL,
    state TEXT NOT NULL
);
CREATE INDEX acknowledgements_by_control ON acknowledgements (control);
CREATE TABLE pulse (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    at INTEGER NOT NULL
);
CREATE TABLE health (
    platform TEXT PRIMARY KEY,
    last_traffic INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE notices (
    day TEXT NOT NULL,
    platform TEXT NOT NULL,
    reason TEXT NOT NULL,
    method TEXT NOT NULL,
    host TEXT NOT NULL,
    name TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (day, platform, reason, method, host, name)
) WITHOUT ROWID;
"""

LATER: Final = """
CREATE TABLE pins (
    seq INTEGER PRIMARY KEY,
    pinned_at INTEGER NOT NULL,
    book TEXT NOT NULL,
    version TEXT NOT NULL,
    from_week TEXT NOT NULL
);
CREATE TABLE tombstones (
    seq INTEGER PRIMARY KEY,
    forgotten_on TEXT NOT NULL,
    acts INTEGER NOT NULL
);
CREATE TABLE remarks (
    seq INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    sentence TEXT NOT NULL
);
CREATE TABLE versions (
    seq INTEGER PRIMARY KEY,
    program TEXT NOT NULL,
    since INTEGER NOT NULL
);
CREATE TABLE forgetting (by TEXT NOT NULL);
"""

DAY_ROLLUP: Final = """
CREATE TABLE day_rollup (
    day TEXT NOT NULL,
    platform TEXT NOT NULL,
    activity TEXT NOT NULL,
    source TEXT NOT NULL,
    unit TEXT NOT NULL,
    gestures INTEGER NOT NULL,
    net INTEGER NOT NULL,
    seconds INTEGER NOT NULL,
    timed INTEGER NOT NULL,
    acts INTEGER NOT NULL,
    PRIMARY KEY (day, platform, activity, source, unit)
) WITHOUT ROWID;
CREATE TRIGGER acts_roll_up AFTER INSERT ON acts BEGIN
    INSERT INTO day_rollup VALUES (
        NEW.day, NEW.platform, NEW.activity, NEW.source, NEW.unit,
        NEW.quantity, NEW.net, coalesce(NEW.seconds, 0), NEW.seconds IS NOT NULL, 1
    ) ON CONFLICT DO UPDATE SET
        gestures = gestures + excluded.gestures,
        net = net + excluded.net,
        seconds = seconds + excluded.seconds,
        timed = timed + excluded.timed,
        acts = acts + 1;
END;
"""

READABLE: Final = """
CREATE VIEW acts_readable AS SELECT
    seq,
    strftime('%Y-%m-%dT%H:%M:%S', occurred_at / 1000000, 'unixepoch')
        || printf('.%06dZ', occurred_at % 1000000) AS occurred_at,
    strftime('%Y-%m-%d %H:%M:%S', occurred_at / 1000000 + utc_offset * 60, 'unixepoch')
        AS local_time,
    day,
    platform,
    activity,
    effect,
    quantity,
    unit,
    net,
    seconds / 1000000.0 AS seconds,
    source,
    flags,
    (SELECT group_concat(kind, ' ') FROM disclosures WHERE act = acts.seq) AS disclosures,
    rule,
    pack,
    target,
    id
FROM acts;
"""

DAY_DISCLOSURES: Final = """
CREATE TABLE day_disclosures (
    day TEXT NOT NULL,
    platform TEXT NOT NULL,
    activity TEXT NOT NULL,
    source TEXT NOT NULL,
    kind TEXT NOT NULL,
    acts INTEGER NOT NULL,
    PRIMARY KEY (day, platform, activity, source, kind)
) WITHOUT ROWID;
INSERT INTO day_disclosures
    SELECT day, platform, activity, source, kind, count(*)
    FROM disclosures JOIN acts ON acts.seq = disclosures.act
    GROUP BY day, platform, activity, source, kind;
CREATE TRIGGER disclosures_roll_up AFTER INSERT ON disclosures BEGIN
    INSERT INTO day_disclosures
        SELECT day, platform, activity, source, NEW.kind, 1 FROM acts WHERE seq = NEW.act
        ON CONFLICT DO UPDATE SET acts = acts + 1;
END;
"""

FINER: Final = """
ALTER TABLE acts ADD COLUMN finer TEXT NOT NULL DEFAULT ''
    CHECK (length(finer) <= 12 AND finer NOT GLOB '*[^a-z]*');
DROP TRIGGER acts_roll_up;
ALTER TABLE day_rollup RENAME TO coarser_rollup;
CREATE TABLE day_rollup (
    day TEXT NOT NULL,
    platform TEXT NOT NULL,
    activity TEXT NOT NULL,
    source TEXT NOT NULL,
    unit TEXT NOT NULL,
    finer TEXT NOT NULL,
    gestures INTEGER NOT NULL,
    net INTEGER NOT NULL,
    seconds INTEGER NOT NULL,
    timed INTEGER NOT NULL,
    acts INTEGER NOT NULL,
    PRIMARY KEY (day, platform, activity, source, unit, finer)
) WITHOUT ROWID;
INSERT INTO day_rollup
    SELECT day, platform, activity, source, unit, '', gestures, net, seconds, timed, acts
    FROM coarser_rollup;
DROP TABLE coarser_rollup;
CREATE TRIGGER acts_roll_up AFTER INSERT ON acts BEGIN
    INSERT INTO day_rollup VALUES (
        NEW.day, NEW.platform, NEW.activity, NEW.source, NEW.unit, NEW.finer,
        NEW.quantity, NEW.net, coalesce(NEW.seconds, 0), NEW.seconds IS NOT NULL, 1
    ) ON CONFLICT DO UPDATE SET
        gestures = gestures + excluded.gestures,
        net = net + excluded.net,
        seconds = seconds + excluded.seconds,
        timed = timed + excluded.timed,
        acts = acts + 1;
END;
DROP VIEW acts_readable;
"""

HOURS: Final = """
CREATE TABLE hour_rollup (
    weekday INTEGER NOT NULL,
    hour INTEGER NOT NULL,
    platform TEXT NOT NULL,
    activity TEXT NOT NULL,
    source TEXT NOT NULL,
    unit TEXT NOT NULL,
    gestures INTEGER NOT NULL,
    net INTEGER NOT NULL,
    acts INTEGER NOT NULL,
    PRIMARY KEY (weekday, hour, platform, activity, source, unit)
) WITHOUT ROWID;
INSERT INTO hour_rollup
    SELECT ((occurred_at + utc_offset * 60000000) / 3600000000 + 72) % 168 / 24 + 1 AS weekday,
        ((occurred_at + utc_offset * 60000000) / 3600000000 + 72) % 24 AS hour,
        platform, activity, source, unit, sum(quantity), sum(net), count(*)
    FROM acts GROUP BY 1, 2, 3, 4, 5, 6;
CREATE TRIGGER acts_roll_up_hours AFTER INSERT ON acts BEGIN
    INSERT INTO hour_rollup VALUES (
        ((NEW.occurred_at + NEW.utc_offset * 60000000) / 3600000000 + 72) % 168 / 24 + 1,
        ((NEW.occurred_at + NEW.utc_offset * 60000000) / 3600000000 + 72) % 24,
        NEW.platform, NEW.activity, NEW.source, NEW.unit, NEW.quantity, NEW.net, 1
    ) ON CONFLICT DO UPDATE SET
        gestures = gestures + excluded.gestures,
        net = net + excluded.net,
        acts = acts + 1;
END;
"""
"""1970 began on a Thursday: 72 hours after the Monday from which the hours of a week are counted."""

VISITS: Final = """
CREATE TABLE visits (
    day TEXT NOT NULL,
    platform TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('metered', 'passed')),
    pages INTEGER NOT NULL,
    connections INTEGER NOT NULL,
    captchas INTEGER NOT NULL,
    PRIMARY KEY (day, platform, state)
) WITHOUT ROWID;
"""

_NEVER_CHANGED: Final = """
CREATE TRIGGER {table}_never_change BEFORE UPDATE ON {table} BEGIN
    SELECT RAISE(ABORT, '{table} are appended and never changed');
END;
CREATE TRIGGER {table}_never_deleted BEFORE DELETE ON {table}
WHEN NOT EXISTS (SELECT 1 FROM forgetting) BEGIN
    SELECT RAISE(ABORT, '{table} are appended and never deleted, but by labormeter forget');
END;
"""

_ONCE: Final = """
CREATE TRIGGER acts_once BEFORE INSERT ON acts
WHEN EXISTS (SELECT 1 FROM acts WHERE id = NEW.id OR seq = NEW.seq) BEGIN
    SELECT RAISE(IGNORE);
END;
"""


def run(db: Database, script: str) -> None:
    """Run the statements of a script within the transaction that is open.

    `executescript` of the standard library would commit it first.
    """
    waiting = ""
    for line in script.splitlines(keepends=True):
        waiting += line
        if sqlite3.complete_statement(waiting):
            db.execute(waiting)
            waiting = ""


@migrations(name="0001_acts")
def _acts(db: Database) -> None:
    """Lay the first tables: what 0.1.0 was released with, but for the roll-up of disclosures."""
    for script in (ACTS, METERING, LATER, DAY_ROLLUP, READABLE, _ONCE):
        run(db, script)
    for table in KEPT:
        run(db, _NEVER_CHANGED.format(table=table))


@migrations(name="0002_day_disclosures")
def _day_disclosures(db: Database) -> None:
    """Count uploads by the kind of metadata that left in them, day by day."""
    run(db, DAY_DISCLOSURES)


@migrations(name="0003_finer_words_and_hours")
def _finer_words_and_hours(db: Database) -> None:
    """Tell a picture from a video, a request from a follow; count acts by hour of the week."""
    for script in (
        FINER,
        READABLE.replace("    activity,\n", "    activity,\n    finer,\n"),
        HOURS,
    ):
        run(db, script)


@migrations(name="0004_visits")
def _visits(db: Database) -> None:
    """Count pages and the captchas asked for on them, metered and passed through."""
    run(db, VISITS)


@migrations(name="0005_imports")
def _imports(db: Database) -> None:
    """Keep what each import brought, what has no date, and which live acts archives confirm."""
    run(db, tables.IMPORTS)
    for table in tables.KEPT:
        run(db, _NEVER_CHANGED.format(table=table))


def migrate(path: Path, *, now: int) -> None:
    """Bring the file to this version's schema, creating it where there is none.

    Raises sqlite3.Error; a migration that failed leaves no trace.
    """
    with sqlite3.connect(path, timeout=10, isolation_level=None) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA fullfsync = 1")
        connection.execute("PRAGMA secure_delete = ON")
        db = Database(connection)
        migrations.apply(db)
        connection.execute(
            "INSERT INTO versions (program, since) SELECT ?1, ?2"
            " WHERE ?1 IS NOT (SELECT program FROM versions ORDER BY seq DESC LIMIT 1)",
            (__version__, now),
        )
    connection.close()
