import sqlite3

import pytest
from staging_made import filled

from labormeter.home import Home
from labormeter.ledger import archived, forget, imports, tables
from labormeter.ledger.log import Log
from labormeter.ledger.query import Filter
from labormeter.testing import NOON


@pytest.mark.parametrize("table", tables.KEPT)
def test_what_is_kept_is_neither_changed_nor_deleted(log: Log, table: str) -> None:
    filled(log)
    connection = log._connection
    before = connection.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608 - of KEPT
    assert before
    column = connection.execute(f"SELECT name FROM pragma_table_info('{table}')").fetchone()[0]  # noqa: S608 - of KEPT
    for statement in (f"UPDATE {table} SET {column} = {column}", f"DELETE FROM {table}"):  # noqa: S608 - of KEPT
        with pytest.raises(sqlite3.IntegrityError, match="are appended and never"):
            connection.execute(statement)


def test_forgetting_everything_leaves_no_trace_of_an_import(home: Home, log: Log) -> None:
    filled(log)
    forget.forget(home, forget.Choice(everything=True), now=NOON)
    for table in tables.KEPT:
        assert log._connection.execute(f"SELECT * FROM {table}").fetchall() == []  # noqa: S608 - of KEPT


def test_forgetting_a_platform_takes_what_has_no_date_too(home: Home, log: Log) -> None:
    filled(log)
    forget.forget(home, forget.Choice(wanted=Filter(platform="x")), now=NOON)
    assert archived.undated(home) == []
    assert [one.reader for one in imports.listed(home)] == ["reddit"]
    for table in ("confirmations", "returned"):
        assert log._connection.execute(f"SELECT * FROM {table}").fetchall() == []  # noqa: S608 - constants


def test_forgetting_an_act_takes_what_would_tell_of_it(home: Home, log: Log) -> None:
    filled(log)
    (number,) = log._connection.execute("SELECT id FROM acts WHERE seq = 1").fetchone()
    forget.forget(home, forget.Choice(act=number), now=NOON)
    assert log._connection.execute("SELECT platform FROM reaches").fetchall() == [("reddit",)]
    assert log._connection.execute("SELECT act FROM imported").fetchall() == [(3,)]
    assert log._connection.execute("SELECT * FROM returned").fetchall() == []
