"""`labormeter ledger`: what was done in units first, and what it is worth through one lens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from labormeter import report
from labormeter.cli import reading
from labormeter.cli.listing import format_option, show
from labormeter.model import ACTIVITIES, SOURCES
from labormeter.valuation.calendar import DAY
from labormeter.valuation.currencies import POINT
from labormeter.valuation.money import MILLION, shown
from labormeter.valuation.worth import Worth

if TYPE_CHECKING:
    from collections.abc import Sequence

    from labormeter.home import Home
    from labormeter.model import Cell
    from labormeter.report import Line, Row, Total
    from labormeter.valuation.calendar import Calendar
    from labormeter.valuation.lens import Reading
    from labormeter.valuation.worth import Entry


def dimensions(_context: click.Context, _option: click.Parameter, text: str) -> tuple[str, ...]:
    """Return the dimensions of `--by`; a usage error names those that there are."""
    named = tuple(dict.fromkeys(word.strip() for word in text.split(",") if word.strip()))
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
    help="platform, activity, day, week, month, year, source, disclosure; comma separated.",
)
@click.option("--since", metavar="DAY", callback=reading.day, help="First local day.")
@click.option("--until", metavar="DAY", callback=reading.day, help="Last local day.")
@click.option("--platform", help="Only this platform.")
@click.option("--activity", type=click.Choice(ACTIVITIES), help="Only this activity.")
@click.option("--source", type=click.Choice(SOURCES), help="Only what came from there.")
@click.option("--practice", is_flag=True, help="Count the practice site as well.")
@click.option("--units", "bare", is_flag=True, help="Units alone, without money.")
@reading.reading_options
@format_option
@click.pass_obj
def ledger(home: Home, /, *, by: tuple[str, ...], bare: bool, form: str, **chosen: Any) -> None:  # noqa: ANN401 - click's options
    """Count the acts by platform, activity and time, and say what they are worth."""
    practice = chosen["practice"] or "practice" in {chosen["platform"], chosen["source"]}
    if "disclosure" in by:
        cells = disclosed(home, chosen)
        rows = report.units(cells, by, practice=practice)
        show([units_record(row) for row in rows], form, columns=_columns(by))
        return
    cells = wanted(home, chosen)
    if bare:
        rows = report.units(cells, by, practice=practice)
        show([units_record(row) for row in rows], form, columns=_columns(by))
    else:
        calendar = reading.calendar(home, reading.reading(home, chosen))
        _show(report.entries(report.sheet(cells, practice=practice), calendar), calendar, by, form)
    note_practice(cells, practice=practice)


def wanted(home: Home, chosen: dict[str, Any]) -> list[Cell]:
    """Return the cells of the days, platform, activity and source that the options name."""
    cells = reading.kept(home, chosen["since"], chosen["until"]).cells
    return reading.chosen(cells, chosen["platform"], chosen["activity"], chosen["source"])


def disclosed(home: Home, chosen: dict[str, Any]) -> list[Cell]:
    """Return the roll-ups by what uploads disclosed, as `wanted` does those of acts."""
    cells = reading.disclosures(home, chosen["since"], chosen["until"])
    return reading.chosen(cells, chosen["platform"], chosen["activity"], chosen["source"])


def units_record(row: Row) -> dict[str, Any]:
    """Return what a row says in units; seconds are those measured."""
    return dict(zip(row.by, row.key, strict=True)) | {
        "unit": row.unit,
        "gestures": row.gestures,
        "net": row.net,
        "acts": row.acts,
        "seconds": row.seconds / MILLION,
        "manual": row.manual,
    }


def record(line: Line, how: Reading) -> dict[str, Any]:
    """Return what a line says for programs: money in units of the currency, exact to a millionth."""
    worth = line.worth
    return units_record(line.row) | {
        "lens": how.lens,
        "currency": how.currency,
        "low": None if worth is None else worth.low / MILLION,
        "central": None if worth is None else worth.central / MILLION,
        "high": None if worth is None else worth.high / MILLION,
        "unpriced": line.unpriced,
        "why_unpriced": [reason for reason, _ in line.reasons],
        "measured_percent": line.measured if how.lens == "time" else None,
        "rates": list(line.rates),
    }


def _show(
    valued: Sequence[tuple[Cell, Entry]], calendar: Calendar, by: Sequence[str], form: str
) -> None:
    how, lines = calendar.reading, report.lines(valued, by)
    if form != "table":
        show([record(line, how) for line in lines], form)
        return
    columns = (*by, "unit", "gestures", "net", "low", "central", "high", "rates")
    show([_for_people(line, how) for line in lines], form, columns=columns)
    _footer(report.total(valued), how)
    if manual := sum(line.row.manual for line in lines if not line.row.unit):
        click.echo(f"{manual} of the gestures were added by hand.")


def _for_people(line: Line, how: Reading) -> dict[str, Any]:
    row, worth = line.row, line.worth
    texts: dict[str, Any] = {
        name: shown(getattr(worth, name)) if worth else "no price" for name in _MONEY
    }
    if row.unit not in {"", DAY, POINT}:
        texts |= {"gestures": shown(row.gestures), "net": shown(row.net)}
    return record(line, how) | texts | {"rates": " ".join(line.rates)}


def _footer(total: Total, how: Reading) -> None:
    money = "deflated" if how.deflated and how.lens != "time" else "nominal"
    click.echo(f"\nAt least {_range(total.acts, how)}; lens {how.lens}, {money}.")
    if total.received != Worth():
        click.echo(f"Received {_range(total.received, how)}; left {_range(total.owed, how)}.")
    for reason, number in total.unpriced:
        click.echo(f"{number} without a price: {reason}")


def _range(worth: Worth, how: Reading) -> str:
    low, central, high = (shown(one) for one in (worth.low, worth.central, worth.high))
    return f"{central} {how.currency} ({low} to {high})"


_MONEY = ("low", "central", "high")


def _columns(by: Sequence[str]) -> tuple[str, ...]:
    return (*by, "unit", "gestures", "net")


def note_practice(cells: Sequence[Cell], *, practice: bool) -> None:
    """Say on standard error how many acts of practice are left out."""
    left_out = sum(cell.acts for cell in cells if report.practised(cell))
    if left_out and not practice:
        click.echo(f"{left_out} acts of practice are left out; --practice shows them.", err=True)
