from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter.errors import KnownError
from labormeter.pool import weights
from labormeter.pool.store import Person

ANYBODY = Person(revision=1, raw="", part=1, rows=0, first="", last="")
SHARES = "country,age_band,share\nFR,18-24,0.25\nFR,25-34,0.25\nDE,,0.5\n"


def people(*strata: tuple[str, str]) -> dict[str, Person]:
    return {
        f"p{number}": replace(ANYBODY, country=country, age_band=age)
        for number, (country, age) in enumerate(strata)
    }


def test_who_is_rare_among_participants_weighs_more() -> None:
    given_people = people(("FR", "18-24"), ("FR", "25-34"), ("FR", "25-34"), ("DE", "65+"))
    found = weights.weights(given_people, weights.read(SHARES))
    assert found.of == pytest.approx({"p0": 1.0, "p1": 0.5, "p2": 0.5, "p3": 2.0})
    assert not found.empty
    assert not found.outside


def test_who_is_not_there_is_named_and_who_is_outside_weighs_nothing() -> None:
    found = weights.weights(people(("FR", "18-24"), ("US", "18-24")), weights.read(SHARES))
    assert found.empty == (("DE", ""), ("FR", "25-34"))
    assert found.outside == 1
    assert found.of["p1"] == 0
    assert found.of["p0"] == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "columns"),
        ("country,age_band\nFR,1\n", "columns"),
        ("country,age_band,share\nFR,18-24,half\nFR,,2\nDE,x\n", "line 2.*line 3.*line 4"),
        ("country,age_band,share\nFR,,0.5\nFR,,0.5\n", "stands there already"),
        ("country,age_band,share\nFR,,0.5\n", "add up to 0.500"),
        ("country,age_band,share\nFR,,nan\n", "outside"),
    ],
)
def test_all_faults_come_together(text: str, fault: str) -> None:
    with pytest.raises(KnownError, match=fault):
        weights.read(text)


@given(
    st.lists(
        st.tuples(st.sampled_from(["FR", "DE"]), st.sampled_from(["18-24", "25-34"])), min_size=1
    )
)
def test_weights_have_the_mean_one(strata: list[tuple[str, str]]) -> None:
    found = weights.weights(people(*strata), weights.read(SHARES))
    inside = [value for value in found.of.values() if value]
    assert sum(inside) == pytest.approx(len(inside))
