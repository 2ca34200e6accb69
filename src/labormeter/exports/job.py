r"""One export: what was chosen of which home, to be looked at and to be written.

home, form, choice --Job--> preview: the first rows of every table
                        \\-> write: the file, of the same rows
"""

from __future__ import annotations

import csv
import io
import json
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Final

from labormeter import report
from labormeter.errors import KnownError
from labormeter.exports import document, full, qr, seal, sheets
from labormeter.exports.card import Seat, card, weeks
from labormeter.exports.form import tables
from labormeter.exports.gather import gathered
from labormeter.exports.handle import draw
from labormeter.exports.journal import journal
from labormeter.exports.parquet import parquet
from labormeter.exports.place import spare, whole
from labormeter.exports.registry import FORMS, JOURNALS
from labormeter.ledger import file
from labormeter.ledger.backup import backup
from labormeter.ledger.dump import ACT, HASHES, Part, dump

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from labormeter.exports.choice import Choice
    from labormeter.exports.gather import Gathered
    from labormeter.exports.journal import Figure
    from labormeter.exports.registry import Form
    from labormeter.exports.sheets import Sheet
    from labormeter.home import Home
    from labormeter.ledger.dump import Dump
    from labormeter.valuation.calendar import Calendar

FEW: Final = 20
"""Rows of each table that a preview shows, where nothing else is asked for."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a preview shows of one table: texts as they are in the file."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    total: int
    """Rows that the table has in all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """An export of one home."""

    home: Home
    form: Form
    choice: Choice
    calendar: Calendar
    now: int
    today: str
    figure: Figure = "central"
    seat: Seat | None = None
    """Of a card."""

    def preview(self, few: int = FEW) -> tuple[Shown, ...]:
        """Return the first rows of every table that the file will hold."""
        match self.form.name:
            case "sqlite":
                return self._tables(few)
            case "hledger" | "beancount":
                lines = self._journal().splitlines()
                rows = tuple((line,) for line in lines[:few])
                return (Shown(self.form.name, ("line",), rows, len(lines)),)
            case "jsonl":
                return self._lines(few)
            case _:
                with self._sheets() as found:
                    return tuple(_shown(sheet, few) for sheet in found)

    def code(self) -> bytes | None:
        """Return a card's code as PNG, None where there is none, or it is too large for one."""
        if self.form.name != "card":
            return None
        data = document.write(self.document())
        return qr.drawn(data, "png", 2) if qr.packed(data) is not None else None

    def write(self, path: Path, passphrase: str | None = None) -> None:
        """Write the file, whole or not at all. Raises KnownError."""
        if passphrase is not None:
            self._sealed(path, passphrase)
        elif self.form.name == "sqlite":
            with spare(path) as part:
                backup(self.home, part)
        elif self.form.name == "card" and path.suffix.lower() in {".svg", ".png"}:
            picture = qr.drawn(document.write(self.document()), path.suffix[1:].lower())
            with whole(path) as out:
                out.write(picture)
        else:
            with whole(path) as out:
                self.stream(out)

    def _sealed(self, path: Path, passphrase: str) -> None:
        if self.form.name == "sqlite":
            raise KnownError(
                "A backup is not sealed here: it must be a file that SQLite opens.",
                "Choose another format, or seal it with age.",
            )
        inside = io.BytesIO()
        self.stream(inside)
        with whole(path) as out:
            out.write(seal.sealed(inside.getvalue(), passphrase))

    def stream(self, out: IO[bytes]) -> None:
        """Write what the file holds; of every form but a backup."""
        match self.form.name:
            case "full":
                with self._state() as state:
                    made, listed = full.contents(
                        self._gathered(), state, self.choice, self.calendar, today=self.today
                    )
                    full.write(out, made, listed, self.choice)
            case "json" | "card":
                out.write(document.write(self.document()))
            case "jsonl":
                for piece in self._json_lines():
                    out.write(piece)
            case "hledger" | "beancount":
                out.write(self._journal().encode())
            case "parquet":
                with self._sheets() as (sheet,):
                    parquet(out, sheet)
            case _:
                with self._sheets() as (sheet,):
                    for piece in sheet.pieces():
                        out.write(piece)

    @contextmanager
    def _state(self) -> Iterator[Dump]:
        file.prepare(self.home, now=self.now)
        with dump(self.home) as state:
            yield state

    def _gathered(self) -> Gathered:
        by_week = self.form.name in {"full", "json"} or self.choice.grain == "week"
        return gathered(self.home, self.choice.part, now=self.now, weekly=by_week)

    @contextmanager
    def _sheets(self) -> Iterator[tuple[Sheet, ...]]:
        """Give the tables of the file."""
        if self.form.name == "full":
            with self._state() as state:
                yield full.contents(
                    self._gathered(), state, self.choice, self.calendar, today=self.today
                )[1]
        elif self.form.name in {"json", "card"}:
            made = self.document()
            named = tables(made.kind, made.grain)
            yield tuple(
                sheets.of_rows(name, named[name], rows)
                for name, rows in document.rows(made).items()
            )
        elif self.choice.grain == "act":
            with self._state() as state:
                yield (sheets.acts(state, self.choice),)
        else:
            yield (sheets.counts(self._gathered().cells, self.choice.grain),)

    def document(self) -> document.Document:
        """Return the document of weeks: one's own, or a card. Raises KnownError."""
        if self.form.name != "card":
            return full.weekly(self._gathered(), self.choice, self.calendar, today=self.today)
        first, last = weeks(self.today, self.choice.since, self.choice.until)
        # Weeks are whole on a card: a day chosen stands for its week.
        every = gathered(self.home, Part(practice=self.choice.practice), now=self.now, weekly=True)
        return card(
            every,
            self.seat or Seat(handle=draw()),
            first=first,
            last=last,
            platforms=self.choice.platforms,
            practice=self.choice.practice,
        )

    def _json_lines(self) -> Iterator[bytes]:
        if self.choice.grain == "act":
            with self._state() as state:
                yield from state.acts("jsonl", self.choice.part, marks=self.choice.marks())
            return
        sheet = sheets.counts(self._gathered().cells, self.choice.grain)
        numbers = {field.name for field in sheet.table.fields if field.number}
        for row in csv.DictReader(_text(sheet.pieces())):
            said = {name: int(one) if name in numbers else one for name, one in row.items()}
            yield (json.dumps(said) + "\n").encode()

    def _journal(self) -> str:
        sheet = report.sheet(self._gathered().cells, practice=self.choice.practice)
        valued = report.entries(sheet, self.calendar)
        return JOURNALS[self.form.name](journal(valued, self.calendar, self.figure))

    def _lines(self, few: int) -> tuple[Shown, ...]:
        """Show JSON lines by their keys, values as they are written."""
        columns: tuple[str, ...] = (*ACT, *HASHES) if self.choice.hashes != "none" else ACT
        rows: list[dict[str, object]] = []
        total = 0
        for piece in self._json_lines():
            total += piece.count(b"\n")
            if len(rows) < few:
                rows += [json.loads(line) for line in piece.splitlines()[: few - len(rows)]]
        columns = tuple(rows[0]) if rows else columns
        shown = tuple(tuple(json.dumps(row[name]) for name in columns) for row in rows)
        return (Shown("lines", columns, shown, total),)

    def _tables(self, few: int) -> tuple[Shown, ...]:
        """Show the acts of a backup: the ledger as it is, its hashes too."""
        with self._state() as state:
            sheet = sheets.acts(state, self.choice)
            return (_shown(sheet, few),)


def _shown(sheet: Sheet, few: int) -> Shown:
    found = csv.reader(io.StringIO("\n".join(sheet.first(few)), newline=""))
    rows = tuple(tuple(row) for row in found)
    return Shown(sheet.name, tuple(sheet.table.names), rows, sheet.total())


def _text(pieces: Iterator[bytes]) -> Iterator[str]:
    for piece in pieces:
        yield from piece.decode().splitlines(keepends=True)


def named(form: str) -> Form:
    """Return a form by its name. Raises KeyError."""
    return FORMS[form]


def offered(form: Form, folder: Path, today: str, *, locked: bool = False) -> Path:
    """Return the path that an export is offered to be written to."""
    return folder / f"labormeter-{today}{form.suffix}{seal.SUFFIX if locked else ''}"
