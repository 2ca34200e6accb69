"""Lenses: whose price an act is seen at. They are never mixed, and never added.

worker     what reached a worker for the same act: the wage, and the default
buyer      what was paid for the act at the other end of the chain
time       the seconds it takes, at an hourly floor
platform   what the platform earned from one user, for each day of presence
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from labormeter.errors import KnownError
from labormeter.sentence import said
from labormeter.valuation.book import Reference
from labormeter.valuation.price_map import HOUR, REVENUE

if TYPE_CHECKING:
    from datetime import date

    from labormeter.valuation.book import Book
    from labormeter.valuation.rate import Rate, Side

type Lens = Literal["worker", "buyer", "time", "platform"]
type Floor = Literal["minimum", "collective", "observed"]
type AsOf = Literal["reviewed", "nearest"]

LENSES: Final[tuple[Lens, ...]] = ("worker", "buyer", "time", "platform")
FLOORS: Final[tuple[Floor, ...]] = ("minimum", "collective", "observed")
MARKETS: Final[dict[str, str]] = {"minimum": "minimum_wage", "collective": "collective_floor"}

ALONE: Final = "No revenue per user is on file for this platform alone."
FAMILY: Final = frozenset({"instagram", "threads"})
"""Apps whose revenue Meta publishes with that of its other apps only (AR-17)."""
SHARED: Final = (
    "Meta publishes what it earns from one person on all of its apps together (AR-17), not on this"
    " one: priced app by app, it would count several times."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How worth is read: everything that a total depends on beside the acts and the book."""

    lens: Lens = "worker"
    currency: str = "EUR"
    deflated: bool = True
    """Old rates are carried to the money of the book's reference year."""
    as_of: AsOf = "reviewed"
    """The reviewed central observation, or the observation nearest in date."""
    floor: Floor = "minimum"
    """Time lens: which hourly floor."""
    country: str = "FR"
    """Time lens: whose minimum wage or collective floor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """The rates that a lens names for an act in a week, before any conversion."""

    references: tuple[Reference, Reference, Reference]
    """Low, central and high."""
    reason: str
    """Why these and not others."""
    confidence: str
    since: str = ""


@dataclass(frozen=True, slots=True)
class Absent:
    """Why a lens names no rate: the acts stay units."""

    reason: str


def quote(
    book: Book, reading: Reading, platform: str, activity: str, monday: date, *, finer: str = ""
) -> Quote | Absent:
    """Return the rates for an act on a platform in the week of a Monday, or why there are none."""
    if platform in book.prices.commons:
        return Absent(book.prices.reason)
    match reading.lens:
        case "time":
            return _floor(book, reading, monday)
        case "platform":
            return _revenue(book, platform, monday)
        case "worker" | "buyer":
            return _paid(book, reading, platform, (activity, finer), monday)


def _paid(
    book: Book, reading: Reading, platform: str, words: tuple[str, str], monday: date
) -> Quote | Absent:
    side: Side = "buyer" if reading.lens == "buyer" else "worker"
    activity, finer = words
    line = book.prices.line(platform, activity, finer)
    own = f"{activity}_{line.finer}" if line and line.finer else activity
    word = (line.price if line else "") or own
    if line and not line.price:
        return _chosen(book, side, word, platform, monday, own=True) or Absent(line.reason)
    if reading.as_of == "nearest" and (near := _nearest(book, side, word, monday)):
        return near
    return _chosen(book, side, word, platform, monday) or Absent(_nothing(side))


def _nothing(side: Side) -> str:
    return "No citable price." if side == "buyer" else "No wage was observed for this act."


def _chosen(
    book: Book, side: Side, word: str, platform: str, monday: date, *, own: bool = False
) -> Quote | None:
    """Return the choice in force; with `own`, only where the person made it."""
    choice = book.chosen(side, word, platform, monday.isoformat())
    if choice is None or (own and not choice.own):
        return None
    return Quote(
        references=choice.references,
        reason=choice.note or "The reviewed central observation of this side and act.",
        confidence=choice.confidence,
        since=choice.since,
    )


def _nearest(book: Book, side: Side, word: str, monday: date) -> Quote | None:
    fitting = [rate for rate in book.observed(side, word) if usable(rate)]
    if not fitting:
        return None
    rate = min(fitting, key=lambda one: (abs((one.day - monday).days), one.id))
    return Quote(
        references=spread_of(rate),
        reason=f"The observation nearest in date to {monday.isoformat()}.",
        confidence="one observation",
    )


def usable(rate: Rate) -> bool:
    """Whether an observation may price an act by itself: checked, citable, for one act, in money."""
    return (
        rate.checked
        and not rate.background
        and rate.unit in {"per_act", "per_1000"}
        and rate.currency != "POINT"
    )


def spread_of(rate: Rate) -> tuple[Reference, Reference, Reference]:
    """Return the references to a rate's low, mid and high."""
    if rate.low == rate.high:
        return (Reference(rate.id, rate.id),) * 3
    return (
        Reference(f"{rate.id}.low", rate.id, "low"),
        Reference(rate.id, rate.id),
        Reference(f"{rate.id}.high", rate.id, "high"),
    )


def _revenue(book: Book, platform: str, monday: date) -> Quote | Absent:
    choice = book.chosen("platform", REVENUE, platform, monday.isoformat())
    if choice is None:
        return Absent(SHARED if platform in FAMILY else ALONE)
    return Quote(
        references=choice.references,
        reason=choice.note,
        confidence=choice.confidence,
        since=choice.since,
    )


def _floor(book: Book, reading: Reading, monday: date) -> Quote | Absent:
    if reading.floor == "observed":
        found = _chosen(book, "worker", HOUR, "any", monday)
        return found or Absent("No hourly earnings were observed.")
    floors = _floors(book, reading)
    started = [rate for rate in floors if rate.observed_on <= monday.isoformat()]
    rate = max(started or floors[:1], key=lambda one: one.observed_on)
    late = "" if started else " The first on file, though it is later than the acts."
    return Quote(
        references=spread_of(rate),
        reason=f"The {reading.floor} floor of {reading.country} in force that Monday.{late}",
        confidence="law" if reading.floor == "minimum" else "agreement",
        since="",
    )


def _floors(book: Book, reading: Reading) -> list[Rate]:
    market = MARKETS[reading.floor]
    of_market = [
        rate
        for rate in book.rates.values()
        if rate.market == market and rate.unit == "per_hour" and rate.activity == HOUR
    ]
    found = [rate for rate in of_market if rate.country == reading.country]
    if not found:
        countries = ", ".join(sorted({rate.country for rate in of_market}))
        raise KnownError(
            said(
                "The book has no {floor} floor of {country}.",
                floor=reading.floor,
                country=reading.country,
            ),
            said(
                "Choose one of {names}, another --floor, or add a rate of your own.",
                names=countries,
            ),
        )
    return sorted(found, key=lambda rate: (rate.observed_on, rate.id))
