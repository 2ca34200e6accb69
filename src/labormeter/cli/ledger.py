"""`labormeter ledger`: what was done in units first, and what it is worth through one lens."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

import click

from labormeter import report
from labormeter.cli import coverage as coverage_verb
from labormeter.cli import reading
from labormeter.cli.listing import format_option, show
from labormeter.model import ACTIVITIES, SOURCES
from labormeter.valuation import tally
from labormeter.valuation.calendar import DAY
from labormeter.valuation.coverage import HOUR, coverage
from labormeter.valuation.currencies import POINT
from labormeter.valuation.money import MILLION, shown
from labormeter.valuation.worth import Worth

if TYPE_CHECKING:
    from collections.abc import Sequence

    from labormeter.home import Home
    from labormeter.model import Cell, Span
    from labormeter.report import Line, Row, Sheet, Total
    from labormeter.valuation.calendar import Calendar
    from labormeter.valuation.lens import Reading


STALE: Final = 548
"""Days after a review, a year and a half, from which rates are said to be old."""


@click.command()
@click.option(
    "--by",
    default="platform,activity",
    show_default=True,
    callback=reading.words(report.DIMENSIONS),
    help="platform, activity, finer, day, week, month, year, source, disclosure, weekday, hour;"
    " comma separated.",
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
    if _HOURS & set(by):
        cells = hours(home, by, chosen)
        rows = report.units(cells, by, practice=practice)
        show([units_record(row) for row in rows], form, columns=_columns(by))
        note_practice(cells, practice=practice)
        return
    if "disclosure" in by:
        cells = disclosed(home, chosen)
        rows = report.units(cells, by, practice=practice)
        show([units_record(row) for row in rows], form, columns=_columns(by))
        if form == "table":
            _told(home, report.units(cells, ("disclosure",), practice=practice), chosen, practice)
        return
    kept = reading.kept(home, chosen["since"], chosen["until"])
    cells = reading.chosen(kept.cells, chosen["platform"], chosen["activity"], chosen["source"])
    if bare:
        rows = report.units(cells, by, practice=practice)
        show([units_record(row) for row in rows], form, columns=_columns(by))
    else:
        calendar = reading.calendar(home, reading.reading(home, chosen))
        _show(report.sheet(cells, practice=practice), calendar, by, form)
        if form == "table":
            _empty(kept.cells, cells)
            _seen(kept.spans, reading.bounds(chosen["since"], chosen["until"]))
            _compared(home)
            _stale(calendar)
    note_practice(cells, practice=practice)


_HOURS: Final = frozenset({"weekday", "hour"})
_WITH_HOURS: Final = _HOURS | {"platform", "activity", "source"}


def hours(home: Home, by: Sequence[str], chosen: dict[str, Any]) -> list[Cell]:
    """Return the roll-ups by the hour of the week: units alone, of no single day.

    A usage error where they are to be grouped by what they do not have.
    """
    if wrong := [name for name in by if name not in _WITH_HOURS]:
        raise click.BadParameter(f"--by weekday and hour go without {', '.join(wrong)}.")
    cells = reading.hours(home, chosen["since"], chosen["until"])
    return reading.chosen(cells, chosen["platform"], chosen["activity"], chosen["source"])


def _empty(every: Sequence[Cell], cells: Sequence[Cell]) -> None:
    """Say what to do where there is nothing to show."""
    if all(report.practised(cell) for cell in every):
        click.echo(
            "Nothing was counted yet. Open the metered browser with `labormeter browse` while"
            " `labormeter meter` runs, add acts done elsewhere with `labormeter add`, or try it"
            " out with `labormeter practice`."
        )
    elif not cells:
        click.echo("Nothing of that kind was counted in that time.")


def disclosed(home: Home, chosen: dict[str, Any]) -> list[Cell]:
    """Return the roll-ups by what uploads disclosed, as `wanted` does those of acts."""
    cells = reading.disclosures(home, chosen["since"], chosen["until"])
    return reading.chosen(cells, chosen["platform"], chosen["activity"], chosen["source"])


_TOLD: Final = {
    "where": ("gps",),
    "when": ("datetime",),
    "with which device": ("camera_make", "camera_model"),
}
"""What is told -> the kinds that tell it; of several the one that more uploads told."""


def _told(home: Home, rows: Sequence[Row], chosen: dict[str, Any], practice: bool) -> None:  # noqa: FBT001 - a flag of the command line
    """Say how many of the uploads told where, when and with which device they were made."""
    kept = reading.kept(home, chosen["since"], chosen["until"]).cells
    cells = reading.chosen(kept, chosen["platform"], "upload", chosen["source"])
    uploads = sum(row.gestures for row in report.units(cells, ("activity",), practice=practice))
    if not uploads:
        return
    told = {row.key[0]: row.gestures for row in rows}
    said = ", ".join(
        f"{max(told.get(kind, 0) for kind in kinds)} {word}" for word, kinds in _TOLD.items()
    )
    click.echo(f"Of {uploads} {'upload' if uploads == 1 else 'uploads'}, so many told: {said}.")
    click.echo("An upload stands in a row for each kind that it let out; rows are not to be added.")


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


def _show(sheet: Sheet, calendar: Calendar, by: Sequence[str], form: str) -> None:
    how, lines = calendar.reading, report.valued(sheet, calendar, by)
    if form != "table":
        show([record(line, how) for line in lines], form)
        return
    if not lines:
        return
    columns = (*by, "unit", "gestures", "net", "low", "central", "high", "rates")
    show([_for_people(line, how) for line in lines], form, columns=columns)
    _footer(tally.total(report.valued(sheet, calendar, ("activity",))), how)
    if manual := sum(line.row.manual for line in lines if not line.row.unit):
        click.echo(f"{manual} of the gestures were added by hand.")


def _seen(spans: Sequence[Span], bounds: tuple[int | None, int | None]) -> None:
    """Say how much of the time was metered: beside every total stands what it cannot see."""
    found = coverage(spans, now=reading.now(), since=bounds[0], until=bounds[1])
    hours = found.metered / HOUR
    gaps = f" {found.gaps} gaps, {found.missing / HOUR:.1f} h together." if found.gaps else ""
    lost = f" {found.lost} acts are known to be lost." if found.lost else ""
    click.echo(f"Metered {hours:.1f} h.{gaps}{lost} What was not metered is not in these figures.")


def _compared(home: Home) -> None:
    """Say what share of the acts the meter saw where an archive tells, and what has no date."""
    whole = coverage_verb.shares(home, ())
    if whole:
        click.echo(coverage_verb.sentence(whole[0]))
    for line in coverage_verb.undated(home):
        click.echo(line)


def _stale(calendar: Calendar) -> None:
    """Say so where the rates were not reviewed for long."""
    reviewed = date.fromisoformat(calendar.books[-1][1].reviewed)
    if (date.fromisoformat(reading.today()) - reviewed).days > STALE:
        click.echo(f"These rates were last reviewed on {reviewed}: look for a newer version.")


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
