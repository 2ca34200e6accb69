from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from labormeter.metadata.moment import since_1904, since_1970


def test_times_are_given_as_people_write_them() -> None:
    assert since_1970(0) == "1970-01-01 00:00:00+00:00"
    assert since_1904(3_600_000_000) == "2018-01-28 16:00:00+00:00"


def test_zero_says_that_no_time_was_set() -> None:
    assert since_1904(0) == ""


@given(st.integers(-(1 << 70), 1 << 70))
def test_a_time_that_no_calendar_has_is_a_number(seconds: int) -> None:
    assert since_1970(seconds)
    assert isinstance(since_1904(seconds), str)
