"""`labormeter browse`: open the metered browser, with a meter behind it."""

from __future__ import annotations

import sys
import time
from contextlib import ExitStack
from typing import TYPE_CHECKING, Final

import click

from labormeter import settings
from labormeter.browser import find, flag, launch, metering, screen
from labormeter.browser.ready import ready
from labormeter.cli import stopping
from labormeter.desktop import own
from labormeter.errors import KnownError
from labormeter.practice import site

if TYPE_CHECKING:
    from labormeter.browser.find import Browser
    from labormeter.browser.launch import Opened
    from labormeter.home import Home


BAR: Final = (
    "A bar may say that a flag is not supported: by it this browser accepts the meter's key, which"
    " was made for it just now and lies on no disk. Firefox needs no such flag."
)
"""What is said where a browser is told of a key; no flag or setting of a person's hides its bar."""
PAST: Final = "A proxy is set on this computer; the metered browser goes straight, past it."


@click.command()
@click.argument("url", default=site.START)
@click.option("--browser", "name", default="", metavar="NAME", help="Which one; see the settings.")
@click.option("--headless", is_flag=True, help="Without a window, until Ctrl-C.")
@click.pass_obj
def browse(home: Home, *, url: str, name: str, headless: bool) -> None:
    """Open URL, or the start page, in the metered browser.

    It attaches to the meter that is running, or starts one that ends with the browser.
    """
    if not headless and not screen.present():
        raise KnownError("There is no screen here.", "Give --headless to browse without a window.")
    now = time.time_ns() // 1000
    chosen = find.choose(name or settings.read(home.settings).text("browser"))
    ask_who(home)
    settled = ready(home, now)
    with stopping.unwinding(), ExitStack() as started:
        started.enter_context(site.shared(home, now, settled.status))
        port = started.enter_context(metering.running(home))
        opened = launch.browse(
            home, settled.authority, port=port, url=url, browser=chosen, headless=headless
        )
        started.callback(opened.close)
        if settled.authority.fresh:
            click.echo("The certificate is new: close the metered browser if it was open before.")
        if flag.told(chosen):
            click.echo(BAR)
        if own.proxied():
            click.echo(PAST)
        click.echo(f"{chosen.title} is open, metered on 127.0.0.1:{port}. Ctrl-C ends both.")
        wait(opened, chosen)


def ask_who(home: Home) -> None:
    """Ask once whether anybody else uses this browser; where nobody can answer, say what it means."""
    if settings.read(home.settings)["alone"]:
        return
    if sys.stdin.isatty():
        click.echo("The metered browser counts what is done in it, whoever does it.")
        if click.confirm("Are you the only person who uses it?"):
            settings.change(home.create().settings, "alone", True)
            return
    click.echo("Let nobody else use it without telling them that it is metered.", err=True)


def wait(opened: Opened, browser: Browser) -> None:
    """Wait until the browser is closed, or Ctrl-C."""
    begun = time.monotonic()
    try:
        opened.process.wait()
    except KeyboardInterrupt:
        click.echo("Closing the metered browser.")
        return
    if opened.process.returncode and time.monotonic() - begun < 5:  # noqa: PLR2004 - seconds
        raise KnownError(
            f"{browser.title} ended at once.", "Start it by hand once, or choose another."
        )
