from labormeter.model import Cell
from labormeter_ui.presenters.rhythm import Rhythm, rhythm


def cell(hour: str, gestures: int, **more: str) -> Cell:
    usual = {"day": "", "platform": "x", "activity": "like", "source": "wire"}
    return Cell(hour=hour, gestures=gestures, **(usual | more))  # type: ignore[arg-type]


def test_hours_lie_by_weekday_from_monday() -> None:
    cells = [cell("1 00", 2), cell("7 23", 5), cell("7 23", 1), cell("3 07", 9, unit="EUR")]
    found = rhythm([*cells, cell("2 02", 50, source="practice")], practice=False)
    assert (found.rows[0][0], found.rows[6][23], found.total) == (2, 6, 8)
    assert (found.busiest, found.most) == ((6, 23), 6)
    assert rhythm([cell("2 02", 50, source="practice")], practice=True).total == 50
    assert Rhythm().total == 0
