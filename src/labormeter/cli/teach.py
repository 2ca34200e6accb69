"""`labormeter packs teach`: do one thing, and see which request it was, by names and shapes."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from labormeter.browser import metering
from labormeter.cli.listing import format_option, show
from labormeter.errors import KnownError
from labormeter.model import ACTIVITIES
from labormeter.rules import load
from labormeter.teach import own
from labormeter.teach.line import Listener
from labormeter.teach.recorded import heard, recorded
from labormeter.teach.words import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from labormeter.cli.listing import Record
    from labormeter.home import Home
    from labormeter.rules.index import Packs
    from labormeter.teach.shape import Shape

SHOWN: Final = 12
"""Requests that are listed."""
ANSWER: Final = 5.0
"""Seconds within which a running meter answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What was given on the command line."""

    platform: str
    activity: str
    count: bool
    keep: bool
    out: Path | None
    pick: int


@click.command()
@click.argument("platform", required=False, default="")
@click.option("--har", "recording", type=click.Path(path_type=Path), help="Learn from a recording.")
@click.option("--activity", type=click.Choice(ACTIVITIES), default="post", show_default=True)
@click.option(
    "--word", "words", multiple=True, help="A word of the platform's own that may be kept."
)
@click.option("--wait", type=float, default=10.0, show_default=True, help="Seconds to do nothing.")
@click.option("--pick", type=int, default=1, show_default=True, help="Which request it was.")
@click.option("--keep", is_flag=True, help="Keep the draft as a pack of your own.")
@click.option("--count", is_flag=True, help="Let the rule count, not only wait as a candidate.")
@click.option("-o", "out", type=click.Path(path_type=Path), help="Write the draft to a file.")
@format_option
@click.pass_obj
def teach(
    home: Home,
    *,
    platform: str,
    recording: Path | None,
    words: tuple[str, ...],
    wait: float,
    form: str,
    activity: str,
    pick: int,
    keep: bool,
    count: bool,
    out: Path | None,
) -> None:
    """Draft a rule for what you do once on PLATFORM, in the metered browser or in a recording.

    Only names that packs know and the shapes of values are looked at; nothing is kept unless you
    say so with --keep or -o.
    """
    packs, _ = load.load(home.packs)
    vocabulary = Vocabulary.of(packs, words)
    if recording is None and not platform:
        raise click.UsageError("Name a platform, or give a recording with --har.")
    if recording is not None:
        found = recorded(packs, vocabulary, recording, platform)
    else:
        found = _live(home, packs, vocabulary, platform, typed=words, wait=wait)
    if not found:
        raise KnownError(
            "No new write was seen.", "It may be counted already, or be of a kind never looked at."
        )
    show([_record(number, one) for number, one in enumerate(found[:SHOWN], 1)], form)
    given = Given(platform=platform, activity=activity, count=count, keep=keep, out=out, pick=pick)
    _hand_over(home, packs, found, given, table=form == "table")


def _live(
    home: Home,
    packs: Packs,
    words: Vocabulary,
    platform: str,
    *,
    typed: tuple[str, ...],
    wait: float,
) -> tuple[Shape, ...]:
    """Look for a while at what leaves by itself, then at what leaves with the act."""
    if platform not in packs.by_platform:
        raise KnownError(f"There is no platform {platform!r}.", "For a new one, give --har FILE.")
    if metering.attached(home) is None:
        raise KnownError("No meter runs.", "Start one, and open the metered browser.")
    with Listener(home.create(), platform, typed) as line:
        if not line.answered.wait(ANSWER):
            raise KnownError("The meter does not answer.", "Start it again.")
        click.echo(f"Do nothing on {platform} for {wait:g} seconds.", err=True)
        time.sleep(max(0.0, wait))
        before = line.taken()
        click.echo("Now do it once in the metered browser, and then press Enter.", err=True)
        sys.stdin.readline()
        time.sleep(1.0)  # the answer may still be under way
        after = line.taken()[len(before) :]
    return heard(before, after, words)


def _record(number: int, one: Shape) -> Record:
    return {
        "number": number,
        "method": one.method,
        "host": one.host,
        "path": one.path,
        "name": one.name,
        "body": one.kind,
        "status": one.status,
    }


def _hand_over(
    home: Home, packs: Packs, found: Sequence[Shape], given: Given, *, table: bool
) -> None:
    """Draft the rule for the request that was picked, and keep it where that was asked for."""
    if not 1 <= given.pick <= len(found):
        raise click.UsageError(f"--pick: there are {len(found)}.")
    shape = found[given.pick - 1]
    day = date.today().isoformat()  # noqa: DTZ011 - the local day is meant
    wish = own.wish(
        packs,
        shape,
        platform=given.platform,
        activity=given.activity,
        day=day,
        count=given.count,
    )
    file = home.packs / f"{wish.platform}.toml"
    text = own.text(packs, shape, wish, file if given.keep and file.exists() else None)
    if given.out is not None:
        own.write(given.out, text)
    if given.keep:
        own.keep(home, packs, shape, wish)
        click.echo(
            f"Kept in {file.name}. Allow it: labormeter platforms on {wish.platform}", err=True
        )
    if given.out is None and not given.keep and table:
        click.echo()
        click.echo(text, nl=False)
