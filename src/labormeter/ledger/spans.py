"""Spans of metering: kept as a row for each edge, read as stretches of time.

spans   begin 1 (shift)   begin 2 (pause)   end of 2   end of 1
Span    |===============================================|  shift
                          |=================|             pause
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from labormeter.model import Span

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

READ: Final = (
    "SELECT a.kind, a.at, z.at, a.reason, coalesce(z.late, 0), coalesce(z.lost, 0)"
    " FROM spans a LEFT JOIN spans z ON z.begun = a.seq WHERE a.edge = 'begin'"
)
"""Both edges of each span, in the order of the fields of Span."""


def read(
    connection: sqlite3.Connection, since: int | None = None, until: int | None = None
) -> Iterator[Span]:
    """Yield the spans that touch `since <= time < until`, in the order in which they began."""
    found: Iterator[Any] = connection.execute(
        f"{READ} AND (?1 IS NULL OR z.at IS NULL OR z.at >= ?1) AND (?2 IS NULL OR a.at < ?2)"
        " ORDER BY a.at, a.seq",
        (since, until),
    )
    return (Span(*row) for row in found)


def still_open(connection: sqlite3.Connection) -> list[tuple[int, str, int]]:
    """Return number, kind and beginning of each span that has no end, oldest first."""
    return connection.execute(
        "SELECT seq, kind, at FROM spans a WHERE edge = 'begin'"
        " AND NOT EXISTS (SELECT 1 FROM spans WHERE begun = a.seq) ORDER BY seq"
    ).fetchall()


def begin(connection: sqlite3.Connection, kind: str, at: int, reason: str = "") -> int:
    """Append the beginning of a span and return its number."""
    cursor = connection.execute(
        "INSERT INTO spans (kind, edge, at, reason) VALUES (?, 'begin', ?, ?)", (kind, at, reason)
    )
    return cursor.lastrowid or 0


def end(connection: sqlite3.Connection, begun: int, at: int, late: int = 0, lost: int = 0) -> None:
    """Append the end of a span; where the clock went back, it ends when it began."""
    connection.execute(
        "INSERT INTO spans (kind, edge, at, begun, late, lost)"
        " SELECT kind, 'end', max(at, ?), seq, ?, ? FROM spans WHERE seq = ?",
        (at, late, lost, begun),
    )


def recover(connection: sqlite3.Connection, at: int, reason: str) -> int | None:
    """End at the last pulse what is still open; see `Log.recover`."""
    row = connection.execute("SELECT at FROM pulse").fetchone()
    last = min(at, row[0]) if row else 0
    left = still_open(connection)
    for number, _, _ in left:
        end(connection, number, last)
    shifts = [max(begun, last) for _, kind, begun in left if kind == "shift"]
    if not shifts or any(kind in {"pause", "private"} for _, kind, _ in left):
        return None
    end(connection, begin(connection, "gap", shifts[-1], reason), at)
    return shifts[-1]
