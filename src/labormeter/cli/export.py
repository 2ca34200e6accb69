"""`labormeter export`: the ledger as a file in a format that others read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from labormeter import report
from labormeter.cli import reading
from labormeter.errors import KnownError
from labormeter.exports.journal import FIGURES, journal
from labormeter.exports.registry import JOURNALS

if TYPE_CHECKING:
    from labormeter.home import Home


@click.command()
@click.option("--format", "form", type=click.Choice(tuple(JOURNALS)), required=True)
@click.option("--since", metavar="DAY", callback=reading.day, help="First local day.")
@click.option("--until", metavar="DAY", callback=reading.day, help="Last local day.")
@click.option("--platform", help="Only this platform.")
@click.option("--practice", is_flag=True, help="Count the practice site as well.")
@click.option("--figure", type=click.Choice(FIGURES), default="central", show_default=True)
@click.option("--output", "-o", type=click.Path(path_type=Path, dir_okay=False))
@reading.reading_options
@click.pass_obj
def export(home: Home, /, *, form: str, output: Path | None, **chosen: Any) -> None:  # noqa: ANN401 - click's options
    """Write a plain-text journal in which acts are commodities and rates their prices."""
    calendar = reading.calendar(home, reading.reading(home, chosen))
    kept = reading.kept(home, chosen["since"], chosen["until"])
    cells = reading.chosen(kept.cells, chosen["platform"], None, None)
    valued = report.entries(report.sheet(cells, practice=chosen["practice"]), calendar)
    figure = next(one for one in FIGURES if one == chosen["figure"])
    text = JOURNALS[form](journal(valued, calendar, figure))
    if output is None:
        click.echo(text, nl=False)
        return
    try:
        output.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise KnownError(f"{output} cannot be written.", "Choose another file.") from error
    click.echo(f"{output} written.", err=True)
