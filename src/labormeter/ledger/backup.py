"""A copy of the whole ledger, made while it is in use, for nobody but its owner.

The copy is one file without a log beside it, says of itself what it is (`application_id`), and
holds what the ledger holds: keyed hashes too. Keys and certificates are not in a ledger.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Final

from labormeter.ledger import file
from labormeter.ledger.faults import known

if TYPE_CHECKING:
    from pathlib import Path

    from labormeter.home import Home

APPLICATION: Final = 0x6C6D7472
"""`lmtr`, where `file` and SQLite look for whose database it is."""


def backup(home: Home, path: Path) -> None:
    """Copy the ledger into an empty file. Raises KnownError."""
    try:
        with (
            closing(file.read_only(home.ledger)) as ledger,
            closing(sqlite3.connect(path, isolation_level=None)) as copy,
        ):
            ledger.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
            copy.execute(f"PRAGMA application_id = {APPLICATION}")
    except sqlite3.Error as error:
        raise known(error) from error
