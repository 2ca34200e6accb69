"""How `labormeter import` asks for the passphrase of a full export of ours that is sealed."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from labormeter.exports import reimport

if TYPE_CHECKING:
    from pathlib import Path


def asked(path: Path) -> str | None:
    """Return the passphrase of a sealed file, asked for where somebody can answer."""
    if not reimport.is_sealed(path) or not sys.stdin.isatty():
        return None
    said: str = click.prompt("Passphrase", hide_input=True, err=True)
    return said
