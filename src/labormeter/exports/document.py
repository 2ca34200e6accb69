"""The one document that is interchanged: a JSON Data Package with its rows inline.

    Document --write--> bytes --read--> Document --cells--> valuing

kind    full    a person's own, exact, by source       for oneself
        room    counts, disclosures, time metered      for a workshop, under two random words
        study   n and seconds alone                    for a study, under what the study adds

Worth is never in it: it is computed anew from a named book. A document is built up from nothing,
column by column; what a column does not allow cannot be in it. docs/exports.md explains each word.
"""

from __future__ import annotations

import gc
import itertools
import json
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from labormeter.exports import hostile
from labormeter.exports.form import ALWAYS, OWN, PROFILE, VERSION, Kind, tables
from labormeter.exports.tables import Grain, first_day, periods
from labormeter.model import SECOND, Cell, Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


class Count(NamedTuple):
    """Acts of one period, platform and activity."""

    period: str
    platform: str
    activity: str
    finer: str = ""
    unit: str = ""
    source: Source = "wire"
    n: int = 0
    """Done minus undone."""
    gestures: int = 0
    acts: int = 0
    seconds: int = 0
    """Measured, in whole seconds."""
    timed: int = 0
    posted: int = 0


class Told(NamedTuple):
    """Uploads of one period and platform that let out a kind of metadata; never to be added up."""

    period: str
    platform: str
    kind: str
    uploads: int


class Metered(NamedTuple):
    """How much of a period was metered: its minutes, and on how many of its days."""

    period: str
    minutes: int
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What one person hands on, and nothing else."""

    kind: Kind
    first: str
    """The first period it speaks of; one without rows was empty."""
    last: str
    grain: Grain = "week"
    counts: tuple[Count, ...] = ()
    disclosures: tuple[Told, ...] = ()
    coverage: tuple[Metered, ...] = ()
    program: str = ""
    """Version of the program that wrote it."""
    removed: int = 0
    """Rows that the person left out: a measure of quality, and not which."""
    handle: str = ""
    """Room: two random words, known to their owner alone."""
    room: str = ""
    """Room: the id of the room file that it was made for, empty where there was none."""
    total_only: bool = False
    """Room: to be counted in the group's sums and shown as no dot."""
    study: str = ""
    """Study: its id."""
    country: str = ""
    """Study, where it asks: two capitals."""
    age_band: str = ""
    """Study, where it asks: as `25-34` or `65+`."""
    nearest: int = 1
    """Study: n is rounded to a multiple of this."""
    book: str = ""
    """Full: version and hash of the book of rates in force when it was written."""
    remarks: tuple[str, ...] = field(default=(), compare=False)
    """What reading found amiss and mended: sentences, never written."""

    @property
    def periods(self) -> tuple[str, ...]:
        """Return every period it speaks of."""
        return periods(self.first, self.last)


def rows(document: Document) -> dict[str, list[list[object]]]:
    """Return the rows of each table of a document, without their heads."""
    made: dict[str, list[list[object]]] = {}
    values: tuple[Sequence[NamedTuple], ...] = (
        document.counts,
        document.disclosures,
        document.coverage,
    )
    named = tables(document.kind, document.grain)
    for (name, table), kept in zip(named.items(), values, strict=False):
        places = [_place(kept, one) for one in table.names] if kept else []
        made[name] = [[row[place] for place in places] for row in kept]
    return made


def _place(kept: Sequence[NamedTuple], name: str) -> int:
    return kept[0]._fields.index(name)


def package(document: Document) -> dict[str, Any]:
    """Return a document as the Data Package that is written."""
    named = tables(document.kind, document.grain)
    return {
        "$schema": f"{PROFILE}/datapackage.json",
        "name": f"labormeter-{document.kind}",
        "labormeter": about(document),
        "resources": [
            {
                "$schema": f"{PROFILE}/dataresource.json",
                "name": name,
                "type": "table",
                "data": [named[name].names, *data],
                "schema": named[name].descriptor(),
            }
            for name, data in rows(document).items()
        ],
    }


def about(document: Document) -> dict[str, Any]:
    """Return what the document says of itself; what is not asked of a kind is not there."""
    said: dict[str, Any] = {
        "kind": document.kind,
        "version": VERSION,
        "program": document.program,
        "grain": document.grain,
        "first": document.first,
        "last": document.last,
        "removed": document.removed,
        "totals": totals(document),
    }
    extra = {name: getattr(document, name) for name in OWN[document.kind]}
    return said | {name: value for name, value in extra.items() if value or name in ALWAYS}


def totals(document: Document) -> dict[str, int]:
    """Return the sums that a document states; whoever reads it adds up anew."""
    columns = zip(*document.counts, strict=True)
    named = dict(zip(Count._fields, columns, strict=False))
    return _totals(named, [row.minutes for row in document.coverage])


def _totals(columns: Mapping[str, Sequence[Any]], minutes: Sequence[int]) -> dict[str, int]:
    found = {name: columns.get(name, ()) for name in ("n", "seconds")}
    if any(columns.get("unit", ())):  # rewards are no acts
        acts = [not unit for unit in columns["unit"]]
        found = {name: tuple(itertools.compress(one, acts)) for name, one in found.items()}
    return {name: sum(one) for name, one in found.items()} | {"minutes": sum(minutes)}


def write(document: Document) -> bytes:
    """Return a document as canonical JSON: sorted keys, no spaces, UTF-8.

    Raises ValueError for a document that `read` would refuse: nothing outside the format leaves.
    """
    made = package(document)
    wrong, _ = hostile.judged(made)
    if wrong:
        raise ValueError(f"the document is outside its format: {' '.join(wrong)}")
    return canonical(made)


def canonical(value: object) -> bytes:
    """Return a value as canonical JSON."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode()


def read(data: bytes, *, today: str, own: bool = False) -> Document:
    """Return the document in bytes from anyone; `today` is the local day, for what lies ahead.

    Raises KnownError with all faults together. With `own`, a file of the person's own, words that
    a later minor version added are passed over. Totals that are not those of the rows are added
    up anew and said in `remarks`.
    """
    with untidied():
        return _made(*hostile.checked(data, today=today, own=own))


@contextmanager
def untidied() -> Iterator[None]:
    """Keep Python from looking for circles in rows: there are thousands, and no circles in them."""
    tidied = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if tidied:
            gc.enable()


def accepted(package: Mapping[str, Any], columns: Mapping[str, hostile.Columns]) -> Document:
    """Return the document of a package that `hostile.checked` took, here or in another process.

    Nothing is judged again. Raises anything at all for another.
    """
    return _made(package, columns)


def _made(package: Mapping[str, Any], columns: Mapping[str, hostile.Columns]) -> Document:
    said = dict(package["labormeter"])
    stated = said.pop("totals")
    del said["version"]
    counts = columns[f"{said['grain']}ly"]
    coverage = columns.get("coverage", {})
    edited = stated != _totals(counts, coverage.get("minutes", ()))
    return Document(
        **said,
        counts=_counted(counts),
        disclosures=tuple(map(Told, *columns.get("disclosures", {"": ()}).values())),
        coverage=tuple(map(Metered, *(coverage or {"": ()}).values())),
        remarks=(EDITED,) if edited else (),
    )


EDITED: Final = "Its totals are not those of its rows: they were added up anew."


def _counted(columns: Mapping[str, tuple[Any, ...]]) -> tuple[Count, ...]:
    """Return columns as counts; those that a kind does not have are as they are by default."""
    length = len(columns["period"])
    usual = Count._field_defaults
    full = [columns.get(name, (usual.get(name),) * length) for name in Count._fields]
    return tuple(map(_COUNT, zip(*full, strict=True)))


_COUNT: Final = partial(tuple.__new__, Count)
"""What `Count._make` does, for rows whose length is known: a fifth of the time of reading."""


def cells(document: Document) -> tuple[Cell, ...]:
    """Return the counts as cells, to be valued by any calendar as those of a ledger are.

    Each lies on the first day of its period. A week has one price, so worth by weeks is exact but
    for measured seconds, which are whole; the lens `platform` wants days and cannot be used.
    """
    days = {one: first_day(one).isoformat() for one in document.periods}
    return tuple(
        Cell(
            day=days[row.period],
            platform=row.platform,
            activity=row.activity,
            source=row.source,
            unit=row.unit,
            gestures=row.gestures,
            net=row.n,
            seconds=row.seconds * SECOND,
            timed=row.timed,
            acts=row.acts or row.gestures,
            posted=row.posted,
            finer=row.finer,
        )
        for row in document.counts
    )
