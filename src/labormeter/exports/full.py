"""The full personal export: a Data Package in a zip, which reads back to the same acts.

    datapackage.json   what is in it: columns, meanings, versions; every name below stands there
    acts.csv           every act of the days chosen, practice marked as such
    links.csv          which post uses which upload
    weekly.csv         acts added up by week: the table that rooms and studies have as well
    disclosures.csv    uploads by the kind of metadata that they let out
    coverage.csv       minutes and days metered, by week
    shifts.csv         when metering ran, was paused or private
    gaps.csv           when it was meant to run and did not
    undated.csv        acts without a date
    returned.csv       what files still let out as platforms returned them
    confirmed.csv      which metered acts archives told of as well
    reaches.csv        how far archives reached
    imports.csv        the imports that there were
    visits.csv         pages and captchas of platforms, by day
    rates.csv          the rates that the figures of these days rest on, with their sources
    method.md          how acts are counted and valued, English and French
    schema.json        JSON Schema of datapackage.json

Nothing is copied and struck out: each table is made of its own columns alone.
"""

from __future__ import annotations

import json
import zipfile
from typing import IO, TYPE_CHECKING, Any, Final

from labormeter import __version__, report
from labormeter.exports import asides, sheets
from labormeter.exports.build import Wanted, build, spanned
from labormeter.exports.document import about, rows
from labormeter.exports.form import PROFILE, tables
from labormeter.model import SOURCES
from labormeter.statement.method import METHOD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from labormeter.exports.choice import Choice
    from labormeter.exports.document import Document
    from labormeter.exports.gather import Gathered
    from labormeter.exports.sheets import Sheet
    from labormeter.ledger.dump import Dump
    from labormeter.valuation.calendar import Calendar
    from labormeter.valuation.rate import Rate

DESCRIPTOR: Final = "datapackage.json"
SCHEMA: Final = "schema.json"
METHODS: Final = "method.md"


def contents(
    gathered: Gathered, state: Dump, choice: Choice, calendar: Calendar, *, today: str
) -> tuple[Document, tuple[Sheet, ...]]:
    """Return the document of weeks and every table of the export, rows made when asked for."""
    made = weekly(gathered, choice, calendar, today=today)
    return made, (
        sheets.acts(state, choice),
        sheets.links(state, choice),
        *(
            sheets.of_rows(name, tables("full", "week")[name], data)
            for name, data in rows(made).items()
        ),
        sheets.spans(gathered.spans, frozenset({"shift", "private", "pause"}), "shifts"),
        sheets.spans(gathered.spans, frozenset({"gap"}), "gaps"),
        *asides.asides(state, choice),
        sheets.rates(used(gathered, calendar)),
    )


def weekly(gathered: Gathered, choice: Choice, calendar: Calendar, *, today: str) -> Document:
    """Return the weeks of what was gathered as a document of one's own."""
    days = [cell.day for cell in gathered.cells]
    usual = (min(days, default=today), max([*days, *_ran(gathered)], default=today))
    first, last = spanned(choice.since, choice.until, usual)
    book = calendar.books[-1][1]
    return build(
        "full",
        gathered.cells,
        Wanted(
            first=first,
            last=last,
            sources=frozenset(SOURCES),
            practice=True,
        ),
        disclosures=gathered.disclosures,
        minutes=gathered.minutes,
        said={"book": f"{book.version} {book.hash}"},
    )


def _ran(gathered: Gathered) -> list[str]:
    return [day for day, _ in gathered.minutes[-1:]]


def used(gathered: Gathered, calendar: Calendar) -> list[Rate]:
    """Return the rates that the figures of these cells rest on, by id."""
    sheet = report.sheet(gathered.cells)
    lines = report.groupings(sheet, calendar, (("platform", "activity"),))
    named = {_id(reference) for line in lines["platform", "activity"] for reference in line.rates}
    known: dict[str, Rate] = {}
    for _, book in calendar.books:
        known |= book.rates
    return [known[one] for one in sorted(named & set(known))]


def _id(reference: str) -> str:
    """Return the id of the rate that `CA-10*0.5` or `RP-02.high` refers to."""
    return reference.partition("*")[0].partition(".")[0]


def write(out: IO[bytes], document: Document, tables: Iterable[Sheet], choice: Choice) -> None:
    """Write the zip. Packing is light: what is written is mostly ids, and time counts."""
    listed = tuple(tables)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for name, text in (
            (DESCRIPTOR, _text(descriptor(document, listed, choice))),
            (SCHEMA, _text(schema(listed))),
            (METHODS, method()),
        ):
            _add(package, name, [text.encode()])
        for sheet in listed:
            _add(package, f"{sheet.name}.csv", sheet.pieces())


def _add(package: zipfile.ZipFile, name: str, pieces: Iterable[bytes]) -> None:
    """Add a member; by its name alone it bears no date, for when is nobody's business."""
    with package.open(name, "w", force_zip64=True) as file:
        for piece in pieces:
            file.write(piece)


def descriptor(document: Document, tables: Iterable[Sheet], choice: Choice) -> dict[str, Any]:
    """Return what `datapackage.json` says."""
    chosen = {
        "since": choice.since or "",
        "until": choice.until or "",
        "platforms": list(choice.platforms),
        "hashes": choice.hashes,
    }
    return {
        "$schema": f"{PROFILE}/datapackage.json",
        "name": "labormeter-full",
        "title": f"A ledger of labormeter {__version__}",
        "labormeter": about(document) | {"chosen": chosen},
        "resources": [*map(_resource, tables), _method()],
    }


def _resource(sheet: Sheet) -> dict[str, Any]:
    return {
        "$schema": f"{PROFILE}/dataresource.json",
        "name": sheet.name,
        "type": "table",
        "path": f"{sheet.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": sheet.table.descriptor(told=True),
    }


def _method() -> dict[str, Any]:
    return {
        "$schema": f"{PROFILE}/dataresource.json",
        "name": "method",
        "path": METHODS,
        "format": "md",
        "mediatype": "text/markdown",
        "encoding": "utf-8",
    }


def schema(tables: Iterable[Sheet]) -> dict[str, Any]:
    """Return the JSON Schema of the descriptor: each table exactly as it is written."""
    resources = [*({"const": _resource(sheet)} for sheet in tables), {"const": _method()}]
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "labormeter full export 1.0",
        "type": "object",
        "required": ["$schema", "name", "labormeter", "resources"],
        "properties": {
            "$schema": {"const": f"{PROFILE}/datapackage.json"},
            "name": {"const": "labormeter-full"},
            "labormeter": {
                "type": "object",
                "required": ["kind", "version", "grain", "first", "last", "totals"],
                "properties": {"kind": {"const": "full"}, "grain": {"const": "week"}},
            },
            "resources": {"type": "array", "items": resources, "additionalItems": False},
        },
    }


def method() -> str:
    """Return how acts are counted and valued, in both languages."""
    return "\n".join(_paragraphs()) + "\n"


def _paragraphs() -> Iterator[str]:
    for paragraphs in METHOD.values():
        yield "# labormeter\n"
        for head, text in paragraphs:
            yield f"**{head}** {text}\n"


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
