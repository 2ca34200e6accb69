"""The room as the window holds it: cards, who is meant to be seen, who is, and which view is up.

    brought --> cards --laid--> table --choose--> deal --reveal, deal again--> group --> slides

Nothing of it is ever written, but the group sheet that is asked for; wiping forgets all the rest.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from labormeter.room import compare, deal, slides
from labormeter.room.deal import Deal
from labormeter.room.file import SMALLEST
from labormeter.room.seat import key
from labormeter.room.slides import NAMES, How

if TYPE_CHECKING:
    from collections.abc import Sequence

    from labormeter.exports.document import Document
    from labormeter.room.compare import Group
    from labormeter.room.drawing import Look
    from labormeter.room.file import RoomFile
    from labormeter.room.slides import Slide
    from labormeter.room.table import Table
    from labormeter.room.taking import Refused, Taken

MOST: Final = 200
"""Refusals that are remembered: a folder of other things must not fill the page."""


NOBODY: Final = Deal(smallest=SMALLEST)
USUAL: Final = How()


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """How the room stands."""

    file: RoomFile | None = None
    """None where none was opened: then the weeks are those that most cards have."""
    cards: tuple[Document, ...] = ()
    table: Table | None = None
    refused: tuple[Refused, ...] = ()
    deal: Deal = NOBODY
    folder: str = ""
    """Watched for cards."""
    reading: bool = False
    view: str = NAMES[0]
    how: How = USUAL
    sample: bool = False
    """Its cards are made up."""
    sheet: str = ""
    """Name of the group sheet that was kept."""
    fault: str = ""

    @property
    def group(self) -> Group | None:
        """Return those who are looked at, None before the reveal."""
        if self.table is None or not self.deal.revealed:
            return None
        seats = [seat for at, seat in self.table.seats.items() if at in self.deal.dealt]
        return compare.group(seats, self.table.room.smallest)


class RoomPresenter(QObject):
    """Holds a Room.

    Signals:
        changed: it stands otherwise.
        brought: files are to be read; carries their paths.
        opened: a room file is to be read; carries its path.
        laying: the cards are to be laid out; carries the cards and the room file.
        watching: a folder is to be watched, none where it is empty; carries its path.
        keeping: the group sheet is to be written; carries the path, the group, the file and how.
        handing: the hand-out is to be written; carries the path and the room file.
        trying: made-up cards are wanted.
    """

    changed = Signal()
    brought = Signal(object)
    opened = Signal(str)
    laying = Signal(object, object)
    watching = Signal(str)
    keeping = Signal(str, object, object, object)
    handing = Signal(str, object)
    trying = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = Room()
        self.round = 0
        """How often the room was wiped: what was begun before must not come in after."""

    def bring(self, paths: Sequence[str]) -> None:
        """Have files read."""
        if paths:
            self._hold(replace(self.state, reading=True, fault=""))
            self.brought.emit(list(paths))

    def open(self, path: str) -> None:
        """Have a room file read."""
        if path:
            self.opened.emit(path)

    def settle(self, file: RoomFile) -> None:
        """Take a room file: cards are laid out anew by it, and nothing is revealed."""
        self._hold(replace(self.state, file=file, fault=""))
        self._lay()

    def rehearse(self, file: RoomFile, taken: Taken) -> None:
        """Take made-up cards in place of all others, and the room file that they are for."""
        self.wipe()
        self._hold(replace(self.state, file=file, sample=True))
        self.take(taken)

    def watch(self, folder: str) -> None:
        """Watch a folder for cards; an empty one for none."""
        self._hold(replace(self.state, folder=folder))
        self.watching.emit(folder)

    def take(self, taken: Taken) -> None:
        """Take what was read; a card that is there already is not taken twice."""
        known = {key(card) for card in self.state.cards}
        fresh = {key(card): card for card in taken.cards if key(card) not in known}
        refused = dict.fromkeys((*self.state.refused, *taken.refused))
        self._hold(
            replace(
                self.state,
                reading=False,
                cards=(*self.state.cards, *fresh.values()),
                refused=tuple(refused)[-MOST:],
            )
        )
        if fresh:
            self._lay()

    def _lay(self) -> None:
        if self.state.cards:
            self._hold(replace(self.state, reading=True))
            self.laying.emit(self.state.cards, self.state.file)

    def laid(self, table: Table) -> None:
        """Take the table: those who were left out stay out, those who come are meant to be in."""
        before = self.state.table
        known = frozenset() if before is None else frozenset(before.seats)
        held = self.state.deal
        new = table.sure - known
        same = before is not None and before.room == table.room
        chosen = ((held.chosen & frozenset(table.seats)) | new) if same else table.sure
        fresh = Deal(
            smallest=table.room.smallest,
            chosen=chosen,
            dealt=held.dealt if same else frozenset(),
        )
        self._hold(replace(self.state, reading=False, table=table, deal=fresh))

    def failed(self, why: str) -> None:
        """Take that something could not be read or written."""
        self._hold(replace(self.state, reading=False, fault=why))

    def choose(self, seat: int, *, on: bool) -> None:
        """Mean a seat to be in, or out."""
        self._hold(replace(self.state, deal=deal.choose(self.state.deal, seat, on=on)))

    def deal(self) -> None:
        """Reveal, or deal again."""
        self._hold(replace(self.state, deal=deal.dealt(self.state.deal)))

    def turn(self, view: str) -> None:
        """Show another view."""
        if view in NAMES:
            self._hold(replace(self.state, view=view))

    def step(self, by: int) -> None:
        """Show the view so many further on, round and round."""
        self.turn(NAMES[(NAMES.index(self.state.view) + by) % len(NAMES)])

    def look(self, how: How) -> None:
        """Look otherwise: another lens, price, language, or one's own dot."""
        self._hold(replace(self.state, how=how))

    def slide(self, look: Look) -> Slide | None:
        """Return the view that is shown, None before the reveal."""
        group, table = self.state.group, self.state.table
        if group is None or table is None:
            return None
        return slides.slide(self.state.view, group, table.room, self.state.how, look)

    def keep(self, path: str) -> None:
        """Have the group sheet written."""
        group, table = self.state.group, self.state.table
        if path and group is not None and table is not None:
            how = replace(self.state.how, language=table.room.language)
            self.keeping.emit(path, group, table.room, how)

    def hand_out(self, path: str) -> None:
        """Have the hand-out written."""
        if path and self.state.file is not None:
            self.handing.emit(path, self.state.file)

    def kept(self, name: str) -> None:
        """Take that the group sheet was written."""
        self._hold(replace(self.state, sheet=name, fault=""))

    def wipe(self) -> None:
        """Forget cards, figures and the folder; the room file stays for another round."""
        self.round += 1
        how = How(language=self.state.how.language)
        self._hold(Room(file=None if self.state.sample else self.state.file, how=how))
        self.watching.emit("")

    def _hold(self, fresh: Room) -> None:
        if fresh != self.state:
            self.state = fresh
            self.changed.emit()
