"""Follows the ledger: what anybody appends to it shows within a fraction of a second."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from labormeter import captchas, lock
from labormeter.drift import drift
from labormeter.ledger import query
from labormeter_ui.picture import DAY, RECENT, Meter, Picture, day, earlier, midnight
from labormeter_ui.presenters.acts import PAGE, Page
from labormeter_ui.watch import Watch

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from labormeter.drift import Drift
    from labormeter.home import Home
    from labormeter.ledger.control import Metering
    from labormeter.model import Act, Cell, Span
    from labormeter_ui.picture import Mode
    from labormeter_ui.presenters.acts import Filter
    from labormeter_ui.work import Desk

INTERVAL: Final = 150
"""Milliseconds between two looks; a look at an unchanged ledger costs a fraction of one."""
LATEST: Final = 100
"""Acts of the live feed."""
MINUTE: Final = 60_000_000
SECOND: Final = 1_000_000

MODES: Final[dict[str, Mode]] = {
    "on": "metering",
    "paused": "paused",
    "private": "private",
    "off": "stopped",
}


def now() -> int:
    """Return the time in microseconds since 1970; the window's role border reads the clock."""
    return time.time_ns() // 1000


def offset(at: int) -> int:
    """Return how many minutes east of UTC this computer's clock is at a moment."""
    return time.localtime(at // SECOND).tm_gmtoff // 60


class Reader:
    """Reads the ledger; lives on the desk's thread alone."""

    def __init__(self, home: Home) -> None:
        self.home = home
        self._ledger: query.Ledger | None = None
        self._watch = Watch(home)
        self._last: object = None

    def look(self, at: int) -> Picture | None:
        """Return a picture of the ledger, None where nothing changed since the last one."""
        east = offset(at)
        key = (
            self._open().version(),
            tuple((lock.held(self.home.lock) or {"pid": 0}).items()),
            self._watch.version(),
            at // MINUTE,
            day(at, east),
        )
        if key == self._last:
            return None
        picture = self._picture(at, east)
        # While the meter has something to answer, every second says whether it takes too long.
        self._last = None if picture.meter.asked is not None else key
        return picture

    def cells(self, since: str | None) -> list[Cell]:
        """Return the roll-ups from a local day on, all without one."""
        return self._open().cells(since)

    def disclosures(self, since: str | None) -> list[Cell]:
        """Return the roll-ups of what uploads disclosed, from a local day on."""
        return self._open().disclosures(since)

    def hours(self, since: str | None) -> list[Cell]:
        """Return the roll-ups by the local hour of the week, from a local day on."""
        return self._open().hours(since)

    def spans(self, since: int | None) -> list[Span]:
        """Return the spans that touch the time from a moment on."""
        return self._open().spans(since)

    def drift(self, today: date) -> tuple[Drift, ...]:
        """Return which platforms probably changed, and what no rule knows."""
        ledger = self._open()
        return drift(ledger.notices(), ledger.health(), ledger.cells(), today)

    def page(self, wanted: Filter, after: Act | None) -> Page:
        """Return the acts that a filter lets through, from `after` on."""
        acts = tuple(self._open().chosen(asked(wanted), limit=PAGE, after=after))
        return Page(wanted, acts, acts[-1] if len(acts) == PAGE else None, after)

    def interrupt(self) -> None:
        """End a reading that goes on; the one thing that another thread may ask for."""
        if (ledger := self._ledger) is not None:
            ledger.interrupt()

    def close(self) -> None:
        """Close the ledger."""
        if self._ledger is not None:
            self._ledger.close()
            self._ledger = None

    def _open(self) -> query.Ledger:
        if self._ledger is None:
            self._ledger = query.open(self.home)
        return self._ledger

    def _picture(self, at: int, east: int) -> Picture:
        ledger, today = self._open(), day(at, east)
        since = earlier(today, RECENT)
        acts = tuple(ledger.acts(limit=LATEST))
        spans = tuple(ledger.spans(midnight(since, east)))
        watched, unwatched = self._watch.platforms()
        return Picture(
            now=at,
            offset=east,
            cells=tuple(ledger.cells(since)),
            acts=acts,
            spans=spans,
            health=tuple(ledger.health(today)),
            visits=tuple(ledger.visits(earlier(today, captchas.BACK))),
            watched=watched,
            unwatched=unwatched,
            meter=meter(ledger.state(), spans),
            versions=self._watch.version(),
            begun=bool(acts),
        )


def meter(state: Metering, spans: tuple[Span, ...]) -> Meter:
    """Return what the meter does, since when, and what it has not answered yet."""
    if not state.running:
        return Meter()
    mode = MODES[state.state]
    kinds = {"metering": "shift", "paused": "pause", "private": "private"}
    begun = [
        span.started_at for span in spans if span.ended_at is None and span.kind == kinds.get(mode)
    ]
    asked = state.waiting[-1] if state.waiting else None
    return Meter(
        mode=mode,
        since=begun[-1] if begun else None,
        asked=asked.verb if asked else None,
        asked_at=asked.asked_at if asked else None,
    )


def edge(date: str, days: int) -> int | None:
    """Return where a local day begins or ends, None where no day is named."""
    if not date:
        return None
    guess = midnight(date, 0) + days * DAY
    return guess - offset(guess) * MINUTE


def asked(wanted: Filter, at: int | None = None) -> query.Filter:
    """Return what a dated filter of the window asks of the ledger, up to a moment if one is given."""
    until = edge(wanted.until, 1)
    if at is not None:
        until = at + 1 if until is None else min(until, at + 1)
    return query.Filter(
        since=edge(wanted.since, 0),
        until=until,
        platform=wanted.platform or None,
        activity=wanted.activity or None,
        source=wanted.source or None,
        flag=wanted.flag or None,
        hour=wanted.hour,
        practice=wanted.practice,
    )


class Tail(QObject):
    """Looks at the ledger again and again, off the window's thread.

    Signals:
        seen: the ledger changed, or a minute passed; carries the picture.
    """

    seen = Signal(object)

    def __init__(
        self,
        reader: Reader,
        desk: Desk,
        parent: QObject | None = None,
        *,
        clock: Callable[[], int] = now,
    ) -> None:
        super().__init__(parent)
        self._reader, self._desk, self._clock = reader, desk, clock
        self._looking = False
        self._timer = QTimer(self, interval=INTERVAL)
        self._timer.timeout.connect(self.look)
        desk.failed.connect(self._failed)

    def start(self) -> None:
        """Look now, and from now on."""
        self._timer.start()
        self.look()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def look(self) -> None:
        """Look once, unless a look is on its way."""
        if not self._looking:
            self._looking = True
            at = self._clock()
            self._desk.give(lambda: self._reader.look(at), self._seen)

    def _seen(self, picture: Picture | None) -> None:
        self._looking = False
        if picture is not None:
            self.seen.emit(picture)

    def _failed(self, _error: object) -> None:
        self._looking = False
