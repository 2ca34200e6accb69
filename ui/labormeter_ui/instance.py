"""One window a home: a second start raises the first."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

if TYPE_CHECKING:
    from labormeter.home import Home

PATIENCE: Final = 500
"""Milliseconds that the first window is given to answer."""


LONGEST: Final = 100
"""Bytes that the path of a socket may have."""


def name(home: Home) -> str:
    """Return by what the window of a home is reached, on this computer by this user.

    A socket in the home itself, so that one which a crash leaves behind goes with it; elsewhere, and
    where its path would be too long, a name in the system's place for such.
    """
    there = str(home.run / "window")
    if os.name == "posix" and len(os.fsencode(there)) < LONGEST:
        return there
    mark = hashlib.sha256(str(home.root).encode()).hexdigest()[:16]
    return f"labormeter-window-{mark}"


class Instance(QObject):
    """The one window of a home.

    Signals:
        raised: somebody started the program again.
    """

    raised = Signal()

    def __init__(self, home: Home, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name(home)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)

    def claim(self) -> bool:
        """Become the one window; False where there is one, which then shows itself."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if socket.waitForConnected(PATIENCE):
            socket.disconnectFromServer()
            return False
        QLocalServer.removeServer(self._name)
        return self._server.listen(self._name)

    def close(self) -> None:
        """Let another window be the one."""
        self._server.close()

    def _greet(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.close()
            socket.deleteLater()
            self.raised.emit()
