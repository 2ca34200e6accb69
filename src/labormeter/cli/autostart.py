"""`labormeter autostart`: meter from login on, by choice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from labormeter import autostart as login

if TYPE_CHECKING:
    from labormeter.home import Home

_WAYS: Final = {
    "unit": "a systemd user unit",
    "entry": "an autostart entry of the desktop",
    "agent": "a LaunchAgent",
    "key": "the Run key of this user",
}


@click.group()
def autostart() -> None:
    """Start metering at every login, by choice; each start is announced on the desktop."""


@autostart.command()
@click.pass_obj
def on(home: Home) -> None:
    """Start metering at every login."""
    way = login.on(home)
    click.echo(f"At every login this is started, by {_WAYS[way]}:")
    click.echo(f"  {login.describe(login.line(home))}")


@autostart.command()
@click.pass_obj
def off(home: Home) -> None:  # noqa: ARG001 - there is one start at login for a person
    """Start nothing at login."""
    login.off()
    click.echo("Nothing is started at login.")


@autostart.command()
@click.pass_obj
def status(home: Home) -> None:  # noqa: ARG001
    """Say whether metering starts at login."""
    found = login.present()
    if not found:
        click.echo("Nothing is started at login.")
        return
    click.echo(f"Metering starts at login, by {', '.join(_WAYS[way] for way in found)}.")
