"""Teaching, done: a line to the meter while a lesson goes on, and rules drafted and kept.

What waits runs on a desk of its own, so that figures go on moving.
"""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from labormeter.browser import metering
from labormeter.errors import KnownError
from labormeter.rules import load
from labormeter.teach import own
from labormeter.teach.line import Listener
from labormeter.teach.recorded import heard, recorded
from labormeter.teach.words import Vocabulary
from labormeter_ui import library
from labormeter_ui.picture import day
from labormeter_ui.presenters.teach import QUIET
from labormeter_ui.tail import now, offset
from labormeter_ui.work import Desk

if TYPE_CHECKING:
    from collections.abc import Callable

    from labormeter.home import Home
    from labormeter.teach.draft import Wish
    from labormeter.teach.shape import Shape
    from labormeter_ui.presenters.teach import TeachPresenter

TICK: Final = 250
"""Milliseconds between two looks at the line."""
ANSWER: Final = 5000
"""Milliseconds within which a running meter answers."""
UNDER_WAY: Final = 1000
"""Milliseconds for the answer to what was just done."""


class Teaching(QObject):
    """Does what a TeachPresenter asks for.

    Signals:
        refused: what was asked for cannot be; carries the KnownError.
    """

    refused = Signal(object)

    def __init__(
        self,
        home: Home,
        presenter: TeachPresenter,
        parent: QObject | None = None,
        *,
        quiet: int = QUIET,
    ) -> None:
        super().__init__(parent)
        self._home, self._presenter, self._quiet = home, presenter, quiet
        self.desk = Desk(self)
        self._line: Listener | None = None
        self._before: list[bytes] = []
        self._stopped = threading.Event()
        self._waited = 0
        self._timer = QTimer(self, interval=TICK)
        self._timer.timeout.connect(self._look)
        presenter.begin_wanted.connect(self._begin)
        presenter.done.connect(lambda: QTimer.singleShot(UNDER_WAY, self, self._done))
        presenter.recording_wanted.connect(self._read)
        presenter.cancelled.connect(self._end)
        presenter.draft_wanted.connect(self._draft)
        presenter.keep_wanted.connect(self._keep)

    def close(self) -> None:
        """End a lesson that goes on."""
        self._end()
        self.desk.close()

    def _begin(self, platform: str) -> None:
        self._ask(lambda: _called(self._home, platform), self._calling)

    def _calling(self, line: Listener) -> None:
        if self._presenter.state.stage != "calling":  # given up meanwhile
            self.desk.give(line.close, lambda _none: None)
            return
        self._line, self._waited = line, 0
        self._timer.start()

    def _look(self) -> None:
        """Go on with the lesson: the meter answers, then it is quiet, then the act is done."""
        line, state = self._line, self._presenter.state
        self._waited += TICK
        if line is None:
            self._timer.stop()
        elif state.stage == "calling" and line.answered.is_set():
            self._waited = 0
            self._presenter.quiet(self._quiet)
        elif state.stage == "calling" and self._waited >= ANSWER:
            self._refuse(KnownError("The meter does not answer.", "Start it again."))
        elif state.stage == "quiet":
            left = self._quiet - self._waited // 1000
            if left > 0:
                self._presenter.quiet(left)
            else:
                self._before = line.taken()
                self._presenter.listen()
        elif state.stage == "act":
            self._presenter.listen(len(line.taken()) - len(self._before))

    def _done(self) -> None:
        line, before, home = self._line, self._before, self._home
        if line is None or self._presenter.state.stage != "reading":
            return
        after = line.taken()[len(before) :]
        self._end()
        self._ask(lambda: heard(before, after, _words(home)), self._presenter.take)

    def _read(self, path: str, platform: str) -> None:
        self._stopped = stopped = threading.Event()
        home = self._home
        self._ask(lambda: _recorded(home, path, platform, stopped.is_set), self._presenter.take)

    def _end(self) -> None:
        self._timer.stop()
        self._stopped.set()
        line, self._line = self._line, None
        if line is not None:
            self.desk.give(line.close, lambda _none: None)

    def _draft(self, shape: Shape, platform: str, activity: str) -> None:
        home = self._home
        self.desk.give(
            lambda: _drafted(home, shape, platform, activity),
            lambda found: self._presenter.take_draft(*found),
        )

    def _keep(self, count: bool) -> None:  # noqa: FBT001 - takes a Qt signal's value
        state, home = self._presenter.state, self._home
        shape = state.shape
        if shape is not None:
            self._ask(
                lambda: _kept(home, shape, state.platform, state.activity, count=count),
                lambda _path: self._presenter.kept(),
                ends=False,
            )

    def _ask[T](
        self, job: Callable[[], T], then: Callable[[T], None], *, ends: bool = True
    ) -> None:
        """Do a job on the desk; a KnownError is told, and `ends` the lesson."""
        self.desk.give(job, then, refused=self._refuse if ends else self.refused.emit)

    def _refuse(self, error: KnownError) -> None:
        self._end()
        self._presenter.fail()
        self.refused.emit(error)


def _called(home: Home, platform: str) -> Listener:
    if metering.attached(home) is None:
        raise KnownError("No meter runs.", "Start one, and open the metered browser.")
    return Listener(home.create(), platform)


def _words(home: Home) -> Vocabulary:
    packs, _ = load.load(home.packs)
    return Vocabulary.of(packs)


def _recorded(
    home: Home, path: str, platform: str, stopped: Callable[[], bool]
) -> tuple[Shape, ...]:
    packs, _ = load.load(home.packs)
    return recorded(packs, Vocabulary.of(packs), Path(path), platform, stopped=stopped)


def _drafted(home: Home, shape: Shape, platform: str, activity: str) -> tuple[str, str, str]:
    packs, _ = load.load(home.packs)
    wanted = _wish(home, shape, platform, activity)
    try:
        return own.text(packs, shape, wanted), wanted.platform, ""
    except KnownError as error:
        return "", wanted.platform, library.fault(error)


def _wish(home: Home, shape: Shape, platform: str, activity: str, *, count: bool = False) -> Wish:
    packs, _ = load.load(home.packs)
    today = day(now(), offset(now()))
    return own.wish(packs, shape, platform=platform, activity=activity, day=today, count=count)


def _kept(home: Home, shape: Shape, platform: str, activity: str, *, count: bool) -> Path:
    packs, _ = load.load(home.packs)
    return own.keep(home, packs, shape, _wish(home, shape, platform, activity, count=count))
