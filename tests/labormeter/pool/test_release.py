from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from labormeter.exports.document import Count
from labormeter.pool import asking, release, store
from labormeter.pool.release import Basis
from labormeter.pool.store import Pool
from labormeter.pool.weights import Weights
from labormeter.valuation.lens import Reading


def basis(pool: Pool, number: int = 1, before: Any = None) -> Basis:
    return Basis(
        study=pool.study,
        index=store.index(pool.root),
        reading=Reading(),
        book="1 00",
        answers=asking.ask(pool, asking.RELEASED, Reading()),
        number=number,
        before=before,
        today="2026-11-25",
    )


def cell(found: release.Release, platform: str = "x", activity: str = "like") -> dict[str, Any]:
    return next(
        dict(row)
        for row in found.tables["cells"]
        if (row["platform"], row["activity"]) == (platform, activity)
    )


def crowd(lab: Any, many: int, n: int = 10, revision: int = 1, start: int = 0) -> list[bytes]:
    return [
        lab.give(start + one, Count("2025-03", "x", "like", n=n + 5 * (one % 3)), revision=revision)
        for one in range(many)
    ]


def test_a_cell_of_fewer_than_k_is_withheld(lab: Any, pool: Pool, take: Any) -> None:
    take(*crowd(lab, 9))
    assert cell(release.draw_up(basis(pool)))["withheld"] == "k"
    take(*crowd(lab, 1, start=9))
    found = cell(release.draw_up(basis(pool)))
    assert not found["withheld"]
    assert found["people"] == 10
    assert "largest" not in found


def test_what_nobody_did_is_withheld_as_any_small_number(lab: Any, pool: Pool, take: Any) -> None:
    take(*crowd(lab, 12))
    assert cell(release.draw_up(basis(pool)), "youtube", "post")["withheld"] == "k"


def test_one_person_who_makes_most_of_it(lab: Any, pool: Pool, take: Any) -> None:
    take(*crowd(lab, 12), lab.give(50, Count("2025-03", "x", "like", n=500)))
    found = cell(release.draw_up(basis(pool)))
    assert found["withheld"] == "dominance"
    assert "n" not in found


def test_two_releases_show_nobody(lab: Any, pool: Pool, take: Any) -> None:
    take(*crowd(lab, 12))
    first = release.draw_up(basis(pool))
    take(lab.back(0, 2))
    second = release.draw_up(basis(pool, 2, first.marks))
    assert cell(second)["withheld"] == "changes"
    unchanged = release.draw_up(basis(pool, 3, second.marks))
    assert not cell(unchanged)["withheld"]


def test_one_who_changes_their_rows_is_not_shown_either(lab: Any, pool: Pool, take: Any) -> None:
    take(*crowd(lab, 12))
    first = release.draw_up(basis(pool))
    take(*crowd(lab, 1, n=60, revision=2))
    assert cell(release.draw_up(basis(pool, 2, first.marks)))["withheld"] == "changes"
    take(*crowd(lab, 11, n=100, revision=2, start=1))
    assert not cell(release.draw_up(basis(pool, 2, first.marks)))["withheld"]


def test_nothing_published_names_anybody_or_adds_up_to_what_is_withheld(filled: Pool) -> None:
    found = release.draw_up(basis(filled))
    text = repr(found.tables) + repr(found.method)
    for name, person in store.index(filled.root).people.items():
        assert name not in text
        assert person.raw not in text
    sums = [row for rows in found.tables.values() for row in rows if "n" in row]
    assert all(row["platform"] != "all" for row in sums)
    everything = [row for row in found.tables["estimates"] if row["platform"] == "all"]
    assert {row["of"] for row in everything} == {"median", "trimmed mean"}


def test_a_method_says_what_a_reviewer_asks(filled: Pool) -> None:
    method = release.draw_up(basis(filled)).method
    assert method["protection"]["kind"].startswith("disclosure control, no noise")
    assert method["people"] == 60
    assert method["value"]["lens"] == "worker"
    assert method["bounds"] == {"n": 500, "cells": 12}
    assert {"share_withheld", "share_at_the_bound", "rules"} <= set(method["protection"])
    assert method["readers"]


def test_with_noise_every_cell_that_was_asked_is_there(lab: Any, pool: Pool, take: Any) -> None:
    take(*crowd(lab, 12))
    found = release.noised(basis(pool), epsilon=1.0, most=100, total=1.0)
    assert len(found.tables["cells"]) == 16
    assert set(found.tables) == {"cells"}
    assert not found.marks
    assert found.method["protection"]["bound_n"] == 100
    assert "people" not in found.method
    again = release.noised(basis(pool), epsilon=1.0, most=100, total=1.0)
    assert [row["n"] for row in found.tables["cells"]] != [
        row["n"] for row in again.tables["cells"]
    ]


def test_one_hostile_contribution_moves_no_median_beyond_its_neighbour(filled: Pool) -> None:
    """The most that one of n people can do to a median is to move it to the next value."""
    answers = asking.ask(filled, ("totals", "people"), Reading())
    values: dict[str, int] = {}
    for row in answers["totals"].records():
        name = str(row["participant"])
        values[name] = values.get(name, 0) + int(row["central"] or 0)
    ordered = sorted(values.values())
    middle = (len(ordered) + 1) // 2 - 1
    assert answers["people"].records()[0]["q50"] == ordered[middle]
    for lie in (0, 10**15):
        lying = sorted([*ordered, lie])
        moved = lying[(len(lying) + 1) // 2 - 1]
        assert ordered[middle - 1] <= moved <= ordered[middle + 1]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0, 0),
        (1234567, 1230000),
        (-1234567, -1230000),
        (12.4, 12),
        (999.9, 1000),
        (float("inf"), None),
    ],
)
def test_three_digits(value: float, said: int | None) -> None:
    assert release.significant(value) == said


def test_weeks_are_those_spoken_of(lab: Any) -> None:
    study = lab.field.study
    assert release.weeks_of(study, "2025-01", "2025-12") == pytest.approx(365 / 7)
    assert release.weeks_of(study, "2025-01", "2025-02") == pytest.approx(59 / 7)
    weekly = replace(study, asked=replace(study.asked, periods=("2025-W01", "2025-W02")))
    assert release.weeks_of(weekly, "2025-W01", "2025-W02") == 2


def test_weights_move_means_and_are_said(filled: Pool) -> None:
    plain = basis(filled)
    names = sorted(plain.index.people)
    given = Weights(dict.fromkeys(names, 1.0), (), 0)
    same = release.draw_up(replace(plain, weights=given))
    assert same.tables["estimates"] == release.draw_up(plain).tables["estimates"]
    tilted = Weights(
        {name: 2.0 * (place % 2) for place, name in enumerate(names)}, (("DE", ""),), 0
    )
    found = release.draw_up(replace(plain, weights=tilted))
    assert found.tables["estimates"] != same.tables["estimates"]
    assert found.method["weights"]["strata_without_participants"] == ["DE"]
    assert release.draw_up(plain).method["weights"] is None
