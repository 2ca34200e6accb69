from hypothesis import given
from hypothesis import strategies as st

from labormeter_ui.picture import DAY, Picture, day, earlier, midnight

MOMENTS = st.integers(0, 4_000_000_000_000_000)
OFFSETS = st.integers(-720, 840)


@given(MOMENTS, OFFSETS)
def test_a_day_begins_at_its_midnight(at: int, offset: int) -> None:
    began = midnight(day(at, offset), offset)
    assert began <= at < began + DAY
    assert day(began, offset) == day(at, offset)
    assert day(began - 1, offset) == earlier(day(at, offset), 1)


def test_today_is_local() -> None:
    late = midnight("2026-06-01", 0) + 23 * 3_600_000_000
    assert Picture(now=late, offset=0).today == "2026-06-01"
    assert Picture(now=late, offset=120).today == "2026-06-02"
