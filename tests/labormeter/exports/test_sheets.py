"""Sheets: every row of every table is as its columns say, and a preview is the first of them."""

import csv
import io
from pathlib import Path

import pytest

from labormeter.exports import sheets
from labormeter.exports.choice import Choice
from labormeter.exports.gather import gathered
from labormeter.exports.tables import Table, number
from labormeter.ledger.dump import ACT, HASHES, LINK, dump
from labormeter.model import Span
from labormeter.valuation import shelf

from .sample import NOW, ledger


def read(sheet: sheets.Sheet) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(b"".join(sheet.pieces()).decode(), newline="")))


def test_the_columns_of_the_sheet_are_those_of_the_dump() -> None:
    assert tuple(sheets.ACTS.names) == ACT
    assert tuple(sheets.LINKS.names) == LINK
    assert [field.name for field in (sheets.ACTOR, sheets.TARGET, sheets.MADE)] == list(HASHES)


def test_acts_are_as_their_columns_say(tmp_path: Path) -> None:
    home = ledger(tmp_path)
    for hashes in ("none", "rekeyed"):
        with dump(home) as state:
            sheet = sheets.acts(state, Choice(hashes="none" if hashes == "none" else "rekeyed"))
            rows = read(sheet)
            assert len(rows) == sheet.total() == 13
        for field in sheet.table.fields:
            column = [row[field.name] for row in rows if row[field.name]]
            if field.pattern or field.values:
                assert list(field.faults(column)) == [] or not column


def test_a_preview_is_the_beginning_of_the_file(tmp_path: Path) -> None:
    with dump(ledger(tmp_path)) as state:
        sheet = sheets.acts(state, Choice())
        whole = b"".join(sheet.pieces()).decode().splitlines()
        assert sheet.first(5) == whole[1:6]
        assert sheet.first(100) == whole[1:]


def test_only_links_of_posts_that_stand_go_along(tmp_path: Path) -> None:
    """Without what it made, nobody could tell later that a post was deleted."""
    with dump(ledger(tmp_path)) as state:
        sheet = sheets.links(state, Choice())
        assert sheet.total() == len(read(sheet)) == 1


@pytest.mark.parametrize("grain", ["day", "week", "month"])
def test_sums_of_every_grain_are_the_same_sums(tmp_path: Path, grain: str) -> None:
    cells = gathered(ledger(tmp_path), Choice().part, now=NOW).cells
    chosen = next(one for one in ("day", "week", "month") if one == grain)
    rows = read(sheets.counts(cells, chosen))
    for name in ("n", "gestures", "acts", "timed", "posted"):
        expected = {
            "n": sum(cell.net for cell in cells),
            "gestures": sum(cell.gestures for cell in cells),
            "acts": sum(cell.acts for cell in cells),
            "timed": sum(cell.timed for cell in cells),
            "posted": sum(cell.posted for cell in cells),
        }[name]
        assert sum(int(row[name]) for row in rows) == expected
    assert all(len(row["period"]) == {"day": 10, "week": 8, "month": 7}[grain] for row in rows)


def test_rows_outside_their_table_are_refused() -> None:
    table = Table((number("n", ""),), ("n",))
    with pytest.raises(ValueError, match="outside its table"):
        sheets.of_rows("x", table, [[-1]])
    with pytest.raises(ValueError, match="outside its table"):
        sheets.of_rows("x", table, [[1, 2]])


def test_a_reason_in_words_that_are_not_ours_is_not_told() -> None:
    found = [Span("gap", 0, 60, "CANARY: stopped by Marie"), Span("gap", 0, None, "asleep", 1, 2)]
    rows = read(sheets.spans(found, frozenset({"gap"}), "gaps"))
    assert [row["reason"] for row in rows] == ["", "asleep"]
    assert rows[1]["ended_at"] == ""
    assert rows[0]["started_at"] == "1970-01-01T00:00:00.000000Z"


def test_every_rate_of_the_book_can_be_written() -> None:
    book = shelf.shipped()
    rows = read(sheets.rates(book.rates.values()))
    assert len(rows) == len(book.rates)
    for row in rows:
        rate = book.rates[row["id"]]
        assert float(row["mid"]) == pytest.approx(float(rate.mid), rel=1e-9)
        assert "e" not in row["low"]
