"""What was done before it was metered: an import on its way, those that were made, coverage."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QObject, Signal

from labormeter.model import ACTIVITIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from labormeter.archives.survey import Survey
    from labormeter.ledger.imports import Import, Tally
    from labormeter.model import Cell
    from labormeter.valuation.seen import Share

type Stage = Literal["idle", "reading", "found", "bringing", "undoing"]
"""`reading` an archive; `found`: it waits for a yes; `bringing` it into the ledger."""

BUSY: Final[frozenset[Stage]] = frozenset({"reading", "bringing", "undoing"})


@dataclass(frozen=True, slots=True)
class Line:
    """Acts of one platform and activity in an archive, whatever their year."""

    platform: str
    activity: str
    first: str
    """The first year, empty where none has a date."""
    last: str
    found: int
    new: int
    known: int
    """Which the ledger holds already: imported before, or metered."""
    undated: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What the ledger holds of imports."""

    imports: tuple[Import, ...] = ()
    whole: Share | None = None
    """What the meter saw of all that archives tell of."""
    shares: tuple[Share, ...] = ()
    """The same by platform and activity."""
    weeks: tuple[Share, ...] = ()
    """The same by week, in order."""
    undated: tuple[Cell, ...] = ()
    returned: tuple[tuple[str, int], ...] = ()
    """Kinds of metadata in files as platforms returned them, the most frequent first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """How the page stands."""

    stage: Stage = "idle"
    done: int = 0
    total: int = 0
    """Bytes that were read, and bytes in all."""
    survey: Survey | None = None
    """What an import would bring, while it waits for a yes."""
    number: int | None = None
    """The import that was just made."""
    added: int = 0
    undone: bool = False
    """Whether an import was just undone."""
    past: Past = Past()


def lines(tallies: Iterable[Tally]) -> tuple[Line, ...]:
    """Return an archive's acts by platform and activity, the years from first to last."""
    grouped: dict[tuple[str, str], list[Tally]] = {}
    for one in tallies:
        grouped.setdefault((one.platform, one.activity), []).append(one)
    places = {activity: place for place, activity in enumerate(ACTIVITIES)}
    keys = sorted(grouped, key=lambda key: (key[0], places.get(key[1], len(places))))
    return tuple(_line(*key, grouped[key]) for key in keys)


def _line(platform: str, activity: str, found: Sequence[Tally]) -> Line:
    years = sorted(one.year for one in found if one.year)
    return Line(
        platform,
        activity,
        years[0] if years else "",
        years[-1] if years else "",
        sum(one.found for one in found),
        sum(one.new for one in found),
        sum(one.found - one.new for one in found),
        sum(one.found for one in found if not one.year),
    )


class HistoryPresenter(QObject):
    """Holds an import on its way, and what imports left.

    Signals:
        changed: it stands otherwise.
        needed: what the ledger holds of imports is to be read.
        look_wanted: files are to be looked at; carries their paths and the passphrase.
        passphrase_wanted: one of the files is sealed; carries their paths.
        bring_wanted: what was found is to be brought into the ledger.
        put_away: what was found is not wanted.
        stop_wanted: what goes on is to stop.
        undo_wanted: an import is to be undone; carries its number.
    """

    changed = Signal()
    needed = Signal()
    look_wanted = Signal(object, str)
    passphrase_wanted = Signal(object)
    bring_wanted = Signal()
    put_away = Signal()
    stop_wanted = Signal()
    undo_wanted = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = History()

    @property
    def busy(self) -> bool:
        """Whether something goes on."""
        return self.state.stage in BUSY

    def open(self, shown: bool) -> None:  # noqa: FBT001 - takes a Qt signal's value
        """Say whether the page is seen."""
        if shown:
            self.needed.emit()

    def look(self, paths: Sequence[str], passphrase: str = "") -> None:
        """Look at files; while something goes on, nothing happens."""
        if paths and not self.busy:
            self._hold(History(stage="reading", past=self.state.past))
            self.look_wanted.emit(list(paths), passphrase)

    def sealed(self, paths: Sequence[str]) -> None:
        """Say that one of the files is sealed, so that the passphrase is asked for."""
        self.rest()
        self.passphrase_wanted.emit(list(paths))

    def progress(self, done: int, total: int) -> None:
        """Say how far it came."""
        if self.state.stage == "reading":
            self._hold(replace(self.state, done=done, total=total))

    def find(self, survey: Survey) -> None:
        """Say what was found; it waits for a yes."""
        if self.state.stage == "reading":
            self._hold(replace(self.state, stage="found", survey=survey))

    def bring(self) -> None:
        """Bring what was found into the ledger."""
        if self.state.stage == "found" and self.state.survey and self.state.survey.changes:
            self._hold(replace(self.state, stage="bringing"))
            self.bring_wanted.emit()

    def brought(self, number: int | None) -> None:
        """Say that it is in the ledger."""
        added = self.state.survey.new if self.state.survey else 0
        self._hold(History(number=number, added=added, past=self.state.past))
        self.needed.emit()

    def put(self) -> None:
        """Put away what was found."""
        if self.state.stage == "found":
            self.put_away.emit()
            self._hold(History(past=self.state.past))

    def stop(self) -> None:
        """Stop reading: nothing was imported."""
        if self.state.stage == "reading":
            self.stop_wanted.emit()

    def undo(self, number: int) -> None:
        """Undo an import."""
        if not self.busy:
            if self.state.stage == "found":
                self.put_away.emit()
            self._hold(History(stage="undoing", past=self.state.past))
            self.undo_wanted.emit(number)

    def taken_back(self) -> None:
        """Say that an import was undone."""
        self._hold(History(undone=True, past=self.state.past))
        self.needed.emit()

    def rest(self) -> None:
        """Say that nothing goes on any more."""
        self._hold(History(past=self.state.past))

    def take(self, past: Past) -> None:
        """Take what the ledger holds of imports."""
        self._hold(replace(self.state, past=past))

    def _hold(self, state: History) -> None:
        self.state = state
        self.changed.emit()
