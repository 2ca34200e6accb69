"""The file of the ledger: made, opened, migrated, refused where it is too new.

Standard library only. What needs sqlite-utils runs as a child process (see `migrating`).
"""

from __future__ import annotations

import sqlite3
import subprocess
from contextlib import closing, suppress
from typing import TYPE_CHECKING, Final, Literal

from labormeter import __version__, lock, roles
from labormeter.errors import KnownError
from labormeter.ledger.faults import SENTENCES, NotKeptError, known, reason
from labormeter.sentence import said

if TYPE_CHECKING:
    from pathlib import Path

    from labormeter.home import Home

type Verdict = Literal["ready", "behind", "damaged"]

SET: Final = "labormeter"
"""Name under which the migrations are recorded in `_sqlite_migrations`."""

MIGRATIONS: Final = (
    "0001_acts",
    "0002_day_disclosures",
    "0003_finer_words_and_hours",
    "0004_visits",
    "0005_imports",
)
"""Every migration of this version, in order; a test holds it against `schema`."""

WAIT: Final = 5.0
"""Seconds to wait for another writer."""

PRAGMAS: Final = (
    "synchronous = FULL",
    "fullfsync = 1",
    "checkpoint_fullfsync = 1",
    "secure_delete = ON",
    "foreign_keys = ON",
    "recursive_triggers = ON",
    "journal_mode = WAL",
)
"""How a ledger is written: on the disk when a commit returns, overwritten when deleted."""

_SMALL: Final = 8 * 1024 * 1024
"""Bytes up to which the whole file is checked when it is opened; it takes some 20 ms."""


def connect(path: Path, *, wait: float = WAIT) -> sqlite3.Connection:
    """Open an existing ledger for writing: every commit is on the disk when it returns.

    `secure_delete` overwrites what is removed; foreign keys and triggers hold. Raises sqlite3.Error.
    """
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw",
        uri=True,
        timeout=wait,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}").fetchall()
    except BaseException:
        connection.close()
        raise
    return connection


def read_only(path: Path, *, wait: float = WAIT) -> sqlite3.Connection:
    """Open an existing ledger for reading; on a medium that takes no writes, as it lies there."""
    address = path.absolute().as_uri()
    try:
        return _reader(f"{address}?mode=ro", wait)
    except sqlite3.OperationalError as error:
        if reason(error) not in {"gone", "read-only"} or not path.exists():
            raise
        return _reader(f"{address}?mode=ro&immutable=1", wait)


def _reader(address: str, wait: float) -> sqlite3.Connection:
    connection = sqlite3.connect(
        address, uri=True, timeout=wait, isolation_level=None, check_same_thread=False
    )
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def recorded(connection: sqlite3.Connection) -> tuple[str, ...] | None:
    """Return the migrations that the file went through; None if it is not a ledger of ours."""
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
    if "_sqlite_migrations" not in tables:
        return None if tables else ()
    rows = connection.execute(
        "SELECT name FROM _sqlite_migrations WHERE migration_set = ? ORDER BY id", (SET,)
    )
    found = tuple(name for (name,) in rows)
    return found if found or tables == {"_sqlite_migrations"} else None


def suspect(home: Home) -> None:
    """Have the whole ledger checked when it is opened next: somebody met damage in it."""
    with suppress(OSError):
        _suspicion(home).touch()


def trust(home: Home) -> None:
    """Take the suspicion back: the ledger was checked, or is a new one."""
    _suspicion(home).unlink(missing_ok=True)


def _suspicion(home: Home) -> Path:
    return home.run / "ledger.suspect"


def judge(home: Home) -> Verdict:
    """Say whether the ledger can be used, must be made or migrated first, or is damaged.

    A large one is checked only where damage was met. Raises KnownError where it is from a newer
    version or no ledger, or cannot be read.
    """
    if not home.ledger.exists():
        return "behind"
    suspected = _suspicion(home).exists()
    try:
        with closing(read_only(home.ledger)) as connection:
            verdict = _judge(home.ledger, connection, thorough=suspected)
    except sqlite3.Error as error:
        if reason(error) != "damaged":
            raise known(error) from error
        verdict = "damaged"
    if suspected and verdict != "damaged":
        trust(home)
    return verdict


def _judge(path: Path, connection: sqlite3.Connection, *, thorough: bool) -> Verdict:
    found = recorded(connection)
    if found is None:
        raise KnownError(
            said("The file {file} is not a ledger.", file=path), "Move it, or choose --home."
        )
    if set(found) - set(MIGRATIONS):
        raise _newer(connection)
    if (thorough or path.stat().st_size <= _SMALL) and not _sound(connection):
        return "damaged"
    return "ready" if len(found) == len(MIGRATIONS) else "behind"


def _sound(connection: sqlite3.Connection) -> bool:
    return bool(connection.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok")


def _newer(connection: sqlite3.Connection) -> KnownError:
    row = connection.execute("SELECT program FROM versions ORDER BY seq DESC LIMIT 1").fetchone()
    theirs = row[0] if row else "a later version"
    return KnownError(
        said(
            "The ledger was written by labormeter {theirs}, and this is labormeter {ours}.",
            theirs=theirs,
            ours=__version__,
        ),
        "Update labormeter, or choose another folder with --home.",
    )


def prepare(home: Home, *, now: int) -> None:
    """Make the ledger usable by this version: create, migrate, or set a damaged one aside.

    Raises KnownError where that cannot be done.
    """
    if judge(home) == "ready":
        return
    from labormeter.ledger import rescue  # noqa: PLC0415 - it stands on this module

    home.create()
    with lock.hold(home.run / "schema.lock", wait=60):
        match judge(home):
            case "damaged":
                rescue.rescue(home, now=now)
            case "behind":
                migrate(home.ledger)
            case "ready":
                pass


def migrate(path: Path) -> None:
    """Make the file or bring it up to date, in a process of its own.

    Raises KnownError where the file or the disk is at fault.
    """
    child = subprocess.run(
        roles.command("schema", str(path)),
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        timeout=60,
        check=False,
    )
    if child.returncode:
        raise _failed(child.stdout)


def _failed(word: str) -> Exception:
    for why in SENTENCES:
        if word == why:
            return NotKeptError(why)
    return RuntimeError("the schema of the ledger could not be made")
