from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter.valuation.timing import timings

GOOD = {
    "activity": "like",
    "low": 1,
    "central": 1.8,
    "high": 4,
    "kind": "assumption",
    "reason": "r",
}


def test_seconds_are_exact() -> None:
    found, wrong = timings({"timing": [GOOD]}, ["like"], file="t")
    assert wrong == []
    assert found["like"].central == Fraction(9, 5)


@pytest.mark.parametrize(
    "change",
    [
        {"activity": "dance"},
        {"kind": "guess"},
        {"reason": " "},
        {"low": 0},
        {"high": 1},
        {"central": "2"},
        {"high": 10**9},
        {"high": float("inf")},
        {"high": float("nan")},
    ],
)
def test_a_fault_is_named_and_the_line_left_out(change: dict[str, object]) -> None:
    found, wrong = timings({"timing": [GOOD, GOOD | change]}, ["like"], file="t")
    assert [fault.line for fault in wrong] == [2]
    assert found["like"].high == 4


@given(st.recursive(st.none() | st.text() | st.integers(), st.lists))
def test_no_content_raises(content: object) -> None:
    found, _ = timings({"timing": content}, ["like"], file="t")
    assert found == {}
