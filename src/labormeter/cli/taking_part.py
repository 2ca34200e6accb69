"""`labormeter study open|preview|give|withdraw|log|code`: the participant's half."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from labormeter.cli.listing import format_option, show
from labormeter.errors import KnownError
from labormeter.ledger import query
from labormeter.study import contribution, handin, identity, page, reader, rows, sent
from labormeter.study.contribution import Consent
from labormeter.study.rows import Choice
from labormeter.study.sent import Entry

if TYPE_CHECKING:
    from collections.abc import Sequence

    from labormeter.home import Home
    from labormeter.study.contribution import Draft
    from labormeter.study.identity import Identity
    from labormeter.study.rows import Gathered
    from labormeter.study.signing import Signed
    from labormeter.study.study import Study

_FILE = click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
_CHOICE = (
    click.option("--platform", "platforms", multiple=True, help="Give only these platforms."),
    click.option("--activity", "activities", multiple=True, help="Give only these activities."),
    click.option("--period", "periods", multiple=True, help="Give only these months or weeks."),
    click.option(
        "--without",
        multiple=True,
        metavar="PERIOD:PLATFORM:ACTIVITY",
        help="Leave a single row out.",
    ),
    click.option("--country", default="", help="Where the study asks: two capitals."),
    click.option("--age-band", default="", help="Where the study asks: as 25-34."),
)


def _choosing[F: Any](command: F) -> F:
    for option in reversed(_CHOICE):
        command = option(command)
    return command


def _choice(chosen: dict[str, Any]) -> Choice:
    def some(name: str) -> frozenset[str] | None:
        return frozenset(chosen[name]) or None

    single = [tuple(one.split(":")) for one in chosen["without"]]
    if any(len(one) != 3 for one in single):  # noqa: PLR2004 - the key of a row
        raise click.BadParameter("A row is named PERIOD:PLATFORM:ACTIVITY.")
    return Choice(
        periods=some("periods"),
        platforms=some("platforms"),
        activities=some("activities"),
        rows=frozenset(single),
        country=chosen["country"].upper(),
        age_band=chosen["age_band"],
    )


def _now() -> datetime:
    return datetime.now(UTC).astimezone()  # noqa: TID251 - the command line is a border


def _opened(home: Home, file: Path) -> tuple[Signed, Study]:
    data = file.read_bytes()
    signed, study = reader.opened(data)
    others = sent.other_keys(sent.read(home), study.id, signed.key)
    if others:
        click.echo(
            "Warning: a study of this name was signed by another key before. Compare the words "
            "with your consent letter before you give anything.",
            err=True,
        )
    sent.keep(home, signed, study, data, _now().isoformat(timespec="seconds"))
    return signed, study


@click.command("open")
@_FILE
@click.option("--language", type=click.Choice(["en", "fr"]), default="en", show_default=True)
@click.option("--short", is_flag=True, help="The short text; the full one follows otherwise.")
@click.pass_obj
def open_(home: Home, /, *, file: Path, language: str, short: bool) -> None:
    """Open a signed study FILE: who asks, for what, and what would be sent. Nothing is sent."""
    signed, study = _opened(home, file)
    click.echo(page.text(signed, study, language, full=not short), nl=False)


@click.command()
@_FILE
@_choosing
@click.option("--raw", is_flag=True, help="Show the very bytes that would be sent.")
@format_option
@click.pass_obj
def preview(home: Home, /, *, file: Path, raw: bool, form: str, **chosen: Any) -> None:  # noqa: ANN401 - click's options
    """Show exactly the rows that would be sent, and which stay here. Nothing is sent."""
    signed, study = _opened(home, file)
    found = _gathered(home, study, chosen)
    if raw:
        agreed = tuple(one.id for one in study.purposes if one.required)
        consent = _consent(home, signed, study, agreed)
        click.echo(contribution.draft(study, consent, found.document).preview)
        return
    _rows(found, form)


def _gathered(home: Home, study: Study, chosen: dict[str, Any]) -> Gathered:
    with query.open(home) as ledger:
        cells = ledger.cells()
    today = _now().date().isoformat()
    return rows.gather(study, cells, _choice(chosen), today=today)


def _rows(found: Gathered, form: str) -> None:
    shown = [
        {
            "": "sent" if row.kept else "stays here",
            "period": row.count.period,
            "platform": row.count.platform,
            "activity": row.count.activity,
            "n": row.count.n,
            "seconds": row.count.seconds,
            "note": "cut to the study's bound" if row.clamped else "",
        }
        for row in found.rows
    ]
    show(shown, form)
    if found.beyond:
        click.echo(f"{found.beyond} more rows stay here: the study takes no more.", err=True)


def _consent(
    home: Home, signed: Signed, study: Study, agreed: Sequence[str], invitation: str = ""
) -> Consent:
    return Consent(
        study=study.id,
        file=signed.hash,
        revision=sent.revision(sent.read(home), study.id, signed.key),
        agreed=tuple(agreed),
        invitation=invitation.lower(),
    )


@click.command()
@_FILE
@_choosing
@click.option("--agree", "agreed", multiple=True, metavar="PURPOSE", help="Say yes to a purpose.")
@click.option("--invitation", default="", help="The code that you were given.")
@click.option("--output", "-o", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--send", type=click.Choice(["nextcloud", "put"]), help="Send it to the study's host."
)
@click.option("--password", default="", help="Of the file drop, where it has one.")
@click.option("--yes", is_flag=True, help="Confirm what is shown.")
@click.pass_obj
def give(home: Home, /, *, file: Path, **chosen: Any) -> None:  # noqa: ANN401 - click's options
    """Give a study the rows that are shown: into a file to hand in, or to the host it names."""
    if (chosen["output"] is None) == (chosen["send"] is None):
        raise click.UsageError("Say -o FILE to hand it in, or --send.")
    signed, study = _opened(home, file)
    found = _gathered(home, study, chosen)
    agreed = _agreed(study, chosen["agreed"])
    consent = _consent(home, signed, study, agreed, chosen["invitation"])
    draft = contribution.draft(study, consent, found.document)
    _rows(found, "table")
    _confirm(home, study, found, yes=chosen["yes"])
    person = identity.identity(identity.secret(home), study.id, signed.key)
    entry = _entry(signed, study, draft, found=found, agreed=agreed)
    _leave(home, study, _Parcel(person, draft, entry), chosen)
    click.echo("To take it back: labormeter study withdraw, or by the code of `study code`.")


def _agreed(study: Study, given: Sequence[str]) -> tuple[str, ...]:
    known = {one.id for one in study.purposes}
    strange = sorted(set(given) - known)
    if strange:
        raise click.BadParameter(
            f"There is no purpose {strange[0]}; there are {', '.join(sorted(known))}."
        )
    return tuple(given)


def _confirm(home: Home, study: Study, found: Gathered, *, yes: bool) -> None:
    others = sent.overlapping(sent.read(home), study.id, found.document)
    if others:
        names = ", ".join(one.study for one in others)
        click.echo(
            f"Warning: you gave rows of the same time to {names}. Whoever has both could "
            "recognise that they are of one person.",
            err=True,
        )
    if not yes:
        click.confirm("Give exactly these rows?", abort=True)


def _entry(
    signed: Signed,
    study: Study,
    draft: Draft,
    *,
    found: Gathered | None = None,
    agreed: Sequence[str] = (),
) -> Entry:
    said = contribution.decode(draft.consent)
    entry = Entry(
        at=_now().isoformat(timespec="seconds"),
        event="made",
        study=study.id,
        key=signed.key,
        file=signed.hash,
        what="contribution" if found else "withdrawal",
        revision=said.revision,
        agreed=tuple(agreed),
    )
    if found is None:
        return entry
    document = found.document
    return replace(entry, first=document.first, last=document.last, rows=len(document.counts))


@dataclass(frozen=True, slots=True)
class _Parcel:
    """What is about to leave, and whose it is."""

    person: Identity
    draft: Draft
    entry: Entry


def _leave(home: Home, study: Study, parcel: _Parcel, chosen: dict[str, Any]) -> None:
    """Make the file, keep it, and hand it over; without a receipt it is "not sent yet"."""
    sealed = contribution.sealed(study, parcel.draft, parcel.person)
    entry = replace(parcel.entry, sha256=hashlib.sha256(sealed).hexdigest())
    output: Path | None = chosen["output"]
    if output is not None:
        sent.made(home, replace(entry, way="file"), parcel.draft, sealed)
        output.write_bytes(sealed)
        click.echo(f"{output} written. It is not sent yet: hand it in, and then say")
        click.echo(f"labormeter study log --handed-in {study.id}")
        return
    way = _way(study, chosen["send"], chosen["password"])
    entry = replace(entry, way=way.host)
    sent.made(home, entry, parcel.draft, sealed)
    handin.put(way, sealed)
    sent.received(home, replace(entry, event="receipt", at=_now().isoformat(timespec="seconds")))
    click.echo(f"Sent to {way.host}. Receipt: {entry.sha256}")


def _way(study: Study, name: str, password: str) -> handin.Way:
    address = study.nextcloud if name == "nextcloud" else study.put
    if not address:
        raise KnownError("The study does not take contributions in this way.", "See `study open`.")
    return handin.nextcloud(address, password) if name == "nextcloud" else handin.presigned(address)


@click.command()
@_FILE
@click.option(
    "--code", default="", help="The printed code, where this computer never gave anything."
)
@click.option("--output", "-o", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--send", type=click.Choice(["nextcloud", "put"]), help="Send it to the study's host."
)
@click.option("--password", default="", help="Of the file drop, where it has one.")
@click.option("--yes", is_flag=True, help="Confirm.")
@click.pass_obj
def withdraw(home: Home, /, *, file: Path, code: str, **chosen: Any) -> None:  # noqa: ANN401 - click's options
    """Take back everything that you gave to a study: the same way, by the same key."""
    if (chosen["output"] is None) == (chosen["send"] is None):
        raise click.UsageError("Say -o FILE to hand it in, or --send.")
    signed, study = _opened(home, file)
    if code:
        person, number = identity.from_code(code), _LAST
    else:
        person = identity.identity(identity.secret(home), study.id, signed.key)
        number = sent.revision(sent.read(home), study.id, signed.key)
    draft = contribution.withdrawal(study, signed.hash, number)
    if not chosen["yes"]:
        click.confirm(f"Take back everything given to {study.id}?", abort=True)
    _leave(home, study, _Parcel(person, draft, _entry(signed, study, draft)), chosen)


_LAST = 999_999
"""Revision of a withdrawal by code: the lost computer's last is not known."""


@click.command()
@click.option("--handed-in", metavar="STUDY", help="You handed in the file of this study.")
@format_option
@click.pass_obj
def log(home: Home, /, *, handed_in: str | None, form: str) -> None:
    """Show everything that ever left for a study, and what is not sent yet."""
    if handed_in is not None:
        waiting = [one for one in sent.unsent(sent.read(home)) if one.study == handed_in]
        if not waiting:
            raise KnownError("Nothing waits for this study.", "See `labormeter study log`.")
        at = _now().isoformat(timespec="seconds")
        sent.received(home, replace(waiting[-1], event="receipt", at=at))
    entries = sent.read(home)
    waiting = sent.unsent(entries)
    shown = [
        {
            "at": one.at,
            "study": one.study,
            "what": one.what or one.event,
            "revision": one.revision,
            "rows": one.rows,
            "way": one.way,
            "state": "not sent yet" if one in waiting else one.event,
            "sha256": one.sha256,
        }
        for one in entries
    ]
    show(shown, form, columns=tuple(shown[0]) if shown else ("at", "study", "what"))


@click.command()
@_FILE
@click.pass_obj
def code(home: Home, /, *, file: Path) -> None:
    """Show the withdrawal code of a study: print it, for the day on which this computer is lost."""
    signed, study = _opened(home, file)
    person = identity.identity(identity.secret(home), study.id, signed.key)
    click.echo(
        f"{study.id}: whoever has these words can take your contribution back.\n{person.code}"
    )
