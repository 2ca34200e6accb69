"""The ledger, act by act: filtered, and read a page at a time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QObject, Signal

from labormeter_ui.picture import earlier
from labormeter_ui.presenters.feed import practised

if TYPE_CHECKING:
    from labormeter.model import Act

type Period = Literal["today", "week", "month", "year", "all", "days"]

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
    practice: bool = False


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


class ActsPresenter(QObject):
    """Holds the acts read so far.

    Signals:
        reset: the filter changed or the ledger did; the acts so far are gone.
        grown: a page was added; carries how many acts there were before and how many are new.
        needed: a page is to be read; carries the filter and the act after which it begins.
    """

    reset = Signal()
    grown = Signal(int, int)
    needed = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.filter = Filter()
        self.acts: list[Act] = []
        self.today = ""
        self.complete = False
        self.reading = False
        self._after: Act | None = None

    def choose(self, wanted: Filter) -> None:
        """Show the acts of another filter."""
        self.filter = wanted
        self.renew()

    def renew(self) -> None:
        """Read again from the newest act on."""
        self.acts, self._after = [], None
        self.complete, self.reading = False, False
        self.reset.emit()
        self.more()

    def more(self) -> None:
        """Ask for the next page, unless one is on its way or there is none."""
        if self.today and not (self.reading or self.complete):
            self.reading = True
            self.needed.emit(dated(self.filter, self.today), self._after)

    def take(self, page: Page) -> None:
        """Take a page; one that was read for another filter is dropped."""
        if not self.reading or page.wanted != dated(self.filter, self.today):
            return
        before = len(self.acts)
        self.reading = False
        self.complete = page.after is None
        self._after = page.after
        shown = [act for act in page.acts if self.filter.practice or not practised(act)]
        self.acts.extend(shown)
        self.grown.emit(before, len(shown))
        if not shown:
            self.more()

    def see_day(self, today: str) -> None:
        """Take the local date; a new day reads again."""
        if today != self.today:
            self.today = today
            self.renew()
