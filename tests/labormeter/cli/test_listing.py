from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter.cli.listing import as_csv, show

if TYPE_CHECKING:
    import pytest

RECORDS: list[dict[str, Any]] = [
    {"name": "a", "number": 1, "share": 0.5, "sure": True, "rates": ["x", "y"], "none": None},
    {"name": "=1+1", "number": -2, "share": 1e-06, "sure": False, "rates": [], "none": None},
]


def test_json_and_lines_are_the_records(capsys: pytest.CaptureFixture[str]) -> None:
    show(RECORDS, "json")
    assert json.loads(capsys.readouterr().out) == RECORDS
    show(RECORDS, "jsonl")
    assert [json.loads(line) for line in capsys.readouterr().out.splitlines()] == RECORDS


def test_a_table_shows_the_columns_named_and_never_a_marker(
    capsys: pytest.CaptureFixture[str],
) -> None:
    show(RECORDS, "table", columns=("name", "share"))
    told = capsys.readouterr().out
    assert told.splitlines()[0].split() == ["name", "share"]
    assert "=1+1" in told
    assert "[]" not in told


def test_csv_is_not_run_by_a_spreadsheet_but_numbers_stay_numbers() -> None:
    rows = list(csv.reader(io.StringIO(as_csv(RECORDS))))
    assert rows[1] == ["a", "1", "0.5", "true", "x y", ""]
    assert rows[2][:2] == ["'=1+1", "-2"]


def test_nothing_to_list_is_a_header_at_most() -> None:
    assert as_csv([], ("a", "b")) == "a,b\n"


@given(st.lists(st.fixed_dictionaries({"a": st.text(), "b": st.integers()}), min_size=1))
def test_csv_reads_back(records: list[dict[str, Any]]) -> None:
    rows = list(csv.DictReader(io.StringIO(as_csv(records), newline="")))
    for row, record in zip(rows, records, strict=True):
        assert int(row["b"]) == record["b"]
        assert not row["a"].startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize("first", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_a_spreadsheet_runs_no_list_either(first: str) -> None:
    text = as_csv([{"rates": [first, "CF-01"], "name": first}])
    (row,) = csv.DictReader(io.StringIO(text, newline=""))
    assert row["rates"].startswith("'")
    assert row["name"].startswith("'")
