from labormeter.ledger.meeting import DAY, TOLERANCE, Live, _Table
from labormeter.model import SECOND
from labormeter.testing import NOON


def table(*live: Live, since: int = NOON - DAY) -> _Table:
    return _Table(sorted(live), since)


def test_the_nearest_within_the_tolerance_and_each_once() -> None:
    held = table(Live(NOON, 1, None, None), Live(NOON + 60 * SECOND, 2, None, None))
    assert held.by_time(NOON + 50 * SECOND, "", "", exact=False) == 2
    assert held.by_time(NOON + 50 * SECOND, "", "", exact=False) == 1
    assert held.by_time(NOON + 50 * SECOND, "", "", exact=False) is None


def test_beyond_the_tolerance_nothing_is_met() -> None:
    held = table(Live(NOON, 1, None, None))
    assert held.by_time(NOON + TOLERANCE + 1, "", "", exact=False) is None
    assert held.by_time(NOON - TOLERANCE - 1, "", "", exact=False) is None
    assert held.by_time(NOON + TOLERANCE, "", "", exact=False) == 1


def test_ids_of_one_kind_that_differ_are_two_acts() -> None:
    held = table(Live(NOON, 1, "a", None))
    assert held.by_time(NOON, "b", "", exact=True) is None
    assert held.by_time(NOON, "b", "", exact=False) == 1


def test_ids_from_before_the_keys_cannot_be_compared() -> None:
    held = table(Live(NOON, 1, "a", None), since=NOON + 1)
    assert held.by_time(NOON, "b", "", exact=True) == 1


def test_a_target_a_day_off_is_the_same_and_further_it_is_not() -> None:
    held = table(Live(NOON, 1, "a", None), Live(NOON + 2 * DAY, 2, "a", None))
    assert held.by_mark(["z", "a"], NOON - DAY - 1) is None
    assert held.by_mark(["z", "a"], NOON + DAY) == 1
    assert held.by_mark(["a"], None) == 2
    assert held.by_mark(["a"], None) is None


def test_what_it_made_tells_as_well() -> None:
    assert table(Live(NOON, 1, None, "m")).by_mark(["m"], NOON) == 1


def test_older_ones_are_those_no_key_is_left_of() -> None:
    held = table(Live(NOON - 2 * DAY, 1, "a", None), Live(NOON, 2, "b", None))
    assert list(held.older()) == [1]
