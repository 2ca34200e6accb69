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
from labormeter.room.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from labormeter.exports.document import Document
    from labormeter.room.compare import Group
    from labormeter.room.file import RoomFile
    from labormeter.room.seat import Seat
    from labormeter.room.taking import Refused, Twins


@dataclass(frozen=True, slots=True)
class Table:
    """The seats of a room. Their places are those of `seats`, in the order of handles."""

    room: RoomFile
    seats: tuple[Seat, ...]
    twins: tuple[Twins, ...]
    refused: tuple[Refused, ...]
    """Cards made for other weeks or another room, by their handles."""

    @property
    def doubtful(self) -> frozenset[int]:
        """Return the places of cards that may be somebody's second one."""
        return frozenset(one.second for one in self.twins)

    @property
    def sure(self) -> frozenset[int]:
        """Return the places of all others."""
        return frozenset(range(len(self.seats))) - self.doubtful


def laid(cards: Iterable[Document], room: RoomFile) -> Table:
    """Return the table of cards. Raises KnownError where the room's book is not this program's."""
    book = book_of(room)
    fitting = taking.fitting(cards, room)
    calendars = views(room, book)
    seats = tuple(seat(card, calendars, book) for card in fitting.cards)
    return Table(room, seats, taking.twins(fitting.cards), fitting.refused)


def group(table: Table, places: Collection[int]) -> Group:
    """Return the group of some seats. Raises KnownError where these are too few."""
    seats: Sequence[Seat] = [table.seats[place] for place in sorted(places)]
    if len(seats) < table.room.smallest:
        words = WORDS[table.room.language]["few"]
        raise KnownError(words.format(smallest=table.room.smallest, people=len(seats)))
    return compare.group(seats, table.room.smallest)
