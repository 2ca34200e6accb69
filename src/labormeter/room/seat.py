"""A seat: one person's card, folded to what is compared and valued through every lens.

    Document --weeks with one price together--> cells --lens by lens--> Seat

Five years of weeks come to some hundred numbers, so that turning from view to view reads nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from labormeter.exports.document import cells
from labormeter.model import SECOND
from labormeter.valuation.calendar import calendar
from labormeter.valuation.lens import Reading
from labormeter.valuation.sheet import week
from labormeter.valuation.tally import valued
from labormeter.valuation.worth import REWARD, Worth

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from labormeter.exports.document import Document
    from labormeter.model import Cell
    from labormeter.room.file import RoomFile
    from labormeter.valuation.book import Book
    from labormeter.valuation.calendar import Calendar
    from labormeter.valuation.lens import Lens
    from labormeter.valuation.tally import Line
    from labormeter.valuation.timing import Timing

type Views = Mapping[Lens, Calendar]
type Kind = tuple[str, str]
"""Platform and activity."""

LENSES: Final[tuple[Lens, ...]] = ("worker", "buyer", "time")
"""What a card can be seen through: the lens `platform` wants days, and a card has weeks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """Seconds that acts took: those measured, and the rest at what such acts take."""

    low: Fraction = Fraction(0)
    central: Fraction = Fraction(0)
    high: Fraction = Fraction(0)

    def __add__(self, other: Effort) -> Effort:
        return Effort(
            low=self.low + other.low,
            central=self.central + other.central,
            high=self.high + other.high,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What one person did of one kind."""

    n: int
    """Done minus undone."""
    measured: int
    """Measured seconds."""
    effort: Effort | None
    """None where nobody says how long such an act takes."""
    worth: Mapping[Lens, Worth]
    """A lens that has no price for it is not there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """One person in the room."""

    key: int
    """Tells one card from another while the room is open; it means nothing else."""
    handle: str
    days: int
    """On how many days something was metered."""
    minutes: int
    weeks: int
    """In how many of the room's weeks something was metered."""
    work: Mapping[Kind, Work]
    told: Mapping[Kind, int]
    """Uploads by platform and kind of metadata; never to be added up over kinds."""
    received: Mapping[Lens, Worth]
    """What platforms gave for it, as a negative."""
    total_only: bool = False
    remarks: tuple[str, ...] = ()

    @property
    def n(self) -> int:
        """Return all acts."""
        return sum(one.n for one in self.work.values())

    def worth(self, lens: Lens) -> Worth:
        """Return what the acts that have a price are worth through a lens."""
        found = (one.worth[lens] for one in self.work.values() if lens in one.worth)
        return sum(found, start=Worth())


def views(room: RoomFile, book: Book) -> Views:
    """Return the calendars by which every seat of a room is valued."""
    how = Reading(currency=room.currency, country=room.floor.country)
    return {
        lens: calendar(replace(how, lens=lens), [("", book)])
        for lens in LENSES
        if lens != "time" or _has_floor(book, room.floor.country)
    }


def _has_floor(book: Book, country: str) -> bool:
    return any(
        rate.market == "minimum_wage" and rate.country == country for rate in book.rates.values()
    )


def seat(document: Document, views: Views, book: Book) -> Seat:
    """Return the seat of a card; `document` holds the weeks of the room and no others."""
    folded = _folded(cells(document), views)
    lines = {
        lens: {(line.row.key, line.row.unit): line for line in valued(folded, one, _BY)}
        for lens, one in views.items()
    }
    any_lens = next(iter(lines.values()))
    metered = [row for row in document.coverage if row.minutes]
    return Seat(
        key=key(document),
        handle=document.handle,
        days=sum(row.days for row in metered),
        minutes=sum(row.minutes for row in metered),
        weeks=len(metered),
        work={
            (line.row["platform"], line.row["activity"]): _work(line, lines, book.timings)
            for line in any_lens.values()
            if line.row["activity"] != REWARD and not line.row.unit
        },
        told=_told(document),
        received={lens: _received(list(of.values())) for lens, of in lines.items()},
        total_only=document.total_only,
        remarks=document.remarks,
    )


_BY: Final = ("platform", "activity")


def key(card: Document) -> int:
    """Return what tells a card from others, in this process alone."""
    return hash((card.handle, card.total_only, card.counts, card.coverage))


def _folded(rows: Sequence[Cell], views: Views) -> list[Cell]:
    """Return cells with those of weeks that have the same prices together, on the first's day."""
    stretches: dict[str, int] = {}
    known: dict[tuple[object, ...], int] = {}
    sums: dict[tuple[object, ...], list[int]] = {}
    first: dict[tuple[object, ...], Cell] = {}
    for cell in rows:
        day = cell.day
        stretch = stretches.get(day)
        if stretch is None:
            stamp = tuple(one.stretch(week(day)) for one in views.values())
            stretch = stretches[day] = known.setdefault(stamp, len(known))
        key = (stretch, cell.platform, cell.activity, cell.unit, cell.finer)
        total = sums.get(key)
        if total is None:
            first[key] = cell
            sums[key] = [cell.gestures, cell.net, cell.seconds, cell.timed, cell.posted]
            continue
        total[0] += cell.gestures
        total[1] += cell.net
        total[2] += cell.seconds
        total[3] += cell.timed
        total[4] += cell.posted
    return [
        first[key]._replace(
            gestures=one[0], net=one[1], seconds=one[2], timed=one[3], posted=one[4]
        )
        for key, one in sums.items()
    ]


def _work(
    line: Line,
    lines: Mapping[Lens, Mapping[tuple[tuple[str, ...], str], Line]],
    timings: Mapping[str, Timing],
) -> Work:
    key = (line.row.key, line.row.unit)
    worth = {lens: of[key].worth for lens, of in lines.items()}
    return Work(
        n=line.row.net,
        measured=line.row.seconds // SECOND,
        effort=_effort(line, timings.get(line.row["activity"])),
        worth={lens: one for lens, one in worth.items() if one is not None},
    )


def _effort(line: Line, timing: Timing | None) -> Effort | None:
    """Return the seconds of a line: measured ones as they are, the others as timed by the book."""
    rest = max(line.row.net - line.row.timed, 0)
    if timing is None and rest:
        return None
    seconds = Fraction(line.row.seconds, SECOND)
    low, central, high = (timing.low, timing.central, timing.high) if timing else (0, 0, 0)
    return Effort(
        low=seconds + low * rest, central=seconds + central * rest, high=seconds + high * rest
    )


def _told(document: Document) -> dict[Kind, int]:
    found: dict[Kind, int] = {}
    for row in document.disclosures:
        key = (row.platform, row.kind)
        found[key] = found.get(key, 0) + row.uploads
    return found


def _received(lines: list[Line]) -> Worth:
    found = (line.worth for line in lines if line.row["activity"] == REWARD and line.worth)
    return sum(found, start=Worth())
