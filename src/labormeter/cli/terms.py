"""`labormeter terms`: by which clause of its terms a platform takes what an act gives it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from labormeter import terms as clauses
from labormeter.cli.listing import format_option, show

if TYPE_CHECKING:
    from labormeter.cli.listing import Record
    from labormeter.terms import Clause

COLUMNS = ("platform", "activities", "title", "section", "version", "quote")


@click.command()
@click.argument("platform", required=False)
@format_option
def terms(platform: str | None, form: str) -> None:
    """List the clauses that were read in a public archive of terms; what is absent was not verified."""
    found = [one for one in clauses.clauses() if platform in {None, one.platform}]
    if form == "table" and not found:
        click.echo(f"No clause was verified for {platform}.")
        return
    show([_record(one) for one in found], form, columns=COLUMNS if form == "table" else ())


def _record(clause: Clause) -> Record:
    return {
        "platform": clause.platform,
        "activities": clause.activities,
        "title": clause.title,
        "section": clause.section,
        "version": clause.version.isoformat(),
        "archived": clause.archived.isoformat(),
        "link": clause.link,
        "quote": clause.quote,
        "note": clause.note,
    }
