"""The figures of a sheet: read back, without a person, and one's own beside them."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter.errors import KnownError
from labormeter.room import sheet
from labormeter.room.compare import group

from .seated import HANDLES, card, cell, likes, room, seats

SEATS = seats(
    [*likes(5), card(HANDLES[9], cell("reddit", "vote", 77), cell("facebook", "like", 9))]
)
FIGURES = sheet.figures(group(SEATS, 3), room())


def test_what_is_written_is_read_back() -> None:
    assert sheet.read(sheet.written(FIGURES)) == FIGURES


def test_there_is_no_person_in_it() -> None:
    text = sheet.written(FIGURES).decode()
    assert not [one.handle for one in SEATS if one.handle in text]
    assert "reddit" not in text
    assert "77" not in json.dumps(json.loads(text)["kinds"])


def test_mine_against_the_group() -> None:
    rows = sheet.mine(SEATS[4], FIGURES)
    acts = next(one for one in rows if one.measure == "acts")
    assert acts.value == 5
    assert acts.quarters.median == 3
    kinds = [one for one in rows if one.kind]
    assert [(one.kind, one.value) for one in kinds] == [(("facebook", "like"), 5)]
    assert sheet.mine(seats([card(HANDLES[3], days=0)])[0], FIGURES) == ()


@given(st.binary(max_size=200))
def test_anything_else_is_refused(data: bytes) -> None:
    with pytest.raises(KnownError):
        sheet.read(data)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("schema", 2),
        ("people", 1),
        ("people", True),
        ("strips", {"acts": [1, None, 2]}),
        ("strips", {"acts": [0, float("nan"), 2]}),
        ("kinds", [["facebook", "like", -1]]),
        ("room", "id = 1"),
    ],
)
def test_a_sheet_that_was_tampered_with_is_refused(name: str, value: object) -> None:
    said = json.loads(sheet.written(FIGURES))
    said[name] = value
    with pytest.raises(KnownError):
        sheet.read(json.dumps(said).encode())


def test_too_deep_or_too_large_is_refused() -> None:
    for data in (b"[" * 100_000, b" " * (sheet.LARGEST + 1)):
        with pytest.raises(KnownError):
            sheet.read(data)
