"""`labormeter import`: a platform's own export or a browser's recording; a preview before anything."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from labormeter import importing, report
from labormeter.cli import reading, restoring
from labormeter.cli.listing import format_option, show
from labormeter.cli.passphrase import passphrase_options, typed
from labormeter.ledger import file, imports, meeting
from labormeter.model import ACTIVITIES, SECOND

if TYPE_CHECKING:
    from collections.abc import Sequence

    from labormeter.archives.survey import Source, Survey
    from labormeter.cli.listing import Record
    from labormeter.home import Home
    from labormeter.ledger.imports import Import, Tally


@click.command("import")
@click.argument("files", nargs=-1, metavar="FILE...", type=click.Path(path_type=Path))
@click.option("--yes", is_flag=True, help="Import without asking.")
@click.option("--preview", is_flag=True, help="Only look; import nothing.")
@click.option("--list", "lists", is_flag=True, help="List the imports of this ledger.")
@click.option("--undo", "number", type=int, metavar="IMPORT", help="Undo an import as a whole.")
@passphrase_options
@format_option
@click.pass_obj
def import_(
    home: Home,
    /,
    *,
    files: tuple[Path, ...],
    yes: bool,
    preview: bool,
    lists: bool,
    number: int | None,
    form: str,
    **chosen: Any,  # noqa: ANN401 - of the passphrase
) -> None:
    """Import platforms' own data exports (zip or folder), recordings (HAR) and our own exports.

    Shows first what was found. Nothing is imported before a yes, and the same again changes nothing.
    """
    if sum((bool(files), lists, number is not None)) != 1:
        raise click.UsageError("Name the files to import, or give --list or --undo IMPORT.")
    if lists:
        _list(home, form)
    elif number is not None:
        _undo(home, number, yes=yes)
    else:
        _import(home, files, form, chosen, ask=not yes, preview=preview)


def _import(
    home: Home,
    files: Sequence[Path],
    form: str,
    chosen: dict[str, Any],
    *,
    ask: bool,
    preview: bool,
) -> None:
    def secret(path: Path) -> str | None:
        return typed(chosen, new=False) or restoring.asked(path)

    report = _progress if sys.stderr.isatty() else None
    with importing.opened(home, files, report, secret) as job:
        _clear()
        describe(job.survey, form)
        if preview:
            return
        if not job.survey.changes:
            click.echo("The ledger holds all of it already: nothing changes.", err=form != "table")
            return
        if ask:
            click.confirm("Import this?", abort=True, err=form != "table")
        number = job.bring(today=reading.today())
    click.echo(
        f"Imported {job.survey.new} acts. Undo it with `labormeter import --undo {number}`.",
        err=form != "table",
    )


def _progress(done: int, total: int) -> bool:
    click.echo(f"\rReading {done * 100 // max(1, total):3} %", nl=False, err=True)
    return True


def _clear() -> None:
    if sys.stderr.isatty():
        click.echo("\r" + " " * 20 + "\r", nl=False, err=True)


def describe(survey: Survey, form: str) -> None:
    """Print what an import would bring: sources, then acts by platform, activity and year."""
    if form == "table":
        for source in survey.sources:
            for line in sentences(source):
                click.echo(line)
    show([_record(one) for one in _ordered(survey.tallies)], form, columns=_COLUMNS)
    if form == "table":
        for line in remarks(survey):
            click.echo(line)


def sentences(source: Source) -> list[str]:
    """Return what is to be said of one source: its layout, and what is missing or passed over."""
    if source.trouble:
        return [f"{source.name} {source.trouble}."]
    layouts = f" Layout: {'; '.join(source.layouts)}." if source.layouts else ""
    files = f"{source.files} {'file' if source.files == 1 else 'files'} read"
    found = [f"{source.name}: {source.title}, {files}.{layouts}"]
    for passed in source.passed:
        kind = f" of {passed.what}" if passed.what else ""
        number = f"{passed.count} {'file' if passed.count == 1 else 'files'}"
        found.append(f"  Passed over: {number}{kind}: {passed.why}.")
    if source.missing:
        found.append(
            f"  Nothing of: {', '.join(source.missing)}. It may not have been asked for;"
            " that is unknown, not zero."
        )
    return found


def remarks(survey: Survey) -> list[str]:
    """Return what is to be said of all that was found together."""
    found = []
    if survey.undated:
        found.append(
            f"{survey.undated} have no date: they are shown apart, and stand in no day and no worth."
        )
    if near := survey.near:
        seconds = meeting.TOLERANCE // SECOND
        found.append(
            f"{near} are taken for acts that were metered, by their time alone (within {seconds} s):"
            " some of these may be others."
        )
    return found


def _ordered(tallies: Sequence[Tally]) -> list[Tally]:
    places = {activity: place for place, activity in enumerate(ACTIVITIES)}
    return sorted(tallies, key=lambda one: (one.platform, places.get(one.activity, 99), one.year))


_COLUMNS: Final = ("platform", "activity", "year", "found", "new", "same", "met", "near")


def _record(one: Tally) -> Record:
    return {
        "platform": one.platform,
        "activity": one.activity,
        "year": one.year or "undated",
        "found": one.found,
        "new": one.new,
        "same": one.same,
        "met": one.met,
        "near": one.near,
    }


def _list(home: Home, form: str) -> None:
    file.prepare(home, now=time.time_ns() // 1000)
    found = imports.listed(home)
    show([_listed(one) for one in found], form, columns=_LISTED if found else ())
    if form == "table" and not found:
        click.echo("Nothing was imported.")


_LISTED: Final = ("number", "when", "reader", "found", "added", "undated", "first_day", "last_day")


def _listed(one: Import) -> Record:
    return {
        "number": one.number,
        "when": report.moment(one.imported_at),
        "reader": one.reader,
        "found": one.found,
        "added": one.added,
        "undated": one.undated,
        "same": one.same,
        "met": one.met,
        "near": one.near,
        "first_day": one.first_day,
        "last_day": one.last_day,
        "left": one.left,
    }


def _undo(home: Home, number: int, *, yes: bool) -> None:
    file.prepare(home, now=time.time_ns() // 1000)
    found = imports.one(home, number)
    click.echo(f"Import {number} ({found.reader}) brought {found.left} acts that are still there.")
    if not yes:
        click.confirm("Take them out again?", abort=True)
    importing.take_back(home, number, today=reading.today())
    click.echo("Undone.")
