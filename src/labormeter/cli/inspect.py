"""`labormeter inspect`: what a file would disclose if it were uploaded as it is."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from labormeter.cli.listing import as_csv, format_option
from labormeter.errors import KnownError
from labormeter.metadata import disclosures, facts
from labormeter.metadata.file import window
from labormeter.metadata.kinds import grouped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from labormeter.metadata import Fact
    from labormeter.model import Window

type Read = Sequence[tuple[Path, Window]]

_SHOWN = 4
"""Values of one kind that a table shows."""
_WIDEST = 76


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--values/--no-values",
    "values",
    default=None,
    help="Show the values too, in the table. On a screen they are shown, elsewhere not.",
)
@format_option
def inspect(files: tuple[Path, ...], *, values: bool | None, form: str) -> None:
    """Say what FILES would disclose if they were uploaded as they are.

    Only what the meter would see is read: the beginning and the end of each file. Nothing of it
    is kept.
    """
    read, faults = _read(files)
    shown = sys.stdout.isatty() if values is None else values
    for line in _WRITERS[form](read) if form in _WRITERS else _table(read, values=shown):
        click.echo(line)
    if faults:
        many = "One file was" if len(faults) == 1 else f"{len(faults)} files were"
        raise KnownError(f"{many} not read: {'; '.join(faults)}.", "Name files that you may read.")


def _read(files: Sequence[Path]) -> tuple[list[tuple[Path, Window]], list[str]]:
    """Return the windows of files, and in words those that cannot be read."""
    read, faults = [], []
    for file in files:
        try:
            read.append((file, window(file)))
        except (OSError, ValueError) as error:
            reason = error.strerror if isinstance(error, OSError) else None
            faults.append(f"{file} ({reason or 'not a file'})")
    return read, faults


def _json(read: Read) -> Iterator[str]:
    yield json.dumps([_record(file, held) for file, held in read], ensure_ascii=False, indent=2)


def _lines(read: Read) -> Iterator[str]:
    for file, held in read:
        yield json.dumps(_record(file, held), ensure_ascii=False)


def _csv(read: Read) -> Iterator[str]:
    rows = [
        {"file": str(file), "kind": found.kind, "sure": found.sure}
        for file, held in read
        for found in disclosures(held)
    ]
    yield as_csv(rows, ("file", "kind", "sure")).rstrip("\n")


def _record(file: Path, held: Window) -> dict[str, object]:
    return {"file": str(file), "disclosures": [asdict(found) for found in disclosures(held)]}


_WRITERS = {"json": _json, "jsonl": _lines, "csv": _csv}


def _table(read: Read, *, values: bool) -> Iterator[str]:
    for number, (file, held) in enumerate(read):
        if number:
            yield ""
        yield from _paragraph(file, held, values=values)


def _paragraph(file: Path, held: Window, *, values: bool) -> Iterator[str]:
    """Yield what one file tells, a group at a time."""
    found = grouped(facts(held))
    yield click.style(str(file), bold=True)
    if not found:
        yield "  discloses nothing that this program can read"
    for group, told in found.items():
        for number, (kind, same) in enumerate(told.items()):
            head = group if number == 0 else ""
            yield f"  {head:14}{kind.means}{_unsure(same)}"
            yield from _values(same) if values else ()


def _unsure(same: Sequence[Fact]) -> str:
    seen = any(fact.sure == "seen" for fact in same)
    return "" if seen else "  (announced, in a part that is not read)"


def _values(same: Sequence[Fact]) -> Iterator[str]:
    """Yield the values of a kind, each once and the first few."""
    said = dict.fromkeys(f"{fact.tag}: {fact.value}" for fact in same if fact.value)
    for text in list(said)[:_SHOWN]:
        yield click.style(f"{'':18}{text[:_WIDEST]}", dim=True)
    if len(said) > _SHOWN:
        yield f"{'':18}and {len(said) - _SHOWN} more"
