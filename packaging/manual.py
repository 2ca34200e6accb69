"""The manual page, made from what each verb says of itself.

python packaging/manual.py > labormeter.1
"""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from labormeter import __version__
from labormeter.cli.main import VERBS, cli

if TYPE_CHECKING:
    from collections.abc import Iterator

FILES = (
    ("~/.local/share/labormeter", "The ledger, the settings and the keys, readable by you alone."),
    ("~/.local/state/labormeter", "Profiles of the metered browser."),
)
EXITS = (
    ("0", "Done."),
    ("1", "A known error: one sentence, and what to do."),
    ("2", "The command was not understood."),
    ("70", "A bug of labormeter."),
)


def page(at: datetime) -> str:
    """Return the page in roff."""
    context = click.Context(cli, info_name="labormeter")
    title = f'.TH LABORMETER 1 "{at:%Y-%m-%d}" "labormeter {__version__}" "User Commands"'
    lines = [
        title,
        *(".SH NAME", r"labormeter \- meter your unpaid digital labour"),
        *(".SH SYNOPSIS", ".B labormeter", r"[\-\-home DIR] [VERB] [ARGUMENTS]"),
        *(".SH DESCRIPTION", plain(cli.help or "")),
        *(".SH VERBS", *(line for verb in sorted(VERBS) for line in told(context, verb))),
        *(".SH FILES", *tagged(FILES)),
        *(".SH EXIT STATUS", *tagged(EXITS)),
    ]
    return "\n".join(lines) + "\n"


def told(context: click.Context, verb: str) -> Iterator[str]:
    """Yield what the page says of one verb and of its parts."""
    command = cli.get_command(context, verb)
    assert command is not None  # noqa: S101 - a verb of the table
    yield from _told(click.Context(command, parent=context, info_name=verb))


def _told(context: click.Context) -> Iterator[str]:
    command = context.command
    usage = " ".join(command.collect_usage_pieces(context))
    name = context.command_path.removeprefix("labormeter ")
    yield from (".TP", rf".B {plain(name)} \fR{plain(usage)}", plain(command.help or ""))
    for option in command.get_params(context):
        record = option.get_help_record(context)
        if record is not None and record[0] != "--help":
            yield from (".RS", ".TP", f".B {plain(record[0])}", plain(record[1]) or r"\&", ".RE")
    if isinstance(command, click.Group):
        for word in command.list_commands(context):
            part = command.get_command(context, word)
            if part is not None and not part.hidden:
                yield from _told(click.Context(part, parent=context, info_name=word))


def tagged(pairs: tuple[tuple[str, str], ...]) -> Iterator[str]:
    """Yield a list of words with what they mean."""
    for word, meaning in pairs:
        yield from (".TP", f".B {plain(word)}", plain(meaning))


def plain(text: str) -> str:
    """Return text that roff takes as it stands."""
    lines = (line.strip() for line in text.replace("\b", "").splitlines())
    joined = " ".join(line for line in lines if line).replace("\\", r"\e").replace("-", r"\-")
    return joined.replace("~", r"\(ti") if joined[:1] not in {".", "'"} else rf"\&{joined}"


def main() -> None:
    """Write the page to standard output."""
    at = datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", "0")), UTC)
    sys.stdout.write(page(at))


if __name__ == "__main__":
    main()
