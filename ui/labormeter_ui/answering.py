"""Between the pages and the ledger: asked on the window's thread, answered on the desk's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from labormeter.errors import KnownError
from labormeter.ledger import forget, posted, query
from labormeter.ledger.log import Log
from labormeter_ui.presenters.groups import groups
from labormeter_ui.presenters.worth import valued
from labormeter_ui.tail import edge, now

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from labormeter.home import Home
    from labormeter.model import Act, Cell
    from labormeter_ui.picture import Picture
    from labormeter_ui.presenters.acts import Filter, Leaving
    from labormeter_ui.presenters.groups import By, Groups
    from labormeter_ui.presenters.pages import Presenters
    from labormeter_ui.presenters.worth import Valued
    from labormeter_ui.purse import Purse
    from labormeter_ui.tail import Reader
    from labormeter_ui.work import Desk


class Answering(QObject):
    """Answers what the page of the ledger asks.

    Signals:
        refused: what was asked for cannot be; carries the KnownError.
        forgotten: acts were forgotten; carries how many, and whether no trace is left.
        added: acts were added by hand; carries how many.
    """

    refused = Signal(object)
    forgotten = Signal(int, bool)
    added = Signal(int)

    def __init__(
        self,
        desk: Desk,
        reader: Reader,
        purse: Purse,
        presenters: Presenters,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.home, self._desk, self._reader, self._purse = reader.home, desk, reader, purse
        self._presenters = presenters
        self.picture: Picture | None = None
        presenters.groups.needed.connect(self._group)
        presenters.worth.needed.connect(self._value)
        presenters.acts.left.connect(self._forget)

    def see(self, picture: Picture) -> None:
        """Take a new picture of the ledger."""
        self.picture = picture

    def add(self, acts: Sequence[Act]) -> None:
        """Append acts that the person added by hand."""
        self.ask(lambda: _added(self.home, acts), self.added.emit)

    def ask[T](self, job: Callable[[], T], then: Callable[[T], None]) -> None:
        """Do a job on the desk's thread; a KnownError is told and changes nothing."""

        def tried() -> T | KnownError:
            try:
                return job()
            except KnownError as error:
                return error

        def done(found: T | KnownError) -> None:
            if isinstance(found, KnownError):
                self.refused.emit(found)
            else:
                then(found)

        self._desk.give(tried, done)

    def _group(self, wanted: Filter, by: By) -> None:
        picture = self.picture
        if picture is not None:
            self.ask(lambda: self._groups(picture, wanted, by), self._presenters.groups.take)

    def _groups(self, picture: Picture, wanted: Filter, by: By) -> Groups:
        cells = self.cells(wanted.since)
        return groups(wanted, by, cells, self._purse.calendar(picture))

    def cells(self, since: str) -> list[Cell]:
        """Return the roll-ups from a local day on, uploads looked up; for the desk's thread."""
        cells = self._reader.cells(since or None)
        if any(cell.activity == "upload" for cell in cells):
            return posted.looked_up(self.home, cells)
        return cells

    def _value(self, act: Act) -> None:
        picture = self.picture
        if picture is not None:
            self.ask(lambda: self._valued(picture, act), self._presenters.worth.take)

    def _valued(self, picture: Picture, act: Act) -> Valued:
        return valued(act, self._purse.calendar(picture))

    def _forget(self, leaving: list[Leaving]) -> None:
        self.ask(lambda: _forgotten(self.home, leaving), lambda found: self.forgotten.emit(*found))


def _forgotten(home: Home, leaving: list[Leaving]) -> tuple[int, bool]:
    done = [forget.forget(home, _choice(one), now=now()) for one in leaving]
    return sum(one.acts for one in done), all(one.clean for one in done)


def _choice(one: Leaving) -> forget.Choice:
    wanted = one.wanted
    if wanted is None:
        return forget.Choice(acts=one.ids)
    return forget.Choice(
        wanted=query.Filter(
            since=edge(wanted.since, 0),
            until=edge(wanted.until, 1),
            platform=wanted.platform or None,
            activity=wanted.activity or None,
            source=wanted.source or None,
            flag=wanted.flag or None,
        )
    )


def _added(home: Home, acts: Sequence[Act]) -> int:
    with Log.open(home, now=now()) as log:
        return log.append(acts)
