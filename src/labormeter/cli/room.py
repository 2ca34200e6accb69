"""`labormeter room`: a workshop's cards side by side, its room file, hand-out and sample."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from labormeter import settings
from labormeter.cli import reading
from labormeter.cli.listing import show
from labormeter.errors import KnownError
from labormeter.exports import document
from labormeter.exports.paper import paper
from labormeter.exports.place import whole
from labormeter.exports.tables import first_day
from labormeter.room import against, file, handout, page, sample, sheet, slides, table, taking
from labormeter.room.drawing import Look
from labormeter.room.words import WORDS, warnings
from labormeter.valuation import money as amounts
from labormeter.valuation import shelf

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from labormeter.exports.document import Document
    from labormeter.home import Home
    from labormeter.room.compare import Group
    from labormeter.room.file import Language, RoomFile
    from labormeter.room.slides import How
    from labormeter.room.table import Table

FORMATS: Final = ("text", "json", "html")
SUFFIXES: Final = (".html", ".pdf", ".json")
WEEKS: Final = 4


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--room", "room_file", type=click.Path(path_type=Path), help="The room file.")
@click.option(
    "--new", "new", type=click.Path(path_type=Path), help="Make a room file, by questions."
)
@click.option(
    "--sample",
    nargs=2,
    type=(click.IntRange(1, taking.SEATS), click.Path(path_type=Path)),
    metavar="N DIR",
    help="Put N made-up cards into a folder, to try a room alone.",
)
@click.option("--hand-out", "hand_out", is_flag=True, help="Write what people are told beforehand.")
@click.option("--mine", metavar="WORD-WORD|CARD", help="My figures against the group's.")
@click.option(
    "--sheet", "kept", type=click.Path(path_type=Path), help="With --mine: a kept group sheet."
)
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option(
    "--lens", type=click.Choice(["worker", "buyer"]), default="worker", help="Whose price."
)
@click.option("--language", type=click.Choice(file.LANGUAGES), help="The room's otherwise.")
@click.option(
    "--output", "-o", type=click.Path(path_type=Path), help="A file ending in .html, .pdf or .json."
)
@click.pass_obj
def room(home: Home, /, files: tuple[Path, ...], **chosen: Any) -> None:  # noqa: ANN401 - click's options
    """Lay cards side by side: FILES are cards, pictures of their codes, or folders of them."""
    output: Path | None = chosen["output"]
    if output is not None and output.suffix.lower() not in SUFFIXES:
        raise click.BadParameter("--output ends in .html, .pdf or .json.")
    given = _room_file(chosen["room_file"])
    if chosen["new"] is not None:
        _new(home, chosen["new"])
    elif chosen["sample"]:
        number, folder = chosen["sample"]
        _sample(number, folder, given or _suggested(home))
    elif chosen["hand_out"]:
        _hand_out(home, given or _suggested(home), chosen)
    elif chosen["kept"] is not None:
        _against(chosen)
    elif files:
        _compare(home, files, given, chosen)
    else:
        raise click.UsageError("Name cards, or one of --new, --sample, --hand-out and --sheet.")


def _room_file(path: Path | None) -> RoomFile | None:
    return None if path is None else file.opened(path)


def _suggested(home: Home) -> RoomFile:
    kept = settings.read(home.settings)
    language: Language = "fr" if kept.text("language") == "fr" else "en"
    return file.suggested(
        reading.today(),
        number=WEEKS,
        language=language,
        country=kept.text("country"),
        currency=kept.text("currency"),
    )


def _new(home: Home, path: Path) -> None:
    """Ask for what a room file holds, each with what is offered, and write it."""
    if path.exists():
        raise KnownError(f"{path} is there already.", "Choose another name.")
    offered = _suggested(home)
    first = click.prompt("First week", default=offered.first)
    last = click.prompt("Last week", default=offered.last)
    currency = click.prompt("Currency", default=offered.currency).upper()
    country = click.prompt("Whose minimum wage", default=offered.floor.country).upper()
    known = file.floor_of(shelf.shipped(), country, currency, reading.today())
    amount = click.prompt(
        f"Minimum wage, gross, by the hour, in {currency}",
        default=amounts.decimal(known.amount) if known.amount else None,
    )
    source = click.prompt("Where the figure is from", default=known.source or None)
    day = click.prompt("In force since", default=known.day)
    smallest = click.prompt("Smallest group", default=offered.smallest, type=int)
    language = click.prompt("Language", default=offered.language)
    made = file.settled(
        offered,
        first=first,
        last=last,
        currency=currency,
        smallest=smallest,
        language=language,
        amount=amount,
        country=country,
        source=source,
        date=day,
    )
    _write(path, file.written(made).encode())


def _sample(number: int, folder: Path, room: RoomFile) -> None:
    """Write made-up cards, and the room file that they are made for."""
    if folder.exists() and any(folder.iterdir()):
        raise KnownError(f"{folder} is not empty.", "Choose another folder.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KnownError(f"{folder} cannot be made.") from error
    for card in sample.sample(room, number):
        _write(folder / f"{card.handle}.json", document.write(card), quiet=True)
    _write(folder / "room.toml", file.written(room).encode(), quiet=True)
    click.echo(f"{number} made-up cards and room.toml written to {folder}.", err=True)
    click.echo(f"Now: labormeter room --room {folder / 'room.toml'} {folder}", err=True)


def _hand_out(home: Home, room: RoomFile, chosen: dict[str, Any]) -> None:
    language = chosen["language"] or room.language
    until = first_day(room.last).toordinal() + 6
    text = handout.handout(
        replace(room, language=language),
        since=first_day(room.first).isoformat(),
        until=type(first_day(room.last)).fromordinal(until).isoformat(),
        today=reading.today(),
    )
    _put(home, text, chosen["output"])


def _put(home: Home, text: str, output: Path | None) -> None:
    """Write a page of HTML, as it is or as a PDF; without a file, to the screen."""
    if output is None:
        click.echo(text, nl=False)
    else:
        paper(home, text, output)
        click.echo(f"{output} written.", err=True)


def _write(path: Path, data: bytes, *, quiet: bool = False) -> None:
    with whole(path) as out:
        out.write(data)
    if not quiet:
        click.echo(f"{path} written.", err=True)


def _compare(
    home: Home, files: tuple[Path, ...], given: RoomFile | None, chosen: dict[str, Any]
) -> None:
    brought = [path for path in taking.listed(files) if path.suffix.lower() != ".toml"]
    taken = taking.taken(brought, today=reading.today())
    for refused in taken.refused:
        click.echo(f"{refused.name}: {refused.sentence}", err=True)
    if not taken.cards:
        raise KnownError("There is no card among these files.", "labormeter export --format card")
    laid = table.laid(taken.cards, given or _for(home, taken.cards))
    for refused in laid.refused:
        click.echo(f"{refused.name}: {refused.sentence}", err=True)
    for seat in laid.seats.values():
        for remark in seat.remarks:
            click.echo(f"{seat.handle}: {remark}", err=True)
    group = table.group(laid, _seated(laid))
    how = slides.How(language=chosen["language"] or laid.room.language, lens=chosen["lens"])
    _show(home, group, laid, how, chosen)


def _for(home: Home, cards: Sequence[Document]) -> RoomFile:
    """Return the room of cards that came without a room file: the weeks that most have."""
    first, last = taking.usual(cards)
    offered = _suggested(home)
    known = [card.room for card in cards if card.room]
    return replace(offered, first=first, last=last, id=known[0] if known else offered.id)


def _seated(laid: Table) -> frozenset[int]:
    """Return who is looked at; of cards that may be one person's it is asked."""
    chosen = set(laid.sure)
    for twin in laid.twins:
        one = laid.seats[twin.second].handle
        same = "has the same two words as" if twin.same == "handle" else "has the same rows as"
        question = f"{one} {same} {laid.seats[twin.first].handle}. Is it another person's"
        if sys.stdin.isatty() and click.confirm(question, default=False, err=True):
            chosen.add(twin.second)
        else:
            click.echo(f"{one}: left out; it {same} another card.", err=True)
    return frozenset(chosen)


def _show(home: Home, group: Group, laid: Table, how: How, chosen: dict[str, Any]) -> None:
    output: Path | None = chosen["output"]
    suffix = output.suffix.lower() if output is not None else f".{chosen['form']}"
    if suffix == ".json":
        data = sheet.written(sheet.figures(group, laid.room, how.lens))
        _write(output, data) if output is not None else click.echo(data.decode())
    elif suffix in {".html", ".pdf"}:
        _put(home, page.page(group, laid.room, how), output)
    else:
        for line in _text(group, laid, how):
            click.echo(line)
    if chosen["mine"] is not None:
        _mine(group, laid, how, chosen["mine"])


def _text(group: Group, laid: Table, how: How) -> Iterator[str]:
    """Yield every view in words; nothing of one person."""
    yield WORDS[how.language]["lead"].format(
        people=group.number, first=laid.room.first, last=laid.room.last
    )
    yield from warnings(group.number, how.language)[1:]
    for name in slides.NAMES:
        shown = slides.slide(name, group, laid.room, slides.kept(how), Look())
        yield ""
        yield shown.title.upper()
        if shown.svg:
            yield from (f"  {part}" for part in shown.said.split("; "))
        yield from (f"  {sentence}" for sentence in shown.sentences)


def _mine(group: Group, laid: Table, how: How, handle: str) -> None:
    seat = next((one for one in group.dots if one.handle == handle), None)
    if seat is None:
        raise KnownError("There is no dot with these two words.")
    _rows(sheet.mine(seat, sheet.figures(group, laid.room, how.lens)), laid.room, how.language)


def _against(chosen: dict[str, Any]) -> None:
    """Hold a person's own card against a group sheet that was kept."""
    if chosen["mine"] is None:
        raise click.UsageError("--sheet goes with --mine CARD.")
    found, mine = against.against(chosen["kept"], Path(chosen["mine"]), today=reading.today())
    _rows(mine, found.room, chosen["language"] or found.room.language)


def _rows(found: tuple[sheet.Mine, ...], room: RoomFile, language: Language) -> None:
    click.echo(WORDS[language]["mine_title"])
    heads, rows = against.lines(found, room, language)
    show([dict(zip(heads, row, strict=True)) for row in rows], "table", columns=heads)
