"""Previews and writes exports by the very verb of the command line, whole or not at all."""

from __future__ import annotations

import base64
import json
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess

from labormeter.roles import command
from labormeter.room import file
from labormeter_ui import library
from labormeter_ui.clock import today
from labormeter_ui.presenters.share import Order, Table
from labormeter_ui.work import Desk

if TYPE_CHECKING:
    from labormeter.home import Home
    from labormeter_ui.presenters.share import SharePresenter

GRACE = 4000
ROWS = 100
"""Rows of each table that are shown."""


class Exporting(QObject):
    """Does what a SharePresenter asks for.

    The verb writes to a file of its own beside the one that is wanted, which takes its place when
    it is whole; where it is killed, that file is taken away here.
    """

    def __init__(
        self, home: Home, presenter: SharePresenter, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._home, self._presenter = home, presenter
        self._target, self._given_up = Path(), False
        self._order = Order()
        self._process, self._looker = QProcess(self), QProcess(self)
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._unstartable)
        self._looker.finished.connect(self._seen)
        presenter.looked.connect(self.look)
        presenter.wanted.connect(self.write)
        presenter.unwanted.connect(self.cancel)
        presenter.opened.connect(self._open_room)
        self.desk = Desk(self)

    def look(self, order: Order) -> None:
        """Begin to read the rows that an export would hold; what was read before is dropped."""
        self._end(self._looker)
        self._order = order
        words = [*order.words(today()), "--preview", "--json", "--rows", str(ROWS)]
        self._start(self._looker, words)

    def write(self, order: Order, path: str, passphrase: str) -> None:
        """Begin to write."""
        self._target, self._given_up = Path(path), False
        words = [*order.words(today()), "-o", path]
        self._start(self._process, words + (["--passphrase-stdin"] if passphrase else []))
        if passphrase:
            self._process.write(f"{passphrase}\n".encode())
        self._process.closeWriteChannel()

    def cancel(self) -> None:
        """Give up what is being written."""
        self._given_up = True
        self._process.kill()

    def close(self) -> None:
        """Give up what goes on, and wait until it is."""
        self.desk.close()
        self._end(self._looker)
        if self._process.state() != QProcess.ProcessState.NotRunning:
            self.cancel()
            self._process.waitForFinished(GRACE)

    def _open_room(self, path: str) -> None:
        self.desk.give(
            lambda: file.opened(Path(path)),
            lambda room: self._presenter.settle(path, (room.first, room.last)),
            refused=lambda error: self._presenter.refuse(library.fault(error)),
        )

    def _start(self, process: QProcess, words: list[str]) -> None:
        line = command("command", "--home", str(self._home.root), *words)
        process.start(line[0], line[1:])

    def _end(self, process: QProcess) -> None:
        """End a preview without a word of it."""
        if process.state() != QProcess.ProcessState.NotRunning:
            process.blockSignals(True)
            process.kill()
            process.waitForFinished(GRACE)
            process.blockSignals(False)

    def _seen(self, code: int, status: QProcess.ExitStatus) -> None:
        if code or status != QProcess.ExitStatus.NormalExit:
            self._presenter.blind(self._order, _said(self._looker))
            return
        found = json.loads(bytes(self._looker.readAllStandardOutput().data()))
        tables = tuple(
            Table(one["name"], tuple(one["columns"]), tuple(map(tuple, one["rows"])), one["total"])
            for one in found["tables"]
        )
        self._presenter.see(self._order, tables, base64.b64decode(found["code"]))

    def _finished(self, code: int, status: QProcess.ExitStatus) -> None:
        said = _said(self._process)
        if code or status != QProcess.ExitStatus.NormalExit:
            self._drop("" if self._given_up else said)
            return
        try:
            size = self._target.stat().st_size
        except OSError as error:
            self._drop(error.strerror or "")
            return
        self._presenter.done(self._target.name, size)

    def _unstartable(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._drop(self._process.errorString())

    def _drop(self, why: str) -> None:
        for left in self._target.parent.glob(f".{self._target.name}.????????.part"):
            with suppress(OSError):
                left.unlink()
        self._presenter.failed(why)


def _said(process: QProcess) -> str:
    """Return the last line of what a process said on standard error, in the person's language."""
    said = bytes(process.readAllStandardError().data()).decode(errors="replace").strip()
    return library.heard(said.splitlines()[-1]) if said else ""
