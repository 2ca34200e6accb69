"""The tables that are interchanged: each column's meaning and bounds, stated once.

    Table --descriptor--> Table Schema (Frictionless, version 2)
    Table, columns --faults--> sentences

Rows are judged column by column and not one by one, so that reading costs little more than JSON.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any, Final, Literal

from labormeter.model import ACTIVITIES, SOURCES
from labormeter.sentence import said

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

type Grain = Literal["week", "month"]
type Row = Sequence[object]

GRAINS: Final[tuple[Grain, ...]] = ("week", "month")

OTHER: Final = "other"
"""Stands for every platform that this program does not ship: a name of one's own could tell."""

PLATFORMS: Final = (
    "airbnb",
    "amazon",
    "arkose",
    "awswaf",
    "bing",
    "bluesky",
    "discord",
    "duolingo",
    "facebook",
    "geetest",
    "google",
    "hcaptcha",
    "instagram",
    "linkedin",
    "mastodon",
    "openstreetmap",
    "pinterest",
    "practice",
    "quora",
    "recaptcha",
    "reddit",
    "snapchat",
    "stackexchange",
    "strava",
    "threads",
    "tiktok",
    "tripadvisor",
    "tumblr",
    "twitch",
    "uber",
    "vk",
    "waze",
    "wikipedia",
    "x",
    "yandex",
    "yelp",
    "youtube",
    OTHER,
)
"""The platforms that can be named in a document; a new one is a new minor version of the format."""

DISCLOSED: Final = (
    "author",
    "camera_make",
    "camera_model",
    "copyright",
    "datetime",
    "description",
    "device_name",
    "duration",
    "edit_history",
    "faces",
    "filename",
    "gps",
    "identifier",
    "keywords",
    "lens",
    "organisation",
    "orientation",
    "owner",
    "place",
    "serial",
    "software",
    "thumbnail",
    "title",
)
"""The kinds of metadata that can be named: those of `metadata.kinds`, by letter."""

FINER: Final = ("", "document", "picture", "request", "sound", "video")
"""Finer words than an activity, where their price differs."""

MOST: Final = 10**15
"""The largest count: exact in every program that reads numbers as doubles."""
WEEK: Final = 604_800
"""Seconds of a week."""
MONTH: Final = 31 * 86_400
"""Seconds of the longest month."""
_HOUR: Final = 3600
"""The hour by which the week is longer in which the clocks go back."""

DAY: Final = r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
"""How a day is written."""
PERIODS: Final[Mapping[Grain, str]] = {
    "week": r"^20[0-9]{2}-W(0[1-9]|[1-4][0-9]|5[0-3])$",
    "month": r"^20[0-9]{2}-(0[1-9]|1[0-2])$",
}
"""How a period is written: an ISO week, or a month."""
CODE: Final = r"^([A-Z]{3}|POINT)?$"
"""A unit: none, points, or a currency."""
SLUG: Final = r"^[a-z][a-z0-9-]{0,39}$"
"""A platform's short name, also of a pack of one's own: in one's own files alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One column. A text has a list of values or a pattern, a number a least and a most."""

    name: str
    about: str
    """Its meaning, for those who open the table with another program."""
    values: tuple[str, ...] = ()
    pattern: str = ""
    least: int | None = None
    most: int | None = None
    typed: str = ""
    """What Table Schema calls it, where that is neither `string` nor `integer`."""
    format: str = ""
    """How it is written, where its type asks for that."""
    optional: bool = False
    """Whether a number may be missing, in files for oneself."""

    @property
    def number(self) -> bool:
        """Whether it holds whole numbers."""
        return not (self.values or self.pattern)

    def descriptor(self, *, told: bool) -> dict[str, Any]:
        """Return the column as a Table Schema says it, with `told` its meaning and bounds as well.

        Documents carry name and type alone, so that a word which a later version adds does not
        make an older document another; the JSON Schema of each version has the bounds.
        """
        kind = self.typed or ("integer" if self.number else "string")
        said: dict[str, Any] = {"name": self.name, "type": kind}
        if self.format:
            said["format"] = self.format
        if told:
            said |= {"description": self.about, "constraints": self._constraints()}
        return said

    def _constraints(self) -> dict[str, Any]:
        said: dict[str, Any] = {"required": not self.optional}
        if self.typed in {"date", "datetime"}:
            return said
        if self.values:
            # An empty text is a missing value to Table Schema, and no value of an enumeration.
            said = {"required": "" not in self.values, "enum": [one for one in self.values if one]}
        elif self.pattern:
            said = {"required": not re.match(self.pattern, ""), "pattern": self.pattern}
        bounds = {"minimum": self.least, "maximum": self.most}
        return said | {word: bound for word, bound in bounds.items() if bound is not None}

    def faults(self, column: Sequence[Any], *, plain: bool = False) -> Iterator[str]:
        """Yield what is wrong with the values of the column, without repeating any of them.

        `plain` says that none is true or false, which are equal to 1 and 0 and hide behind them.
        """
        if self.number:
            yield from self._number_faults(column, plain=plain)
            return
        try:
            found = set(column)  # a few hundred at most, where rows are thousands
        except TypeError:
            found = {None}
        if set(map(type, found)) != {str}:
            yield said("{column} must be text", column=self.name)
        elif not all(map(self._fits, found)):
            yield said("{column} has a value that is none of those of the format", column=self.name)

    def _number_faults(self, column: Sequence[Any], *, plain: bool) -> Iterator[str]:
        """Yield what is wrong with numbers. Nothing else that JSON has can be compared to one."""
        try:
            least, most = min(column), max(column)
        except TypeError:
            least = most = None
        if type(least) is not int or (not plain and set(map(type, column)) != {int}):
            yield said("{column} must be whole numbers", column=self.name)
        else:
            yield from self._beyond(least, most)

    def _beyond(self, least: int, most: int) -> Iterator[str]:
        if self.least is not None and least < self.least:
            if self.least:
                yield said("{column} is less than {least}", column=self.name, least=self.least)
            else:
                yield said("{column} is negative", column=self.name)
        if self.most is not None and most > self.most:
            yield said(
                "{column} is more than is possible ({most})", column=self.name, most=self.most
            )

    def _fits(self, value: str) -> bool:
        return value in self.values if self.values else bool(re.fullmatch(self.pattern, value))


@dataclass(frozen=True, slots=True)
class Table:
    """Columns, and which of them name a row."""

    fields: tuple[Field, ...]
    key: tuple[str, ...]

    @property
    def names(self) -> list[str]:
        """Return the names of the columns: the first row of inline data."""
        return [field.name for field in self.fields]

    def descriptor(self, *, told: bool = False) -> dict[str, Any]:
        """Return the table as a Table Schema; see `Field.descriptor`."""
        return {
            "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
            "fields": [field.descriptor(told=told) for field in self.fields],
            "fieldsMatch": "equal",
            "missingValues": [""],
            "primaryKey": list(self.key),
        }

    def columns(self, rows: Sequence[Row]) -> dict[str, tuple[Any, ...]] | None:
        """Return rows as columns by name, None where one has more or fewer values."""
        if not rows:
            return dict.fromkeys(self.names, ())
        if set(map(len, rows)) != {len(self.fields)}:
            return None
        return dict(zip(self.names, zip(*rows, strict=True), strict=True))

    def faults(self, columns: Mapping[str, Sequence[Any]], *, plain: bool = False) -> list[str]:
        """Return everything that is wrong with columns, each a clause; see `Field.faults`."""
        rows = len(columns[self.fields[0].name])
        found = [
            fault
            for one in self.fields
            if rows
            for fault in one.faults(columns[one.name], plain=plain)
        ]
        keys = [columns[name] for name in self.key]
        if not found and keys and len(set(zip(*keys, strict=True))) != rows:
            found.append(said("a row stands there twice"))
        return found


def seconds(grain: Grain) -> int:
    """Return the seconds of the longest period of a grain."""
    return (WEEK if grain == "week" else MONTH) + _HOUR


def text(name: str, about: str, *values: str, pattern: str = "") -> Field:
    """Return a column of text."""
    return Field(name=name, about=about, values=values, pattern=pattern)


def number(name: str, about: str, least: int | None = 0, most: int = MOST) -> Field:
    """Return a column of whole numbers."""
    return Field(name=name, about=about, least=least, most=most)


def period(grain: str) -> Field:
    """Return the column that names a row's day, week or month."""
    if grain == "day":
        return text("period", "Local date.", pattern=DAY)
    if grain == "week":
        return text("period", "ISO week of the local date.", pattern=PERIODS["week"])
    return text("period", "Month of the local date.", pattern=PERIODS["month"])


def first_day(period: str) -> date:
    """Return the first day of a week or month; ValueError where there is no such."""
    if "W" in period:
        return date.fromisocalendar(int(period[:4]), int(period[6:]), 1)
    return date(int(period[:4]), int(period[5:]), 1)


@cache
def periods(first: str, last: str) -> tuple[str, ...]:
    """Return the weeks or months from the first to the last, both included."""
    found, day = [], first_day(first)
    end = first_day(last)
    while day <= end:
        found.append(named(day, "week" if "W" in first else "month"))
        day = _after(day, "week" if "W" in first else "month")
    return tuple(found)


def named(day: date, grain: Grain) -> str:
    """Return the week or month that a day lies in."""
    if grain == "month":
        return f"{day:%Y-%m}"
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def _after(day: date, grain: Grain) -> date:
    if grain == "week":
        return day + timedelta(days=7)
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


PLATFORM: Final = text("platform", "Where; `other` is one that is not shipped.", *PLATFORMS)
ACTIVITY: Final = text("activity", "What was done.", *ACTIVITIES)
OWN_PLATFORM: Final = text("platform", "Where.", pattern=SLUG)
SOURCE: Final = text("source", "How it came to be known.", *SOURCES)
KIND: Final = text(
    "kind", "A kind of metadata that left in an upload, never its value.", *DISCLOSED
)
WORD: Final = r"^[a-z]{0,12}$"
"""A finer word of one's own files."""
OWN_UNIT: Final = text(
    "unit", "Empty: acts. Else points, or money in millionths.", pattern="^[A-Z]{0,5}$"
)
UNIT: Final = text("unit", "Empty: acts. Else points, or money in millionths.", pattern=CODE)
