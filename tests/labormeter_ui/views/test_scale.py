import math

from hypothesis import given
from hypothesis import strategies as st

from labormeter_ui.views.scale import MoneyAxis, stretch, ticks


@given(st.floats(0, 9), st.floats(0.2, 9), st.integers(2, 12))
def test_ticks_are_round_amounts_within_the_axis(low: float, wide: float, room: int) -> None:
    found = ticks(low, low + wide, room)
    assert found == sorted(found)
    assert len(found) <= max(room, 2) + 1
    for value in found:
        assert low <= value <= low + wide
        assert str(round(10**value)).rstrip("0") in {"1", "2", "3", "5"}


def test_an_axis_has_room_beside_what_stands_on_it() -> None:
    low, high = stretch([1_000, 1_000_000])
    assert low < 3
    assert high > 6
    assert stretch([])[0] < stretch([])[1]
    assert stretch([0])[0] < 0 < stretch([0])[1]


def test_amounts_are_written_as_money() -> None:
    axis = MoneyAxis("bottom")
    assert axis.tickStrings([math.log10(2_000_000), 3.0], 1, 1) == ["2.00", "0.001"]
