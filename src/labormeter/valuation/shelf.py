"""The shelf: where books are read from. The one module of valuation that opens files.

labormeter/valuation/books/2026-11/{book.toml,rates.csv,central.csv,...}   shipped
HOME/rates/*.toml, *.csv                                                   the person's own
HOME/packs/*.toml                                                          which are commons
"""

from __future__ import annotations

import csv
import io
import tomllib
from dataclasses import replace
from datetime import date
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Final

from labormeter.errors import KnownError
from labormeter.model import ACTIVITIES
from labormeter.valuation import commons
from labormeter.valuation.book import Book, choices, digest
from labormeter.valuation.calendar import calendar, in_force
from labormeter.valuation.currencies import currencies
from labormeter.valuation.own import Own, own, written
from labormeter.valuation.price_map import price_map
from labormeter.valuation.rate import Fault, Rate, rate
from labormeter.valuation.timing import timings

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from importlib.resources.abc import Traversable

    from labormeter.home import Home
    from labormeter.valuation.calendar import Calendar
    from labormeter.valuation.lens import Reading

LATEST: Final = "2026-11"
"""The book that is used where no pin says otherwise."""

ADDED: Final = "added.toml"
"""Where rates that were added one by one are written, under `rates/` in the home."""

_TABLES: Final = ("rates.csv", "central.csv", "currencies.csv", "prices.csv")


def versions() -> tuple[str, ...]:
    """Return the versions that are shipped, the oldest first."""
    return tuple(
        sorted(one.name for one in _books().iterdir() if one.is_dir() and one.name[0] == "2")
    )


def shipped(version: str = LATEST) -> Book:
    """Return a shipped book; KnownError where there is none of that version."""
    return _shipped(version)


@lru_cache(maxsize=8)
def _shipped(version: str) -> Book:
    folder = _books() / version
    if version not in versions():
        raise KnownError(
            f"There is no book of rates {version} in this program.",
            f"Update labormeter, or choose one of {', '.join(versions())}.",
        )
    texts = {name: _text(folder / name) for name in ("book.toml", *_TABLES)}
    common = {name: _text(_books() / name) for name in ("activity_map.toml", "timings.toml")}
    return _book(texts | common)


def _book(texts: Mapping[str, str]) -> Book:
    about = tomllib.loads(texts["book.toml"])
    tables = {name: _rows(texts[name]) for name in _TABLES}
    seconds, _ = timings(tomllib.loads(texts["timings.toml"]), ACTIVITIES, file="timings.toml")
    return Book(
        version=about["version"],
        reviewed=about["reviewed"].isoformat(),
        title=about["title"],
        reference_year=about["reference_year"],
        rates={row["id"]: rate(row) for row in tables["rates.csv"]},
        choices=choices(tables["central.csv"]),
        currencies=currencies(tables["currencies.csv"], tables["prices.csv"]),
        prices=price_map(tomllib.loads(texts["activity_map.toml"])),
        timings=seconds,
        hash=digest(text for _, text in sorted(texts.items())),
    )


def _rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def _books() -> Traversable:
    return resources.files("labormeter.valuation") / "books"


def _text(file: Traversable) -> str:
    return file.read_text(encoding="utf-8")


def usual() -> list[tuple[str, str]]:
    """Return from which ISO week on each shipped book is in force, where no pin says otherwise.

    The oldest holds from ever, each later one from the week of its review: so that an update of
    the program never moves a week that is past.
    """
    weeks = [(iso_week(shipped(version).reviewed), version) for version in versions()]
    return [("", weeks[0][1]), *weeks[1:]]


def iso_week(day: str) -> str:
    """Return the ISO week of an ISO date, as `2026-W23`."""
    year, number, _ = date.fromisoformat(day).isocalendar()
    return f"{year:04}-W{number:02}"


def calendar_of(
    home: Home, reading: Reading, *, pins: Sequence[tuple[str, str]], today: str
) -> Calendar:
    """Return the calendar of a reading, with the person's own rates and pins (week, version).

    Raises KnownError for faults in the person's rates, an unknown currency or floor.
    """
    books = [
        (week, book_of(home, version=version, today=today))
        for week, version in in_force(usual(), pins)
    ]
    return calendar(reading, books)


def own_of(home: Home, book: Book, *, today: str) -> Own:
    """Return what the person's files under `rates/` say, with their faults."""
    return own(_texts(home), book, activities=ACTIVITIES, today=today)


class FaultyRatesError(KnownError):
    """Rates that cannot be used, with every fault of theirs; nothing was changed."""

    def __init__(self, faults: Sequence[Fault], *, lines: bool = False) -> None:
        told = [str(fault) if lines else fault.sentence for fault in faults]
        super().__init__("\n".join(told), "Nothing was changed.")
        self.faults = tuple(faults)


def add(home: Home, entry: Mapping[str, str], *, today: str) -> Rate:
    """Add a rate of the person's own and return it; what stood in the file stays as it is.

    `entry` holds columns of `own`; without an `id` it is given one. Raises FaultyRatesError.
    """
    book = book_of(home, today=today)
    full = {"id": _next(book), **{name: value for name, value in entry.items() if value}}
    path = home.root / "rates" / ADDED
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    checked = _sound(home, {ADDED: written(before, full)}, today=today)
    _write(home, {ADDED: written(before, full)})
    return next(rate for rate in checked.rates if rate.id == full["id"])


def take(home: Home, files: Mapping[str, str], *, today: str) -> Own:
    """Take over files of the person's own rates (name to text) and return what they hold.

    Raises FaultyRatesError, also where a name is taken: nothing of before is overwritten.
    """
    folder = home.root / "rates"
    taken = [
        Fault(name, 1, "a file of this name is there already; give it another.")
        for name in files
        if (folder / name).exists()
    ]
    kinds = [
        Fault(name, 1, "a TOML or CSV file is wanted.")
        for name in files
        if not name.endswith((".toml", ".csv"))
    ]
    if taken or kinds:
        raise FaultyRatesError([*taken, *kinds], lines=True)
    found = _sound(home, files, today=today, lines=True)
    _write(home, files)
    before = own(_texts(home, but=files), shipped(), activities=ACTIVITIES, today=today)
    fresh = {rate.id for rate in before.rates}
    return Own(
        tuple(rate for rate in found.rates if rate.id not in fresh),
        (),
        {name: one for name, one in found.timings.items() if before.timings.get(name) != one},
    )


def _sound(home: Home, files: Mapping[str, str], *, today: str, lines: bool = False) -> Own:
    """Return what the person's files hold once these stand among them; raises on any fault."""
    texts = _texts(home) | dict(files)
    found = own(texts, shipped(), activities=ACTIVITIES, today=today)
    if found.faults:
        raise FaultyRatesError(found.faults, lines=lines)
    return found


def _write(home: Home, files: Mapping[str, str]) -> None:
    home.create()
    folder = home.root / "rates"
    folder.mkdir(exist_ok=True, mode=0o700)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")


def _texts(home: Home, but: Collection[str] = ()) -> dict[str, str]:
    folder = home.root / "rates"
    files = [*sorted(folder.glob("*.toml")), *sorted(folder.glob("*.csv"))]
    return {
        file.name: file.read_text(encoding="utf-8", errors="replace")
        for file in files
        if file.name not in but
    }


def _next(book: Book) -> str:
    number = 1
    while f"own-{number}" in book.rates:
        number += 1
    return f"own-{number}"


def book_of(home: Home, *, today: str, version: str = LATEST) -> Book:
    """Return a shipped book with the person's own rates beside it.

    Raises KnownError with every fault of the person's files at once.
    """
    book = shipped(version)
    found = own_of(home, book, today=today)
    if more := commons.named(_packs(home)):
        book = replace(book, prices=book.prices.with_commons(more))
    if found.faults:
        raise KnownError(
            "Your own rates have faults, and none of them is used:\n"
            + "\n".join(f"  {fault}" for fault in found.faults),
            "Mend these lines under rates/, then run `labormeter rates check`.",
        )
    return book.with_own(found.rates, found.choices, found.timings)


def _packs(home: Home) -> list[str]:
    """Return the texts of the person's own packs."""
    files = sorted(home.packs.glob("*.toml"))
    return [file.read_text(encoding="utf-8", errors="replace") for file in files if file.is_file()]
