"""`labormeter forget`: take acts out of the ledger for good."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import click

from labormeter.cli.moment import Moment
from labormeter.errors import KnownError
from labormeter.ledger import file
from labormeter.ledger import forget as ledger
from labormeter.ledger.query import Filter

if TYPE_CHECKING:
    from labormeter.home import Home
    from labormeter.ledger.forget import Choice, Preview


@click.command()
@click.option("--act", metavar="ID", help="One act; `labormeter acts --format jsonl` shows ids.")
@click.option("--since", type=Moment(), help="From this local date or time on.")
@click.option("--until", type=Moment(end=True), help="A date: to its end. A time: before it.")
@click.option("--platform", metavar="NAME", help="One platform, in the range or altogether.")
@click.option("--last-hour", is_flag=True, help="What happened within the last hour.")
@click.option("--everything", is_flag=True, help="All acts, spans, notices and remarks.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_obj
def forget(
    home: Home,
    *,
    act: str | None,
    since: int | None,
    until: int | None,
    platform: str | None,
    last_hour: bool,
    everything: bool,
    yes: bool,
) -> None:
    """Forget acts for good; only how many they were is kept."""
    now = time.time_ns() // 1000
    if last_hour and since is None and until is None:
        since, until = now - ledger.HOUR, now + 1
    elif last_hour:
        raise click.UsageError("--last-hour is a range of its own: leave --since and --until out.")
    wanted = Filter(since=since, until=until, platform=platform)
    choice = _choice(act, wanted, everything=everything)
    file.prepare(home, now=now)
    found = ledger.preview(home, choice)
    if act and not found.acts:
        raise KnownError(f"There is no act {act}.", "`labormeter acts --format jsonl` shows ids.")
    click.echo(describe(found))
    if not yes:
        click.confirm("Forget this for good?", abort=True)
    done = ledger.forget(home, choice, now=now)
    if everything:
        _forget_copies(home)
    _report(done)


def _forget_copies(home: Home) -> None:
    """Delete the rows that were given to studies too; what was given itself is not here."""
    from labormeter.study import sent  # noqa: PLC0415 - few take part in any

    sent.forget_rows(home)
    for study in sent.given(sent.read(home)):
        click.echo(
            f"What you gave to {study} is with its researchers: `labormeter study withdraw`."
        )


def _choice(act: str | None, wanted: Filter, *, everything: bool) -> Choice:
    """Return what is to be forgotten; a usage error unless exactly one way to say it was used."""
    ways = sum((act is not None, wanted != Filter(), everything))
    if ways != 1:
        raise click.UsageError(
            "Say what to forget: --act, --everything, or a range and platform, and one of these."
        )
    return ledger.Choice(act=act, wanted=wanted, everything=everything)


def describe(found: Preview) -> str:
    """Return what would be forgotten, in sentences."""
    if not found.acts:
        sentences = ["No act is chosen; notices and spans of that time go."]
    else:
        days = found.first_day or ""
        if found.last_day != found.first_day:
            days = f"{found.first_day} to {found.last_day}"
        each = ", ".join(f"{platform} {count}" for platform, count in found.platforms)
        sentences = [f"{_acts(found.acts)} of {days}: {each}."]
    if found.undos:
        sentences.append(f"{found.undos} of them undid one of the others, at another time.")
    if found.damaged:
        names = ", ".join(found.damaged)
        sentences.append(f"What was kept aside of a damaged ledger goes as well: {names}.")
    return "\n".join(sentences)


def _report(done: ledger.Forgotten) -> None:
    click.echo(f"Forgot {_acts(done.acts)}.")
    if not done.clean:
        raise KnownError(
            "Another program is reading the ledger, so that traces are left in its files.",
            "Close it and run the same command again.",
        )


def _acts(count: int) -> str:
    return f"{count} {'act' if count == 1 else 'acts'}"
