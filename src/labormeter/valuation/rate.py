"""A rate: an observed price with its source, date, place, and whose side it was on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final, Literal

from labormeter.valuation.currencies import POINT
from labormeter.valuation.money import exact

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from fractions import Fraction

type Side = Literal["worker", "buyer", "platform", "claimed"]
type Unit = Literal["per_act", "per_1000", "per_hour", "per_user_year", "per_person"]

SIDES: Final[tuple[Side, ...]] = ("worker", "buyer", "platform", "claimed")
UNITS: Final[tuple[Unit, ...]] = (
    "per_act",
    "per_1000",
    "per_hour",
    "per_user_year",
    "per_person",
)
FIELDS: Final = (
    "id",
    "activity",
    "platform",
    "market",
    "side",
    "low",
    "mid",
    "high",
    "unit",
    "currency",
    "country",
    "observed_on",
    "source",
    "locator",
    "verified",
    "notes",
)
"""The columns of a table of rates."""

BACKGROUND: Final = "SM-"
"""Rows of price lists that cannot be cited: shown, and never the rate of an act."""

_DATE: Final = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,39}")
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_TEXTS: Final = ("platform", "market", "country", "source", "locator", "notes", "verified")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """One observation, in the currency and unit of its source."""

    id: str
    activity: str
    """In the finer words of the book (`captcha_token`), see `price_map`."""
    platform: str
    """Where the act was done, or `any`."""
    market: str
    side: Side
    low: Fraction
    mid: Fraction
    high: Fraction
    unit: Unit
    currency: str
    country: str
    """Of whoever was paid."""
    observed_on: str
    """ISO date, month or year."""
    source: str
    locator: str
    verified: str
    """`read`, `quoted`, or `memory`: recalled and not found again, so unchecked."""
    notes: str = ""
    own: bool = False
    """Added by the person."""

    @property
    def year(self) -> int:
        """Return the year of the observation."""
        return int(self.observed_on[:4])

    @property
    def day(self) -> date:
        """Return the middle of what `observed_on` says, to compare dates by."""
        parts = [int(part) for part in self.observed_on.split("-")]
        middle = [7, 1] if len(parts) == 1 else [15]
        return date(*[*parts, *middle][:3])

    @property
    def background(self) -> bool:
        """Whether the row cannot be cited."""
        return self.id.startswith(BACKGROUND)

    @property
    def checked(self) -> bool:
        """Whether the figure was read where the source says."""
        return self.verified != "memory"

    @property
    def each(self) -> int:
        """Return how many acts the amounts are for."""
        return 1000 if self.unit == "per_1000" else 1


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one line of a table: all of a file's faults are told together."""

    file: str
    line: int
    sentence: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.sentence}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a table of rates is checked against."""

    activities: Collection[str]
    currencies: Collection[str]
    today: str
    """ISO date: nothing can be observed after it."""


def rates(
    rows: Iterable[tuple[int, Mapping[str, str]]], known: Known, *, file: str, own: bool = False
) -> tuple[tuple[Rate, ...], list[Fault]]:
    """Return the rates of numbered rows, and every fault of every row. Never raises on content."""
    found: list[Rate] = []
    wrong: list[Fault] = []
    seen: set[str] = set()
    for line, row in rows:
        sentences = faults(row, known)
        if row.get("id") in seen:
            sentences.append(f"id: {row['id']} is used twice.")
        seen.add(row.get("id", ""))
        wrong.extend(Fault(file, line, sentence) for sentence in sentences)
        if not sentences:
            found.append(rate(row, own=own))
    return tuple(found), wrong


def rate(row: Mapping[str, str], *, own: bool = False) -> Rate:
    """Return the rate of a row that has no faults."""
    words: dict[str, Any] = {name: row.get(name, "") for name in FIELDS}
    amounts = {name: exact(words[name]) for name in ("low", "mid", "high")}
    return Rate(**(words | amounts), own=own)


def faults(row: Mapping[str, str], known: Known) -> list[str]:
    """Return a sentence for everything that is wrong with a row."""
    return [
        *_names(row),
        *_words(row, known),
        *_texts(row),
        *_amounts(row),
        *_date(row.get("observed_on", ""), known.today),
    ]


def _names(row: Mapping[str, str]) -> list[str]:
    extra = sorted(str(name) for name in row if name not in FIELDS)
    found = [f"{name}: there is no such column." for name in extra]
    if not _NAME.fullmatch(row.get("id", "")):
        found.append("id: letters, digits, dots and dashes are wanted.")
    return found


def _words(row: Mapping[str, str], known: Known) -> list[str]:
    allowed: dict[str, Collection[str]] = {
        "activity": known.activities,
        "side": SIDES,
        "unit": UNITS,
        "currency": {POINT, *known.currencies},
    }
    return [
        f"{name}: {row.get(name) or 'nothing'} is not known; choose one of "
        f"{', '.join(sorted(choices))}."
        for name, choices in allowed.items()
        if row.get(name) not in choices
    ]


def _texts(row: Mapping[str, str]) -> list[str]:
    found = [
        f"{name}: a spreadsheet would run this as a formula."
        for name in _TEXTS
        if row.get(name, "").startswith(_FORMULA)
    ]
    if not row.get("source", "").strip():
        found.append("source: say who was seen to pay this, and where that stands.")
    return found


def _amounts(row: Mapping[str, str]) -> list[str]:
    amounts, found = [], []
    for name in ("low", "mid", "high"):
        try:
            amounts.append(exact(row.get(name, "")))
        except ValueError as error:
            found.append(f"{name}: {error}.")
    if found:
        return found
    if amounts != sorted(amounts):
        found.append("low, mid, high: they must not fall.")
    if amounts[0] <= 0:
        found.append("low: a price is above zero.")
    return found


def _date(text: str, today: str) -> list[str]:
    if not _DATE.fullmatch(text) or not _exists(text):
        return ["observed_on: a date, month or year is wanted, such as 2026-03."]
    return ["observed_on: it lies in the future."] if text > today else []


def _exists(text: str) -> bool:
    try:
        date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        return False
    return True


def monday(day: date) -> date:
    """Return the Monday of a day's ISO week."""
    return day - timedelta(days=day.weekday())
