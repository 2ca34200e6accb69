"""A backup is the ledger, whole, in one file, made while it is in use."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from labormeter.errors import KnownError
from labormeter.home import Home
from labormeter.ledger import query
from labormeter.ledger.backup import APPLICATION, backup
from labormeter.ledger.log import Log
from labormeter.testing import NOON, act


def test_it_holds_what_the_ledger_holds_and_opens_as_one(tmp_path: Path) -> None:
    home, other = Home(tmp_path / "one").create(), Home(tmp_path / "two").create()
    with Log.open(home, now=NOON) as log:
        log.append([act(target="a" * 32), act()])
        backup(home, other.ledger)
        log.append([act()])
    assert [path.name for path in other.root.glob("ledger*")] == ["ledger.db"]
    with closing(sqlite3.connect(other.ledger)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION,)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    with query.open(other) as ledger, query.open(home) as before:
        assert list(ledger.acts()) == list(before.acts())[1:]


def test_it_says_when_there_is_nothing_to_copy(tmp_path: Path) -> None:
    with pytest.raises(KnownError):
        backup(Home(tmp_path / "none"), tmp_path / "copy.db")
