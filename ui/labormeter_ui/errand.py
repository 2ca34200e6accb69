"""A process that is started and left alone: it goes on when the window closes."""

from __future__ import annotations

import subprocess
import sys
import threading

from PySide6.QtCore import QObject, Signal


class Errand(QObject):
    """Starts a process and says when it ended.

    Signals:
        ended: it ended; carries its exit code and the last line it said.
    """

    ended = Signal(int, str)

    def start(self, line: list[str]) -> None:
        """Start a command line in a session of its own."""
        threading.Thread(target=self._run, args=(line,), daemon=True).start()

    def _run(self, line: list[str]) -> None:
        try:
            done = subprocess.run(
                line,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                start_new_session=sys.platform != "win32",
                check=False,
            )
            said = done.stdout.decode(errors="replace").strip().splitlines()
            self.ended.emit(done.returncode, said[-1] if said else "")
        except OSError:
            self.ended.emit(-1, "")
        except RuntimeError:  # the window has gone meanwhile, and nobody is left to be told
            return
