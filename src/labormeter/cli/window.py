"""`labormeter` without a verb: the window; where there is no screen, a practice shift instead."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import click

from labormeter import roles
from labormeter.browser import screen
from labormeter.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from labormeter.home import Home


def open_window(home: Home) -> None:
    """Start the window in place of this process; without a screen, practise and show the ledger.

    Raises KnownError where the window's parts are not installed.
    """
    if not has_screen(os.environ):
        without_screen(home)
        return
    if importlib.util.find_spec("PySide6") is None:
        raise KnownError("The window needs PySide6.", "Install labormeter with [desktop] or [all].")
    line = roles.command("window", "--home", str(home.root))
    if sys.platform == "win32":
        # Windows has no exec: the window is a child, and closing it ends us.
        sys.exit(subprocess.run(line, check=False).returncode)
    os.execv(line[0], line)  # noqa: S606 - our own interpreter, no shell


def has_screen(environment: Mapping[str, str], system: str = sys.platform) -> bool:
    """Return whether a window can open; naming a Qt platform says that one should."""
    return bool(environment.get("QT_QPA_PLATFORM")) or screen.present(environment, system)


def without_screen(home: Home) -> None:
    """Say that there is no screen, do a practice shift, and print the ledger."""
    from labormeter.cli import practice, stopping  # noqa: PLC0415 - only where there is no screen
    from labormeter.cli.ledger import ledger  # noqa: PLC0415

    click.echo("There is no screen here, so no window opens. A practice shift runs instead.")
    with stopping.unwinding():
        found = practice.scripted(home, acts=practice.ACTS)
    practice.tell(found)
    click.echo("\nThe ledger, practice included:")
    ledger.main(["--practice"], standalone_mode=False, obj=home)
    if not found.agrees:
        raise click.exceptions.Exit(1)
