"""Terms: the clause by which a platform takes what an act gives it, read in a public archive.

Nothing is from memory: `terms.toml` names the version that was read. An act for which no clause
was verified has none, and every face says so.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from datetime import date

LONGEST: Final = 12
"""Words that are quoted at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One clause of one document, in the version that was read."""

    platform: str
    activities: tuple[str, ...]
    """The acts that it covers by its own words."""
    title: str
    """Of the document."""
    section: str
    version: date
    """The date that the document gives itself."""
    archived: date
    """The day on which the archive first saw it like this."""
    link: str
    """To that very version in the archive."""
    quote: str
    note: str = ""
    note_fr: str = ""

    def noted(self, language: Literal["en", "fr"]) -> str:
        """Return the note in a language, empty where there is none."""
        return self.note_fr if language == "fr" else self.note


def read(text: str) -> tuple[Clause, ...]:
    """Return the clauses of a document of terms; raises ValueError or TypeError where it is none."""
    found = tomllib.loads(text)
    return tuple(
        Clause(**{**one, "activities": tuple(one["activities"])}) for one in found["clause"]
    )


@cache
def clauses() -> tuple[Clause, ...]:
    """Return all that were verified."""
    return read((resources.files("labormeter") / "terms.toml").read_text(encoding="utf-8"))


def clause(platform: str, activity: str) -> Clause | None:
    """Return the clause for an act on a platform, None where none was verified."""
    return next(
        (one for one in clauses() if one.platform == platform and activity in one.activities), None
    )
