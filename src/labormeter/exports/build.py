"""Draws up a document from a ledger's cells: pure, and column by column from nothing.

cells, disclosures, minutes of each day --build--> Document
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from labormeter import __version__, report
from labormeter.exports.document import Count, Document, Metered, Told
from labormeter.exports.tables import (
    FINER,
    OTHER,
    PLATFORMS,
    Grain,
    named,
    periods,
    seconds,
)
from labormeter.model import SECOND, Cell
from labormeter.report import DIMENSIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from labormeter.exports.form import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What of a ledger goes into a document."""

    first: str
    last: str
    grain: Grain = "week"
    platforms: frozenset[str] | None = None
    """None for all there are."""
    activities: frozenset[str] | None = None
    sources: frozenset[str] = frozenset({"wire"})
    """What was not metered has no metered time beside it, so it stays out of rooms and studies."""
    practice: bool = False
    nearest: int = 1
    """Study: n is rounded to a multiple of this, and seconds to minutes."""


def spanned(since: str | None, until: str | None, usual: tuple[str, str]) -> tuple[str, str]:
    """Return the first and the last week of days, the usual days in place of those not named."""
    first, last = report.week(since or usual[0]), report.week(until or usual[1])
    if first <= last:
        return first, last
    return (last, last) if until else (first, first)


def build(
    kind: Kind,
    cells: Iterable[Cell],
    wanted: Wanted,
    *,
    disclosures: Iterable[Cell] = (),
    minutes: Iterable[tuple[str, int]] = (),
    program: str = __version__,
    said: Mapping[str, Any] | None = None,
) -> Document:
    """Return the document of a ledger's cells, built up from nothing.

    `minutes` are those metered on each local day; `said` are the words that the kind has of its
    own (see `form.OWN`). Platforms that are not shipped are `other`, but in one's own `full`.
    """
    every = [_told(kind, cell) for cell in cells if _within(cell, wanted)]
    chosen = [cell for cell in every if _chosen(cell, wanted)]
    counts = _counts(kind, chosen, wanted)
    return Document(
        kind=kind,
        grain=wanted.grain,
        first=wanted.first,
        last=wanted.last,
        counts=counts,
        disclosures=() if kind == "study" else _disclosed(kind, disclosures, wanted),
        coverage=() if kind == "study" else _coverage(minutes, wanted),
        program=program,
        removed=len(_counts(kind, every, wanted)) - len(counts) if chosen != every else 0,
        nearest=wanted.nearest,
        **(said or {}),
    )


def _within(cell: Cell, wanted: Wanted) -> bool:
    """Whether a cell lies in the time, and came by a way that is looked at."""
    practised = report.practised(cell)
    way = wanted.practice if practised else cell.source in wanted.sources
    return way and wanted.first <= DIMENSIONS[wanted.grain](cell) <= wanted.last


def _chosen(cell: Cell, wanted: Wanted) -> bool:
    return (wanted.platforms is None or cell.platform in wanted.platforms) and (
        wanted.activities is None or cell.activity in wanted.activities
    )


def _told(kind: Kind, cell: Cell) -> Cell:
    """Return a cell in the words that a document has."""
    if kind == "full":
        return cell
    platform = cell.platform if cell.platform in PLATFORMS else OTHER
    return cell._replace(platform=platform, finer=cell.finer if cell.finer in FINER else "")


def _counts(kind: Kind, cells: Sequence[Cell], wanted: Wanted) -> tuple[Count, ...]:
    """Return the counts of cells as a document of this kind has them."""
    if kind == "study":
        cells = [cell for cell in cells if not cell.unit]
    made = counted(kind, cells, wanted.grain)
    return tuple(made) if kind == "full" else _handed_on(kind, made, wanted)


def counted(kind: Kind, cells: Sequence[Cell], grain: str) -> list[Count]:
    """Return the counts of cells by day, week or month, and by what names a row of this kind."""
    key = _KEYS[kind]
    by = (grain, *key)
    posted = {
        (*row.key, row.unit): row.gestures
        for row in report.units([_posted(cell) for cell in cells if cell.posted], by, practice=True)
    }
    return [
        Count(
            period=row.key[0],
            **dict(zip(key, row.key[1:], strict=True)),  # type: ignore[arg-type] # names of Count
            unit=row.unit,
            n=row.net,
            gestures=row.gestures,
            acts=row.acts if kind == "full" else 0,
            seconds=row.seconds // SECOND,
            timed=row.timed,
            posted=posted.get((*row.key, row.unit), 0),
        )
        for row in report.units(cells, by, practice=True)
    ]


_KEYS: Final[Mapping[Kind, tuple[str, ...]]] = {
    "full": ("platform", "activity", "finer", "source"),
    "room": ("platform", "activity", "finer"),
    "study": ("platform", "activity"),
}


def _posted(cell: Cell) -> Cell:
    return cell._replace(gestures=cell.posted)


def _handed_on(kind: Kind, rows: Sequence[Count], wanted: Wanted) -> tuple[Count, ...]:
    """Return rows within the bounds that others' documents have."""
    most = seconds(wanted.grain)
    bounded = [
        row._replace(seconds=min(row.seconds, most), posted=min(row.posted, row.gestures))
        for row in carried(rows)
    ]
    if kind == "room":
        return tuple(row for row in bounded if row.gestures)
    return tuple(
        coarse for row in bounded if (coarse := _coarse(row, wanted.nearest)).n or coarse.seconds
    )


def _coarse(row: Count, nearest: int) -> Count:
    """Return what a study is told of a row: n and seconds, both rounded, halves up."""
    rounded = (row.n + nearest // 2) // nearest * nearest
    time = row.seconds if nearest == 1 else (row.seconds + 30) // 60 * 60
    return Count(row.period, row.platform, row.activity, n=rounded, seconds=time)


def carried(rows: Sequence[Count]) -> list[Count]:
    """Return rows whose n is nowhere negative: an undo takes back what was done before it.

    A like of one week that was taken back in the next is counted in neither. What was undone
    and had been done before the first period is counted nowhere.
    """
    owed: dict[tuple[str, ...], int] = {}
    found = []
    for row in sorted(rows, key=lambda one: one.period, reverse=True):
        key = row[1:6]
        left = row.n - owed.pop(key, 0)
        if left < 0:
            owed[key] = -left
        found.append(row._replace(n=max(left, 0)))
    return sorted(found)


def _disclosed(kind: Kind, cells: Iterable[Cell], wanted: Wanted) -> tuple[Told, ...]:
    kept = [_told(kind, cell) for cell in cells if _within(cell, wanted) and _chosen(cell, wanted)]
    by = (wanted.grain, "platform", "disclosure")
    found = report.units(kept, by, practice=True)
    return tuple(Told._make((*row.key, row.gestures)) for row in found)


def _coverage(minutes: Iterable[tuple[str, int]], wanted: Wanted) -> tuple[Metered, ...]:
    """Return a row for each period, also for those in which nothing was metered."""
    found: dict[str, list[int]] = {}
    for day, metered in minutes:
        if metered:
            name = named(date.fromisoformat(day), wanted.grain)
            found.setdefault(name, []).append(metered)
    return tuple(
        Metered(one, sum(found.get(one, ())), len(found.get(one, ())))
        for one in periods(wanted.first, wanted.last)
    )
