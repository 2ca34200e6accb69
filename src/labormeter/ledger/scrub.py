"""Clears what a deletion leaves behind in the files of the ledger, and looks whether it is gone.

`secure_delete` overwrites a deleted row where it lay. Copies can remain where SQLite once moved
rows within a page, in the WAL, and in pages at the end of the file. So the WAL is emptied, the file
is searched for what was deleted, and written anew (VACUUM) if a trace is found.
"""

from __future__ import annotations

import sqlite3
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from labormeter.ledger.faults import reason

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from labormeter.home import Home

FEW: Final = 64
"""Acts up to which the file is searched; for more it is written anew at once."""

PATIENCE: Final = 10.0
"""Seconds to wait for readers to let go of old pages."""

_BLOCK: Final = 1 << 20


def marks(connection: sqlite3.Connection) -> frozenset[bytes] | None:
    """Return the bytes by which the acts in the table `gone` are known; None where they are many.

    Hashes that an act which stays has as well are no trace.
    """
    (count,) = connection.execute("SELECT count(*) FROM gone").fetchone()
    if count > FEW:
        return None
    found: set[bytes] = set()
    for number, at, actor, *hashes in connection.execute(
        "SELECT id, occurred_at, actor, target, made FROM acts JOIN gone USING (seq)"
    ).fetchall():
        found |= {number.encode(), at.to_bytes(8, "big", signed=True)}
        found |= {mark.encode() for mark in hashes if mark and not _stays(connection, _SAME, mark)}
        if actor and not _stays(connection, "actor = ?1", actor):
            found.add(actor.encode())
    return frozenset(found)


_SAME: Final = "(target = ?1 OR made = ?1)"


def _stays(connection: sqlite3.Connection, same: str, mark: str) -> bool:
    row = connection.execute(
        f"SELECT 1 FROM acts WHERE {same} AND seq NOT IN (SELECT seq FROM gone) LIMIT 1",  # noqa: S608 - constants
        (mark,),
    ).fetchone()
    return row is not None


def begin(home: Home) -> None:
    """Note that something is about to be deleted: until it is cleared, also after a crash."""
    with suppress(OSError):  # on a full disk the deletion itself is worth more than this note
        _unclean(home).touch()


def scrub(
    home: Home, connection: sqlite3.Connection, marked: frozenset[bytes] | None, *, whole: bool
) -> bool:
    """Clear the files; False where a program that reads the ledger keeps that from being done.

    What an earlier time could not clear is cleared as well, by writing the `whole` file anew.
    """
    clean = empty_wal(connection)
    if whole or marked is None or found(home.ledger, marked):
        clean = _write_anew(connection) and empty_wal(connection)
    if clean:
        _unclean(home).unlink(missing_ok=True)
    return clean


def unclean(home: Home) -> bool:
    """Whether an earlier deletion was not cleared."""
    return _unclean(home).exists()


def _unclean(home: Home) -> Path:
    return home.run / "ledger.unclean"


def _write_anew(connection: sqlite3.Connection) -> bool:
    """Write the whole file anew; False where the disk has no room for it or another writes."""
    connection.execute("PRAGMA temp_store = DEFAULT")
    connection.execute(f"PRAGMA busy_timeout = {int(PATIENCE * 1000)}").fetchall()
    try:
        connection.execute("VACUUM")
    except sqlite3.Error as error:
        if reason(error) not in {"busy", "full"}:
            raise
        return False
    return True


def empty_wal(connection: sqlite3.Connection) -> bool:
    """Move all into the file and cut the WAL to nothing; False where a reader is in the way."""
    until = time.monotonic() + PATIENCE
    connection.execute("PRAGMA busy_timeout = 200").fetchall()
    while True:
        (blocked, _, _) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if not blocked:
            return True
        if time.monotonic() > until:
            return False
        time.sleep(0.02)


def found(path: Path, marked: Iterable[bytes]) -> bool:
    """Whether any of the marks stands anywhere in a file."""
    wanted = tuple(marked)
    if not wanted:
        return False
    overlap = max(map(len, wanted)) - 1
    rest = b""
    with path.open("rb") as source:
        while block := source.read(_BLOCK):
            window = rest + block
            if any(mark in window for mark in wanted):
                return True
            rest = window[-overlap:]
    return False
