"""How a verb lists: a table for people, JSON, JSON lines or CSV for programs."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Final

import click

from labormeter.exports.commas import commas, safe

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

type Value = str | int | float | bool | Sequence[str] | None
type Record = Mapping[str, Value]

FORMATS: Final = ("table", "json", "jsonl", "csv")

format_option = click.option(
    "--format", "form", type=click.Choice(FORMATS), default="table", show_default=True
)
"""The option that every verb that lists takes."""


def show(records: Sequence[Record], form: str, *, columns: Sequence[str] = ()) -> None:
    """Print records in a format. A table shows only `columns`, where these are named."""
    match form:
        case "json":
            click.echo(json.dumps(list(records), ensure_ascii=False, indent=2, default=list))
        case "jsonl":
            for record in records:
                click.echo(json.dumps(record, ensure_ascii=False, default=list))
        case "csv":
            click.echo(as_csv(records, columns), nl=False)
        case _:
            _table(records, columns or tuple(records[0] if records else ()))


def as_csv(records: Sequence[Record], columns: Sequence[str] = ()) -> str:
    """Return records as CSV with a header; a text that a spreadsheet would run is quoted by `'`."""
    names = list(records[0]) if records else list(columns)
    return commas([names, *([_cell(record.get(name)) for name in names] for record in records)])


def _cell(value: Value) -> object:
    return safe(value if isinstance(value, str | int | float | None) else " ".join(value))


def _plain(value: Value) -> str:
    """Return a value for people: no spreadsheet will run it."""
    match value:
        case str():
            return value
        case float():
            return f"{value:.12g}"
        case None | bool() | int():
            return str(_cell(value))
        case _:
            return " ".join(value)


def _table(records: Sequence[Record], columns: Sequence[str]) -> None:
    from rich.console import Console  # noqa: PLC0415 - half of the start of a verb that needs none
    from rich.table import Table  # noqa: PLC0415

    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in columns:
        numbers = any(isinstance(record.get(name), int | float) for record in records)
        table.add_column(name.replace("_", " "), justify="right" if numbers else "left")
    for record in records:
        table.add_row(*(_plain(record.get(name)) for name in columns))
    width = None if sys.stdout.isatty() else 400
    Console(width=width, markup=False, highlight=False, emoji=False).print(table)
