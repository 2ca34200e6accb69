"""`labormeter practice`: try everything on a site of our own, and see that the counts agree."""

from __future__ import annotations

import time
from contextlib import ExitStack
from typing import TYPE_CHECKING, Final

import click

from labormeter import settings
from labormeter.browser import find, launch, metering, screen
from labormeter.browser.ready import ready
from labormeter.cli import stopping
from labormeter.cli.browse import wait
from labormeter.cli.listing import format_option, show
from labormeter.practice import shift, site

if TYPE_CHECKING:
    from labormeter.cli.listing import Record
    from labormeter.home import Home
    from labormeter.practice.compare import Line
    from labormeter.practice.shift import Outcome

ACTS: Final = 3
"""Acts of every kind in a scripted shift."""

NAMES: Final = {
    "like": "like",
    "undo like": "like taken back",
    "comment": "comment",
    "share": "share",
    "follow": "follow",
    "undo follow": "follow taken back",
    "upload": "photo uploaded",
    "post": "post",
    "report": "report",
    "captcha": "captcha solved",
}
"""Kind of act -> what the table calls it."""


@click.command()
@click.option("--headless", is_flag=True, help="A scripted shift in a Chromium without a window.")
@click.option(
    "--acts",
    type=click.IntRange(1, 500),
    default=ACTS,
    show_default=True,
    help="How many of every kind the script does.",
)
@click.option("--browser", "name", default="", metavar="NAME", help="Which browser.")
@format_option
@click.pass_obj
def practice(home: Home, *, headless: bool, acts: int, name: str, form: str) -> None:
    """Practise on Plaza, a site of ours on this computer, through the real meter.

    With a screen you do the acts yourself until you close the browser; without one, or with
    --headless, a script does. Then what the site accepted is held against what labormeter counted;
    where they differ the exit code is 1. Practice stays out of all totals.
    """
    with stopping.unwinding():
        if headless or not screen.present():
            found = scripted(home, acts=acts, name=name, quiet=form != "table")
        else:
            found = by_hand(home, name=name)
    tell(found, form)
    if not found.agrees and (found.lines or headless):
        raise click.exceptions.Exit(1)


def scripted(home: Home, *, acts: int, name: str = "", quiet: bool = False) -> Outcome:
    """Let the script do its shift."""
    if not quiet:
        click.echo("A visitor without a window is on the practice square ...")
    return shift.run(home, acts=acts, browser=name)


def by_hand(home: Home, *, name: str) -> Outcome:
    """Open the square in the metered browser until it is closed."""
    now = time.time_ns() // 1000
    chosen = find.choose(name or settings.read(home.settings).text("browser"))
    settled = ready(home, now)
    with ExitStack() as started:
        square = started.enter_context(site.running(home, now, settled.status))
        port = started.enter_context(metering.running(home))
        opened = launch.browse(home, settled.authority, port=port, url=site.ADDRESS, browser=chosen)
        started.callback(opened.close)
        click.echo("The practice square is open. Close the browser, or press Ctrl-C, when done.")
        wait(opened, chosen)
        return shift.outcome(home, now, square, None)


def tell(found: Outcome, form: str = "table") -> None:
    """Print the comparison, and in a table format say plainly what it means."""
    if form != "table":
        show([_record(line) for line in found.lines], form)
        return
    if found.lines:
        _table(found)
    click.echo(sentence(found))


def sentence(found: Outcome) -> str:
    """Return what the comparison means."""
    if not found.lines:
        return "Nothing was done, and nothing was counted."
    accepted = sum(line.accepted for line in found.lines)
    counted = sum(line.counted for line in found.lines)
    refused = f"{found.refused} refused acts counted nothing." if found.refused else ""
    said = f"The photos said: {', '.join(found.disclosed)}." if found.disclosed else ""
    verdict = (
        f"All counts agree: {accepted} acts accepted, {counted} counted."
        if found.agrees
        else f"The counts DIFFER: {accepted} acts accepted, {counted} counted."
        " See `labormeter shift status`, and please report it."
    )
    return " ".join(part for part in (verdict, refused, said) if part)


def _record(line: Line) -> Record:
    return {
        "act": line.kind,
        "done": line.done,
        "accepted": line.accepted,
        "counted": line.counted,
        "agrees": line.agrees,
    }


def _table(found: Outcome) -> None:
    from rich.console import Console  # noqa: PLC0415 - half of the start of a verb that needs none
    from rich.table import Table  # noqa: PLC0415

    scripted_by = any(line.done is not None for line in found.lines)
    heads = ("done in the browser",) * scripted_by
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("act")
    for head in (*heads, "accepted by the site", "counted by labormeter"):
        table.add_column(head, justify="right")
    table.add_column("")
    for line in found.lines:
        done = (str(line.done),) * scripted_by
        verdict = "[green]agrees[/green]" if line.agrees else "[bold red]DIFFERS[/bold red]"
        name = NAMES.get(line.kind, line.kind)
        table.add_row(name, *done, str(line.accepted), str(line.counted), verdict)
    Console(highlight=False).print(table)
