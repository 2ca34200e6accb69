"""`labormeter ledger`: what was done, in units first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from labormeter import report
from labormeter.cli.listing import Record, format_option, show
from labormeter.ledger import query

if TYPE_CHECKING:
    from collections.abc import Sequence

    from labormeter.home import Home
    from labormeter.model import Cell
    from labormeter.report import Row


def dimensions(_context: click.Context, _option: click.Parameter, text: str) -> tuple[str, ...]:
    """Return the dimensions of `--by`; a usage error names those that there are."""
    named = tuple(word.strip() for word in text.split(",") if word.strip())
    if wrong := [name for name in named if name not in report.DIMENSIONS]:
        known = ", ".join(report.DIMENSIONS)
        raise click.BadParameter(f"{', '.join(wrong)}: choose of {known}.")
    return named


@click.command()
@click.option(
    "--by",
    default="platform,activity",
    show_default=True,
    callback=dimensions,
    help="platform, activity, day, week, month, year, source; comma separated.",
)
@click.option("--since", metavar="DAY", help="First local day, as 2026-06-01.")
@click.option("--until", metavar="DAY", help="Last local day.")
@click.option("--practice", is_flag=True, help="Count the practice site as well.")
@format_option
@click.pass_obj
def ledger(
    home: Home,
    *,
    by: tuple[str, ...],
    since: str | None,
    until: str | None,
    practice: bool,
    form: str,
) -> None:
    """Count the acts by platform, activity and time."""
    with query.open(home) as kept:
        cells = list(kept.cells(since, until))
    rows = report.units(cells, by, practice=practice)
    show([record(row) for row in rows], form, columns=_columns(by))
    note_practice(cells, practice=practice)


def record(row: Row) -> Record:
    """Return what a row says in units."""
    return dict(zip(row.by, row.key, strict=True)) | {
        "unit": row.unit,
        "gestures": row.gestures,
        "net": row.net,
        "acts": row.acts,
        "seconds": row.seconds // 1_000_000,
        "manual": row.manual,
    }


def _columns(by: Sequence[str]) -> tuple[str, ...]:
    return (*by, "unit", "gestures", "net")


def note_practice(cells: Sequence[Cell], *, practice: bool) -> None:
    """Say on standard error how many acts of practice are left out."""
    left_out = sum(cell.acts for cell in cells if report.practised(cell))
    if left_out and not practice:
        click.echo(f"{left_out} acts of practice are left out; --practice shows them.", err=True)
