from __future__ import annotations

import subprocess
import sys

from labormeter import report
from labormeter.model import Cell
from labormeter.valuation import frame, shelf
from labormeter.valuation.calendar import calendar
from labormeter.valuation.lens import Reading

CELLS = [
    Cell(day="2026-06-01", platform="x", activity="like", source="wire", gestures=3, net=2),
    Cell(day="2026-06-02", platform="x", activity="save", source="wire", gestures=1, net=1),
]


def test_a_frame_holds_whole_millionths_and_says_where_there_is_no_price() -> None:
    made = calendar(Reading(), [("", shelf.shipped())])
    lines = report.valued(report.sheet(CELLS), made)
    found = frame.of_lines(lines)
    assert list(found["activity"]) == ["like", "save"]
    assert found["central"].dtype == "Int64"
    assert found["central"].sum() == lines[0].worth.central  # type: ignore[union-attr]
    assert found["central"].isna().tolist() == [False, True]


def test_a_frame_of_units_has_a_column_for_each_dimension() -> None:
    found = frame.of_rows(report.units(CELLS, ("day", "platform")))
    assert list(found.columns)[:3] == ["day", "platform", "unit"]
    assert found["net"].sum() == 3


def test_nothing_makes_an_empty_frame() -> None:
    assert len(frame.of_lines([])) == len(frame.of_rows([])) == 0


def test_pandas_is_no_part_of_a_start() -> None:
    code = (
        "import sys; import labormeter.report, labormeter.valuation.frame, labormeter.cli.ledger;"
        "sys.exit('pandas' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
