"""The ledger, act by act: filtered, and read a page at a time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QObject, Signal

from labormeter_ui.picture import day, earlier
from labormeter_ui.presenters.feed import practised

if TYPE_CHECKING:
    from labormeter.model import Act

type Period = Literal["today", "week", "month", "year", "all", "days"]

MINUTE: Final = 60_000_000
HOUR: Final = 60 * MINUTE
PAGE: Final = 500
"""Acts read at once."""
LENGTHS: Final[dict[Period, int]] = {"today": 0, "week": 6, "month": 29, "year": 364}
"""Days before today with which a period begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which acts are shown. Empty means all; `since` and `until` are ISO dates, both included."""

    period: Period = "today"
    since: str = ""
    until: str = ""
    platform: str = ""
    activity: str = ""
    source: str = ""
    flag: str = ""
    practice: bool = False
    hour: int | None = None
    """Local hour of the week, 0 for Monday from midnight on."""

    def takes(self, act: Act) -> bool:
        """Say whether an act is among those of a dated filter."""
        local = day(act.occurred_at, act.utc_offset)
        return (
            self.since <= local <= (self.until or "~")
            and (self.practice or not practised(act))
            and self.hour in {None, hour_of(act)}
            and self.platform in {"", act.platform}
            and self.activity in {"", act.activity}
            and self.source in {"", act.source}
            and (not self.flag or self.flag in act.flags)
        )


def hour_of(act: Act) -> int:
    """Return the local hour of the week in which an act was done; 1970 began on a Thursday."""
    return ((act.occurred_at + act.utc_offset * MINUTE) // HOUR + 72) % 168


def dated(wanted: Filter, today: str) -> Filter:
    """Return a filter with the dates of its period."""
    if wanted.period == "days":
        return wanted
    if wanted.period == "all":
        return replace(wanted, since="", until="")
    return replace(wanted, since=earlier(today, LENGTHS[wanted.period]), until="")


@dataclass(frozen=True, slots=True)
class Page:
    """Some acts that a filter lets through, newest first, and where the next page goes on."""

    wanted: Filter
    acts: tuple[Act, ...]
    after: Act | None
    begins: Act | None = None
    """The act after which it begins, None for the first page."""


@dataclass(frozen=True, slots=True)
class Leaving:
    """What is to be forgotten once the page is left: acts by their ids, or all of a filter.

    Of a filter only what was done up to `at` goes: nobody was asked about what came later.
    """

    ids: tuple[str, ...] = ()
    wanted: Filter | None = None
    at: int = 0

    def takes(self, act: Act) -> bool:
        """Say whether an act is among these."""
        if self.wanted is None:
            return act.id in self.ids
        return act.occurred_at <= self.at and self.wanted.takes(act)


class ActsPresenter(QObject):
    """Holds the acts read so far, and what is to be forgotten once the page is left.

    Signals:
        leaving_changed: something else is to be forgotten than before, or was counted.
        uncounted: all of a filter are to be forgotten; carries these, to be counted.
        left: the page was left; carries what is to be forgotten now.
        reset: the filter changed or the ledger did; the acts so far are gone.
        grown: a page was added; carries how many acts there were before and how many are new.
        needed: a page is to be read; carries the filter and the act after which it begins.
    """

    reset = Signal()
    grown = Signal(int, int)
    needed = Signal(object, object)
    leaving_changed = Signal()
    left = Signal(object)
    uncounted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.filter = Filter()
        self.acts: list[Act] = []
        self.today = ""
        self.complete = False
        self.reading = False
        self.given_up = False
        self.leaving: list[Leaving] = []
        self._after: Act | None = None
        self._fresh = False
        """The page on its way takes the place of all that is there."""
        self._now = 0
        self._put: dict[str, Act] = {}
        self._counted: dict[Leaving, int] = {}

    @property
    def going(self) -> int | None:
        """Return how many acts are to be forgotten, None where that is not known (yet).

        It is known of one filter, and of what was put away one by one beside it.
        """
        filters = [one for one in self.leaving if one.wanted is not None]
        if len(filters) > 1 or any(one not in self._counted for one in filters):
            return None
        named = {number for one in self.leaving for number in one.ids}
        single = [
            number for number in named if not any(f.takes(self._put[number]) for f in filters)
        ]
        return len(single) + sum(self._counted[one] for one in filters)

    def count(self, leaving: Leaving, acts: int) -> None:
        """Take how many acts a filter would have forgotten."""
        self._counted[leaving] = acts
        self.leaving_changed.emit()

    def put_away(self, places: list[int]) -> None:
        """Show the acts at these places no more, and forget them once the page is left."""
        chosen = [self.acts[place] for place in places]
        if chosen:
            self._put.update((act.id, act) for act in chosen)
            self._leave(Leaving(ids=tuple(act.id for act in chosen)))

    def put_all_away(self) -> None:
        """Forget all acts of the filter once the page is left."""
        if self.acts:
            going = Leaving(wanted=dated(self.filter, self.today), at=self._now)
            self._leave(going)
            self.uncounted.emit(going)

    def undo(self) -> None:
        """Forget nothing after all."""
        if self.leaving:
            self.leaving, self._put = [], {}
            self.leaving_changed.emit()
            self.renew()

    def leave(self) -> None:
        """Have forgotten what was put away."""
        going, self.leaving = self.leaving, []
        if going:
            self.left.emit(going)
            self.leaving_changed.emit()

    def _leave(self, going: Leaving) -> None:
        self.leaving.append(going)
        self.leaving_changed.emit()
        self.renew()

    def _shown(self, act: Act) -> bool:
        if practised(act) and not self.filter.practice:
            return False
        filters = (one for one in self.leaving if one.wanted is not None)
        return act.id not in self._put and not any(one.takes(act) for one in filters)

    def choose(self, wanted: Filter) -> None:
        """Show the acts of another filter."""
        self.filter = wanted
        self.renew()

    def renew(self) -> None:
        """Read again from the newest act on."""
        self._clear()
        self.complete, self.reading = False, False
        self.more()

    def freshen(self) -> None:
        """Read again from the newest act on, and show what is there until that was read."""
        if not self.reading:
            self._after, self._fresh, self.complete = None, True, False
            self.more()

    def _clear(self) -> None:
        self.acts, self._after, self._fresh = [], None, False
        self.reset.emit()

    def more(self) -> None:
        """Ask for the next page, unless one is on its way or there is none."""
        if self.today and not (self.reading or self.complete):
            self.reading, self.given_up = True, False
            self.needed.emit(dated(self.filter, self.today), self._after)

    def take(self, page: Page) -> None:
        """Take a page; one that was read for another filter, or for before, is dropped."""
        asked = (dated(self.filter, self.today), self._after)
        if not self.reading or (page.wanted, page.begins) != asked:
            return
        if self._fresh:
            self._clear()
        before = len(self.acts)
        self.reading = False
        self.complete = page.after is None
        self._after = page.after
        shown = [act for act in page.acts if self._shown(act)]
        self.acts.extend(shown)
        self.grown.emit(before, len(shown))
        if not shown:
            self.more()

    def stop(self) -> None:
        """Say that the page will not come; scrolling asks again."""
        self.reading, self.given_up = False, True
        self.grown.emit(len(self.acts), 0)

    def see_day(self, today: str, now: int = 0) -> None:
        """Take the local date and the moment; a new day reads again."""
        self._now = now
        if today != self.today:
            self.today = today
            self.renew()
