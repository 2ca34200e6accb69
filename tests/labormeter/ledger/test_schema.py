import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from labormeter import __version__
from labormeter.home import Home
from labormeter.ledger import file, query, rows, schema
from labormeter.ledger.log import Log
from labormeter.model import Cell, Disclosure
from labormeter.testing import NOON, act

ROOT = Path(__file__).parents[3]
GOLDEN = sorted((ROOT / "tests/golden/ledgers").glob("*.sql"))


@pytest.fixture
def plain(home: Home) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(home.ledger, isolation_level=None)) as connection:
        yield connection


def test_the_names_known_without_sqlite_utils_are_those_of_the_schema() -> None:
    registered = tuple(one.name for one in schema.migrations._migrations)
    assert registered == file.MIGRATIONS


@pytest.mark.parametrize("table", schema.KEPT)
def test_what_is_kept_is_neither_changed_nor_deleted(home: Home, table: str) -> None:
    with Log.open(home, now=NOON) as log:
        post, upload = act(disclosures=(Disclosure("gps"),)), act(activity="upload")
        log.append([post, upload])
        connection = log._connection
        connection.execute("INSERT INTO links VALUES (1, 2)")
        log.span("shift", NOON)
        log.acknowledge(log.ask("stop", NOON), NOON, "off")
        log.remark(NOON, "A sentence.")
        connection.execute("INSERT INTO pins VALUES (1, 1, 'book', '1', '2026-W23')")
        connection.execute("INSERT INTO tombstones VALUES (1, '2026-06-01', 1)")
        before = connection.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608 - of KEPT
        assert before
        column = connection.execute(f"SELECT name FROM pragma_table_info('{table}')").fetchone()[0]  # noqa: S608 - of KEPT
        for statement in (f"UPDATE {table} SET {column} = {column}", f"DELETE FROM {table}"):  # noqa: S608 - of KEPT
            with pytest.raises(sqlite3.IntegrityError, match="are appended and never"):
                connection.execute(statement)
        assert connection.execute(f"SELECT * FROM {table}").fetchall() == before  # noqa: S608 - of KEPT


@pytest.mark.parametrize("same", ["id", "seq"])
def test_replacing_an_act_is_no_way_around(plain: sqlite3.Connection, same: str) -> None:
    plain.execute("PRAGMA recursive_triggers = OFF")
    columns = "seq, id, occurred_at, utc_offset, day, platform, activity, effect, rule, pack, quantity, net, source"
    insert = f"INSERT OR REPLACE INTO acts ({columns}) VALUES (?, ?, 1, 0, 'd', ?, 'like', 'do', 'r', '1', 1, 1, 'wire')"  # noqa: S608 - constants
    plain.execute(insert, (1, "a" * 32, "x"))
    other = (2, "a" * 32, "y") if same == "id" else (1, "b" * 32, "y")
    plain.execute(insert, other)
    assert plain.execute("SELECT seq, id, platform FROM acts").fetchall() == [(1, "a" * 32, "x")]
    assert plain.execute("SELECT sum(acts) FROM day_rollup").fetchone() == (1,)


def test_the_version_that_wrote_is_recorded_once(home: Home, plain: sqlite3.Connection) -> None:
    schema.migrate(home.ledger, now=NOON)
    schema.migrate(home.ledger, now=NOON + 1)
    assert plain.execute("SELECT program FROM versions").fetchall() == [(__version__,)]


def test_a_migration_that_fails_leaves_no_trace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "ledger.db"
    monkeypatch.setattr(
        schema, "DAY_DISCLOSURES", "CREATE TABLE half (a);\nCREATE TABLE broken (;\n"
    )
    with pytest.raises(sqlite3.OperationalError):
        schema.migrate(path, now=NOON)
    with closing(sqlite3.connect(path)) as connection:
        assert file.recorded(connection) == file.MIGRATIONS[:1]
        names = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
        assert "half" not in names
    monkeypatch.undo()
    schema.migrate(path, now=NOON)
    with closing(sqlite3.connect(path)) as connection:
        assert file.recorded(connection) == file.MIGRATIONS


def test_a_script_runs_within_the_transaction_that_is_open() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute("BEGIN")
        schema.run(Database(connection), "CREATE TABLE a (b);\nCREATE TABLE c\n(d);\n")
        connection.execute("ROLLBACK")
        assert connection.execute("SELECT * FROM sqlite_schema").fetchall() == []


@pytest.fixture(params=GOLDEN, ids=lambda path: path.stem)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Home:
    home = Home(tmp_path / "old").create()
    with closing(sqlite3.connect(home.ledger)) as connection:
        connection.executescript(request.param.read_text(encoding="utf-8"))
    return home


def test_there_are_old_ledgers() -> None:
    assert GOLDEN


def test_an_old_ledger_gives_the_same_report_and_takes_new_acts(old: Home) -> None:
    with closing(sqlite3.connect(old.ledger)) as connection:
        before = connection.execute("SELECT * FROM acts ORDER BY seq").fetchall()
        recorded = file.recorded(connection)
    assert recorded
    assert set(recorded) < set(file.MIGRATIONS)
    with Log.open(old, now=NOON) as log, query.open(old) as kept:
        after = log._connection.execute("SELECT * FROM acts ORDER BY seq").fetchall()
        assert [row[: len(before[0])] for row in after] == before
        cells = kept.cells()
        assert [(c.day, c.platform, c.activity, c.gestures, c.net, c.acts) for c in cells] == [
            ("2026-06-01", "facebook", "upload", 2, 2, 2),
            ("2026-06-01", "hcaptcha", "captcha", 3, 3, 2),
            ("2026-06-01", "x", "like", 3, 1, 3),
            ("2026-06-02", "practice", "comment", 1, 1, 1),
        ]
        assert [(c.disclosure, c.acts) for c in kept.disclosures()] == [
            ("camera_make", 1),
            ("gps", 2),
        ]
        assert [span.kind for span in kept.spans()] == ["shift", "gap"]
        assert log.append([act()]) == 1
        assert sum(cell.acts for cell in kept.cells()) == 9
    with closing(sqlite3.connect(old.ledger)) as connection:
        assert file.recorded(connection) == file.MIGRATIONS
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_migrated_ledger_has_the_schema_of_a_new_one(old: Home, home: Home) -> None:
    def shape(at: Path) -> set[tuple[str, str]]:
        with closing(sqlite3.connect(at)) as connection:
            found = connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
            return {(name, " ".join(sql.replace('"', "").split())) for name, sql in found}

    file.prepare(old, now=NOON)
    assert shape(old.ledger) == shape(home.ledger)


def documented() -> dict[str, list[str]]:
    """Return what docs/ledger.md says: table or view -> its columns, in order."""
    text = (ROOT / "docs/ledger.md").read_text(encoding="utf-8")
    parts = re.split(r"^### `(\w+)`.*$", text, flags=re.MULTILINE)[1:]
    return {
        name: re.findall(r"^\| `(\w+)` \|", body, flags=re.MULTILINE)
        for name, body in zip(parts[::2], parts[1::2], strict=True)
    }


def test_every_table_and_column_is_documented(plain: sqlite3.Connection) -> None:
    tables = plain.execute(
        "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    real = {
        name: [row[1] for row in plain.execute(f"PRAGMA table_info({name})")] for (name,) in tables
    }
    assert documented() == real


def test_the_readable_view_says_times_as_people_do(home: Home, plain: sqlite3.Connection) -> None:
    with Log.open(home, now=NOON) as log:
        log.append(
            [
                act(
                    occurred_at=NOON + 7,
                    utc_offset=-90,
                    seconds=1_500_000,
                    disclosures=(Disclosure("gps"),),
                )
            ]
        )
    found = plain.execute(
        "SELECT occurred_at, local_time, seconds, disclosures FROM acts_readable"
    ).fetchall()
    assert found == [("2026-06-01T12:00:00.000007Z", "2026-06-01 10:30:00", 1.5, "gps")]


def test_a_cell_of_the_model_has_its_column(plain: sqlite3.Connection) -> None:
    columns = {row[1] for row in plain.execute("PRAGMA table_info(day_rollup)")}
    assert columns == set(Cell._fields) - {"disclosure", "posted", "hour"}


@pytest.mark.parametrize("word", ["a holiday in Nice", "IMG_0001", "52.5", "x" * 13])
def test_a_finer_word_is_a_short_plain_word_and_nothing_that_was_said(
    plain: sqlite3.Connection, word: str
) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        plain.execute(rows.INSERT, rows.row(act(finer=word)))
