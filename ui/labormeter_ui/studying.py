"""Taking part in a study, done: files, the ledger and the one send, on a desk of its own."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from labormeter.errors import KnownError
from labormeter.exports import qr
from labormeter.study import contribution, giving, parcel, sent, sheet
from labormeter_ui.clock import moment, today
from labormeter_ui.work import Desk

if TYPE_CHECKING:
    from collections.abc import Callable

    from labormeter.home import Home
    from labormeter.study.giving import Made, Opened
    from labormeter.study.handin import Way
    from labormeter.study.parcel import Parcel
    from labormeter.study.rows import Choice, Gathered
    from labormeter.study.sent import Entry
    from labormeter.study.study import Study
    from labormeter_ui.presenters.study import Hand, StudyPresenter, Taking

DOTS = 4
"""Pixels of one module of a code."""


class Studying(QObject):
    """Does what a StudyPresenter asks for.

    Signals:
        failed: something went wrong that is nobody's fault but ours; carries the exception.
        reminded: a study was opened some days ago and has no answer; carries its id.
        printed: a page to be printed is ready; carries its HTML.
    """

    failed = Signal(object)
    reminded = Signal(str)
    printed = Signal(str)

    def __init__(
        self, home: Home, presenter: StudyPresenter, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._home, self._presenter = home, presenter
        self.desk = Desk(self)
        self.desk.failed.connect(self._failed)
        presenter.file_wanted.connect(self._open_file)
        presenter.kept_wanted.connect(self._open_kept)
        presenter.rows_wanted.connect(self._read_rows)
        presenter.give_wanted.connect(self._give)
        presenter.back_wanted.connect(self._take_back)
        presenter.again_wanted.connect(self._again)
        presenter.answer_wanted.connect(self._answer)
        presenter.record_wanted.connect(self.read)

    def read(self) -> None:
        """Read the record."""
        home = self._home
        self.desk.give(
            lambda: tuple(sent.read(home)),
            lambda entries: self._presenter.take_record(entries, today()),
        )

    def remind(self) -> None:
        """Say once, and never again, that a study waits for an answer."""
        self.desk.give(lambda: giving.reminder(self._home, moment()), self._remind)

    def code_page(self, language: str) -> None:
        """Draw up the page of the withdrawal code."""
        found = self._presenter.state.found
        if found is not None:
            study, home = found.study, self._home
            self.desk.give(
                lambda: sheet.code(study, giving.person(home, found), language), self.printed.emit
            )

    def close(self) -> None:
        """Wait for what is in hand."""
        self.desk.close()

    def _remind(self, entry: Entry | None) -> None:
        if entry is not None:
            self.reminded.emit(entry.study)

    def _open_file(self, path: str) -> None:
        self._opening(lambda: giving.read(Path(path)))

    def _open_kept(self, study: str, key: str) -> None:
        self._opening(lambda: giving.kept(self._home, study, key))

    def _opening(self, data: Callable[[], bytes]) -> None:
        home = self._home

        def opened() -> tuple[Opened, bytes, int]:
            found = giving.opened(home, data(), moment())
            code = qr.text(sheet.code_of(found.signed), "png", DOTS)
            return found, code, contribution.size(found.study)

        self.desk.give(opened, lambda made: self._presenter.take_opened(*made, today()))

    def _read_rows(self, found: Opened, choice: Choice) -> None:
        def taken() -> Gathered:
            return giving.gathered(self._home, found.study, choice, today())

        self.desk.give(taken, partial(self._presenter.take_rows, found, choice))

    def _give(self, hand: Hand, state: Taking) -> None:
        found, wanted, taken, draft = state.found, state.consent, state.taken, state.draft
        if found is None or wanted is None or taken is None:
            return
        home = self._home

        def offered() -> Parcel:
            made = giving.offered(home, found, wanted, taken, today())
            if made.draft != draft:  # it cannot be: the same parts made both
                raise RuntimeError("what would leave is not what was shown")
            return made

        self._leave(found.study, hand, offered, "saved" if hand.kind == "file" else "sent")

    def _take_back(self, hand: Hand, code: str) -> None:
        found, home = self._presenter.state.found, self._home
        if found is not None:
            self._leave(
                found.study, hand, lambda: giving.taking_back(home, found, today(), code), "back"
            )

    def _leave(self, study: Study, hand: Hand, offered: Callable[[], Parcel], what: str) -> None:
        home = self._home

        def left() -> None:
            way = _way(study, hand)
            name = way.host if way is not None else "file"
            _hand_over(home, giving.made(home, study, offered(), name, moment()), way, hand)

        self._do(left, what)

    def _again(self, hand: Hand) -> None:
        state, home = self._presenter.state, self._home
        found, waiting = state.found, state.waiting
        if found is None or waiting is None:
            return
        study = found.study

        def left() -> None:
            _hand_over(home, giving.waiting(home, waiting), _way(study, hand), hand)

        self._do(left, "saved" if hand.kind == "file" else "sent")

    def _answer(self, what: str) -> None:
        found, home = self._presenter.state.found, self._home
        waiting = self._presenter.state.waiting
        if found is None:
            return

        def written() -> None:
            if what == "refused":
                giving.refused(home, found, moment())
            elif waiting is not None:
                giving.received(home, waiting, moment())

        self._do(written, what)

    def _do(self, job: Callable[[], None], what: str) -> None:
        home = self._home

        def done() -> tuple[Entry, ...]:
            job()
            return tuple(sent.read(home))

        self.desk.give(done, lambda entries: self._presenter.take_done(what, entries))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, KnownError):
            self.failed.emit(error)
            error = KnownError("This could not be done.")
        try:
            entries = tuple(sent.read(self._home))
        except KnownError:
            entries = ()
        self._presenter.failed(error, entries)


def _way(study: Study, hand: Hand) -> Way | None:
    return None if hand.kind == "file" else parcel.way(study, hand.kind, hand.password)


def _hand_over(home: Home, made: Made, way: Way | None, hand: Hand) -> None:
    """Write the file, or send; what fails stays "not sent yet"."""
    if way is None:
        giving.saved(made, Path(hand.path))
    else:
        giving.sent_to(home, made, way, moment())
