"""What a ledger holds beside its dated acts, for an export that is to bring all of it back.

    ledger --TABLES--> rows --staged beside the acts--> BRING, within the import's one transaction

Nothing of it is a hash of a target, a text or an address. What an import brings back belongs to
that import; only visits and stretches of metering stay when it is undone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from labormeter.ledger.dump import Part

COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    "undated": ("id", "platform", "activity", "finer", "quantity", "rule", "pack"),
    "returned": ("act", "kind", "sure"),
    "confirmed": ("id", "act", "how"),
    "reaches": ("platform", "activity", "found", "first_at", "last_at"),
    "imports": ("imported_at", "reader", "found", "added", "undated", "same", "met", "near"),
    "visits": ("day", "platform", "state", "pages", "connections", "captchas"),
    "spans": ("kind", "started_at", "ended_at", "reason", "late", "lost"),
}
"""Columns by table, in the order in which their rows are read and staged."""

# In the order of their own column: by that of the acts, SQLite would look at every act there is.
_BY_ACT: Final = {
    "returned": "SELECT a.id, kind, sure FROM returned JOIN ({acts}) a ON a.seq = returned.act"
    " ORDER BY returned.act, kind",
    "confirmed": "SELECT c.id, a.id, how FROM confirmations c JOIN ({acts}) a ON a.seq = c.act"
    " ORDER BY c.act",
}
_BY_PLATFORM: Final = {
    "undated": "SELECT id, platform, activity, finer, quantity, rule, pack FROM undated"
    " WHERE {platforms} ORDER BY seq",
    "reaches": "SELECT platform, activity, sum(found), min(first_at), max(last_at) FROM reaches"
    " WHERE {platforms} GROUP BY 1, 2 ORDER BY 1, 2",
}
_IMPORTS: Final = (
    "SELECT imported_at, reader, found, added, undated, same, met, near FROM imports ORDER BY seq"
)


def rows(connection: sqlite3.Connection, name: str, part: Part) -> list[tuple[object, ...]]:
    """Return the rows of a table that belong to a part of the ledger.

    What has no day goes along where no days are chosen; the list of imports only with the whole.
    """
    where, values = part.where()
    if name in _BY_ACT:
        acts = f"SELECT seq, id FROM acts WHERE {where}"  # noqa: S608 - constants, and placeholders
        return connection.execute(_BY_ACT[name].format(acts=acts), values).fetchall()
    if name == "visits":
        days = part.__class__(since=part.since, until=part.until, platforms=part.platforms)
        where, values = days.where()
        statement = f"SELECT * FROM visits WHERE {where} ORDER BY 1, 2, 3"  # noqa: S608
        return connection.execute(statement, values).fetchall()
    if part.since or part.until or (name == "imports" and part.platforms):
        return []
    if name == "imports":
        return connection.execute(_IMPORTS).fetchall()
    marks = ", ".join("?" * len(part.platforms))
    platforms = f"platform IN ({marks})" if part.platforms else "1"
    statement = _BY_PLATFORM[name].format(platforms=platforms)
    return connection.execute(statement, part.platforms).fetchall()


def stage(connection: sqlite3.Connection, name: str, found: Iterable[Sequence[object]]) -> None:
    """Set rows beside the ledger, to be brought in by the import that is on its way."""
    columns = ", ".join(COLUMNS[name])
    marks = ", ".join("?" * len(COLUMNS[name]))
    connection.execute(f"CREATE TEMP TABLE IF NOT EXISTS own_{name} ({columns})")
    connection.executemany(f"INSERT INTO temp.own_{name} VALUES ({marks})", found)  # noqa: S608


def bring(connection: sqlite3.Connection, number: int | None) -> None:
    """Bring what was staged into the ledger, within the transaction that is open."""
    staged = connection.execute(
        "SELECT name FROM sqlite_temp_schema WHERE type = 'table' AND name LIKE 'own%'"
    ).fetchall()
    for (table,) in staged:
        for statement in BRING[table.removeprefix("own_")]:
            values = {"import": number} if ":import" in statement else {}
            connection.execute(statement, values)


UNDATED: Final = """
INSERT INTO staged (export, file, fate, kind, marks, tell, layout, once, exact, joined, id, at,
    utc_offset, platform, activity, effect, finer, quantity, unit, net, rule, pack, source, kinds,
    target)
VALUES (?, ?, 'new', 'own', '', 0, '', 0, 1, 0, ?, NULL, 0, ?, ?, 'do', ?, ?, '', 0, ?, ?,
    'archive', '', '')
"""
"""Stages an act without a date."""

BRING: Final[dict[str, tuple[str, ...]]] = {
    "returned": (
        (
            "INSERT OR IGNORE INTO returned SELECT acts.seq, own.kind, own.sure"
            " FROM temp.own_returned own JOIN main.acts ON acts.id = own.act"
        ),
    ),
    "confirmed": (
        (
            "INSERT OR IGNORE INTO confirmations SELECT own.id, acts.seq, :import, own.how"
            " FROM temp.own_confirmed own JOIN main.acts ON acts.id = own.act"
        ),
    ),
    "reaches": (
        (
            "INSERT OR IGNORE INTO reaches SELECT :import, platform, activity, found, first_at, last_at"
            " FROM temp.own_reaches"
        ),
    ),
    "visits": (
        (
            "INSERT INTO visits SELECT * FROM temp.own_visits WHERE 1 ON CONFLICT DO UPDATE SET"
            " pages = max(pages, excluded.pages), connections = max(connections, excluded.connections),"
            " captchas = max(captchas, excluded.captchas)"
        ),
    ),
    "spans": (
        (
            "CREATE TEMP TABLE own_new AS SELECT * FROM own_spans own WHERE ended_at IS NOT NULL"
            " AND NOT EXISTS (SELECT 1 FROM main.spans WHERE edge = 'begin' AND kind = own.kind"
            " AND at = own.started_at)"
        ),
        (
            "INSERT INTO spans (kind, edge, at, reason) SELECT kind, 'begin', started_at, reason"
            " FROM temp.own_new"
        ),
        (
            "INSERT INTO spans (kind, edge, at, begun, late, lost)"
            " SELECT own.kind, 'end', ended_at, begun.seq, own.late, own.lost FROM temp.own_new own"
            " JOIN main.spans begun ON begun.edge = 'begin' AND begun.kind = own.kind"
            " AND begun.at = own.started_at WHERE begun.seq NOT IN"
            " (SELECT begun FROM main.spans WHERE begun IS NOT NULL)"
        ),
        "DROP TABLE temp.own_new",
    ),
}
"""How each table comes in. What the ledger has already is left as it is; a stretch that had not
ended when it was exported is left out, for nobody knows when it did."""
