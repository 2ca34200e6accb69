"""The person's own rates, from TOML or CSV: read whole, with all faults at once.

rates/*.toml   [[rate]] tables          rates/*.csv   a header and a rate a line
rates/timings.toml   [[timing]] tables
"""

from __future__ import annotations

import csv
import io
import json
import re
import tomllib
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from labormeter.valuation.book import Choice
from labormeter.valuation.lens import spread_of
from labormeter.valuation.price_map import HOUR, REVENUE
from labormeter.valuation.rate import Fault, Known, Rate, monday, rates
from labormeter.valuation.timing import Timing, timings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from labormeter.valuation.book import Book

TIMINGS: Final = "timings.toml"
EXTRA: Final = ("amount", "since")
"""Columns of an own rate beside those of the book: one amount for all three, and a first day."""

_USUAL: Final = {
    "platform": "any",
    "market": "own",
    "unit": "per_act",
    "country": "any",
    "locator": "",
    "verified": "own",
    "notes": "",
}
_HEADER: Final = re.compile(r"\s*\[\[\s*(rate|timing)\s*\]\]")
_SYNTAX: Final = re.compile(r"at line (\d+)")

type Numbered = tuple[int, dict[str, str]]


@dataclass(frozen=True, slots=True)
class Own:
    """What the person added, and every fault of every file."""

    rates: tuple[Rate, ...] = ()
    choices: tuple[Choice, ...] = ()
    timings: Mapping[str, Timing] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()


def own(files: Mapping[str, str], book: Book, *, activities: tuple[str, ...], today: str) -> Own:
    """Return the own rates of the texts of files, by file name, to stand beside `book`."""
    found: dict[str, tuple[Rate, str]] = {}
    seconds: dict[str, Timing] = {}
    wrong: list[Fault] = []
    against = known(book, activities, today)
    for name, text in sorted(files.items()):
        try:
            if name == TIMINGS:
                added, faults = timings(_toml(text), activities, file=name, own=True)
                seconds |= added
            else:
                rows = list(_toml_rows(text) if name.endswith(".toml") else _csv_rows(text))
                read, faults = _rates(name, rows, book, against, taken=found)
                found |= read
            wrong.extend(faults)
        except _UnreadableError as error:
            wrong.append(Fault(name, error.line, error.sentence))
    in_force = tuple(choice(rate, since) for rate, since in found.values() if _prices(rate))
    return Own(tuple(rate for rate, _ in found.values()), in_force, seconds, tuple(wrong))


def known(book: Book, activities: tuple[str, ...], today: str) -> Known:
    """Return what an own rate may name: the words of the book and those of the ledger."""
    words = {rate.activity for rate in book.rates.values()}
    return Known(
        activities={*words, *activities, HOUR, REVENUE},
        currencies=book.currencies.known,
        today=today,
    )


def choice(rate: Rate, since: str = "") -> Choice:
    """Return the choice that puts an own rate in force, from the Monday on or after `since`."""
    low, central, high = spread_of(rate)
    return Choice(
        side=rate.side,
        activity=rate.activity,
        lower=low,
        central=central,
        upper=high,
        confidence="own",
        note="Added by you.",
        platform=rate.platform,
        since=_monday_on(since),
        own=True,
    )


def _monday_on(since: str) -> str:
    return str(monday(date.fromisoformat(since) + timedelta(days=6))) if since else ""


def _prices(rate: Rate) -> bool:
    return rate.side != "claimed" and rate.unit != "per_person"


def complete(row: Mapping[str, str], book: Book) -> dict[str, str]:
    """Return a row with the usual words where it has none, in the finer words of the book."""
    given = {name: value for name, value in row.items() if value and name not in EXTRA}
    amount = row.get("amount", "")
    amounts = {name: given.get("mid", "") or amount for name in ("low", "mid", "high")}
    full = {**_USUAL, **amounts, **given}
    return full | {"activity": book.prices.word(full["platform"], full.get("activity", ""))}


def written(text: str, entry: Mapping[str, str]) -> str:
    """Return the text of an own TOML file with one rate more; what stood there stays as it is."""
    lines = [f"{name} = {_quoted(value)}" for name, value in entry.items()]
    head = f"{text.rstrip()}\n\n" if text.strip() else ""
    return f"{head}[[rate]]\n" + "\n".join(lines) + "\n"


def _quoted(value: str) -> str:
    """Return a TOML basic string: JSON's escapes are TOML's, but for DEL."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _rates(
    name: str,
    rows: list[Numbered],
    book: Book,
    against: Known,
    *,
    taken: Mapping[str, object],
) -> tuple[dict[str, tuple[Rate, str]], list[Fault]]:
    """Return rates with their first day, by id, and the faults of a file."""
    full = [(line, complete(row, book)) for line, row in rows]
    read, wrong = rates(full, against, file=name, own=True)
    first_days = {}
    for line, row in rows:
        first_days[row.get("id", "")] = row.get("since", "")
        wrong.extend(Fault(name, line, fault) for fault in _row_faults(row, book, taken))
    kept = {} if wrong else {rate.id: (rate, first_days[rate.id]) for rate in read}
    return kept, sorted(wrong, key=lambda fault: fault.line)


def _row_faults(row: Mapping[str, str], book: Book, taken: Mapping[str, object]) -> list[str]:
    found = []
    if row.get("id") in book.rates:
        found.append(f"id: {row['id']} is a shipped rate, and nothing shipped is overwritten.")
    if row.get("id") in taken:
        found.append(f"id: {row['id']} stands in another of your files.")
    if row.get("since") and not _day(row["since"]):
        found.append("since: a day is wanted, such as 2026-03-02.")
    return found


def _day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


class _UnreadableError(Exception):
    def __init__(self, line: int, sentence: str) -> None:
        super().__init__(sentence)
        self.line = line
        self.sentence = sentence


def _toml(text: str, number: Callable[[str], object] = float) -> dict[str, Any]:
    try:
        return tomllib.loads(text, parse_float=number)
    except tomllib.TOMLDecodeError as error:
        at = _SYNTAX.search(str(error))
        raise _UnreadableError(int(at[1]) if at else 1, f"this is not TOML: {error}.") from None


def _toml_rows(text: str) -> Iterator[Numbered]:
    document = _toml(text, str)
    lines = [number for number, line in enumerate(text.splitlines(), 1) if _HEADER.match(line)]
    if extra := sorted(set(document) - {"rate"}):
        raise _UnreadableError(1, f"{extra[0]}: only [[rate]] tables are known here.")
    entries = document.get("rate", [])
    if not isinstance(entries, list) or len(entries) != len(lines):
        raise _UnreadableError(1, "write each rate as a table under [[rate]].")
    for line, entry in zip(lines, entries, strict=True):
        yield line, {name: str(value) for name, value in entry.items()}


def _csv_rows(text: str) -> Iterator[Numbered]:
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    try:
        for row in reader:
            if None in row or None in row.values():
                raise _UnreadableError(
                    reader.line_num, "this line has not as many cells as the header."
                )
            yield reader.line_num, {name: value.strip() for name, value in row.items()}
    except csv.Error as error:
        raise _UnreadableError(reader.line_num, f"this is not CSV: {error}.") from None
