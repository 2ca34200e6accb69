"""How `labormeter import` reads a full export of ours back: looked at first, and once only."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from labormeter.cli import changes, reading
from labormeter.exports import reimport

if TYPE_CHECKING:
    from pathlib import Path

    from labormeter.home import Home


def asked(path: Path) -> str | None:
    """Return the passphrase of a sealed file, asked for where somebody can answer."""
    if not reimport.is_sealed(path) or not sys.stdin.isatty():
        return None
    said: str = click.prompt("Passphrase", hide_input=True, err=True)
    return said


def restore(home: Home, path: Path, *, ask: bool, preview: bool, secret: str | None) -> None:
    """Append the acts of an export, after a yes."""
    number = reimport.count(path, secret)
    click.echo(f"{path.name}: a full export with {number} acts, all of them whole.")
    if preview:
        return
    if ask:
        click.confirm("Import this?", abort=True)
    before = changes.total(home)
    done = reimport.bring(home, path, now=reading.now(), passphrase=secret)
    known = done.acts - done.added
    click.echo(f"Imported {done.added} acts; {known} were there already.")
    if done.added:
        changes.keep(home, f"{done.added} acts were read back from an export", before)
