"""The tables of imports, and what `forget` deletes of them.

Beside the acts is kept which import brought them (so that it can be undone), which live acts an
archive told of as well (so that the same archive changes nothing when it comes again), and how far
an archive reached. Acts without a date are apart from the others: no roll-up, no day, no worth.
"""

from __future__ import annotations

from typing import Final

IMPORTS: Final = """
CREATE TABLE imports (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    imported_at INTEGER NOT NULL,
    reader TEXT NOT NULL,
    found INTEGER NOT NULL,
    added INTEGER NOT NULL,
    undated INTEGER NOT NULL,
    same INTEGER NOT NULL,
    met INTEGER NOT NULL,
    near INTEGER NOT NULL
);
CREATE TABLE imported (
    act INTEGER PRIMARY KEY REFERENCES acts (seq),
    import INTEGER NOT NULL REFERENCES imports (seq)
);
CREATE INDEX imported_by_import ON imported (import);
CREATE TABLE undated (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    import INTEGER NOT NULL REFERENCES imports (seq),
    platform TEXT NOT NULL,
    activity TEXT NOT NULL,
    rule TEXT NOT NULL,
    pack TEXT NOT NULL,
    target TEXT,
    quantity INTEGER NOT NULL,
    finer TEXT NOT NULL DEFAULT '',
    CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'),
    CHECK (length(target) = 32 AND target NOT GLOB '*[^0-9a-f]*')
);
CREATE INDEX undated_by_target ON undated (target) WHERE target IS NOT NULL;
CREATE INDEX undated_by_import ON undated (import);
CREATE TABLE confirmations (
    id TEXT PRIMARY KEY,
    act INTEGER NOT NULL REFERENCES acts (seq),
    import INTEGER NOT NULL REFERENCES imports (seq),
    how TEXT NOT NULL CHECK (how IN ('target', 'time', 'count')),
    CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*')
) WITHOUT ROWID;
CREATE UNIQUE INDEX confirmations_by_act ON confirmations (act);
CREATE INDEX confirmations_by_import ON confirmations (import);
CREATE TABLE reaches (
    import INTEGER NOT NULL REFERENCES imports (seq),
    platform TEXT NOT NULL,
    activity TEXT NOT NULL,
    found INTEGER NOT NULL,
    first_at INTEGER,
    last_at INTEGER,
    PRIMARY KEY (import, platform, activity)
) WITHOUT ROWID;
CREATE TABLE returned (
    act INTEGER NOT NULL REFERENCES acts (seq),
    kind TEXT NOT NULL,
    sure TEXT NOT NULL,
    PRIMARY KEY (act, kind)
) WITHOUT ROWID;
"""

KEPT: Final = ("imports", "imported", "undated", "confirmations", "reaches", "returned")
"""Tables whose rows are appended and never changed, in the order in which they are carried over."""

EMPTIED: Final = ("returned", "imported", "confirmations", "undated", "reaches", "imports")
"""The same in the order in which they are emptied."""

OF_ACTS: Final = (
    "DELETE FROM returned WHERE act IN (SELECT seq FROM gone)",
    """
    DELETE FROM reaches WHERE EXISTS (
        SELECT 1 FROM gone JOIN acts USING (seq) LEFT JOIN imported ON imported.act = acts.seq
            LEFT JOIN confirmations ON confirmations.act = acts.seq
        WHERE reaches.import IN (imported.import, confirmations.import)
            AND acts.platform = reaches.platform AND acts.activity = reaches.activity
    )
    """,
    "DELETE FROM imported WHERE act IN (SELECT seq FROM gone)",
    "DELETE FROM confirmations WHERE act IN (SELECT seq FROM gone)",
)
"""What goes with acts, before they go: how far an archive reached would tell of them."""

OF_PLATFORM: Final = (
    "DELETE FROM undated WHERE platform = ?1",
    "DELETE FROM reaches WHERE platform = ?1",
)
"""What goes with a platform, whenever it was."""

_BARE: Final = " AND ".join(
    f"NOT EXISTS (SELECT 1 FROM {table} WHERE {table}.import = imports.seq)"  # noqa: S608 - constants
    for table in ("imported", "undated", "confirmations")
)
BARE: Final = (
    f"DELETE FROM reaches WHERE import IN (SELECT seq FROM imports WHERE {_BARE})",  # noqa: S608 - constants
    f"DELETE FROM imports WHERE {_BARE}",  # noqa: S608 - constants
)
"""Imports of which nothing is left."""
