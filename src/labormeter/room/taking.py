"""Takes in what people bring: cards as files or pictures, each read where it can do no harm.

    files --sort out, read in other processes--> cards of the room's weeks, and refusals with reasons

Nothing is unpacked and no database is opened: a room takes cards alone. The order in which files
came is forgotten, for it would tell whose is whose.
"""

from __future__ import annotations

import stat
from collections import Counter
from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING, Final, Literal

from labormeter.errors import KnownError
from labormeter.exports import hostile, reading
from labormeter.exports.handle import known
from labormeter.exports.tables import periods
from labormeter.room import picture
from labormeter.room.seat import key
from labormeter.sentence import said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from labormeter.exports.document import Document
    from labormeter.room.file import RoomFile

type Same = Literal["handle", "rows"]

SEATS: Final = 200
"""Cards that a room takes."""
PICTURES: Final = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"BM", b"RIFF")
_ZIP: Final = said("It is a zip archive. A room takes cards alone: one file of JSON each.")
KINDS: Final = (
    (b"PK\x03\x04", _ZIP),
    (b"PK\x05\x06", _ZIP),
    (
        b"SQLite format 3\x00",
        said("It is a database. Nobody else's ledger is opened here, only a card."),
    ),
    (b"age-encryption.org", said("It is sealed with a passphrase. Its owner opens it first.")),
    (
        b"%PDF-",
        said("It is a PDF. A room takes cards, as files of JSON or pictures of their codes."),
    ),
    (b"\x1f\x8b", said("It is packed. A room takes cards as they are: files of JSON.")),
)
"""How files begin that are refused without being read."""
_LINE: Final = said("It was made for another room: let it be made anew with this room's file.")


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that has no seat, and why."""

    name: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Twins:
    """Two cards that may be one person's, by their keys."""

    first: int
    second: int
    same: Same


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of the files."""

    cards: tuple[Document, ...]
    """In the order of their handles."""
    refused: tuple[Refused, ...]


_TWICE: Final = said("It is there twice, to the last row: it is counted once.")


def taken(paths: Sequence[Path], *, today: str) -> Taken:
    """Return the cards in files and pictures from others, whatever their weeks. Never raises."""
    cards: list[Document] = []
    refused: list[Refused] = []
    waiting: list[tuple[str, bytes]] = []
    for path in listed(paths):
        try:
            waiting.append((path.name, _content(path)))
        except KnownError as error:
            refused.append(Refused(path.name, error.message))
    for opened in reading.judged(waiting, today=today):
        why = _unseated(opened.document) if opened.document else opened.sentence
        if opened.document is None or why:
            refused.append(Refused(opened.name, why))
        else:
            cards.append(opened.document)
    return Taken(in_order(cards), tuple(refused))


def listed(paths: Iterable[Path]) -> list[Path]:
    """Return the files that are meant: of a folder, those that lie in it and are not hidden."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += sorted(one for one in path.iterdir() if one.is_file() and one.name[0] != ".")
        else:
            found.append(path)
    return found


def in_order(cards: Iterable[Document]) -> tuple[Document, ...]:
    """Return cards by their handles: whoever came first must not be seen to have."""
    return tuple(sorted(cards, key=lambda card: (card.handle, card.counts)))


def _content(path: Path) -> bytes:
    """Return the card in a file, or in the code of a picture. Raises KnownError."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise KnownError("It is no file.")
        with path.open("rb") as file:
            data = file.read(hostile.LARGEST + 1)
    except OSError as error:
        raise KnownError("It cannot be opened.") from error
    for begins, why in KINDS:
        if data.startswith(begins):
            raise KnownError(why)
    return picture.card(path) if data.startswith(PICTURES) else data


def _unseated(card: Document) -> str:
    """Return why a document is no card that can have a seat, nothing where it can."""
    if card.kind == "full":
        return said("It is somebody's own ledger, exact and by source. A room takes cards alone.")
    if card.kind == "study":
        return said("It was made for a study. A room takes cards alone.")
    if card.grain != "week":
        return said("It counts by months, and a room compares weeks.")
    return "" if known(card.handle) else said("Its handle is not two words of the list.")


def usual(cards: Sequence[Document]) -> tuple[str, str]:
    """Return the weeks that most cards speak of, the later of two; for a room without a file."""
    spans = Counter((card.first, card.last) for card in cards)
    return max(spans, key=lambda span: (spans[span], span[::-1]))


def fitting(cards: Iterable[Document], room: RoomFile) -> Taken:
    """Return cards cut to the room's weeks; those that were made for others are refused."""
    kept: dict[int, Document] = {}
    refused = []
    weeks = frozenset(periods(room.first, room.last))
    for card in cards:
        if card.room and card.room != room.id:
            refused.append(Refused(card.handle, _LINE))
        elif weeks - set(card.periods):
            theirs, ours = _span(card.first, card.last), _span(room.first, room.last)
            why = said(
                "It speaks of {theirs}, and the room of {ours}: let it be made anew for these weeks.",
                theirs=theirs,
                ours=ours,
            )
            refused.append(Refused(card.handle, why))
        elif (number := key(cut := _cut(card, weeks, room))) in kept:
            refused.append(Refused(card.handle, _TWICE))
        else:
            kept[number] = cut
    return Taken(in_order(kept.values()), tuple(refused))


def _span(first: str, last: str) -> str:
    return first if first == last else f"{first} - {last}"


def _cut(card: Document, weeks: frozenset[str], room: RoomFile) -> Document:
    """Return a card with the rows of some weeks alone."""
    if (card.first, card.last) == (room.first, room.last):
        return card
    return replace(
        card,
        first=room.first,
        last=room.last,
        counts=tuple(row for row in card.counts if row.period in weeks),
        disclosures=tuple(row for row in card.disclosures if row.period in weeks),
        coverage=tuple(row for row in card.coverage if row.period in weeks),
    )


def twins(cards: Sequence[Document]) -> tuple[Twins, ...]:
    """Return pairs of cards that may be one person's: the same two words, or the same rows."""
    return tuple(_twins(cards))


def _twins(cards: Sequence[Document]) -> Iterator[Twins]:
    rows = [hash((card.counts, card.coverage)) for card in cards]
    for first, second in combinations(range(len(cards)), 2):
        one, other = cards[first], cards[second]
        if one.handle == other.handle:
            yield Twins(key(one), key(other), "handle")
        elif one.counts and rows[first] == rows[second] and one.counts == other.counts:
            yield Twins(key(one), key(other), "rows")
