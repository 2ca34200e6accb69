from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter.pool import disclosure
from labormeter.pool.answer import Value
from labormeter.pool.disclosure import Rules

RULES = Rules(k=10, dominance=50, rounding=5, money=50_000)


@pytest.mark.parametrize(
    ("people", "largest", "changed", "reason"),
    [
        (9, 1, None, "k"),
        (0, 0, None, "k"),
        (10, 50, None, ""),
        (10, 51, None, "dominance"),
        (10, 50, 0, ""),
        (10, 50, 1, "changes"),
        (10, 50, 9, "changes"),
        (10, 50, 10, ""),
    ],
)
def test_what_may_be_published(people: int, largest: int, changed: int | None, reason: str) -> None:
    row = {"people": people, "n": 100, "largest": largest}
    assert disclosure.withheld(RULES, row, total="n", changed=changed) == reason


def test_what_is_no_sum_has_no_share() -> None:
    assert not disclosure.withheld(RULES, {"people": 10, "q50": 5}, total="")


def test_the_largest_person_is_never_published() -> None:
    row: dict[str, Value] = {
        "platform": "x",
        "people": 12,
        "n": 113,
        "central": 123_456,
        "largest": 9,
    }
    found = disclosure.rounded(RULES, row, frozenset({"central"}))
    assert found == {"platform": "x", "people": 10, "n": 115, "central": 100_000}


@given(st.integers(-(10**12), 10**12), st.integers(1, 1000))
def test_the_nearest_multiple_is_near(value: int, step: int) -> None:
    found = disclosure.nearest(value, step)
    assert found % step == 0
    assert 2 * abs(found - value) <= step


def test_eleven_people_and_one_who_leaves() -> None:
    """The exact sums of two releases would say what the one who left had done."""
    before, after = {"people": 11, "n": 110, "largest": 20}, {"people": 10, "n": 97, "largest": 20}
    assert not disclosure.withheld(RULES, before, total="n")
    assert disclosure.withheld(RULES, after, total="n", changed=1) == "changes"
