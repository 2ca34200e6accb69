from __future__ import annotations

import json
import random
import statistics
from pathlib import Path
from typing import Any

import pytest

from labormeter.exports import document as documents
from labormeter.pool import simulate
from labormeter.study import contribution, seal


def test_a_simulation_can_be_made_again(lab: Any) -> None:
    truth = simulate.truth(lab.field.study)
    first, again = (list(simulate.people(lab.field.study, truth, 5, 9)) for _ in range(2))
    assert first == again
    assert first != list(simulate.people(lab.field.study, truth, 5, 10))


@pytest.mark.parametrize("mean", [0.3, 4.0, 29.0, 31.0, 400.0])
def test_counts_have_the_mean_and_the_spread_of_a_poisson(mean: float) -> None:
    drawn = random.Random(2)  # noqa: S311 - to be repeatable
    values = [simulate.poisson(drawn, mean) for _ in range(4000)]
    assert statistics.mean(values) == pytest.approx(mean, rel=0.08)
    assert statistics.variance(values) == pytest.approx(mean, rel=0.15)


def test_the_population_has_the_mean_that_it_states(lab: Any) -> None:
    study = lab.field.study
    truth = simulate.truth(study)
    people = list(simulate.people(study, truth, 600, 4))
    values = [one["2025-05 facebook like"] for one in people]
    assert statistics.mean(values) == pytest.approx(truth.mean("facebook", "like"), rel=0.2)
    doubled = simulate.scaled(truth, 2)
    assert doubled.mean("x", "post") == 2 * truth.mean("x", "post")


def test_contributions_are_real_and_within_the_study(lab: Any) -> None:
    study = lab.field.study
    truth = simulate.truth(study, scale=30)
    for data in simulate.contributions(lab.field, truth, 3, 1):
        plain = seal.opened(seal.decrypt(data, lab.field.readers[:1]))
        given = contribution.read(plain, today="2026-11-25")
        assert not contribution.faults(study, [lab.field.signed.hash], given)
        assert given.document is not None
        assert documents.read(documents.write(given.document), today="2026-11-25").counts


def test_a_folder_has_everything_to_pool_it(tmp_path: Path) -> None:
    simulate.write(tmp_path, 3, 1, platforms=("x",), activities=("like",))
    assert len(list((tmp_path / "contributions").iterdir())) == 3
    assert json.loads((tmp_path / "truth.json").read_text())["means"] == {"x": {"like": 60.0}}
    assert (tmp_path / "readers.txt").read_text().count("AGE-SECRET-KEY-") == 2
