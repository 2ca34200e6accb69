"""Weights, where a study gives them: who took part against who there is, by country and age band.

    country,age_band,share
    FR,18-24,0.11
    FR,25-34,0.13                 an empty field stands for any

A participant's weight is the share of their stratum in the population over its share among the
participants (post-stratification). Strata in which nobody took part are named: no weight mends them.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from labormeter.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from labormeter.pool.store import Person

type Stratum = tuple[str, str]
COLUMNS = ("country", "age_band", "share")


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights by participant, and the strata that nobody stands for."""

    of: Mapping[str, float]
    empty: tuple[Stratum, ...]
    """Strata of the population without a participant."""
    outside: int
    """Participants in no stratum of the population: they weigh nothing."""


def read(text: str) -> dict[Stratum, float]:
    """Return shares of a population by stratum. Raises KnownError with all faults, by line."""
    rows = list(csv.reader(io.StringIO(text)))
    if not rows or tuple(rows[0]) != COLUMNS:
        raise KnownError(f"Weights are a CSV with the columns {', '.join(COLUMNS)}.")
    found: dict[Stratum, float] = {}
    faults = []
    for line, row in enumerate(rows[1:], 2):
        fault = _fault(row, found)
        if fault:
            faults.append(f"line {line}: {fault}")
        else:
            found[row[0].strip(), row[1].strip()] = float(row[2])
    if not faults and not 0.99 <= sum(found.values()) <= 1.01:  # noqa: PLR2004 - one, rounded
        faults.append(f"the shares add up to {sum(found.values()):.3f} and not to 1")
    if faults:
        raise KnownError(f"The weights cannot be used: {'; '.join(faults)}.")
    return found


def _fault(row: Sequence[str], known: Mapping[Stratum, float]) -> str:
    if len(row) != len(COLUMNS):
        return "three fields are wanted"
    if (row[0].strip(), row[1].strip()) in known:
        return "the stratum stands there already"
    try:
        share = float(row[2])
    except ValueError:
        return "the share is no number"
    return "" if 0 < share <= 1 else "the share lies outside 0 to 1"


def weights(people: Mapping[str, Person], shares: Mapping[Stratum, float]) -> Weights:
    """Return a weight for each participant; their mean is 1 among those who have one.

    Raises KnownError where nobody has one.
    """
    strata = {name: _stratum(person, shares) for name, person in people.items()}
    there = Counter(stratum for stratum in strata.values() if stratum is not None)
    if not there:
        raise KnownError(
            "There is no participant in any stratum of these weights.",
            "The study has to ask for country or age band, and the file has to name them.",
        )
    known = sum(shares[stratum] for stratum in there)
    many = there.total()
    of = {
        name: 0.0 if stratum is None else shares[stratum] / known * many / there[stratum]
        for name, stratum in strata.items()
    }
    empty = tuple(sorted(stratum for stratum in shares if stratum not in there))
    return Weights(of, empty, sum(one is None for one in strata.values()))


def _stratum(person: Person, shares: Mapping[Stratum, float]) -> Stratum | None:
    """Return the stratum that fits best: both, then the country, then the age band."""
    country, age = person.country, person.age_band
    for one in ((country, age), (country, ""), ("", age)):
        if one in shares and one != ("", ""):
            return one
    return None
