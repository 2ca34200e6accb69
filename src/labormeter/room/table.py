"""The table in the room: cards as they came, the seats they make, and who is looked at.

files --take--> cards --seated--> seats --deal--> group          wiped: nothing is left
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from labormeter.errors import KnownError
from labormeter.room import compare, taking
from labormeter.room.file import book_of
from labormeter.room.seat import seat, views
from labormeter.sentence import said

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from labormeter.exports.document import Document
    from labormeter.room.compare import Group
    from labormeter.room.file import RoomFile
    from labormeter.room.seat import Seat
    from labormeter.room.taking import Refused, Twins


@dataclass(frozen=True, slots=True)
class Table:
    """The seats of a room by their keys, in the order of handles."""

    room: RoomFile
    seats: Mapping[int, Seat]
    twins: tuple[Twins, ...]
    refused: tuple[Refused, ...]
    """Cards made for other weeks or another room, by their handles."""

    @property
    def doubtful(self) -> frozenset[int]:
        """Return the keys of cards that may be somebody's second one."""
        return frozenset(one.second for one in self.twins)

    @property
    def sure(self) -> frozenset[int]:
        """Return the keys of all others."""
        return frozenset(self.seats) - self.doubtful


def laid(cards: Iterable[Document], room: RoomFile) -> Table:
    """Return the table of cards. Raises KnownError where the room's book is not this program's."""
    book = book_of(room)
    fitting = taking.fitting(cards, room)
    calendars = views(room, book)
    seats = [seat(card, calendars, book) for card in fitting.cards]
    twins = taking.twins(fitting.cards)
    return Table(room, {one.key: one for one in seats}, twins, fitting.refused)


def group(table: Table, keys: Collection[int]) -> Group:
    """Return the group of some seats. Raises KnownError where these are too few."""
    seats = [seat for key, seat in table.seats.items() if key in keys]
    if len(seats) < table.room.smallest:
        raise KnownError(
            said(
                "At least {smallest} cards are needed, and there are {people}.",
                smallest=table.room.smallest,
                people=len(seats),
            )
        )
    return compare.group(seats, table.room.smallest)
