"""`labormeter desktop`: meter the browsers that are used anyway, by choice, and take it back."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from labormeter import settings
from labormeter.browser import pac
from labormeter.browser.ready import ready
from labormeter.desktop import manual, own
from labormeter.errors import KnownError

if TYPE_CHECKING:
    from labormeter.browser.authority import Authority
    from labormeter.home import Home

_SAYS = {
    "off": "The desktop's own browsers are not metered.",
    "on": "The desktop's own browsers are metered while a meter runs. `labormeter desktop off` ends it.",
    "halfway": "A change was broken off; `labormeter desktop off` puts everything back.",
}


@click.group()
def desktop() -> None:
    """Meter the browsers that you use anyway, instead of a profile of its own.

    This changes settings outside labormeter's folders: each is shown first and put back by `off`.
    """


@desktop.command()
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_obj
def on(home: Home, *, yes: bool) -> None:
    """Set proxy script and trust for the desktop, after showing each step."""
    own.recover(home, click.echo)
    if (why := own.obstacle()) is not None:
        raise why
    vouched, port = _settled(home)
    steps = own.plan(vouched, port, Path.home())
    click.echo("These changes are made, in this order, and taken back by `labormeter desktop off`:")
    for number, each in enumerate(steps, 1):
        click.echo(f"{number}. {each.sentence}")
    click.echo("Whoever gets hold of the key in the home folder could then impersonate the metered")
    click.echo("sites, and no others, to every browser of this user.")
    if not yes:
        click.confirm("Make them?", abort=True)
    own.on(home, steps, click.echo)
    click.echo(_SAYS["on"])
    click.echo("Firefox keeps a certificate store of its own. By hand:")
    for line in manual.firefox(vouched.certificate, _script(home, vouched, port)):
        click.echo(f"  {line}")


@desktop.command()
@click.pass_obj
def off(home: Home) -> None:
    """Put back everything as it was."""
    done = own.off(home, click.echo)
    click.echo("Everything is as it was." if done else "Nothing was changed, so nothing is undone.")


@desktop.command()
@click.pass_obj
def status(home: Home) -> None:
    """Say whether it is on; where labormeter cannot do it, the steps by hand."""
    click.echo(_SAYS[own.standing(home)])
    if own.standing(home) == "off" and (why := own.obstacle()) is not None:
        click.echo(str(why))
        vouched, port = _settled(home)
        name = os.environ.get("XDG_CURRENT_DESKTOP", "")
        script = _script(home, vouched, port)
        for line in manual.steps(sys.platform, name, vouched.certificate, script):
            click.echo(f"- {line}")


def _settled(home: Home) -> tuple[Authority, int]:
    """Return authority and port. Raises KnownError where no port was chosen yet."""
    found = ready(home, time.time_ns() // 1000)
    port = settings.read(home.settings).number("port")
    if not port:
        raise KnownError(
            "No port was chosen yet.", "Start `labormeter meter` once, then try again."
        )
    return found.authority, port


def _script(home: Home, vouched: Authority, port: int) -> Path:
    """Write the script to a file, for browsers that are set up by hand."""
    path = home.run / pac.FILE
    path.write_text(pac.script(vouched.hosts, port), encoding="ascii")
    return path
