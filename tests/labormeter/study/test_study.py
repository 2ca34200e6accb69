from __future__ import annotations

import tomllib
from typing import Any

from labormeter.study import study


def test_a_study_knows_what_it_asks(trial: Any) -> None:
    found = trial.study
    assert found.asked.periods[0] == "2026-01"
    assert len(found.asked.periods) == 12
    assert found.largest == 12 * 12
    assert [one.required for one in found.purposes] == [True, False]
    assert (found.epsilon, found.delta) == (3.0, 1e-6)


def test_a_text_in_a_language_that_is_not_there_is_that_of_the_first(trial: Any) -> None:
    assert trial.study.said("fr", "risks") != trial.study.said("en", "risks")
    assert trial.study.said("de", "risks") == trial.study.said("en", "risks")


def test_every_field_can_be_shown(trial: Any) -> None:
    flat = study.flat(tomllib.loads(trial.text))
    assert flat["people.controller"] == "University of Nowhere"
    assert trial.study.fields == flat
