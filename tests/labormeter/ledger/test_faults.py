import sqlite3
from contextlib import closing

import pytest

from labormeter.errors import KnownError
from labormeter.ledger import faults
from labormeter.ledger.faults import NotKeptError


def raised(code: int) -> sqlite3.Error:
    error = sqlite3.OperationalError("text of SQLite, which may name a path")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "why"),
    [
        (sqlite3.SQLITE_BUSY, "busy"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, "busy"),
        (sqlite3.SQLITE_LOCKED, "busy"),
        (sqlite3.SQLITE_FULL, "full"),
        (sqlite3.SQLITE_READONLY_DBMOVED, "read-only"),
        (sqlite3.SQLITE_CORRUPT_INDEX, "damaged"),
        (sqlite3.SQLITE_NOTADB, "damaged"),
        (sqlite3.SQLITE_IOERR_WRITE, "gone"),
        (sqlite3.SQLITE_CANTOPEN, "gone"),
    ],
)
def test_a_fault_of_disk_or_others_is_known(code: int, why: str) -> None:
    error = raised(code)
    assert faults.reason(error) == why
    known = faults.known(error)
    assert isinstance(known, NotKeptError)
    assert isinstance(known, KnownError)
    assert known.reason == why
    assert "text of SQLite" not in str(known)
    assert known.message.endswith(".")
    assert known.hint.endswith(".")


def test_a_fault_of_our_own_statement_stays_what_it_is() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        for statement in ("SELECT * FROM nowhere", "SELEC 1"):
            with pytest.raises(sqlite3.Error) as found:
                connection.execute(statement)
            assert faults.known(found.value) is found.value
    assert faults.reason(sqlite3.ProgrammingError("closed")) is None
