"""Imports, done: read on a desk of their own, held until the yes, stopped at any moment."""

from __future__ import annotations

import threading
from collections import Counter
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from labormeter import importing
from labormeter.archives.found import CancelledError
from labormeter.exports.reimport import SealedError
from labormeter.ledger import archived, imports, query
from labormeter.valuation import seen
from labormeter_ui.clock import today
from labormeter_ui.presenters.history import Past
from labormeter_ui.tail import now
from labormeter_ui.work import Desk

if TYPE_CHECKING:
    from collections.abc import Callable

    from labormeter.archives.survey import Survey
    from labormeter.errors import KnownError
    from labormeter.home import Home
    from labormeter.importing import Job
    from labormeter_ui.presenters.history import HistoryPresenter


class Bringing(QObject):
    """Does what a HistoryPresenter asks for.

    Signals:
        refused: what was asked for cannot be; carries the KnownError.
    """

    refused = Signal(object)
    _read = Signal(int, int)

    def __init__(
        self, home: Home, presenter: HistoryPresenter, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._home, self._presenter = home, presenter
        self.desk = Desk(self)
        self._held = ExitStack()
        self._job: Job | None = None
        self._stopped = threading.Event()
        self._read.connect(presenter.progress)
        presenter.needed.connect(self._past)
        presenter.look_wanted.connect(self._look)
        presenter.bring_wanted.connect(lambda: self._ask(self._bring, presenter.brought))
        presenter.put_away.connect(lambda: self.desk.give(self._put, lambda _none: None))
        presenter.stop_wanted.connect(self._stopped.set)
        presenter.undo_wanted.connect(self._undo)

    def close(self) -> None:
        """Stop what goes on; what waits for a yes is dropped."""
        self._stopped.set()
        self.desk.close(self._put)

    def _ask[T](self, job: Callable[[], T], then: Callable[[T], None]) -> None:
        self.desk.give(job, then, self._presenter.rest, self._refuse)

    def _refuse(self, error: KnownError) -> None:
        if not isinstance(error, CancelledError):
            self.refused.emit(error)

    def _look(self, paths: list[str], passphrase: str) -> None:
        self._stopped.clear()
        self._ask(lambda: self._survey([Path(path) for path in paths], passphrase), self._found)

    def _found(self, found: Survey | list[str]) -> None:
        if isinstance(found, list):
            self._presenter.sealed(found)
        else:
            self._presenter.find(found)

    def _survey(self, paths: list[Path], passphrase: str) -> Survey | list[str]:
        """Return what was found; the files themselves where one of them wants a passphrase."""
        self._put()
        opened = importing.opened(self._home, paths, self._report, lambda _path: passphrase or None)
        try:
            self._job = self._held.enter_context(opened)
        except SealedError:
            return [str(path) for path in paths]
        return self._job.survey

    def _report(self, done: int, total: int) -> bool:
        self._read.emit(done >> 10, total >> 10)
        return not self._stopped.is_set()

    def _bring(self) -> int | None:
        assert self._job is not None  # noqa: S101 - a presenter asks only for what was found
        try:
            return self._job.bring(today=today())
        finally:
            self._put()

    def _put(self) -> None:
        self._job = None
        self._held.close()

    def _undo(self, number: int) -> None:
        def undone() -> None:
            self._put()
            importing.take_back(self._home, number, today=today())

        self._ask(undone, lambda _none: self._presenter.taken_back())

    def _past(self) -> None:
        self._ask(lambda: past(self._home), self._presenter.take)


def past(home: Home) -> Past:
    """Read what a ledger holds of imports."""
    with query.open(home) as ledger:
        spans = ledger.spans()
    told = archived.seen(home)
    metered = seen.weeks_metered(spans, now=now())
    whole = seen.shares(told, metered, ())
    returned: Counter[str] = Counter()
    for cell in archived.returned(home):
        returned[cell.disclosure] += cell.acts
    return Past(
        imports=tuple(imports.listed(home)),
        whole=whole[0] if whole else None,
        shares=seen.shares(told, metered),
        weeks=seen.shares(told, metered, ("week",)),
        undated=tuple(archived.undated(home)),
        returned=tuple(returned.most_common()),
    )
