"""`labormeter packs update` and `packs bundle`: packs that are newer than the program."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from labormeter import updates
from labormeter.cli.listing import format_option, show
from labormeter.errors import KnownError
from labormeter.rules import bundle as bundles
from labormeter.rules import load

if TYPE_CHECKING:
    from labormeter.cli.listing import Record
    from labormeter.home import Home
    from labormeter.updates import Change

_RESTART = "Restart the meter, and reopen the metered browser."


@click.command()
@click.argument("place", metavar="FILE|URL", required=False)
@click.option("--back", is_flag=True, help="Go back to the packs in use before.")
@click.option("--yes", is_flag=True, help="Take what is shown without a question.")
@format_option
@click.pass_obj
def update(home: Home, *, place: str | None, back: bool, yes: bool, form: str) -> None:
    """Take newer packs from FILE or an https URL, with its signature beside it.

    Shows what would change first. Hosts that are new to you stay closed until you allow them.
    """
    if back == (place is not None):
        raise click.UsageError("Name a bundle, or say --back.")
    if place is None:
        click.echo(f"The packs of {updates.back(home)} are in use again. {_RESTART}")
        return
    data, signature = updates.get(place)
    bundle = updates.verified(data, signature)
    before, _ = load.load(home.packs)
    found = updates.changes(before, updates.packs_of(bundle))
    if not found:
        click.echo("These packs bring nothing new.", err=form != "table")
        return
    show([_record(change) for change in found], form)
    _agree(yes=yes)
    updates.install(home, data, signature, bundle)
    click.echo(f"The packs of {bundle.version} are in use. {_RESTART}", err=form != "table")
    _remind(found, table=form == "table")


def _record(change: Change) -> Record:
    return {"platform": change.platform, "what": change.what, "name": change.name}


def _agree(*, yes: bool) -> None:
    if yes:
        return
    try:
        typed = click.prompt("Type yes to take them", default="no", err=True)
    except click.Abort as nobody:
        raise KnownError("That needs your yes.", "Say it with --yes.") from nobody
    if typed.strip().lower() != "yes":
        raise KnownError("Nothing was changed.", "It stays as it was.")


def _remind(found: tuple[Change, ...], *, table: bool) -> None:
    for platform in sorted({each.platform for each in found if each.what == "host new"}):
        click.echo(
            f"New hosts of {platform} stay closed until you say: labormeter platforms on {platform}",
            err=not table,
        )


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--version", "version", required=True, help="Version of the bundle: 2026.11.25")
@click.option("-o", "out", required=True, type=click.Path(path_type=Path), help="File to write.")
def bundle(*, files: tuple[Path, ...], version: str, out: Path) -> None:
    """Bundle the packs FILES for `packs update`; sign the result with `minisign -Sm`."""
    texts: dict[str, str] = {}
    for file in files:
        pack, faults = load.read(file)
        if pack is None or faults:
            raise KnownError(str(faults[0]), "Mend it; see `labormeter packs check`.")
        texts[pack.platform] = file.read_text("utf-8")
    made = bundles.Bundle(version, texts)
    updates.packs_of(bundles.read(bundles.write(made)))
    try:
        out.write_bytes(bundles.write(made))
    except OSError as error:
        raise KnownError(f"{out.name} cannot be written ({error.strerror}).") from error
    click.echo(f"{len(texts)} packs. Sign them: minisign -Sm {out.name}")
