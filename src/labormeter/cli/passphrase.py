"""How a passphrase is given: typed twice, or on standard input; never as an option."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable


def passphrase_options[F: Callable[..., Any]](command: F) -> F:
    """Add the options that ask for a passphrase."""
    ask = click.option("--passphrase", is_flag=True, help="Seal with a passphrase, which is asked.")
    piped = click.option(
        "--passphrase-stdin", is_flag=True, help="The same; read from standard input."
    )
    return ask(piped(command))


def typed(chosen: dict[str, Any], *, new: bool) -> str | None:
    """Return the passphrase that was asked for, None where none was; a new one is typed twice."""
    if chosen["passphrase_stdin"]:
        return sys.stdin.readline().rstrip("\r\n")
    if chosen["passphrase"]:
        said: str = click.prompt("Passphrase", hide_input=True, confirmation_prompt=new, err=True)
        return said
    return None
