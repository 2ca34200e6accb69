"""A person's own figures against the group's: at home by a kept sheet, in the room by two words.

    sheet.json, card --against--> Figures, what is one's own --lines--> heads and rows of texts

Both files may be anybody's: the sheet is small and judged, the card is read as any card of a room.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from labormeter.errors import KnownError
from labormeter.room import sheet, table, taking
from labormeter.room.words import WORDS, act, figure, money, platform

if TYPE_CHECKING:
    from pathlib import Path

    from labormeter.room.file import Language, RoomFile
    from labormeter.room.sheet import Figures, Mine

HEADS: Final = ("measure", "mine", "quarter", "half", "quarters")


def against(kept: Path, card: Path, *, today: str) -> tuple[Figures, tuple[Mine, ...]]:
    """Return the figures of a kept sheet, and those of a card beside them. Raises KnownError."""
    found = sheet.read(_bytes(kept))
    taken = taking.taken([card], today=today)
    if taken.refused:
        raise KnownError(taken.refused[0].sentence)
    if len(taken.cards) != 1:
        raise KnownError("One card is wanted.", "Choose a card of your own.")
    laid = table.laid(taken.cards, replace(found.room, id=taken.cards[0].room or found.room.id))
    if not laid.seats:
        raise KnownError(laid.refused[0].sentence)
    return found, sheet.mine(next(iter(laid.seats.values())), found)


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as opened:
            return opened.read(sheet.LARGEST + 1)
    except OSError as error:
        raise KnownError("The sheet cannot be opened.", "Choose another file.") from error


def lines(
    found: tuple[Mine, ...], room: RoomFile, language: Language
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return the heads of the table of what is one's own, and its rows, in a language."""
    heads = tuple(WORDS[language][name] for name in HEADS)
    return heads, tuple(_line(one, room, language) for one in found)


def _line(one: Mine, room: RoomFile, language: Language) -> tuple[str, ...]:
    values = (one.value, one.quarters.first, one.quarters.median, one.quarters.third)
    return (_name(one, language), *(_told(one, value, room, language) for value in values))


def _name(one: Mine, language: Language) -> str:
    if one.kind is None:
        return WORDS[language][one.measure or "acts"]
    return f"{platform(one.kind[0], language)}, {act(one.kind[1], language)}"


def _told(one: Mine, value: float | None, room: RoomFile, language: Language) -> str:
    if value is None:
        return ""
    if one.measure == "worth":
        return money(value, room.currency, language)
    return figure(value / 60 if one.measure == "effort" else value, language)
