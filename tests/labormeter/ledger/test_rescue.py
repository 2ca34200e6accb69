import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from labormeter.errors import KnownError
from labormeter.home import Home
from labormeter.ledger import query, rescue
from labormeter.ledger.log import Log
from labormeter.model import Act, Disclosure
from labormeter.testing import NOON, act

PAGE = 4096


def filled(home: Home, count: int = 2_000) -> list[Act]:
    given = [
        act(
            target=f"{number:032x}",
            platform="x",
            disclosures=(Disclosure("gps"),) * (number % 9 == 0),
        )
        for number in range(count)
    ]
    with Log.open(home, now=NOON) as log:
        log.append(given)
        log.span("shift", NOON)
        log.end_span("shift", NOON + 9)
    return given


def leaves_of(home: Home, table: str) -> list[int]:
    """Return the numbers of a table's pages, from the first that holds rows to the last."""
    with closing(sqlite3.connect(home.ledger)) as plain:
        found = plain.execute(
            "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY pageno",
            (table,),
        ).fetchall()
    return [number for (number,) in found]


def damage(home: Home, *pages: int) -> None:
    content = bytearray(home.ledger.read_bytes())
    for page in pages:
        content[(page - 1) * PAGE : page * PAGE] = b"\x55" * PAGE
    home.ledger.write_bytes(content)


def needs_dbstat() -> None:
    with closing(sqlite3.connect(":memory:")) as plain:
        try:
            plain.execute("SELECT * FROM dbstat").fetchall()
        except sqlite3.OperationalError:
            pytest.skip("this SQLite cannot say where a table lies")


@pytest.mark.parametrize("which", [[0], [5], [-1], [0, 7, 8, 30, -1]])
def test_every_act_outside_the_damage_is_saved(home: Home, which: list[int]) -> None:
    needs_dbstat()
    given = filled(home)
    leaves = leaves_of(home, "acts")
    assert len(leaves) > 40
    damage(home, *(leaves[number] for number in which))
    with Log.open(home, now=NOON) as log:
        assert log.append([act()]) == 1
    with query.open(home) as kept:
        saved = {one.id for one in kept.acts(platform="x")}
        (remark,) = kept.remarks()
        assert [span.kind for span in kept.spans()] == ["shift"]
        assert sum(cell.acts for cell in kept.cells()) == len(saved) + 1
    worst = 60 * len(which)
    assert len(given) - worst <= len(saved) < len(given)
    assert f"{len(saved)} acts were saved" in remark.sentence
    assert (home.root / "ledger.damaged-2026-06-01.db").exists()


def test_what_was_saved_is_what_was_written(home: Home) -> None:
    needs_dbstat()
    given = {one.id: one for one in filled(home)}
    damage(home, leaves_of(home, "acts")[3])
    with query.open(home) as kept:
        assert all(given[one.id] == one for one in kept.acts())


def test_a_damaged_index_loses_no_act(home: Home) -> None:
    needs_dbstat()
    given = filled(home)
    damage(home, *leaves_of(home, "sqlite_autoindex_acts_1")[:5])
    with query.open(home) as kept:
        assert {one.id for one in kept.acts()} == {one.id for one in given}


@pytest.mark.parametrize(
    "content",
    [b"not a database, whatever its name says" * 200, b"SQLite format 3\0" + b"\xff" * 9000],
    ids=["another kind of file", "a broken header"],
)
def test_a_file_of_rubbish_is_kept_aside_and_a_new_ledger_begun(home: Home, content: bytes) -> None:
    home.ledger.write_bytes(content)
    with Log.open(home, now=NOON) as log:
        assert log.append([act()]) == 1
    assert (home.root / "ledger.damaged-2026-06-01.db").read_bytes() == content
    with query.open(home) as kept:
        (remark,) = kept.remarks()
    assert "0 acts were saved" in remark.sentence


@pytest.mark.parametrize("keep", [0.2, 0.5, 0.9])
def test_of_a_file_cut_short_the_beginning_is_saved(home: Home, keep: float) -> None:
    needs_dbstat()
    given = filled(home)
    content = home.ledger.read_bytes()
    pages = int(len(content) * keep) // PAGE
    with closing(sqlite3.connect(home.ledger)) as plain:
        (there,) = plain.execute(
            "SELECT sum(ncell) FROM dbstat WHERE name = 'acts' AND pagetype = 'leaf' AND pageno <= ?",
            (pages,),
        ).fetchone()
    home.ledger.write_bytes(content[: pages * PAGE])
    with Log.open(home, now=NOON) as log:
        assert log.append([act(platform="reddit")]) == 1
    with query.open(home) as kept:
        saved = {one.id for one in kept.acts(platform="x")}
    assert saved < {one.id for one in given}
    assert len(saved) == (there or 0)


def test_what_lay_in_the_wal_is_saved_too(home: Home) -> None:
    needs_dbstat()
    filled(home)
    log = Log.open(home, now=NOON)
    late = act(platform="late")
    log.append([late])
    copies = {path: path.read_bytes() for path in home.root.glob("ledger.db*")}
    log.close()
    for path, content in copies.items():
        path.write_bytes(content)
    damage(home, leaves_of_file(copies[home.ledger]))
    with query.open(home) as kept:
        assert kept.act(late.id) == late


def leaves_of_file(content: bytes) -> int:
    """Return the number of a leaf of the table of acts in the middle of a file."""
    pages = len(content) // PAGE
    tables = [page for page in range(2, pages) if content[page * PAGE] == 0x0D]
    return tables[len(tables) // 2] + 1


def test_two_on_one_day_are_told_apart(home: Home) -> None:
    for _ in range(2):
        home.ledger.write_bytes(b"rubbish" * 999)
        Log.open(home, now=NOON).close()
    names = sorted(path.name for path in home.root.glob("ledger.damaged-*.db"))
    assert names == [
        "ledger.damaged-2026-06-01-2.db",
        "ledger.damaged-2026-06-01.db",
    ]


def test_a_file_that_cannot_be_moved_is_a_known_error(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_self: Path, _target: Path) -> None:
        raise PermissionError(13, "Permission denied")

    home.ledger.write_bytes(b"rubbish" * 999)
    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(KnownError, match="cannot be set aside"):
        Log.open(home, now=NOON)


def test_a_row_that_breaks_a_rule_is_left_behind(home: Home, tmp_path: Path) -> None:
    filled(home, 3)
    with closing(sqlite3.connect(home.ledger)) as plain:
        plain.execute("PRAGMA ignore_check_constraints = ON")
        plain.execute("PRAGMA writable_schema = ON")
        plain.execute(
            "INSERT INTO acts (id, occurred_at, utc_offset, day, platform, activity, effect, rule,"
            " pack, quantity, net, source) VALUES ('in the clear', 1, 0, '', '', '', 'do', '', '', 1, 1, '')"
        )
        plain.commit()
    aside = tmp_path / "aside.db"
    home.ledger.rename(aside)
    with Log.open(home, now=NOON) as log:
        log._connection.execute("BEGIN")
        assert rescue.carry_over(aside, log._connection) == 3
        log._connection.execute("COMMIT")


def test_a_meter_that_has_the_damaged_file_open_goes_on_with_the_new_one(home: Home) -> None:
    filled(home, 50)
    with Log.open(home, now=NOON) as log, query.open(home) as window:
        before = window.version()
        for path in home.root.glob("ledger.db-*"):
            path.unlink()
        home.ledger.write_bytes(b"rubbish" * 999)
        Log.open(home, now=NOON).close()
        one = act()
        assert log.append([one]) == 1
        assert window.version() != before
        assert [found.id for found in window.acts()] == [one.id]
