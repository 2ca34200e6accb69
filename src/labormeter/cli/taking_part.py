"""`labormeter study open|preview|give|again|refuse|withdraw|log|code`: the participant's half."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from labormeter.cli.listing import format_option, show
from labormeter.errors import KnownError
from labormeter.study import giving, page, parcel, sent
from labormeter.study.rows import Choice

if TYPE_CHECKING:
    from labormeter.home import Home
    from labormeter.study.giving import Made, Opened
    from labormeter.study.handin import Way
    from labormeter.study.parcel import Parcel
    from labormeter.study.rows import Gathered
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


def _at() -> str:
    return _now().isoformat(timespec="seconds")


def _today() -> str:
    return _now().date().isoformat()


def _opened(home: Home, file: Path) -> Opened:
    found = giving.opened(home, giving.read(file), _at())
    if found.others:
        click.echo(
            "Warning: a study of this name was signed by another key before. Compare the words "
            "with your consent letter before you give anything.",
            err=True,
        )
    return found


@click.command("open")
@_FILE
@click.option("--language", type=click.Choice(["en", "fr"]), default="en", show_default=True)
@click.option("--short", is_flag=True, help="The short text; the full one follows otherwise.")
@click.pass_obj
def open_(home: Home, /, *, file: Path, language: str, short: bool) -> None:
    """Open a signed study FILE: who asks, for what, and what would be sent. Nothing is sent."""
    found = _opened(home, file)
    click.echo(page.text(found.signed, found.study, language, full=not short), nl=False)


@click.command()
@_FILE
@_choosing
@click.option("--raw", is_flag=True, help="Show the very bytes that would be sent.")
@format_option
@click.pass_obj
def preview(home: Home, /, *, file: Path, raw: bool, form: str, **chosen: Any) -> None:  # noqa: ANN401 - click's options
    """Show exactly the rows that would be sent, and which stay here. Nothing is sent."""
    opened = _opened(home, file)
    found = giving.gathered(home, opened.study, _choice(chosen), _today())
    if raw:
        agreed = [one.id for one in opened.study.purposes if one.required]
        consent = giving.consent(home, opened, agreed, _today())
        click.echo(parcel.shown(consent, found).preview)
        return
    _rows(found, form)


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
    _one_way(chosen)
    opened = _opened(home, file)
    found = giving.gathered(home, opened.study, _choice(chosen), _today())
    agreed = parcel.agreed(opened.study, chosen["agreed"])
    consent = giving.consent(home, opened, agreed, _today(), chosen["invitation"])
    given = giving.offered(home, opened, consent, found, _today())
    _rows(found, "table")
    _confirm(home, opened.study, found, yes=chosen["yes"])
    _leave(home, opened.study, given, chosen)
    click.echo("To take it back: labormeter study withdraw, or by the code of `study code`.")


def _one_way(chosen: dict[str, Any]) -> None:
    if (chosen["output"] is None) == (chosen["send"] is None):
        raise click.UsageError("Say -o FILE to hand it in, or --send.")


def _confirm(home: Home, study: Study, found: Gathered, *, yes: bool) -> None:
    others = sent.overlapping(sent.read(home), study.id, found.document)
    if others:
        names = ", ".join(one.study or "a room card" for one in others)
        click.echo(
            f"Warning: you gave rows of the same time to {names}. Whoever has both could "
            "recognise that they are of one person.",
            err=True,
        )
    if not yes:
        click.confirm("Give exactly these rows?", abort=True)


def _leave(home: Home, study: Study, given: Parcel, chosen: dict[str, Any]) -> None:
    """Make the file, keep it, and hand it over; without a receipt it is "not sent yet"."""
    way = parcel.way(study, chosen["send"], chosen["password"]) if chosen["send"] else None
    made = giving.made(home, study, given, way.host if way else "file", _at())
    _hand_over(home, made, way, chosen["output"])


def _hand_over(home: Home, made: Made, way: Way | None, output: Path | None) -> None:
    if way is not None:
        receipt = giving.sent_to(home, made, way, _at())
        click.echo(f"Sent to {way.host}. Receipt: {receipt.sha256}")
    elif output is not None:
        giving.saved(made, output)
        click.echo(f"{output} written. It is not sent yet: hand it in, and then say")
        click.echo(f"labormeter study log --handed-in {made.entry.study}")


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
    _one_way(chosen)
    opened = _opened(home, file)
    given = giving.taking_back(home, opened, _today(), code)
    if not chosen["yes"]:
        click.confirm(f"Take back everything given to {opened.study.id}?", abort=True)
    if _now().date() > opened.study.withdraw_until:
        click.echo("Warning: the study says that nothing is taken back any more.", err=True)
    _leave(home, opened.study, given, chosen)


@click.command()
@_FILE
@click.option("--output", "-o", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--send", type=click.Choice(["nextcloud", "put"]), help="Send it to the study's host."
)
@click.option("--password", default="", help="Of the file drop, where it has one.")
@click.pass_obj
def again(home: Home, /, *, file: Path, **chosen: Any) -> None:  # noqa: ANN401 - click's options
    """Hand in, once more and as it is, what is not sent yet: the pool counts one file once."""
    _one_way(chosen)
    opened = _opened(home, file)
    mine = (opened.study.id, opened.signed.key)
    waiting = [one for one in sent.unsent(opened.entries) if (one.study, one.key) == mine]
    if not waiting:
        raise KnownError("Nothing waits for this study.", "See `labormeter study log`.")
    way = parcel.way(opened.study, chosen["send"], chosen["password"]) if chosen["send"] else None
    _hand_over(home, giving.waiting(home, waiting[-1]), way, chosen["output"])


@click.command()
@_FILE
@click.pass_obj
def refuse(home: Home, /, *, file: Path) -> None:
    """Write down, here alone, that you do not take part: you are not reminded, nobody is told."""
    opened = _opened(home, file)
    giving.refused(home, opened, _at())
    click.echo(f"You do not take part in {opened.study.id}. It costs nothing, and nobody is told.")


@click.command()
@click.option("--handed-in", metavar="STUDY", help="You handed in the file of this study.")
@format_option
@click.pass_obj
def log(home: Home, /, *, handed_in: str | None, form: str) -> None:
    """Show everything that ever left for a study, and what is not sent yet."""
    if handed_in is not None:
        giving.handed_in(home, handed_in, _at())
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
    opened = _opened(home, file)
    person = giving.person(home, opened)
    click.echo(
        f"{opened.study.id}: whoever has these words can take your contribution back.\n"
        f"{person.code}"
    )
