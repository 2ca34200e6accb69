from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter.archives import moment

AT = 1_700_000_000_000_000


@pytest.mark.parametrize(
    "text",
    [
        "2023-11-14 22:13:20", "2023-11-14 22:13:20 UTC", "2023-11-14T22:13:20Z",
        "2023-11-14T22:13:20.000Z", "2023-11-14T23:13:20+01:00", "2023/11/14 22:13:20",
        "2023-11-14 22:13:20 +0000", "Tue Nov 14 22:13:20 +0000 2023", "11/14/2023 22:13:20 UTC",
        "Nov 14, 2023, 10:13:20 PM UTC", "Nov 14, 2023, 10:13:20\u202fPM UTC",
        "Nov 14, 2023, 2:13:20 PM PST", "14 Nov 2023, 22:13:20", "Nov 14, 2023, 11:13:20 PM CET",
        "Nov 15, 2023, 3:43:20 AM GMT+05:30",
    ],
)  # fmt: skip
def test_one_moment_in_many_spellings(text: str) -> None:
    assert moment.written(text) == AT


def test_american_dates_with_two_digits() -> None:
    assert moment.written("11/14/23, 10:13 PM") == AT - 20_000_000


@pytest.mark.parametrize(
    "given",
    [
        "",
        "yesterday",
        "2023-13-40",
        "99/99/2023 1:1",
        None,
        5,
        [],
        "Wed Xxx 10 20:19:24 +0000 2018",
    ],
)
def test_no_moment_is_none(given: object) -> None:
    assert moment.written(given) is None


@pytest.mark.parametrize(
    "given", [0, "", "x", None, True, float("nan"), float("inf"), 10**30, "9" * 400]
)
def test_no_number_of_seconds_is_none(given: object) -> None:
    assert moment.seconds(given) is None


def test_numbers() -> None:
    assert moment.seconds(1_700_000_000) == moment.seconds("1700000000") == AT
    assert moment.milliseconds(1_700_000_000_000) == AT
    assert moment.seconds(-86_400) == -86_400_000_000


@given(st.text() | st.integers() | st.floats() | st.none())
def test_nothing_raises(given: object) -> None:
    moment.written(given)
    moment.seconds(given)
    moment.of_x(given)


@given(st.datetimes(timezones=st.just(UTC)), st.sampled_from(" T"))
def test_the_quick_way_agrees_with_the_calendar(when: datetime, mark: str) -> None:
    plain = when.replace(microsecond=0)
    whole = plain - datetime(1970, 1, 1, tzinfo=UTC)
    text = plain.isoformat(mark).removesuffix("+00:00")
    assert moment.written(text) == (whole.days * 86_400 + whole.seconds) * 1_000_000


@pytest.mark.parametrize(
    "text", ["2023-11-14 22:13:60", "2023-11-14 24:13:00", "2023-11-31 22:13:20", "x" * 19]
)
def test_what_no_clock_shows_is_no_moment(text: str) -> None:
    assert moment.written(text) is None
