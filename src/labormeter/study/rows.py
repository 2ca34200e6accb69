"""What a study would get of a person's ledger: coarsened, bounded, chosen row by row.

    cells --build--> rows in the study's words --bounds--> rows, some marked --choice--> document

All is pure. Bounds are applied before anything is shown, so that what is shown is what is sent.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from labormeter.errors import KnownError
from labormeter.exports import build, tables
from labormeter.exports.build import Wanted
from labormeter.exports.document import Count, Document

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from labormeter.model import Cell
    from labormeter.study.study import Study


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What the participant chose to give; everything, unless told otherwise."""

    periods: frozenset[str] | None = None
    platforms: frozenset[str] | None = None
    activities: frozenset[str] | None = None
    rows: frozenset[tuple[str, str, str]] = field(default_factory=frozenset)
    """Single rows left out: period, platform, activity."""
    country: str = ""
    age_band: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row as it is shown before it is sent."""

    count: Count
    clamped: bool
    """It would say more than the study takes; it says the bound instead."""
    kept: bool
    """It is sent. A row that is not, stays here."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """Everything a participant sees before saying yes."""

    document: Document
    rows: tuple[Row, ...]
    beyond: int
    """Rows that stay here because the study takes no more cells of one person in one period."""


def gather(study: Study, cells: Iterable[Cell], choice: Choice, *, today: str) -> Gathered:
    """Return what would be sent of these cells, and every row that the study asked for.

    What lies after `today`, the local day, is not part of it yet. Raises KnownError where all does.
    """
    drawn = _drawn(study, cells, today)
    bounded, beyond = _bounded(study, drawn.counts)
    rows = tuple(Row(count, clamped, _chosen(count, choice)) for count, clamped in bounded)
    sent = tuple(row.count for row in rows if row.kept)
    made = replace(
        drawn,
        counts=sent,
        removed=len(rows) - len(sent),
        country=choice.country if study.asked.country else "",
        age_band=choice.age_band if study.asked.age_band else "",
    )
    return Gathered(made, rows, beyond)


def _drawn(study: Study, cells: Iterable[Cell], today: str) -> Document:
    asked = study.asked
    now = tables.named(date.fromisoformat(today), asked.grain)
    begun = [period for period in asked.periods if period <= now]
    if not begun:
        raise KnownError(
            "The study asks for a time that has not begun.", f"It begins with {asked.periods[0]}."
        )
    wanted = Wanted(
        first=begun[0],
        last=begun[-1],
        grain=asked.grain,
        platforms=frozenset(asked.platforms),
        activities=frozenset(asked.activities),
        nearest=asked.rounding,
    )
    made = build.build("study", cells, wanted, said={"study": study.id})
    if asked.seconds:
        return made
    counts = (count._replace(seconds=0) for count in made.counts)
    return replace(made, counts=tuple(count for count in counts if count.n))


def _bounded(study: Study, counts: Sequence[Count]) -> tuple[list[tuple[Count, bool]], int]:
    """Return counts within the bounds, each with whether it was cut; and how many fell out.

    Of a period's rows the largest stay; equals by their names.
    """
    found: list[tuple[Count, bool]] = []
    beyond = 0
    for period in study.asked.periods:
        here = [count for count in counts if count.period == period]
        here.sort(key=lambda one: (-one.n, one.platform, one.activity))
        beyond += max(0, len(here) - study.cells)
        cut = [(one._replace(n=min(one.n, study.most)), one) for one in here[: study.cells]]
        found += sorted((bound, bound != one) for bound, one in cut)
    return found, beyond


def _chosen(count: Count, choice: Choice) -> bool:
    given = (
        (count.period, choice.periods),
        (count.platform, choice.platforms),
        (count.activity, choice.activities),
    )
    inside = all(allowed is None or one in allowed for one, allowed in given)
    return inside and (count.period, count.platform, count.activity) not in choice.rows


def largest(study: Study) -> Document:
    """Return a document with as many rows as the study takes, each as long as it can be."""
    asked = study.asked
    pairs = [(platform, activity) for platform in asked.platforms for activity in asked.activities]
    longest = sorted(pairs, key=lambda pair: -len("".join(pair)))[: study.cells]
    time = tables.seconds(asked.grain) if asked.seconds else 0
    counts = tuple(
        Count(period, platform, activity, n=study.most, seconds=time)
        for period in asked.periods
        for platform, activity in sorted(longest)
    )
    return Document(
        kind="study",
        grain=asked.grain,
        first=asked.periods[0],
        last=asked.periods[-1],
        counts=counts,
        program="9" * 24,
        removed=1_000_000,
        study=study.id,
        country="ZZ",
        age_band="10-99",
        nearest=asked.rounding,
    )
