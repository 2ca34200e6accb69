"""Parquet: the rows of the CSV, with types."""

import csv
import io
import sys
from datetime import date
from pathlib import Path

import pytest

from labormeter.errors import KnownError
from labormeter.exports import sheets
from labormeter.exports.choice import Choice
from labormeter.exports.gather import gathered
from labormeter.exports.parquet import parquet
from labormeter.ledger.dump import dump

from .sample import NOW, ledger


def test_it_says_what_the_table_says(tmp_path: Path) -> None:
    arrow = pytest.importorskip("pyarrow.parquet")
    with dump(ledger(tmp_path)) as state, (tmp_path / "acts.parquet").open("wb") as out:
        sheet = sheets.acts(state, Choice())
        parquet(out, sheet)
        plain = list(csv.DictReader(io.StringIO(b"".join(sheet.pieces()).decode())))
    found = arrow.read_table(tmp_path / "acts.parquet").to_pylist()
    assert [row["id"] for row in found] == [row["id"] for row in plain]
    for row, text in zip(found, plain, strict=True):
        assert row["day"] == date.fromisoformat(text["day"])
        assert row["net"] == int(text["net"])
        assert row["rounds"] == (int(text["rounds"]) if text["rounds"] else None)
        assert row["flags"] == text["flags"]
        assert f"{row['occurred_at']:%Y-%m-%dT%H:%M:%S.%f}Z" == text["occurred_at"]
    assert {row["seconds"] for row in found} == {None, 31.250001}


def test_an_empty_sheet_has_its_columns(tmp_path: Path) -> None:
    arrow = pytest.importorskip("pyarrow.parquet")
    home = ledger(tmp_path)
    cells = gathered(home, Choice(since="2030-01-01").part, now=NOW).cells
    with (tmp_path / "weeks.parquet").open("wb") as out:
        parquet(out, sheets.counts(cells, "week"))
    assert arrow.read_table(tmp_path / "weeks.parquet").column_names[:2] == ["period", "platform"]


def test_without_pyarrow_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(KnownError, match=r"\[research\]"):
        parquet(io.BytesIO(), sheets.counts([], "week"))
