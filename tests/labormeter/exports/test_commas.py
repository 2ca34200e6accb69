"""CSV that no spreadsheet runs."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter.exports.commas import FORMULA, commas, safe


@pytest.mark.parametrize("begin", FORMULA)
def test_a_formula_is_quoted(begin: str) -> None:
    assert safe(f"{begin}cmd") == f"'{begin}cmd"
    assert safe(-2) == -2
    assert safe(None) == ""
    assert safe(True) == "true"


@given(st.lists(st.lists(st.text(), min_size=2, max_size=2)))
def test_what_is_read_begins_with_no_sign_of_a_formula(rows: list[list[str]]) -> None:
    found = list(csv.reader(io.StringIO(commas(rows), newline="")))
    assert len(found) == len(rows)
    for row, read in zip(rows, found, strict=True):
        for text, value in zip(row, read, strict=True):
            assert not value.startswith(FORMULA)
            assert value in {text, f"'{text}"}
