"""One's own figures against a kept sheet: both files judged, and told in the person's language."""

from pathlib import Path

import pytest

from labormeter.errors import KnownError
from labormeter.room import against, compare, sheet

from .seated import HANDLES, TODAY, card, cell, likes, put, room, seats


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    group = compare.group(seats(likes(6)), 3)
    path = tmp_path / "sheet.json"
    path.write_bytes(sheet.written(sheet.figures(group, room())))
    return path


def mine(folder: Path, likes: int, days: int = 10) -> Path:
    made = card(HANDLES[9], cell("facebook", "like", likes), days=days)
    return put(folder, [made])[0]


def test_mine_stands_beside_the_group_in_both_languages(kept: Path, tmp_path: Path) -> None:
    figures, found = against.against(kept, mine(tmp_path, 77), today=TODAY)
    assert figures.people == 6
    heads, rows = against.lines(found, figures.room, "en")
    assert heads[1:4] == ("Mine", "a quarter at most", "half at most")
    assert rows[0][:2] == ("Acts by metered day", "7.7")
    assert [len(row) for row in rows] == [5] * len(rows)
    french = against.lines(found, figures.room, "fr")
    assert french[0][1] == "Moi"
    assert french[1][0][:2] == ("Gestes par jour relevé", "7,7")


def test_without_a_metered_day_there_is_nothing_to_hold(kept: Path, tmp_path: Path) -> None:
    _, found = against.against(kept, mine(tmp_path, 5, days=0), today=TODAY)
    assert against.lines(found, room(), "en")[1] == ()


def test_files_that_are_no_sheet_or_no_card_are_refused(kept: Path, tmp_path: Path) -> None:
    good = mine(tmp_path, 5)
    for other in (good, tmp_path / "gone.json"):
        with pytest.raises(KnownError, match=r"no group sheet|cannot be opened"):
            against.against(other, good, today=TODAY)
    for other in (kept, tmp_path / "gone.json", tmp_path):
        with pytest.raises(KnownError):
            against.against(kept, other, today=TODAY)
