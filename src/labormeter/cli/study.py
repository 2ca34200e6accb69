"""`labormeter study`: the researcher's file, and taking part in a study."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from labormeter.cli.listing import format_option, show
from labormeter.cli.taking_part import (
    again,
    code,
    give,
    log,
    open_,
    preview,
    refuse,
    withdraw,
)
from labormeter.errors import KnownError

if TYPE_CHECKING:
    from labormeter.study.fields import Field


@click.group()
def study() -> None:
    """Ask for consented aggregates as a researcher, or give them as a participant."""


for _part in (again, code, give, log, open_, preview, refuse, withdraw):
    study.add_command(_part)

_FILE = click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))


@study.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--blank", is_flag=True, help="Write every field with what it is, and ask nothing.")
@click.option("--language", "languages", multiple=True, type=click.Choice(["en", "fr"]))
def new(*, file: Path, blank: bool, languages: tuple[str, ...]) -> None:
    """Begin a study: write FILE (study.toml), by questions or with `--blank` to fill in by hand."""
    from labormeter.study import skeleton  # noqa: PLC0415

    if file.exists():
        raise KnownError(f"{file} is there already.", "Choose another name.")
    answers: dict[str, Any] = {"languages": list(languages) or ["en"]}
    if not blank:
        _ask(answers)
    file.write_text(skeleton.document(answers), encoding="utf-8")
    click.echo(f"{file} written. Next: labormeter study check {file}")


def _ask(answers: dict[str, Any]) -> None:
    from labormeter.study import fields  # noqa: PLC0415

    click.echo("An empty answer leaves a field to be filled in later.")
    for field in (*fields.HEAD, *fields.FIELDS[len(fields.HEAD) :]):
        if field.name != "languages" and (said := _answer(field, field.name)) is not None:
            answers[field.name] = said
    for language in answers["languages"]:
        for field in fields.TEXT:
            name = f"text.{language}.{field.name}"
            if (said := _answer(field, name)) is not None:
                answers[name] = said


def _answer(field: Field, name: str) -> Any:  # noqa: ANN401 - any TOML value
    from labormeter.study import skeleton  # noqa: PLC0415

    choices = f" ({', '.join(field.choices)})" if field.choices else ""
    said = click.prompt(
        f"{name}: {field.says}{choices}",
        default=str(field.default or ""),
        show_default=bool(field.default),
    )
    return skeleton.typed(field, str(said).strip())


@study.command()
@_FILE
@format_option
def check(*, file: Path, form: str) -> None:
    """Say all that is wrong with a study FILE, at once, and what the program makes of it."""
    from labormeter.study import check as checking  # noqa: PLC0415
    from labormeter.study import contribution, reader  # noqa: PLC0415
    from labormeter.study.study import study as made  # noqa: PLC0415
    from labormeter.valuation import shelf  # noqa: PLC0415

    document, faults = checking.parse(file.read_bytes())
    faults = faults or checking.faults(document)
    if faults:
        show([{"field": one.where, "fault": one.sentence} for one in faults], form)
        raise (
            reader.faulty(faults)
            if form != "table"
            else KnownError(f"{len(faults)} to mend.", "Each line names a field of the file.")
        )
    found = made(document)
    asked = found.asked
    try:
        shelf.shipped(found.book)
    except KnownError as error:
        click.echo(f"Warning: {error} Pooling needs it.", err=True)
    click.echo(
        f"{found.id}, version {found.version}: {len(asked.periods)} {asked.grain}s, "
        f"{len(asked.platforms)} platforms, {len(asked.activities)} activities; every "
        f"contribution has {contribution.size(found):,} bytes before encryption.",
        err=form != "table",
    )


@study.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--readers", default=2, show_default=True, help="How many people can decrypt.")
def keys(*, folder: Path, readers: int) -> None:
    """Make the keys of a study in FOLDER: one that signs, and one for each person who decrypts."""
    from labormeter.study import keys as making  # noqa: PLC0415

    made = making.make(folder, readers)
    click.echo(f"Signs: {made.fingerprint}")
    for number, recipient in enumerate(made.recipients, 1):
        click.echo(f"Reader {number}: {recipient}")
    click.echo("Give each reader their file and delete it here; a lost key loses a study.")


@study.command()
@_FILE
@click.option("--key", type=click.Path(path_type=Path, exists=True), required=True)
@click.option("--passphrase", default="", help="Of a locked key; asked for where it is needed.")
@click.option("--output", "-o", type=click.Path(path_type=Path, dir_okay=False))
def sign(*, file: Path, key: Path, passphrase: str, output: Path | None) -> None:
    """Sign a study FILE, once it has no fault, into the one file that participants get."""
    from labormeter.study import reader, signing  # noqa: PLC0415

    text = file.read_bytes()
    reader.read(text)
    signed = signing.sign(text, key.read_bytes(), passphrase)
    target = output or file.with_suffix(".labormeter")
    target.write_bytes(signing.write(signed))
    click.echo(f"{target} written, signed by: {signed.fingerprint}")
    click.echo("Print these words in the consent letter, and show them on the institution's page.")


@study.command()
@_FILE
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def unpack(*, file: Path, folder: Path) -> None:
    """Write the parts of a signed study into FOLDER, for `minisign -V` and for reading."""
    from labormeter.study import signing  # noqa: PLC0415

    signed = signing.read(file.read_bytes())
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "study.toml").write_bytes(signed.text)
    (folder / "study.toml.minisig").write_bytes(signed.signature)
    (folder / "study.pub").write_text(f"untrusted comment: of the study\n{signed.key}\n")
    click.echo(f"minisign -V -m {folder / 'study.toml'} -p {folder / 'study.pub'}")


@study.command()
@click.option("--participants", type=click.IntRange(1, 1_000_000), required=True)
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True)
@click.option("--seed", default=1, show_default=True)
def simulate(*, participants: int, out: Path, seed: int) -> None:
    """Make a study that never was, with real signed and encrypted contributions of known truth."""
    from labormeter.pool import simulate as simulated  # noqa: PLC0415 - researchers alone

    if out.exists() and any(out.iterdir()):
        raise KnownError(f"{out} is not empty.", "Choose another folder.")
    field = simulated.write(out, participants, seed)
    click.echo(
        f"{participants} contributions to {field.study.id} in {out}. Next:\n"
        f"labormeter pool ingest POOL {out / 'contributions'} --study {out / 'study.labormeter'} "
        f"--keys {out / 'readers.txt'}"
    )
