"""What can keep an act from being written, told apart so that the caller can act on it."""

from __future__ import annotations

import sqlite3
from typing import Final, Literal

from labormeter.errors import KnownError
from labormeter.sentence import said

type Reason = Literal["busy", "full", "read-only", "damaged", "gone"]

SENTENCES: Final[dict[Reason, tuple[str, str]]] = {
    "busy": (
        said("Another program is writing to the ledger and does not finish."),
        said("Close programs that have ledger.db open."),
    ),
    "full": (
        said("The disk is full: the ledger cannot grow."),
        said("Make room on the disk."),
    ),
    "read-only": (
        said("The ledger cannot be written."),
        said("Change the permissions of its folder, or choose another with --home."),
    ),
    "damaged": (
        said("The ledger is damaged."),
        said("Start metering again: it is kept aside and what can be saved is saved."),
    ),
    "gone": (
        said("The file of the ledger cannot be reached."),
        said("Look whether its folder is still there."),
    ),
}


class NotKeptError(KnownError):
    """The ledger did not take it. Nothing was written; the same call may be tried again."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(*SENTENCES[reason])
        self.reason: Reason = reason


_CODES: Final[dict[int, Reason]] = {
    sqlite3.SQLITE_BUSY: "busy",
    sqlite3.SQLITE_LOCKED: "busy",
    sqlite3.SQLITE_PROTOCOL: "busy",
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_READONLY: "read-only",
    sqlite3.SQLITE_PERM: "read-only",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_NOTADB: "damaged",
    sqlite3.SQLITE_CANTOPEN: "gone",
    sqlite3.SQLITE_IOERR: "gone",
}


def reason(error: sqlite3.Error) -> Reason | None:
    """Return why SQLite refused; None where the fault is in our own statement."""
    code = getattr(error, "sqlite_errorcode", None)
    return None if code is None else _CODES.get(code & 0xFF)


def known(error: sqlite3.Error) -> Exception:
    """Return the error as a NotKeptError, or as it is where it is a bug of ours."""
    why = reason(error)
    return error if why is None else NotKeptError(why)
