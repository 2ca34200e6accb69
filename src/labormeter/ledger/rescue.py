"""Sets a damaged ledger aside and carries over what can still be read of it, row by row."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any, Final

from labormeter.errors import KnownError
from labormeter.ledger import file, rows, tables
from labormeter.sentence import said

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from labormeter.home import Home

PROBES: Final = 20_000
"""Reads that may be spent on the edges of damage in one table."""

PLAIN: Final = ("spans", "control", "acknowledgements", "pins", "tombstones", "remarks")
"""Tables carried over as they are; the roll-ups come back with the acts."""

_AFTER: Final = ("disclosures", "links", "notices", "health", "visits", *tables.KEPT)

_SIDES: Final = ("", "-wal", "-shm")


def rescue(home: Home, *, now: int) -> str:
    """Keep the damaged file aside, begin a new ledger and save what can be read.

    Returns the sentence that says so, which the new ledger keeps too. Raises KnownError where the
    file cannot be moved.
    """
    aside = set_aside(home.ledger, rows.local_day(now, 0))
    file.trust(home)
    file.migrate(home.ledger)
    with closing(file.connect(home.ledger)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        saved = carry_over(aside, connection)
        sentence = f"The ledger was damaged and is kept as {aside.name}; {saved} acts were saved."
        connection.execute("INSERT INTO remarks (at, sentence) VALUES (?, ?)", (now, sentence))
        connection.execute("COMMIT")
    return sentence


def set_aside(ledger: Path, day: str) -> Path:
    """Rename the ledger and the files beside it to `ledger.damaged-DAY.db`."""
    aside = ledger.with_name(f"{ledger.stem}.damaged-{day}.db")
    number = 1
    while aside.exists():
        number += 1
        aside = ledger.with_name(f"{ledger.stem}.damaged-{day}-{number}.db")
    try:
        for side in _SIDES:
            beside = ledger.with_name(ledger.name + side)
            if beside.exists():
                beside.rename(aside.with_name(aside.name + side))
    except OSError as error:
        raise KnownError(
            said("The ledger is damaged and cannot be set aside ({fault}).", fault=error.strerror),
            "Close every program that has ledger.db open, then start again.",
        ) from error
    return aside


def carry_over(damaged: Path, new: sqlite3.Connection) -> int:
    """Copy every row that can be read and return how many acts there were among them."""
    try:
        with closing(sqlite3.connect(f"{damaged.absolute().as_uri()}?mode=ro", uri=True)) as old:
            old.execute("PRAGMA writable_schema = ON")  # reads on where the file was cut short
            old.execute("SELECT count(*) FROM sqlite_schema").fetchone()
            return _copy_all(old, new)
    except sqlite3.Error:
        return 0


def _copy_all(old: sqlite3.Connection, new: sqlite3.Connection) -> int:
    saved = sum(_insert(new, "acts", row) for row in readable(old, "acts", ("seq", *rows.COLUMNS)))
    for table in PLAIN:
        columns = _columns(new, table)
        for row in readable(old, table, columns):
            _insert(new, table, row)
    for table in _AFTER:
        for row in _until_broken(old, f"SELECT * FROM {table}", ()):  # noqa: S608 - constants
            _insert(new, table, row)
    return saved


def _columns(connection: sqlite3.Connection, table: str) -> tuple[str, ...]:
    return tuple(row[1] for row in connection.execute(f"PRAGMA table_info({table})"))


def _insert(new: sqlite3.Connection, table: str, row: tuple[Any, ...]) -> int:
    """Insert a row that was read; one that breaks a rule of the table is damage too."""
    places = ", ".join("?" * len(row))
    named = f" ({', '.join(('seq', *rows.COLUMNS))})" if table == "acts" else ""
    try:
        return new.execute(f"INSERT INTO {table}{named} VALUES ({places})", row).rowcount  # noqa: S608 - constants
    except (sqlite3.IntegrityError, sqlite3.DataError):
        return 0


def readable(
    connection: sqlite3.Connection, table: str, columns: tuple[str, ...]
) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a table by `seq`, stepping over those that cannot be read.

    A stretch that cannot be read is halved until what is broken in it is found.
    """
    select = f"SELECT {', '.join(columns)} FROM {table} WHERE seq"  # noqa: S608 - constants
    stretches = [(1, _last(connection, table))]
    for _ in range(PROBES):
        if not stretches:
            return
        low, high = stretches.pop()
        got = low - 1
        try:
            for row in _stretch(connection, select, low, high):
                yield row
                got = row[0]
        except sqlite3.DatabaseError:
            if low < high:
                stretches += _halves(got + 1, high)


def _stretch(
    connection: sqlite3.Connection, select: str, low: int, high: int
) -> Iterator[tuple[Any, ...]]:
    """Read a stretch; a single row is sought, for a range looks at what lies behind it as well."""
    if low == high:
        return connection.execute(f"{select} = ?", (low,))
    return connection.execute(f"{select} BETWEEN ? AND ? ORDER BY seq", (low, high))


def _halves(low: int, high: int) -> list[tuple[int, int]]:
    """Return both halves of a stretch, the first last; of a single row there is only one."""
    if low >= high:
        return [(low, high)] if low == high else []
    middle = (low + high) // 2
    return [(middle + 1, high), (low, middle)]


def _last(connection: sqlite3.Connection, table: str) -> int:
    try:
        row = connection.execute(f"SELECT max(seq) FROM {table}").fetchone()  # noqa: S608 - constants
    except sqlite3.DatabaseError:
        return 1 << 32
    return row[0] or 0


def _until_broken(
    connection: sqlite3.Connection, statement: str, values: tuple[object, ...]
) -> Iterator[tuple[Any, ...]]:
    try:
        yield from connection.execute(statement, values)
    except sqlite3.DatabaseError:
        return
