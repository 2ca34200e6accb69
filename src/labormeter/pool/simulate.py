"""Studies with a known truth: real signed and encrypted contributions of people who never were.

    rate of a cell in a period   mean of the cell x how active the person is
    n                            Poisson of that rate

How active a person is, is log-normal, since a few do most of what is done: with a sigma of 1 the
most active tenth does two fifths of it. For planning how many participants a study needs, and for
our own tests. The random numbers are those of a seed, so that a simulation can be made again.
"""

from __future__ import annotations

import hashlib
import json
import math
import random
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

import minisign  # type: ignore[import-untyped,unused-ignore]
import pyrage

from labormeter import __version__
from labormeter.exports.document import Count, Document
from labormeter.study import check, contribution, sample, signing
from labormeter.study.contribution import Consent
from labormeter.study.identity import identity
from labormeter.study.study import study as made
from labormeter.valuation import shelf

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from labormeter.study.identity import Identity
    from labormeter.study.signing import Signed
    from labormeter.study.study import Study

SIGMA: Final = 1.0
"""Of the logarithm of how active people are."""

MEANS: Final[Mapping[str, float]] = {
    "like": 60.0,
    "comment": 12.0,
    "share": 6.0,
    "post": 4.0,
    "captcha": 3.0,
}
"""Acts of a person of mean activity on one platform in a month; others have `OTHERS`."""
OTHERS: Final = 2.0


@dataclass(frozen=True, slots=True)
class Truth:
    """What the simulated population does: means of one person on one platform, each month."""

    means: Mapping[str, Mapping[str, float]]
    """By platform and activity."""
    sigma: float = SIGMA

    def mean(self, platform: str, activity: str) -> float:
        """Return the population's mean of a cell, before any bound."""
        return self.means[platform][activity]


def truth(study: Study, scale: float = 1.0) -> Truth:
    """Return a truth for everything that a study asks: platforms differ by a factor of two."""
    means = {}
    for place, platform in enumerate(study.asked.platforms):
        factor = scale * 2 ** (-place / 2)
        means[platform] = {one: MEANS.get(one, OTHERS) * factor for one in study.asked.activities}
    return Truth(means)


def people(study: Study, truth: Truth, number: int, seed: int) -> Iterator[dict[str, int]]:
    """Yield each person's counts in each period, by `period platform activity`, unbounded."""
    drawn = random.Random(seed)  # noqa: S311 - a simulation is to be repeatable, not secret
    for _ in range(number):
        active = math.exp(drawn.gauss(-(truth.sigma**2) / 2, truth.sigma))
        yield {
            f"{period} {platform} {activity}": poisson(
                drawn, active * truth.mean(platform, activity)
            )
            for period in study.asked.periods
            for platform in study.asked.platforms
            for activity in study.asked.activities
        }


def poisson(drawn: random.Random, mean: float) -> int:
    """Return a Poisson number: by products below 30, above by a normal of the same moments."""
    if mean > 30:  # noqa: PLR2004 - where the normal is near enough
        return max(0, round(drawn.gauss(mean, math.sqrt(mean))))
    limit, number, product = math.exp(-mean), 0, drawn.random()
    while product > limit:
        number += 1
        product *= drawn.random()
    return number


def document(study: Study, counts: Mapping[str, int]) -> Document:
    """Return a person's document within the study's rounding and bounds."""
    asked = study.asked
    rows = []
    for key, number in counts.items():
        period, platform, activity = key.split(" ")
        rounded = (number + asked.rounding // 2) // asked.rounding * asked.rounding
        if rounded:
            rows.append(Count(period, platform, activity, n=min(rounded, study.most)))
    return Document(
        kind="study",
        grain=asked.grain,
        first=asked.periods[0],
        last=asked.periods[-1],
        counts=tuple(_within(study, rows)),
        program=__version__,
        study=study.id,
        nearest=asked.rounding,
    )


def _within(study: Study, rows: list[Count]) -> Iterator[Count]:
    for period in study.asked.periods:
        here = [row for row in rows if row.period == period]
        here.sort(key=lambda one: (-one.n, one.platform, one.activity))
        yield from sorted(here[: study.cells])


@dataclass(frozen=True, slots=True)
class Field:
    """A simulated study: its file and the keys of both recipients and of the researcher."""

    study: Study
    signed: Signed
    readers: tuple[pyrage.x25519.Identity, ...]
    secret: bytes = field(default=b"", repr=False)
    """The researcher's minisign key, which signs newer versions too."""


def study(**more: Any) -> Field:  # noqa: ANN401 - whatever `sample.text` takes
    """Return a study of a year gone by that never was, with keys drawn for it."""
    more = {"first": "2025-01", "last": "2025-12", "book": shelf.LATEST} | more
    readers = tuple(pyrage.x25519.Identity.generate() for _ in range(2))
    text = sample.text([str(one.to_public()) for one in readers], **more).encode()
    parsed, _ = check.parse(text)
    secret = bytes(minisign.KeyPair.generate().secret_key)
    return Field(made(parsed), signing.sign(text, secret), readers, secret)


def person(field: Field, seed: int, number: int) -> Identity:
    """Return the identity of one simulated person."""
    secret = hashlib.sha256(f"simulated {seed} {number}".encode()).digest()
    return identity(secret, field.study.id, field.signed.key)


def contributions(field: Field, truth: Truth, number: int, seed: int) -> Iterator[bytes]:
    """Yield the files of so many people: signed, padded and encrypted as real ones are."""
    consent = Consent(
        study=field.study.id, file=field.signed.hash, revision=1, agreed=("research",)
    )
    length = contribution.size(field.study)
    for place, counts in enumerate(people(field.study, truth, number, seed)):
        drafted = contribution.draft(field.study, consent, document(field.study, counts))
        sender = person(field, seed, place)
        yield contribution.sealed(field.study, drafted, sender, length, patience=0)


def write(folder: Path, number: int, seed: int, **more: Any) -> Field:  # noqa: ANN401
    """Write a simulated study into a folder: file, keys, contributions and the truth."""
    field = study(**more)
    known = truth(field.study)
    (folder / "contributions").mkdir(parents=True)
    (folder / "study.labormeter").write_bytes(signing.write(field.signed))
    (folder / "readers.txt").write_text("".join(f"{one}\n" for one in field.readers))
    (folder / "truth.json").write_text(
        json.dumps({"sigma": known.sigma, "seed": seed, "means": known.means}, indent=1)
    )
    for place, data in enumerate(contributions(field, known, number, seed), 1):
        (folder / "contributions" / f"{place:06d}.age").write_bytes(data)
    return field


def scaled(truth: Truth, factor: float) -> Truth:
    """Return a truth in which everybody does so much more."""
    means = {
        one: {key: mean * factor for key, mean in row.items()} for one, row in truth.means.items()
    }
    return replace(truth, means=means)
