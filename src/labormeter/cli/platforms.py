"""`labormeter platforms`: which platforms are metered, and by which hosts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from labormeter import platforms as switch
from labormeter import settings
from labormeter.browser import metering
from labormeter.cli.listing import format_option, show
from labormeter.errors import KnownError
from labormeter.rules import denied, load

if TYPE_CHECKING:
    from collections.abc import Sequence

    from labormeter.cli.listing import Record
    from labormeter.home import Home
    from labormeter.platforms import Choice, Standing
    from labormeter.rules.index import Packs
    from labormeter.settings import Settings

yes_option = click.option("--yes", is_flag=True, help="Say yes to what is asked.")

WORDS = {
    "on": "metered",
    "off": "switched off",
    "asks": "off, asks first",
    "waits": "off, waits for your yes",
}
"""State -> what the table says."""


@click.group()
def platforms() -> None:
    """Choose which platforms are metered."""


@platforms.command("list")
@format_option
@click.pass_obj
def list_(home: Home, form: str) -> None:
    """List every platform and whether it is metered."""
    packs, chosen = _read(home)
    standings = switch.standings(packs, chosen)
    if form == "table":
        show([_row(one) for one in standings], form)
        _remind(standings)
    else:
        show([_record(one) for one in standings], form)


@platforms.command()
@click.argument("names", nargs=-1)
@click.option("--all", "every", is_flag=True, help="All platforms, those that ask included.")
@yes_option
@click.pass_obj
def on(home: Home, *, names: tuple[str, ...], every: bool, yes: bool) -> None:
    """Meter the platforms NAMES, or all of them.

    Some ask something first; without --yes the answer is typed.
    """
    packs, chosen = _read(home)
    named = _named(packs, names, every=every)
    after = switch.switched_on(packs, chosen, named)
    known = {one.platform: one for one in switch.standings(packs, chosen)}
    for name in named:
        _agree(known[name], yes=yes)
    _keep(home, packs, chosen, after)


@platforms.command()
@click.argument("names", nargs=-1)
@click.option("--all", "every", is_flag=True, help="All platforms.")
@click.pass_obj
def off(home: Home, *, names: tuple[str, ...], every: bool) -> None:
    """Meter the platforms NAMES no more."""
    packs, chosen = _read(home)
    named = _named(packs, names, every=every)
    _keep(home, packs, chosen, switch.switched_off(packs, chosen, named))


@platforms.command("add-host")
@click.argument("name")
@click.argument("host")
@yes_option
@click.pass_obj
def add_host(home: Home, *, name: str, host: str, yes: bool) -> None:
    """Open HOST as well, as part of the platform NAME."""
    packs, chosen = _read(home)
    after = switch.with_host(packs, chosen, name, host, denied.host_denied)
    _yes(
        f"What passes between your metered browser and {host} will pass through this program.", yes
    )
    _keep(home, packs, chosen, after)


def _read(home: Home) -> tuple[Packs, Settings]:
    """Return packs and settings; faults of the person's own packs are told and do not stop us."""
    packs, faults = load.load(home.packs)
    for fault in faults:
        click.echo(str(fault), err=True)
    return packs, settings.read(home.settings)


def _named(packs: Packs, names: Sequence[str], *, every: bool) -> list[str]:
    if bool(names) == every:
        raise click.UsageError("Name the platforms, or give --all.")
    if names:
        return list(names)
    return [pack.platform for pack in packs.platforms if pack.platform != switch.PRACTICE]


def _agree(standing: Standing, *, yes: bool) -> None:
    """Put the platform's question, and name the hosts that would be new; nothing new, no question."""
    if not standing.waiting:
        return
    if standing.question:
        _yes(standing.question, yes)
    elif standing.state != "off":
        new = ", ".join(standing.waiting)
        _yes(f"{standing.title} now also uses {new}, which this program would open.", yes)


def _yes(sentence: str, given: bool) -> None:  # noqa: FBT001 - a yes is a yes
    click.echo(sentence)
    if given:
        return
    try:
        typed = click.prompt("Type yes to agree", default="no")
    except click.Abort as nobody:
        raise KnownError("That needs your yes.", "Say it with --yes.") from nobody
    if typed.strip().lower() != "yes":
        raise KnownError("Nothing was changed.", "It stays as it was.")


def _keep(home: Home, packs: Packs, before: Settings, after: Choice) -> None:
    """Write the choice and say what has to be done so that it holds."""
    home.create()
    old, chosen = set(switch.hosts(packs, before)), before
    for name, value in switch.changes(switch.Choice.of(before), after).items():
        chosen = settings.change(home.settings, name, value)
    standings = switch.standings(packs, chosen)
    count = sum(one.state == "on" and one.platform != switch.PRACTICE for one in standings)
    click.echo("One platform is metered." if count == 1 else f"{count} platforms are metered.")
    if old != set(switch.hosts(packs, chosen)):
        _reopen(home)


def _reopen(home: Home) -> None:
    if metering.attached(home) is not None:
        click.echo("Restart the meter, then reopen the metered browser: the hosts have changed.")
    else:
        click.echo("Reopen the metered browser: the hosts have changed.")


def _row(one: Standing) -> Record:
    return {
        "platform": one.platform,
        "title": one.title,
        "state": WORDS[one.state],
        "hosts": len(one.hosts),
        "waiting": " ".join(one.waiting) if one.state in {"on", "waits"} else "",
    }


def _record(one: Standing) -> Record:
    return {
        "platform": one.platform,
        "title": one.title,
        "kind": one.kind,
        "state": one.state,
        "hosts": one.hosts,
        "waiting": one.waiting,
        "question": one.question,
    }


def _remind(standings: Sequence[Standing]) -> None:
    for one in standings:
        if one.state in {"asks", "waits"} and one.question:
            click.echo(f"\n{one.title}: {one.question}\n  labormeter platforms on {one.platform}")
        elif one.state == "waits" and not one.waiting:
            click.echo(
                f"\n{one.title}: Counts on the hosts that you name; it has none of its own."
                f"\n  labormeter platforms add-host {one.platform} HOST"
            )
