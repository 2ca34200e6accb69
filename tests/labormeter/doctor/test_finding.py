from __future__ import annotations

import pytest

from labormeter.doctor.finding import Finding, State, worst


@pytest.mark.parametrize(
    ("states", "expected"),
    [((), "good"), (("good", "warn"), "warn"), (("bad", "good", "warn"), "bad")],
)
def test_the_worst_one_counts(states: tuple[State, ...], expected: State) -> None:
    assert worst(Finding("disk", state, "Said.") for state in states) == expected
