"""A job: a preview shows the very rows that the file holds, in every format."""

import csv
import io
import json
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from labormeter.errors import KnownError
from labormeter.exports import seal
from labormeter.exports.choice import Choice
from labormeter.exports.document import read
from labormeter.exports.job import Job, offered
from labormeter.exports.registry import FORMS
from labormeter.home import Home

from .sample import HASH, NOW, TODAY, ledger
from .test_full import CALENDAR


def job(home: Home, form: str, **choice: Any) -> Job:
    kind = FORMS[form]
    chosen = {"grain": kind.grains[0]} | choice
    return Job(
        home=home,
        form=kind,
        choice=Choice(**chosen),
        calendar=CALENDAR,
        now=NOW,
        today=TODAY,
    )


def lines(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("grain", ["act", "day", "week", "month"])
def test_csv_is_what_was_shown(tmp_path: Path, grain: str) -> None:
    made = job(ledger(tmp_path / "home"), "csv", grain=grain)
    (shown,) = made.preview(5)
    made.write(tmp_path / "out.csv")
    head, *rows = lines((tmp_path / "out.csv").read_text())
    assert head == list(shown.columns)
    assert rows[:5] == [list(row) for row in shown.rows]
    assert len(rows) == shown.total


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("since", "until"),
    [
        (None, "2019-01-01"),
        ("2026-11-25", None),
        ("2027-06-01", None),
        ("2026-11-25", "2026-11-25"),
    ],
)
def test_days_without_an_act_make_a_file_that_is_empty_and_whole(
    tmp_path: Path, form: str, since: str | None, until: str | None
) -> None:
    made = job(ledger(tmp_path / "home"), form, since=since, until=until)
    made.write(path := tmp_path / f"out{made.form.suffix}")
    if form in {"json", "card"}:
        found = read(path.read_bytes(), today="2027-06-02", own=True)
        assert (found.counts, found.first <= found.last) == ((), True)


def test_a_package_is_what_was_shown(tmp_path: Path) -> None:
    made = job(ledger(tmp_path / "home"), "full", practice=True)
    previewed = made.preview(100)
    made.write(tmp_path / "out.zip")
    with zipfile.ZipFile(tmp_path / "out.zip") as package:
        tables = [name for name in package.namelist() if name.endswith(".csv")]
        assert [f"{one.name}.csv" for one in previewed] == tables
        for shown in previewed:
            head, *rows = lines(package.read(f"{shown.name}.csv").decode())
            assert (head, rows) == (list(shown.columns), [list(row) for row in shown.rows])
            assert shown.total == len(rows)


def test_a_document_is_what_was_shown(tmp_path: Path) -> None:
    made = job(ledger(tmp_path / "home"), "json", practice=True)
    previewed = made.preview(100)
    made.write(tmp_path / "out.json")
    data = (tmp_path / "out.json").read_bytes()
    tables = json.loads(data)["resources"]
    assert read(data, today=TODAY, own=True).kind == "full"
    for shown, table in zip(previewed, tables, strict=True):
        head, *rows = table["data"]
        assert (shown.name, list(shown.columns)) == (table["name"], head)
        assert [list(row) for row in shown.rows] == [[str(value) for value in row] for row in rows]


@pytest.mark.parametrize("grain", ["act", "week"])
def test_json_lines_are_what_was_shown(tmp_path: Path, grain: str) -> None:
    made = job(ledger(tmp_path / "home"), "jsonl", grain=grain)
    (shown,) = made.preview(3)
    made.write(tmp_path / "out.jsonl")
    rows = [json.loads(one) for one in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert len(rows) == shown.total
    for row, cells in zip(rows, shown.rows, strict=False):
        assert [json.dumps(row[name]) for name in shown.columns] == list(cells)


@pytest.mark.parametrize("form", ["hledger", "beancount"])
def test_a_journal_is_what_was_shown(tmp_path: Path, form: str) -> None:
    made = job(ledger(tmp_path / "home"), form)
    (shown,) = made.preview(4)
    made.write(tmp_path / "out")
    text = (tmp_path / "out").read_text().splitlines()
    assert [line for (line,) in shown.rows] == text[:4]
    assert shown.total == len(text)


def test_parquet_is_what_was_shown(tmp_path: Path) -> None:
    arrow = pytest.importorskip("pyarrow.parquet")
    made = job(ledger(tmp_path / "home"), "parquet", grain="week")
    (shown,) = made.preview(100)
    made.write(tmp_path / "out.parquet")
    rows = arrow.read_table(tmp_path / "out.parquet").to_pylist()
    assert [[str(value) for value in row.values()] for row in rows] == [
        list(row) for row in shown.rows
    ]


def test_a_backup_is_the_ledger_and_takes_no_passphrase(tmp_path: Path) -> None:
    home = ledger(tmp_path / "home")
    made = job(home, "sqlite")
    (shown,) = made.preview()
    made.write(tmp_path / "out.db")
    with closing(sqlite3.connect(tmp_path / "out.db")) as connection:
        (number,) = connection.execute("SELECT count(*) FROM acts").fetchone()
    assert number == shown.total
    with pytest.raises(KnownError, match="not sealed"):
        made.write(tmp_path / "other.db", "correct horse")
    assert not (tmp_path / "other.db").exists()


def test_what_is_sealed_holds_what_was_shown(tmp_path: Path) -> None:
    made = job(ledger(tmp_path / "home"), "csv")
    made.write(tmp_path / "plain.csv")
    made.write(tmp_path / "out.csv.age", "correct horse")
    sealed = (tmp_path / "out.csv.age").read_bytes()
    assert seal.opened(sealed, "correct horse") == (tmp_path / "plain.csv").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["home", "out.csv.age", "plain.csv"]


def test_no_format_but_a_backup_carries_a_hash_of_the_ledger(tmp_path: Path) -> None:
    home = ledger(tmp_path / "home")
    for name in FORMS:
        if name in {"sqlite", "parquet"}:
            continue
        out = io.BytesIO()
        job(home, name).stream(out)
        data = out.getvalue()
        if name == "full":
            with zipfile.ZipFile(out) as package:
                data = b"".join(map(package.read, package.namelist()))
        assert not [one for one in HASH.values() if one.encode() in data], name
        assert b"utc_offset" not in data, name


def test_practice_is_in_no_sum_unless_asked_for(tmp_path: Path) -> None:
    home = ledger(tmp_path / "home")

    def text(**choice: Any) -> str:
        out = io.BytesIO()
        job(home, "csv", **choice).stream(out)
        return out.getvalue().decode()

    assert "practice" not in text(grain="week")
    assert "practice" in text(grain="week", practice=True)
    assert "practice" in text()


def test_a_name_is_offered(tmp_path: Path) -> None:
    assert offered(FORMS["full"], tmp_path, TODAY).name == "labormeter-2026-11-25.zip"
    assert offered(FORMS["csv"], tmp_path, TODAY, locked=True).name.endswith(".csv.age")
