"""The meter, seen from the window: attached to where one runs, started where none does.

lock held ---------------> attached: it goes on when the window closes
nobody holds the lock ---> started by us: it ends with us
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

from labormeter import lock
from labormeter.ledger.log import Log
from labormeter.roles import command
from labormeter_ui.tail import now

if TYPE_CHECKING:
    from labormeter.home import Home
    from labormeter_ui.picture import Verb
    from labormeter_ui.work import Desk

GRACE: Final = 4000
"""Milliseconds that a meter is given to end by itself when it is told to."""
KEPT: Final = 4000
"""Characters of a process's last words that are kept."""


class Role(QObject):
    """One process of labormeter that the window started.

    Signals:
        ended: it ended; carries its exit code and the last line it said.
    """

    ended = Signal(int, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._said = ""
        self._process = QProcess(self)
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
        self._process.setProcessEnvironment(QProcessEnvironment.systemEnvironment())
        self._process.readyReadStandardOutput.connect(self._hear)
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._unstartable)

    @property
    def running(self) -> bool:
        """Whether the process is there."""
        return self._process.state() != QProcess.ProcessState.NotRunning

    @property
    def pid(self) -> int:
        """Return the process id, 0 where there is none."""
        return self._process.processId()

    @property
    def said(self) -> str:
        """Return the last that the process said, or said before it ended."""
        return self._said

    def ask_to_end(self) -> None:
        """Tell the process to end, and do not wait for it."""
        self._process.terminate()

    def start(self, line: list[str]) -> None:
        """Start a command line, unless one runs."""
        if not self.running:
            self._said = ""
            self._process.start(line[0], line[1:])

    def end(self) -> None:
        """Tell the process to end, and end it where it does not."""
        if not self.running:
            return
        self._process.terminate()
        if not self._process.waitForFinished(GRACE):
            self._process.kill()
            self._process.waitForFinished(GRACE)

    def _hear(self) -> None:
        heard = bytes(self._process.readAllStandardOutput().data()).decode(errors="replace")
        self._said = (self._said + heard)[-KEPT:]

    def _finished(self, code: int) -> None:
        self._hear()
        lines = self._said.strip().splitlines()
        self.ended.emit(code, lines[-1] if lines else "")

    def _unstartable(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self.ended.emit(-1, "")


class Capture(QObject):
    """Starts a meter where none runs, and asks the running one.

    Signals:
        starting: a meter is being started (True), or that came to an end (False).
        failed: the meter that we started ended with an error; carries what it said.
    """

    starting = Signal(bool)
    failed = Signal(str)

    def __init__(self, home: Home, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._home, self._desk = home, desk
        self._ending = False
        self.meter = Role(self)
        self.meter.ended.connect(self._ended)

    @property
    def attached(self) -> bool:
        """Whether a meter runs that we did not start."""
        return not self.meter.running and lock.held(self._home.lock) is not None

    def begin(self) -> None:
        """Attach to the meter that runs, else start one."""
        if self.meter.running or lock.held(self._home.lock) is not None:
            return
        self.starting.emit(True)
        self.meter.start(command("meter", "--home", str(self._home.root)))

    def ask(self, verb: Verb) -> None:
        """Ask the meter; where none runs, `start` starts one."""
        if verb == "start" and lock.held(self._home.lock) is None:
            self.begin()
            return
        self._desk.give(lambda: _ask(self._home, verb), lambda _number: None)

    def reopen(self) -> None:
        """Say again what befalls the meter: the end was not to be."""
        self._ending = False

    def close(self) -> None:
        """End the meter that we started; one that ran before goes on."""
        self._ending = True
        self.meter.end()

    def _ended(self, code: int, said: str) -> None:
        self.starting.emit(False)
        if code and not self._ending:
            self.failed.emit(said)


def _ask(home: Home, verb: Verb) -> int:
    at = now()
    with Log.open(home, now=at) as log:
        return log.ask(verb, at)
