"""The sheets of an export: name, columns and rows, each made once for file and preview alike.

A sheet's lines are made when they are asked for. A file takes all of them and a preview the first
few, of the same: what is shown is what is written.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from labormeter.exports import build
from labormeter.exports.commas import commas
from labormeter.exports.form import counts_of
from labormeter.exports.tables import (
    ACTIVITY,
    DAY,
    OWN_PLATFORM,
    OWN_UNIT,
    SOURCE,
    WORD,
    Field,
    Table,
    number,
    period,
    text,
)
from labormeter.ledger import dump

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from labormeter.exports.choice import Choice, Grain
    from labormeter.ledger.dump import Dump
    from labormeter.model import Cell, Span
    from labormeter.valuation.rate import Rate

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One table of an export."""

    name: str
    table: Table
    lines: Callable[[], Iterator[bytes]]
    """Makes the CSV that follows the head, in pieces that end with a line."""
    total: Callable[[], int]
    """Counts its rows."""

    @property
    def head(self) -> bytes:
        """Return the first line."""
        return commas([self.table.names]).encode()

    def pieces(self) -> Iterator[bytes]:
        """Yield the whole as CSV."""
        yield self.head
        yield from self.lines()

    def first(self, most: int) -> list[str]:
        """Return the first lines after the head, as they are written.

        A row of rates may hold lines: those are not parted.
        """
        found: list[str] = []
        for piece in self.lines():
            found += piece.decode().split("\n")[:-1]
            if len(found) >= most:
                break
        return found[:most]


def of_rows(name: str, table: Table, rows: Iterable[Sequence[object]]) -> Sheet:
    """Return a sheet of rows that are at hand. Raises ValueError for one outside its table."""
    kept = [list(row) for row in rows]
    columns = table.columns(kept)
    wrong = ["a row of another length"] if columns is None else table.faults(columns)
    if wrong:
        raise ValueError(f"{name} is outside its table: {'; '.join(wrong)}")
    return Sheet(name=name, table=table, lines=lambda: _batched(kept), total=lambda: len(kept))


def _batched(rows: Sequence[Sequence[object]]) -> Iterator[bytes]:
    for batch in itertools.batched(rows, dump.BATCH):
        yield commas(batch).encode()


def acts(state: Dump, choice: Choice) -> Sheet:
    """Return the acts one by one, as the ledger's state holds them."""
    marks = choice.marks()
    hashes = (ACTOR, TARGET, MADE) if marks else ()
    return Sheet(
        name="acts",
        table=Table((*ACTS.fields, *hashes), ACTS.key),
        lines=lambda: state.acts("csv", choice.part, marks=marks),
        total=lambda: state.count(choice.part),
    )


def links(state: Dump, choice: Choice) -> Sheet:
    """Return which act uses which upload."""
    return Sheet(
        name="links",
        table=LINKS,
        lines=lambda: state.links(choice.part),
        total=lambda: sum(piece.count(b"\n") for piece in state.links(choice.part)),
    )


def counts(cells: Sequence[Cell], grain: Grain) -> Sheet:
    """Return acts added up by day, week or month, platform, activity and source."""
    table = counts_of("full", (period(grain), OWN_PLATFORM, ACTIVITY)) if grain != "act" else ACTS
    rows = build.counted("full", cells, grain)
    names = table.names
    places = [rows[0]._fields.index(name) for name in names] if rows else []
    name = "daily" if grain == "day" else f"{grain}ly"
    return of_rows(name, table, [[row[place] for place in places] for row in rows])


def spans(found: Iterable[Span], kinds: frozenset[str], name: str) -> Sheet:
    """Return stretches of metering, or gaps; one that goes on has no end."""
    rows = [
        (span.kind, iso(span.started_at), iso(span.ended_at), _word(span), span.late, span.lost)
        for span in found
        if span.kind in kinds
    ]
    return of_rows(name, SPANS, rows)


def _word(span: Span) -> str:
    """Return why, as long as that is one of our own words."""
    return span.reason if re.fullmatch(_REASON, span.reason) else ""


def iso(at: int | None) -> str:
    """Return a moment as ISO 8601 in UTC, to the microsecond; nothing for none."""
    if at is None:
        return ""
    moment = _EPOCH + timedelta(microseconds=at)
    return moment.isoformat(timespec="microseconds").replace("+00:00", "Z")


def rates(found: Iterable[Rate]) -> Sheet:
    """Return rates with their sources, amounts as exact decimals."""
    rows = [[_shown(getattr(rate, name)) for name in _RATE] for rate in found]
    return of_rows("rates", RATES, rows)


def _shown(value: Any) -> str:  # noqa: ANN401 - a field of a rate
    if isinstance(value, str):
        return value
    top, bottom = value.as_integer_ratio()
    exact = f"{top / bottom:.12f}".rstrip("0").rstrip(".")
    return exact or "0"


HEX: Final = r"^[0-9a-f]{32}$"
MAYBE: Final = r"^([0-9a-f]{32})?$"
MOMENT: Final = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}[.][0-9]{6}Z$"
_REASON: Final = r"^[a-z-]{0,40}$"
_ANY: Final = r"^[^\x00]*$"


def moment(name: str, about: str, *, optional: bool = False) -> Field:
    """Return a column of moments of UTC, to the microsecond."""
    return Field(
        name=name,
        about=about,
        pattern=f"^$|{MOMENT}" if optional else MOMENT,
        typed="datetime",
        format="%Y-%m-%dT%H:%M:%S.%fZ",
        optional=optional,
    )


ACTOR, TARGET, MADE = (
    text(name, f"{about}: a hash under a key of this export alone.", pattern=MAYBE)
    for name, about in (
        ("actor", "Which of one's accounts"),
        ("target", "What it was done to"),
        ("made", "What it created"),
    )
)
ACTS: Final = Table(
    (
        text("id", "The same act has the same id, for ever.", pattern=HEX),
        moment("occurred_at", "When, in UTC."),
        Field(name="day", about="Local date.", pattern=DAY, typed="date"),
        OWN_PLATFORM,
        ACTIVITY,
        text("finer", "A finer word, where the price differs.", pattern=WORD),
        text("effect", "Done or undone.", "do", "undo"),
        number("quantity", "1, solves of a captcha, points, or millionths of money."),
        OWN_UNIT,
        number("net", "What it adds to the net count.", least=None),
        Field(name="rounds", about="Rounds of a captcha.", least=0, optional=True),
        Field(name="tiles", about="Pictures of a captcha.", least=0, optional=True),
        Field(name="seconds", about="Measured.", least=0, optional=True, typed="number"),
        SOURCE,
        text("rule", "Which rule counted it.", pattern=r"^[A-Za-z0-9:._-]{1,100}$"),
        text("pack", "Version of the rules.", pattern=r"^[A-Za-z0-9._-]{0,40}$"),
        text("flags", "Words, parted by spaces.", pattern=r"^[a-z -]*$"),
        text("disclosures", "Kinds of metadata; `?`: in part.", pattern=r"^[a-z_? ]*$"),
    ),
    ("id",),
)
LINKS: Final = Table(
    (
        text("act", "A post.", pattern=HEX),
        text("upload", "An upload that it uses.", pattern=HEX),
    ),
    ("act", "upload"),
)
SPANS: Final = Table(
    (
        text("kind", "What it was.", "shift", "private", "pause", "gap"),
        moment("started_at", "In UTC."),
        moment("ended_at", "Empty while it lasts.", optional=True),
        text("reason", "Of a gap.", pattern=_REASON),
        number("late", "Acts kept after their answer had gone."),
        number("lost", "Acts that could not be kept."),
    ),
    (),
)
_RATE: Final = (
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
)
RATES: Final = Table(
    tuple(text(name, "As in the book of rates.", pattern=_ANY) for name in _RATE), ("id",)
)
