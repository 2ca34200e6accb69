from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter.ledger import rows
from labormeter.model import ACTIVITIES, SOURCES, Act, Disclosure
from labormeter.testing import NOON, act

MARK = st.text("0123456789abcdef", min_size=32, max_size=32)
WORD = st.from_regex(r"\A[a-z_]{1,12}\Z")
AT = st.integers(-(10**15), 10**16)

ACTS = st.builds(
    Act,
    id=MARK,
    occurred_at=AT,
    utc_offset=st.integers(-720, 840),
    platform=WORD,
    activity=st.sampled_from(ACTIVITIES),
    effect=st.sampled_from(["do", "undo"]),
    rule=WORD,
    pack=WORD,
    actor=st.none() | MARK,
    target=st.none() | MARK,
    made=st.none() | MARK,
    quantity=st.integers(1, 10**9),
    unit=st.sampled_from(["", "POINT", "EUR"]),
    net=st.integers(-(10**9), 10**9),
    rounds=st.none() | st.integers(0, 99),
    tiles=st.none() | st.integers(0, 99),
    seconds=st.none() | st.integers(0, 10**9),
    source=st.sampled_from(SOURCES),
    flags=st.lists(WORD, max_size=3).map(tuple),
    disclosures=st.lists(
        st.builds(Disclosure, WORD, st.sampled_from(["seen", "seen-partly"])),
        max_size=3,
        unique_by=lambda found: found.kind,
    ).map(lambda found: tuple(sorted(found, key=lambda one: one.kind))),
)


@given(ACTS)
def test_an_act_comes_back_as_it_went(given_act: Act) -> None:
    kinds = ";".join(f"{one.kind} {one.sure}" for one in given_act.disclosures) or None
    assert rows.act([*rows.row(given_act), kinds, 1]) == given_act


@given(AT, st.integers(-720, 840))
def test_the_day_is_the_one_that_a_clock_there_shows(at: int, offset: int) -> None:
    shown = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=at, minutes=offset)
    assert rows.local_day(at, offset) == shown.date().isoformat()


@pytest.mark.parametrize(
    ("offset", "day"), [(0, "2026-06-01"), (12 * 60 - 1, "2026-06-01"), (12 * 60, "2026-06-02")]
)
def test_noon_is_tomorrow_twelve_hours_east(offset: int, day: str) -> None:
    assert rows.local_day(NOON, offset) == day


def test_a_day_begins_at_midnight() -> None:
    assert rows.begin_of_day("2026-06-01") == NOON - 12 * 3600 * 1_000_000
    assert rows.local_day(rows.begin_of_day("2026-06-01"), 0) == "2026-06-01"
    assert rows.local_day(rows.begin_of_day("2026-06-01") - 1, 0) == "2026-05-31"


def test_every_field_of_an_act_has_its_column() -> None:
    fields: set[str] = set(Act.__dataclass_fields__)
    assert fields - set(rows.COLUMNS) == {"disclosures"}
    assert set(rows.COLUMNS) - fields == {"day"}
    row: tuple[Any, ...] = rows.row(act())
    assert len(row) == len(rows.COLUMNS)


def test_the_machines_day_follows_its_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    import time  # noqa: PLC0415

    if not hasattr(time, "tzset"):
        pytest.skip("this system's zone cannot be set for one process")
    try:
        for zone, day in (("UTC", "2026-06-01"), ("Etc/GMT-14", "2026-06-02")):
            monkeypatch.setenv("TZ", zone)
            time.tzset()
            assert rows.machine_day(NOON) == day
    finally:
        monkeypatch.undo()
        time.tzset()
