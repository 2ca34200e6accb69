"""A study as the program knows it: what is asked, of whom, under which bounds.

text of study.toml --faults--> all of them at once
                   --study---> Study, a frozen value
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from labormeter.exports import tables

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from labormeter.exports.tables import Grain

FORMAT: Final = 1
"""Number of the study file's format."""


@dataclass(frozen=True, slots=True)
class Purpose:
    """One purpose that a participant says yes or no to by itself."""

    id: str
    required: bool
    """Whether taking part means saying yes to it. It is not ticked beforehand all the same."""
    text: Mapping[str, str]
    """By language."""


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who can decrypt contributions."""

    name: str
    role: str
    key: str
    """An age recipient, `age1...`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a study asks for; everything else stays with the participant."""

    periods: tuple[str, ...]
    """`2027-03` or `2027-W09`, in order."""
    grain: Grain
    rounding: int
    platforms: tuple[str, ...]
    activities: tuple[str, ...]
    seconds: bool = False
    country: bool = False
    age_band: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Study:
    """A study, checked. `fields` holds every field by its name, for showing."""

    id: str
    version: int
    languages: tuple[str, ...]
    valid_from: date
    valid_until: date
    withdraw_until: date
    text: Mapping[str, Mapping[str, str]]
    asked: Asked
    most: int
    """Most that one cell may say."""
    cells: int
    """Most cells of one participant in one period."""
    purposes: tuple[Purpose, ...]
    recipients: tuple[Recipient, ...]
    book: str
    k: int
    dominance: int
    rounding: int
    epsilon: float | None = None
    delta: float | None = None
    invitations: bool = False
    nextcloud: str = ""
    put: str = ""
    minimum_age: int = 18
    fields: Mapping[str, Any] = field(default_factory=dict, compare=False, repr=False)

    @property
    def largest(self) -> int:
        """Return the most cells that one contribution can hold."""
        possible = len(self.asked.platforms) * len(self.asked.activities)
        return len(self.asked.periods) * min(self.cells, possible)

    def said(self, language: str, name: str) -> str:
        """Return a text in a language, in the study's first one where it has not that."""
        table = self.text.get(language) or self.text[self.languages[0]]
        return table[name]


def study(document: Mapping[str, Any]) -> Study:
    """Return the study of a document in which `check.faults` found none."""
    asked = document["asked"]
    protection, hand_in = document["protection"], document["hand_in"]
    return Study(
        id=document["id"],
        version=document["version"],
        languages=tuple(document["languages"]),
        valid_from=document["valid_from"],
        valid_until=document["valid_until"],
        withdraw_until=document["withdrawal"]["until"],
        text=document["text"],
        asked=Asked(
            periods=tables.periods(asked["from"], asked["until"]),
            grain=asked["grain"],
            rounding=asked["rounding"],
            platforms=tuple(asked["platforms"]),
            activities=tuple(asked["activities"]),
            seconds=asked.get("seconds", False),
            country=asked.get("country", False),
            age_band=asked.get("age_band", False),
        ),
        most=document["clamps"]["n"],
        cells=document["clamps"]["cells"],
        purposes=tuple(_purpose(one) for one in document["purposes"]),
        recipients=tuple(Recipient(**one) for one in document["recipients"]),
        book=document["method"]["book"],
        k=protection["k"],
        dominance=protection["dominance"],
        rounding=protection["rounding"],
        epsilon=_number(protection.get("epsilon")),
        delta=_number(protection.get("delta")),
        invitations=hand_in.get("invitations", False),
        nextcloud=hand_in.get("nextcloud", ""),
        put=hand_in.get("put", ""),
        minimum_age=document["participants"]["minimum_age"],
        fields=flat(document),
    )


def _purpose(table: Mapping[str, Any]) -> Purpose:
    text = {key: value for key, value in table.items() if key not in {"id", "required"}}
    return Purpose(table["id"], table["required"], text)


def _number(text: str | None) -> float | None:
    return float(text) if text else None


def flat(document: Mapping[str, Any], above: str = "") -> dict[str, Any]:
    """Return the values of nested tables by their dotted names."""
    found: dict[str, Any] = {}
    for key, value in document.items():
        name = f"{above}{key}"
        if isinstance(value, dict):
            found |= flat(value, f"{name}.")
        else:
            found[name] = value
    return found
