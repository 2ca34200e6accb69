"""Writes the ledger to a file by the very verb of the command line, whole or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess

from labormeter.roles import command

if TYPE_CHECKING:
    from labormeter.home import Home
    from labormeter_ui.presenters.share import Form, SharePresenter

GRACE = 4000


class Exporting(QObject):
    """Does what a SharePresenter asks for.

    What is written goes to `NAME.part` beside the file, which takes its place when it is whole.
    """

    def __init__(
        self, home: Home, presenter: SharePresenter, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._home, self._presenter = home, presenter
        self._target, self._part, self._given_up = Path(), Path(), False
        self._process = QProcess(self)
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._unstartable)
        presenter.wanted.connect(self.write)
        presenter.unwanted.connect(self.cancel)

    def write(self, form: Form, path: str) -> None:
        """Begin to write."""
        self._target = Path(path)
        self._part = self._target.with_name(f"{self._target.name}.part")
        self._given_up = False
        line = command("command", "--home", str(self._home.root), *form.verb)
        self._process.setStandardOutputFile(str(self._part))
        self._process.start(line[0], line[1:])

    def cancel(self) -> None:
        """Give up what is being written."""
        self._given_up = True
        self._process.kill()

    def close(self) -> None:
        """Give up what is being written, and wait until it is."""
        if self._process.state() != QProcess.ProcessState.NotRunning:
            self.cancel()
            self._process.waitForFinished(GRACE)

    def _finished(self, code: int, status: QProcess.ExitStatus) -> None:
        said = bytes(self._process.readAllStandardError().data()).decode(errors="replace")
        if code or status != QProcess.ExitStatus.NormalExit:
            self._drop("" if self._given_up else said.strip())
            return
        try:
            self._part.replace(self._target)
            size = self._target.stat().st_size
        except OSError as error:
            self._drop(error.strerror or "")
            return
        self._presenter.done(self._target.name, size)

    def _unstartable(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._drop(self._process.errorString())

    def _drop(self, why: str) -> None:
        self._part.unlink(missing_ok=True)
        self._presenter.failed(why)
