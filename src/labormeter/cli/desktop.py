"""`labormeter desktop`: meter the browsers that are used anyway, by choice, and take it back."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

import click

from labormeter.browser.ready import ready
from labormeter.desktop import own
from labormeter.desktop.offer import offer, write_script

if TYPE_CHECKING:
    from labormeter.desktop.offer import Offer
    from labormeter.home import Home

WEAKER: Final = (
    "Whoever gets hold of the key in the home folder could then impersonate the metered sites, and no"
    " others, to every browser of this user."
)

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
    now = time.time_ns() // 1000
    ready(home, now)
    offered = offer(home)
    if not offered.steps:
        raise offered.obstacle or own.already()
    click.echo("These changes are made, in this order, and taken back by `labormeter desktop off`:")
    for number, each in enumerate(offered.steps, 1):
        click.echo(f"{number}. {each.sentence}")
    click.echo(WEAKER)
    if not yes:
        click.confirm("Make them?", abort=True)
    own.on(home, offered.steps, click.echo)
    click.echo(_SAYS["on"])
    _tell_by_hand(home, offered, now)


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
    if own.standing(home) == "off":
        now = time.time_ns() // 1000
        ready(home, now)
        offered = offer(home)
        if offered.obstacle is not None:
            click.echo(str(offered.obstacle))
            _tell_by_hand(home, offered, now)


def _tell_by_hand(home: Home, offered: Offer, now: int) -> None:
    if not offered.by_hand:
        return
    write_script(home, now)
    if offered.obstacle is None:
        click.echo("Firefox keeps a certificate store of its own. By hand:")
    for line in offered.by_hand:
        click.echo(f"- {line}")
