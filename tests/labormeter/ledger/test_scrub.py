import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter.home import Home
from labormeter.ledger import file, scrub
from labormeter.ledger.log import Log
from labormeter.testing import act

A, B, C = ("a1" * 16, "b2" * 16, "c3" * 16)


def gone(connection: sqlite3.Connection, *seqs: int) -> None:
    connection.execute("CREATE TEMP TABLE gone (seq INTEGER PRIMARY KEY)")
    connection.executemany("INSERT INTO gone VALUES (?)", [(seq,) for seq in seqs])


def test_a_mark_on_the_border_of_two_blocks_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scrub, "_BLOCK", 16)
    path = tmp_path / "file"
    for place in range(40):
        path.write_bytes(b"." * place + b"needle" + b"." * 20)
        assert scrub.found(path, [b"needle", b"x" * 9])
    assert not scrub.found(path, [b"needles"])


@given(st.binary(max_size=300), st.binary(min_size=1, max_size=9))
def test_it_finds_what_python_finds(content: bytes, mark: bytes) -> None:
    import tempfile  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file"
        path.write_bytes(content)
        assert scrub.found(path, [mark]) == (mark in content)


def test_nothing_wanted_is_not_found(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"anything")
    assert not scrub.found(path, [])


def test_hashes_that_other_acts_have_are_no_marks(home: Home, log: Log) -> None:
    first = act(target=A, made=B, actor=C)
    log.append([first, act(target=B, actor=C)])
    with closing(file.connect(home.ledger)) as connection:
        gone(connection, 1)
        expected = {first.id.encode(), first.occurred_at.to_bytes(8, "big"), A.encode()}
        assert scrub.marks(connection) == frozenset(expected)


def test_of_many_acts_no_marks_are_made(home: Home, log: Log) -> None:
    log.append([act() for _ in range(scrub.FEW + 1)])
    with closing(file.connect(home.ledger)) as connection:
        gone(connection, *range(1, scrub.FEW + 1))
        assert len(scrub.marks(connection) or ()) == 2 * scrub.FEW
        connection.execute("INSERT INTO gone VALUES (?)", (scrub.FEW + 1,))
        assert scrub.marks(connection) is None


def test_the_wal_is_cut_to_nothing(home: Home, log: Log) -> None:
    log.append([act()])
    wal = home.ledger.with_name("ledger.db-wal")
    assert wal.stat().st_size > 0
    with closing(file.connect(home.ledger)) as connection:
        assert scrub.empty_wal(connection)
    assert wal.stat().st_size == 0


def test_a_trace_found_has_the_file_written_anew(home: Home, log: Log) -> None:
    """Deleted without `secure_delete` the row's bytes stay, as copies of moved rows do."""
    one = act(target=A)
    log.append([one, *(act() for _ in range(50))])
    with closing(file.connect(home.ledger)) as connection:
        connection.execute("PRAGMA secure_delete = OFF").fetchall()
        connection.execute("INSERT INTO forgetting VALUES ('test')")
        connection.execute("DELETE FROM acts WHERE seq = 1")
        connection.execute("DELETE FROM forgetting")
        scrub.empty_wal(connection)
        assert scrub.found(home.ledger, [one.id.encode()])
        assert scrub.scrub(home, connection, frozenset({one.id.encode()}), whole=False)
    assert not scrub.found(home.ledger, [one.id.encode(), A.encode()])
