"""How worth is read on the command line: the options, and what they make of a home."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import date
from functools import reduce
from typing import TYPE_CHECKING, Any, Final

import click

from labormeter import report, settings
from labormeter.ledger import pins, posted, query
from labormeter.valuation import shelf
from labormeter.valuation.lens import FLOORS, LENSES, Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from labormeter.home import Home
    from labormeter.model import Cell, Span
    from labormeter.valuation.calendar import Calendar

TODAY: Final = "today"
_OPTIONS: Final = (
    click.option("--lens", type=click.Choice(LENSES), help="Whose price; from your settings."),
    click.option("--currency", metavar="CODE", help="As EUR; from your settings."),
    click.option(
        "--deflated/--nominal", default=None, help="In the money of the reference year, or as seen."
    ),
    click.option(
        "--as-of",
        type=click.Choice(["reviewed", "nearest"]),
        default="reviewed",
        show_default=True,
        help="The reviewed central rate, or the observation nearest in date.",
    ),
    click.option("--floor", type=click.Choice(FLOORS), default="minimum", help="For --lens time."),
    click.option("--country", metavar="CODE", help="Whose floor, as FR; from your settings."),
)


def reading_options[F: Callable[..., Any]](command: F) -> F:
    """Add the options that a reading is made of."""
    return reduce(lambda made, option: option(made), reversed(_OPTIONS), command)


def reading(home: Home, chosen: dict[str, Any]) -> Reading:
    """Return the reading of the options given, the rest from the settings."""
    kept = settings.read(home.settings)
    lens = chosen["lens"] or kept.text("lens")
    deflated = chosen["deflated"]
    return Reading(
        lens=next(one for one in LENSES if one == lens),
        currency=(chosen["currency"] or kept.text("currency")).upper(),
        deflated=bool(kept["deflated"]) if deflated is None else deflated,
        as_of="nearest" if chosen["as_of"] == "nearest" else "reviewed",
        floor=next(one for one in FLOORS if one == chosen["floor"]),
        country=(chosen["country"] or kept.text("country")).upper(),
    )


def day(_context: click.Context, _option: click.Parameter, text: str | None) -> str | None:
    """Return an ISO date as it was given, or that of today; a usage error for any other text."""
    if text is not None and text.lower() == TODAY:
        return today()
    try:
        return None if text is None else date.fromisoformat(text).isoformat()
    except ValueError:
        raise click.BadParameter(
            f"{text}: a day is wanted, such as 2026-06-01, or {TODAY}."
        ) from None


def iso_week(_context: click.Context, _option: click.Parameter, text: str) -> str:
    """Return an ISO week as `2026-W23`, or nothing; a usage error for any other text."""
    try:
        return text and shelf.iso_week(date.fromisoformat(f"{text}-1").isoformat())
    except ValueError:
        raise click.BadParameter(f"{text}: a week is wanted, such as 2026-W23.") from None


def words(
    known: Collection[str],
) -> Callable[[click.Context, click.Parameter, str], tuple[str, ...]]:
    """Return what reads words with commas between them; a usage error names those that there are."""

    def read(_context: click.Context, _option: click.Parameter, text: str) -> tuple[str, ...]:
        named = tuple(dict.fromkeys(word.strip() for word in text.split(",") if word.strip()))
        if wrong := [name for name in named if name not in known]:
            raise click.BadParameter(f"{', '.join(wrong)}: choose of {', '.join(known)}.")
        return named

    return read


def now() -> int:
    """Return microseconds since 1970: the command line is a border that reads a clock."""
    return time.time_ns() // 1000


def today() -> str:
    """Return the local day."""
    return time.strftime("%Y-%m-%d")


@dataclass(frozen=True, slots=True)
class Kept:
    """What a ledger holds for a span of days."""

    cells: list[Cell]
    spans: list[Span]


def kept(home: Home, since: str | None, until: str | None) -> Kept:
    """Read the cells of the local days from `since` to `until`, uploads looked up, and spans."""
    with query.open(home) as ledger:
        cells = ledger.cells(since, until)
        spans = ledger.spans(*bounds(since, until))
    return Kept(posted.looked_up(home, cells), spans)


def disclosures(home: Home, since: str | None, until: str | None) -> list[Cell]:
    """Read the roll-ups of what uploads disclosed; an upload stands in as many as it let out."""
    with query.open(home) as ledger:
        return ledger.disclosures(since, until)


def hours(home: Home, since: str | None, until: str | None) -> list[Cell]:
    """Read the roll-ups by the local hour of the week."""
    with query.open(home) as ledger:
        return ledger.hours(since, until)


def bounds(since: str | None, until: str | None) -> tuple[int | None, int | None]:
    """Return the local midnights that a span of days begins and ends with, in microseconds."""
    return _midnight(since, 0), _midnight(until, 1)


def _midnight(text: str | None, later: int) -> int | None:
    """Return the local midnight that a day begins with, `later` days after it."""
    if text is None:
        return None
    when = date.fromisoformat(text)
    return (
        int(time.mktime((when.year, when.month, when.day + later, 0, 0, 0, 0, 0, -1))) * 1_000_000
    )


def calendar(home: Home, how: Reading) -> Calendar:
    """Return the rate calendar of a home: its pins, its own rates."""
    pinned = [(pin.from_week, pin.version) for pin in pins.read(home, now=now())]
    return shelf.calendar_of(home, how, pins=pinned, today=today())


def chosen(
    cells: list[Cell], platform: str | None, activity: str | None, source: str | None
) -> list[Cell]:
    """Return the cells of a platform, activity and source, where these are named."""
    wanted = {"platform": platform, "activity": activity, "source": source}
    named = {name: value for name, value in wanted.items() if value}
    return [
        cell
        for cell in cells
        if all(report.DIMENSIONS[name](cell) == value for name, value in named.items())
    ]
