from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter.metadata.pdfindex import packed, textual, unpredicted
from labormeter.metadata.sight import Short, Sight
from labormeter.model import Window

if TYPE_CHECKING:
    from collections.abc import Callable

    type Look = Callable[[bytes], Sight]

TABLE = (
    b"xref\n0 2\n0000000000 65535 f \n0000000017 00000 n \n7 1\n0000000099 00000 n \ntrailer<<>>"
)


def test_rows_of_text_in_runs(sight: Look) -> None:
    runs, end = textual(sight(TABLE), 0)
    assert [(run.first, run.count) for run in runs] == [(0, 2), (7, 1)]
    assert [runs[0].where(0), runs[0].where(1), runs[1].where(7)] == [None, (0, 17), (0, 99)]
    assert TABLE[end:].startswith(b"trailer")


def test_packed_rows(sight: Look) -> None:
    rows = b"\0\0\0\0" + b"\1\0\x10\0" + b"\2\0\5\3"
    (run,) = packed(sight(b""), {"W": [1, 2, 1]}, rows)
    assert [run.where(number) for number in range(3)] == [None, (0, 16), (5, 3)]
    first, second = packed(sight(b""), {"W": [1, 2, 1], "Index": [4, 1, 9, 2]}, rows)
    assert (first.first, second.first, second.where(10)) == (4, 9, (5, 3))
    with pytest.raises(Short):
        second.where(12)


@pytest.mark.parametrize("widths", [None, [1, 2], [1, -2, 3], [0, 0, 0], [9, 9, 9], "x"])
def test_widths_that_cannot_be(widths: object, sight: Look) -> None:
    with pytest.raises(Short):
        [*packed(sight(b""), {"W": widths}, b"abc")]  # type: ignore[dict-item]


@given(st.lists(st.binary(min_size=4, max_size=4), max_size=20), st.sampled_from([1, 3]))
def test_prediction_by_the_row_above_is_undone(rows: list[bytes], every: int) -> None:
    above, written = bytes(4), b""
    for number, row in enumerate(rows):
        plain = number % 3 == every
        written += (
            b"\0" + row
            if plain
            else b"\2" + bytes((a - b) & 255 for a, b in zip(row, above, strict=True))
        )
        above = row
    held = Sight.of(Window(b"", b"", 0))
    assert unpredicted(written, 4, held) == b"".join(rows)
