import contextlib
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter.cli import moment
from labormeter.cli.moment import Duration, Moment
from labormeter.testing import NOON

HOUR = 3_600_000_000


@pytest.fixture(autouse=True)
def paris(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if not hasattr(time, "tzset"):
        pytest.skip("this system's zone cannot be set for one process")
    monkeypatch.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_a_time_without_an_offset_is_local() -> None:
    assert moment.read("2026-06-01T14:00") == NOON
    assert moment.read("2026-06-01 14:00:00.000007") == NOON + 7
    assert moment.read("2026-06-01T12:00:00Z") == NOON
    assert moment.read("2026-06-01T05:00-07:00") == NOON


def test_a_date_is_its_start_and_as_an_end_all_of_it() -> None:
    assert moment.read("2026-06-01") == NOON - 14 * HOUR
    assert moment.read("2026-06-01", end=True) == NOON + 10 * HOUR
    assert moment.read("2026-06-01T14:00", end=True) == NOON


def test_the_day_on_which_the_clock_changes_is_an_hour_shorter_or_longer() -> None:
    for day, hours in (("2026-03-29", 23), ("2026-03-30", 24), ("2026-10-25", 25)):
        assert moment.read(day, end=True) - moment.read(day) == hours * HOUR


@given(st.integers(0, 4 * 10**15))
def test_what_is_written_is_read_to_the_microsecond(at: int) -> None:
    text = (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=at)).isoformat()
    assert moment.read(text) == at


@pytest.mark.parametrize("text", ["", "yesterday", "2026-13-01", "2026-02-30", "12:00", "9" * 40])
def test_what_is_no_time_is_a_usage_error_that_says_how_to_write_one(text: str) -> None:
    with pytest.raises(click.BadParameter, match="2026-06-01"):
        Moment().convert(text, None, None)


@given(st.text(max_size=30))
def test_nothing_else_is_raised(text: str) -> None:
    for kind in (Moment(), Moment(end=True), Duration()):
        with contextlib.suppress(click.BadParameter):
            kind.convert(text, None, None)


@pytest.mark.parametrize(("text", "seconds"), [("30m", 1800), ("2h", 7200), ("90s", 90)])
def test_a_length_of_time(text: str, seconds: int) -> None:
    assert Duration().convert(text, None, None) == seconds * 1_000_000


@pytest.mark.parametrize("text", ["30", "m", "-5m", "1.5h", "1d", "5m ", "٣m"])
def test_what_is_no_length_of_time_is_a_usage_error(text: str) -> None:
    with pytest.raises(click.BadParameter, match="30m"):
        Duration().convert(text, None, None)


def test_a_value_that_is_one_already_stays() -> None:
    assert Moment().convert(7, None, None) == Duration().convert(7, None, None) == 7
