"""`labormeter statement`: the wage statement, or invoice, for a period as HTML or PDF."""

from __future__ import annotations

import locale
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from labormeter import importing, settings
from labormeter.cli import reading
from labormeter.exports.paper import paper
from labormeter.statement.account import Statement
from labormeter.statement.account import statement as drawn_up
from labormeter.statement.page import page
from labormeter.statement.words import LANGUAGES, Language

if TYPE_CHECKING:
    from labormeter.home import Home


@click.command()
@click.option("--platform", default="", help="To this platform alone.")
@click.option("--since", metavar="DAY", callback=reading.day, help="First local day.")
@click.option("--until", metavar="DAY", callback=reading.day, help="Last local day.")
@click.option("--from", "sender", default="", help="Your name, to be printed and kept nowhere.")
@click.option("--language", type=click.Choice(LANGUAGES), help="From your settings otherwise.")
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, dir_okay=False),
    help="A file ending in .html or .pdf; HTML to the screen otherwise.",
)
@click.option("--practice", is_flag=True, help="State the practice site instead.")
@reading.reading_options
@click.pass_obj
def statement(home: Home, /, *, language: str | None, output: Path | None, **chosen: Any) -> None:  # noqa: ANN401 - click's options
    """Write the wage statement of a period: units, rates, sources, ranges, gaps and method."""
    if output is not None and output.suffix.lower() not in {".html", ".pdf"}:
        raise click.BadParameter("--output ends in .html or .pdf.")
    text = page(_drawn_up(home, chosen), _language(home, language))
    if output is None:
        click.echo(text, nl=False)
    else:
        paper(home, text, output)
        click.echo(f"{output} written.", err=True)


def _drawn_up(home: Home, chosen: dict[str, Any]) -> Statement:
    kept = reading.kept(home, chosen["since"], chosen["until"])
    cells = reading.chosen(kept.cells, chosen["platform"], None, None)
    days = [cell.day for cell in cells]
    return drawn_up(
        cells,
        kept.spans,
        reading.calendar(home, reading.reading(home, chosen)),
        since=chosen["since"] or min(days, default=reading.today()),
        until=chosen["until"] or max(days, default=reading.today()),
        issued=reading.today(),
        now=reading.now(),
        bounds=reading.bounds(chosen["since"], chosen["until"]),
        platform=chosen["platform"],
        sender=chosen["sender"],
        practice=chosen["practice"] or chosen["platform"] == "practice",
        utc_offset=time.localtime().tm_gmtoff // 60,
        compared=importing.compared(
            home,
            kept.spans,
            now=reading.now(),
            since=chosen["since"],
            until=chosen["until"],
            platform=chosen["platform"] or "",
        ),
    )


def _language(home: Home, said: str | None) -> Language:
    named = said or settings.read(home.settings).text("language")
    if named == "system":
        named = (locale.getlocale()[0] or "en")[:2].lower()
    return next((one for one in LANGUAGES if one == named), "en")
