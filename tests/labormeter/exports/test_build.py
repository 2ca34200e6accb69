"""Drawing up: what is chosen, what is left out, and undoings across weeks."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from labormeter.exports.build import Wanted, build, carried
from labormeter.exports.document import Count
from labormeter.exports.tables import OTHER
from labormeter.model import Cell

from .sample import CELLS, MINUTES, WEEKS, cell, document


def names(kind: str = "room", **changes: object) -> set[tuple[str, str]]:
    made = document("room" if kind == "room" else "full", replace(WEEKS, **changes))  # type: ignore[arg-type] # any
    return {(row.platform, row.activity) for row in made.counts}


def test_a_platform_of_ones_own_is_told_to_nobody() -> None:
    assert (OTHER, "post") in names()
    assert "my-own-forum" not in str(document("room"))
    assert "my-own-forum" in str(document("full"))


def test_practice_is_left_out_unless_asked_for() -> None:
    assert ("practice", "like") not in names()
    assert ("practice", "like") in names(practice=True)


def test_what_was_not_metered_stays_out_of_a_card() -> None:
    assert ("reddit", "post") not in names()
    assert ("reddit", "post") in names("full")


def test_platforms_and_activities_are_chosen_and_what_was_left_out_is_counted() -> None:
    made = document("room", replace(WEEKS, platforms=frozenset({"x"})))
    assert {row.platform for row in made.counts} == {"x"}
    assert made.removed == len(document("room").counts) - len(made.counts)
    assert made.disclosures == ()
    assert names(activities=frozenset({"captcha"})) == {("recaptcha", "captcha")}


def test_time_is_counted_by_week() -> None:
    rows = {row.period: (row.minutes, row.days) for row in document("room").coverage}
    assert rows == {"2026-W44": (61, 1), "2026-W45": (150, 2), "2026-W46": (0, 0)}


def test_an_undoing_takes_back_what_was_done_before() -> None:
    likes = {row.period: row.n for row in document("room").counts if row.activity == "like"}
    assert likes == {"2026-W44": 13, "2026-W45": 0}
    own = {row.period: row.n for row in document("full").counts if row.activity == "like"}
    assert own == {"2026-W44": 15, "2026-W45": -2}


@given(st.lists(st.integers(-5, 5), min_size=1, max_size=9))
def test_carrying_loses_nothing_that_was_done_within(nets: list[int]) -> None:
    rows = [Count(f"2026-W{10 + place}", "x", "like", n=n) for place, n in enumerate(nets)]
    found = carried(rows)
    assert all(row.n >= 0 for row in found)
    # What is left is what was done last and never taken back: the largest sum of a tail.
    tails = [sum(nets[place:]) for place in range(len(nets) + 1)]
    assert sum(row.n for row in found) == max(tails)


def test_a_study_rounds_and_keeps_nothing_else() -> None:
    made = document("study", replace(WEEKS, nearest=5))
    assert {row.n for row in made.counts} <= {0, 5, 10, 15}
    assert all(row.seconds % 60 == 0 for row in made.counts)
    assert {row.unit for row in made.counts} == {""}
    assert made.coverage == ()
    assert made.disclosures == ()
    assert all(row.gestures == row.timed == row.posted == 0 for row in made.counts)


def test_more_seconds_than_a_week_has_are_cut() -> None:
    long = cell("2026-10-26", "youtube", "view", 1, seconds=10**13, timed=1)
    made = build("room", [long], WEEKS, said={"handle": "amber-otter"})
    assert made.counts[0].seconds == 604_800 + 3600


def test_days_before_and_after_are_left_out() -> None:
    early: list[Cell] = [*CELLS, cell("2026-10-25", "x", "like", 100)]
    wanted = Wanted(first="2026-W44", last="2026-W44")
    made = build("room", early, wanted, minutes=MINUTES, said={"handle": "amber-otter"})
    assert sum(row.n for row in made.counts) == 15
