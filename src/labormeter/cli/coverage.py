"""`labormeter coverage`: what share of the acts the meter saw, held against imported archives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from labormeter.cli import reading
from labormeter.cli.listing import format_option, show
from labormeter.ledger import archived, query
from labormeter.valuation import seen

if TYPE_CHECKING:
    from labormeter.cli.listing import Record
    from labormeter.home import Home
    from labormeter.valuation.seen import Share

WORDS: Final = ("platform", "activity", "week")


@click.command()
@click.option(
    "--by",
    default="platform,activity",
    show_default=True,
    callback=reading.words(WORDS),
    help="platform, activity, week; comma separated.",
)
@format_option
@click.pass_obj
def coverage(home: Home, /, *, by: tuple[str, ...], form: str) -> None:
    """Say what share of the acts the meter saw, in weeks that archives tell of as well."""
    found = shares(home, by)
    columns = (*by, "weeks", "live", "both", "archive_only", "share", "share_low", "share_high")
    show([_record(one, by) for one in found], form, columns=(*columns, "estimate"))
    if form == "table":
        whole = shares(home, ())
        click.echo(sentence(whole[0]) if whole else NOTHING)
        for line in undated(home):
            click.echo(line)


NOTHING: Final = (
    "Nothing can be compared yet: no week was both metered and told of by an imported archive."
)


def shares(home: Home, by: tuple[str, ...]) -> tuple[Share, ...]:
    """Read what the meter and archives saw, in the weeks that both cover."""
    with query.open(home) as ledger:
        spans = ledger.spans()
    metered = seen.weeks_metered(spans, now=reading.now())
    return seen.shares(archived.seen(home), metered, by)


def sentence(share: Share) -> str:
    """Return what a share of all acts together says."""
    weeks = f"{share.weeks} {'week' if share.weeks == 1 else 'weeks'}"
    if share.share is None:
        return (
            f"Archives tell of {share.told} acts in {weeks} that were metered: too few to compare."
        )
    low, high = share.interval
    said = (
        f"Of {share.told} acts that archives tell of, in {weeks} that were metered, the meter saw"
        f" {share.share:.0%} ({low:.0%} to {high:.0%})."
    )
    if share.estimate is not None:
        least, central, most = share.estimate
        said += f" There were at least {share.known} in these weeks, probably {central} ({least} to {most})."
    return said


def undated(home: Home) -> list[str]:
    """Return a sentence for each platform and activity of which acts have no date."""
    return [
        f"Without a date, and in no total: {cell.acts} of {cell.activity}, {cell.platform}."
        for cell in archived.undated(home)
    ]


def _record(one: Share, by: tuple[str, ...]) -> Record:
    low, high = one.interval
    said = one.share is not None
    return dict(zip(by, one.key, strict=True)) | {
        "weeks": one.weeks,
        "live": one.live,
        "both": one.both,
        "archive_only": one.archived,
        "near": one.near,
        "share": round(one.share, 3) if one.share is not None else None,
        "share_low": round(low, 3) if said else None,
        "share_high": round(high, 3) if said else None,
        "known": one.known,
        "estimate_low": one.estimate[0] if one.estimate else None,
        "estimate": one.estimate[1] if one.estimate else None,
        "estimate_high": one.estimate[2] if one.estimate else None,
    }
