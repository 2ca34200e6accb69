"""`labormeter uninstall`: take everything of ours from this computer, and show that it is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from labormeter import lock
from labormeter import uninstall as removal
from labormeter.doctor import traces
from labormeter.doctor.traces import Where
from labormeter.errors import KnownError
from labormeter.study import sent

if TYPE_CHECKING:
    from labormeter.doctor.traces import Trace
    from labormeter.home import Home
    from labormeter.uninstall import Done


@click.command()
@click.option("--keep-ledger", is_flag=True, help="Keep ledger.db, and nothing else.")
@click.option("--yes", is_flag=True, help="Do not ask; a meter that runs is ended.")
@click.pass_obj
def uninstall(home: Home, *, keep_ledger: bool, yes: bool) -> None:
    """Remove certificate, settings, profiles and data, and verify that they are gone.

    Trust in the certificate goes first. The program itself is removed as it was installed.
    """
    where = Where(home)
    found = [trace for trace in traces.find(where) if trace.mine]
    if not found:
        click.echo("Nothing of this home is on this computer.")
        return
    for trace in found:
        click.echo(_line(trace))
    if keep_ledger:
        click.echo("The ledger is kept; the keys to its hashes are not.")
    for study in sent.given(sent.read(home)):
        click.echo(
            f"You gave rows to {study}. Without this folder only the printed code takes them back: "
            "`labormeter study code`, before you go on."
        )
    if not yes:
        click.confirm("Remove all of this for good?", abort=True)
    removal.ready(where, may_stop=yes or _may_stop(home))
    tell(removal.uninstall(where, keep_ledger=keep_ledger))


def _may_stop(home: Home) -> bool:
    return lock.held(home.lock) is not None and click.confirm("A meter is running. End it?")


def _line(trace: Trace) -> str:
    return f"{trace.kind:10} {trace.place}"


def tell(done: Done) -> None:
    """Print the verification. Raises KnownError where something is left."""
    for trace in done.removed:
        click.echo(f"gone       {trace.place}")
    for trace in done.others:
        click.echo(f"not of this home, left alone: {trace.place}")
    if done.left:
        for trace in done.left:
            click.echo(f"STILL HERE {trace.place}")
        raise KnownError(
            "Not everything could be removed.",
            "Close what uses these places and run the same command again.",
        )
    click.echo("Looked again: nothing of this home is left on this computer.")
    click.echo("Remove the program as you installed it (pipx, uv, apt, or delete its folder).")
