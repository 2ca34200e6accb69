"""`labormeter doctor`: what is in order and what is not, and everything of ours on this computer."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from labormeter.cli.listing import format_option, show
from labormeter.doctor import bundle as report
from labormeter.doctor import finding, traces
from labormeter.doctor.examine import examine
from labormeter.doctor.traces import Where

if TYPE_CHECKING:
    from labormeter.doctor.finding import Finding
    from labormeter.home import Home

_COLOURS: Final = {"good": "green", "warn": "yellow", "bad": "red"}


@click.command()
@format_option
@click.option("--traces", "listing", is_flag=True, help="List everything of ours on this computer.")
@click.option(
    "--bundle",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write a report with nothing personal in it, for whoever helps.",
)
@click.pass_obj
def doctor(home: Home, *, form: str, listing: bool, bundle: Path | None) -> None:
    """Look at every part and say what is wrong and what to do; changes nothing.

    The exit code is 1 where a part is bad.
    """
    if listing:
        _traces(home, form)
        return
    found = examine(home, time.time_ns() // 1000)
    if bundle is not None:
        report.write(bundle, report.compose(home, found))
        click.echo("Written. Read it before you hand it on; nothing personal should be in it.")
        return
    if form == "table":
        click.echo("\n".join(lines(one) for one in found))
    else:
        show([_record(one) for one in found], form)
    if finding.worst(found) == "bad":
        raise click.exceptions.Exit(1)


def lines(one: Finding) -> str:
    """Return a finding for people: what it is, and below it what to do."""
    state = click.style(f"{one.state:4}", fg=_COLOURS[one.state])
    first = f"{state}  {one.part:10}  {one.sentence}"
    return f"{first}\n{'':18}{one.remedy}" if one.remedy else first


def _record(one: Finding) -> dict[str, str]:
    return {
        "part": one.part,
        "state": one.state,
        "sentence": one.sentence,
        "remedy": one.remedy,
    }


def _traces(home: Home, form: str) -> None:
    found = traces.find(Where(home))
    if not found and form == "table":
        click.echo("Nothing of labormeter is on this computer, besides the program itself.")
        return
    show([{"kind": one.kind, "place": one.place, "this_home": one.mine} for one in found], form)
