from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from labormeter_ui import language
from labormeter_ui.presenters.days import EPOCH
from labormeter_ui.views.axis import CountAxis, DateAxis, ticks

FIRST = date(2016, 1, 1).toordinal() - EPOCH


@given(st.floats(0, 30_000), st.floats(2, 8_000), st.integers(2, 20))
def test_names_stand_inside_and_do_not_crowd(low: float, length: float, room: int) -> None:
    found = ticks(low, low + length, room)
    assert found == sorted(set(found))
    assert all(low <= day <= low + length for day in found)
    assert len(found) <= room + 2


def test_years_months_weeks_and_days_are_named_at_their_beginning() -> None:
    days = [date.fromordinal(day + EPOCH) for day in ticks(FIRST, FIRST + 3650, 10)]
    assert all((day.month, day.day) == (1, 1) for day in days)
    assert len(days) >= 4
    days = [date.fromordinal(day + EPOCH) for day in ticks(FIRST, FIRST + 365, 12)]
    assert all(day.day == 1 for day in days)
    days = [date.fromordinal(day + EPOCH) for day in ticks(FIRST, FIRST + 30, 7)]
    assert all(day.weekday() == 0 for day in days)


def test_there_is_no_half_an_act(qapp: object) -> None:
    assert CountAxis("left").tickStrings([0, 0.5, 1, 1500], 1, 1) == ["0", "", "1", "1,500"]
    assert qapp is not None


def test_names_are_written_in_the_language(qapp: object) -> None:
    axis = DateAxis("bottom")
    language.use("fr")
    february = date(2026, 2, 2).toordinal() - EPOCH
    assert axis.tickStrings([february + 0.5, february + 7.5], 1, 1) == [
        "2 f\u00e9vr.",
        "9 f\u00e9vr.",
    ]
    assert axis.tickStrings([february + 0.5], 1, 1) == ["2 f\u00e9vr."]
    assert axis.tickStrings([FIRST + 0.5, FIRST + 366.5], 1, 1) == ["2016", "2017"]
    assert axis.tickValues(FIRST, FIRST + 30, 600)[0][1]
    assert qapp is not None
