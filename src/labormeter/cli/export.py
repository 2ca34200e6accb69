"""`labormeter export`: the ledger as a file, for oneself and for other programs."""

from __future__ import annotations

import base64
import json
import sys
from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from labormeter import settings
from labormeter.cli import reading
from labormeter.cli.listing import show
from labormeter.cli.passphrase import passphrase_options, typed
from labormeter.exports.card import Seat
from labormeter.exports.choice import GRAINS, HASHES, Choice
from labormeter.exports.handle import TONGUES, draw
from labormeter.exports.job import FEW, Job, offered
from labormeter.exports.journal import FIGURES
from labormeter.exports.registry import FORMS
from labormeter.exports.tables import first_day

if TYPE_CHECKING:
    from labormeter.exports.job import Shown
    from labormeter.exports.registry import Form
    from labormeter.home import Home

_STDOUT: Final = Path("-")


@click.command()
@click.option(
    "--format", "form", type=click.Choice(tuple(FORMS)), default="full", show_default=True
)
@click.option("--since", metavar="DAY", callback=reading.day, help="First local day.")
@click.option("--until", metavar="DAY", callback=reading.day, help="Last local day.")
@click.option("--platform", "platforms", multiple=True, help="Only this; may be given again.")
@click.option(
    "--grain", type=click.Choice(GRAINS), help="csv, jsonl, parquet: acts, or their sums."
)
@click.option(
    "--hashes",
    type=click.Choice(HASHES),
    default="none",
    show_default=True,
    help="Of targets: left out, or made anew for this export alone.",
)
@click.option("--practice", is_flag=True, help="Count the practice site in sums as well.")
@click.option("--handle", metavar="WORD-WORD", help="card: two words of the list; drawn otherwise.")
@click.option(
    "--room", "room_file", type=click.Path(path_type=Path), help="card: the file of the room."
)
@click.option("--total-only", is_flag=True, help="card: count me in the total only.")
@click.option("--figure", type=click.Choice(FIGURES), default="central", show_default=True)
@click.option("--preview", is_flag=True, help="Show the first rows of each table; write nothing.")
@click.option("--json", "as_json", is_flag=True, hidden=True, help="A preview for programs.")
@click.option("--rows", type=click.IntRange(1, 10_000), default=FEW, help="Of a preview.")
@click.option("--output", "-o", type=click.Path(path_type=Path), help="A file, or - to print.")
@passphrase_options
@reading.reading_options
@click.pass_obj
def export(
    home: Home,
    /,
    form: str,
    output: Path | None,
    *,
    preview: bool,
    as_json: bool,
    rows: int,
    figure: str,
    **chosen: Any,  # noqa: ANN401 - click's options
) -> None:
    """Write the ledger as a file. Without a format: everything, as a package that can be read back."""
    kind = FORMS[form]
    room = _room(form, chosen)
    seat = _seat(home, chosen, room) if form == "card" else None
    job = Job(
        home=home,
        form=kind,
        choice=_choice(kind, chosen),
        calendar=reading.calendar(home, reading.reading(home, chosen)),
        now=reading.now(),
        today=reading.today(),
        figure=next(one for one in FIGURES if one == figure),
        seat=seat,
    )
    if seat is not None:
        click.echo(f"Your handle is {seat.handle}: nobody else knows it.", err=True)
    if preview:
        _preview(job, rows, as_json=as_json)
        return
    secret = typed(chosen, new=True)
    if output == _STDOUT or (output is None and kind.text and secret is None):
        job.stream(sys.stdout.buffer)
        sys.stdout.flush()
    else:
        path = output or offered(kind, Path(), reading.today(), locked=secret is not None)
        job.write(path, secret)
        click.echo(f"{path} written.", err=True)
    if seat is not None:
        _written_down(job)


def _written_down(job: Job) -> None:
    """Keep of which weeks a card was made: a study that asks for the same time warns of it."""
    from labormeter.study import sent  # noqa: PLC0415 - for cards alone

    made = job.document()
    at = datetime.now(UTC).astimezone().isoformat(timespec="seconds")  # noqa: TID251 - a border
    sent.card(job.home, made.first, made.last, at)


def _room(form: str, chosen: dict[str, Any]) -> str:
    """Return the id of the room that a card is for; its weeks are chosen by that."""
    path: Path | None = chosen["room_file"]
    if path is None:
        return ""
    if form != "card" or chosen["since"] or chosen["until"]:
        raise click.BadParameter("--room goes with --format card, and says which weeks are meant.")
    from labormeter.room import file  # noqa: PLC0415 - for rooms alone

    found = file.opened(path)
    last = first_day(found.last) + timedelta(days=6)
    chosen |= {"since": first_day(found.first).isoformat(), "until": last.isoformat()}
    return found.id


def _seat(home: Home, chosen: dict[str, Any], room: str) -> Seat:
    """Return the seat of a card; words are drawn in the language of the person."""
    language = settings.read(home.settings).text("language")
    tongue = next((one for one in TONGUES if one == language), TONGUES[0])
    return Seat(handle=chosen["handle"] or draw(tongue), room=room, total_only=chosen["total_only"])


def _choice(form: Form, chosen: dict[str, Any]) -> Choice:
    """Return what was chosen; a usage error for what a format does not have."""
    grain = chosen["grain"] or form.grains[0]
    if grain not in form.grains:
        raise click.BadParameter(f"--grain of {form.name} is {' or '.join(form.grains)}.")
    if chosen["hashes"] != "none" and (not form.hashes or grain != "act"):
        raise click.BadParameter("--hashes go with acts one by one.")
    if chosen["since"] and chosen["until"] and chosen["since"] > chosen["until"]:
        raise click.BadParameter("--until lies before --since.")
    part = (chosen["since"], chosen["until"], *chosen["platforms"])
    if not form.part and any(part):
        raise click.BadParameter(f"{form.name} is the whole ledger: no days, no platforms.")
    choice = Choice(
        since=chosen["since"],
        until=chosen["until"],
        platforms=tuple(chosen["platforms"]),
        grain=grain,
        hashes=chosen["hashes"],
        practice=chosen["practice"],
    )
    # A full export holds everything, practice marked as such.
    return replace(choice, practice=True) if form.name == "full" else choice


def _preview(job: Job, rows: int, *, as_json: bool) -> None:
    tables = job.preview(rows)
    if as_json:
        code = base64.b64encode(job.code() or b"").decode()
        click.echo(json.dumps({"tables": [asdict(one) for one in tables], "code": code}))
        return
    for shown in tables:
        _show(shown)


def _show(shown: Shown) -> None:
    click.echo(f"{shown.name}: {shown.total} {'row' if shown.total == 1 else 'rows'}")
    show(
        [dict(zip(shown.columns, row, strict=True)) for row in shown.rows],
        "table",
        columns=shown.columns,
    )
    click.echo()
