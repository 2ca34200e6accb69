"""The room file: what a facilitator settles beforehand, so that all seats are valued alike.

    TOML --read--> RoomFile --written--> TOML          every fault of a file is said at once

It holds no name and no place: those are written on the hand-out, by hand.
"""

from __future__ import annotations

import json
import re
import secrets
import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final, Literal

from labormeter.errors import KnownError
from labormeter.exports.tables import PERIODS, first_day, periods
from labormeter.sentence import said, together
from labormeter.valuation import shelf
from labormeter.valuation.lens import MARKETS
from labormeter.valuation.money import MILLION, decimal, exact, millionths

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from fractions import Fraction
    from pathlib import Path

    from labormeter.valuation.book import Book
    from labormeter.valuation.rate import Rate

type Language = Literal["en", "fr"]

LANGUAGES: Final[tuple[Language, ...]] = ("en", "fr")
SCHEMA: Final = 1
LARGEST: Final = 64 * 1024
"""Bytes of a room file: ours have less than one thousand."""
LONGEST: Final = 530
"""Weeks of a room: ten years and a little."""
SMALLEST: Final = 3
"""People in the smallest group of which a figure is shown, where the room says nothing else."""
LEAST: Final = 3
MOST: Final = 100
TEXT: Final = 200
"""Characters of the source of the minimum wage."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """The minimum wage that an hour is held against: gross, by the hour."""

    amount: int
    """Millionths of the room's currency."""
    country: str
    source: str
    day: str
    """Since when it is in force, as an ISO date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomFile:
    """What is settled before anybody sits down."""

    id: str
    """Sixteen hexadecimal digits drawn by chance; cards made for the room carry it."""
    first: str
    last: str
    """The ISO weeks that are compared, both included."""
    currency: str
    floor: Floor
    book: str
    """Version and hash of the book of rates that every seat is valued by."""
    smallest: int = SMALLEST
    """Fewer people than this are shown in no figure of a group."""
    language: Language = "en"

    @property
    def weeks(self) -> int:
        """Return how many weeks are compared."""
        return len(periods(self.first, self.last))

    @property
    def version(self) -> str:
        """Return the version of the book alone."""
        return self.book.partition(" ")[0]


def pinned(book: Book) -> str:
    """Return what a room file says of a book: its version and its hash."""
    return f"{book.version} {book.hash}"


def book_of(room: RoomFile) -> Book:
    """Return the book that the room is pinned to. Raises KnownError where it is not this one."""
    book = shelf.shipped(room.version)
    if pinned(book) != room.book:
        raise KnownError(
            said(
                "The book of rates {version} of this program is not the one of the room file.",
                version=room.version,
            ),
            "Use the program that the room file was made with, or make a new room file.",
        )
    return book


def suggested(
    today: str, *, number: int, language: Language, country: str, currency: str
) -> RoomFile:
    """Return the room file that is offered: the last whole weeks, the floor that the book knows.

    Its floor is zero where the book has none of that country in that currency: to be filled in.
    """
    monday = date.fromisoformat(today) - timedelta(days=date.fromisoformat(today).weekday())
    first, last = monday - timedelta(weeks=number), monday - timedelta(days=1)
    book = shelf.shipped()
    return RoomFile(
        id=secrets.token_hex(8),
        first=shelf.iso_week(first.isoformat()),
        last=shelf.iso_week(last.isoformat()),
        currency=currency,
        floor=floor_of(book, country, currency, today),
        book=pinned(book),
        language=language,
    )


def floor_of(book: Book, country: str, currency: str, day: str) -> Floor:
    """Return the minimum wage of a country that is in force on a day, zero where none is known."""
    found: list[Rate] = [
        rate
        for rate in book.rates.values()
        if (rate.market, rate.country, rate.currency) == (MARKETS["minimum"], country, currency)
        and rate.unit == "per_hour"
        and rate.observed_on <= day
    ]
    if not found:
        return Floor(amount=0, country=country, source="", day=day)
    rate = max(found, key=lambda one: one.observed_on)
    began = rate.observed_on if len(rate.observed_on) == len("2026-01-01") else day
    source = " ".join(rate.source.split())[:TEXT]
    return Floor(amount=millionths(rate.mid), country=country, source=source, day=began)


def opened(path: Path) -> RoomFile:
    """Return the room file at a path. Raises KnownError."""
    try:
        with path.open("rb") as text:
            return read(text.read(LARGEST + 1))
    except OSError as error:
        raise KnownError("The room file cannot be opened.") from error


def settled(offered: RoomFile, **said: object) -> RoomFile:
    """Return the room file of what was typed, its id and book as offered.

    `said` are the lines of the file, those of the minimum wage among them. Raises KnownError with
    every fault at once.
    """
    wage = {name: said.pop(name) for name in _WAGE}
    lines = {"schema": SCHEMA, "id": offered.id, "book": offered.book, **said}
    text = "\n".join(f"{name} = {_quoted(value)}" for name, value in lines.items())
    floor = "\n".join(f"{name} = {_quoted(value)}" for name, value in wage.items())
    return read(f"{text}\n[minimum_wage]\n{floor}\n".encode())


def _quoted(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


_WAGE: Final = ("amount", "country", "source", "date")


def read(data: bytes) -> RoomFile:
    """Return the room file in bytes; KnownError with every fault of it."""
    if len(data) > LARGEST:
        raise _faulty([said("it is larger than a room file can be.")])
    try:
        found = tomllib.loads(data.decode("utf-8"))
    except (ValueError, RecursionError):
        raise _faulty([said("it is no TOML.")]) from None
    if wrong := list(_faults(found)):
        raise _faulty(wrong)
    wage = found["minimum_wage"]
    return RoomFile(
        id=found["id"],
        first=found["first"],
        last=found["last"],
        currency=found["currency"],
        floor=Floor(
            amount=millionths(_amount(wage["amount"])),
            country=wage["country"],
            source=wage["source"],
            day=_day(wage["date"]),
        ),
        book=found["book"],
        smallest=found["smallest"],
        language=found["language"],
    )


def _faulty(sentences: list[str]) -> KnownError:
    return KnownError(
        said("The room file cannot be used:\n  {faults}", faults=together(sentences, "\n  ")),
        "Mend it, or make one: labormeter room --new FILE",
    )


_PATTERNS: Final = {
    "id": (r"[0-9a-f]{16}", said("sixteen hexadecimal digits are wanted")),
    "first": (PERIODS["week"], said("an ISO week is wanted, as 2026-W43")),
    "last": (PERIODS["week"], said("an ISO week is wanted, as 2026-W46")),
    "currency": (r"[A-Z]{3}", said("three capitals are wanted, as EUR")),
    "book": (
        r"[0-9A-Za-z.-]{1,24} [0-9a-f]{16}",
        said("version and hash of a book of rates are wanted"),
    ),
    "language": ("en|fr", said("en or fr is wanted")),
    "country": (r"[A-Z]{2}", said("two capitals are wanted, as FR")),
}


def _faults(found: Mapping[str, Any]) -> Iterator[str]:
    """Yield everything that is wrong, without repeating what the file says."""
    known = {"schema", "smallest", "minimum_wage", *_PATTERNS} - {"country"}
    if found.get("schema") != SCHEMA:
        yield said("schema: this program reads {number}.", number=SCHEMA)
    if set(found) - known:
        yield said("it has a line that no room file has.")
    texts = [name for name in _PATTERNS if name != "country"]
    wrong = [name for name in texts if not _fits(name, found.get(name))]
    yield from map(_misfit, wrong)
    if not set(wrong) & {"first", "last"}:
        yield from _span_faults(found["first"], found["last"])
    if "currency" not in wrong and found["currency"] not in shelf.shipped().currencies.known:
        yield said("currency: the book of rates has no exchange rate for it.")
    smallest = found.get("smallest")
    if type(smallest) is not int or not LEAST <= smallest <= MOST:
        yield said("smallest: a number from {least} to {most} is wanted.", least=LEAST, most=MOST)
    wage = found.get("minimum_wage")
    if isinstance(wage, dict):
        yield from (said("minimum_wage.{fault}", fault=fault) for fault in _wage_faults(wage))
    else:
        yield said("minimum_wage: amount, country, source and date are wanted.")


def _misfit(name: str) -> str:
    return said("{line}: {wanted}.", line=name, wanted=_PATTERNS[name][1])


def _fits(name: str, value: object) -> bool:
    return isinstance(value, str) and re.fullmatch(_PATTERNS[name][0], value) is not None


def _span_faults(first: str, last: str) -> Iterator[str]:
    try:
        began, ended = first_day(first), first_day(last)
    except ValueError:
        yield said("first, last: there is no such week.")
        return
    if not timedelta(0) <= ended - began < timedelta(weeks=LONGEST):
        yield said(
            "first, last: from one to {most} weeks are wanted, the first before the last.",
            most=LONGEST,
        )


def _wage_faults(wage: Mapping[str, Any]) -> Iterator[str]:
    if set(wage) - {"amount", "country", "source", "date"}:
        yield said("amount, country, source and date: there is another line.")
    try:
        good = 0 < _amount(wage.get("amount")) < MILLION
    except ValueError:
        good = False
    if not good:
        yield said("amount: an amount by the hour is wanted, as 11.88.")
    if not _fits("country", wage.get("country")):
        yield _misfit("country")
    source = wage.get("source")
    if not (isinstance(source, str) and source.strip() and source.isprintable()):
        yield said("source: say where the figure is from, on one line.")
    elif len(source) > TEXT:
        yield said("source: at most {most} characters.", most=TEXT)
    try:
        _day(wage.get("date"))
    except (TypeError, ValueError):
        yield said("date: an ISO date is wanted, since when it is in force.")


def _amount(value: object) -> Fraction:
    """Return an amount that is written as a number or as text; ValueError for any other."""
    return exact("" if isinstance(value, bool) else str(value))


def _day(value: object) -> str:
    """Return an ISO date that is written as a date or as text."""
    return value.isoformat() if type(value) is date else date.fromisoformat(str(value)).isoformat()


def written(room: RoomFile) -> str:
    """Return a room file as TOML; KnownError where `read` would refuse it."""
    text = _FORM.format(
        schema=SCHEMA,
        id=room.id,
        first=room.first,
        last=room.last,
        currency=room.currency,
        book=room.book,
        smallest=room.smallest,
        language=room.language,
        amount=decimal(room.floor.amount),
        country=room.floor.country,
        source=_quoted(room.floor.source),
        day=room.floor.day,
    )
    read(text.encode())
    return text


_FORM: Final = """\
# A room: a workshop in which ledgers are laid side by side. Everybody takes this file along.
schema = {schema}
id = "{id}"

# The weeks that are compared: everybody's card is made for these.
first = "{first}"
last = "{last}"

# Every seat is valued by this book of rates, in this currency.
currency = "{currency}"
book = "{book}"

# Of fewer people than this no figure is shown.
smallest = {smallest}
language = "{language}"

# What an hour is held against: gross, by the hour, in the currency above.
[minimum_wage]
amount = "{amount}"
country = "{country}"
source = {source}
date = {day}
"""
