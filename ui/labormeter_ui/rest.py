"""Tidying up memory while nothing moves: a search through everything would hold the window up.

Python looks for rings of dead objects whenever enough new ones came, through all that there are:
a tenth of a second with a big ledger, on whatever thread is at work, and all others wait. Worse, a
closed widget in such a ring would be deleted on that thread, which Qt does not survive. So all of it
is done here, on the window's thread: what the start has made is left out, what is new is looked
through in small portions, and everything only while nothing arrives.
"""

from __future__ import annotations

import gc
import sys
from typing import Final

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

AWAKE: Final = 6000
"""Milliseconds after which everything that is needed has been loaded."""
PORTION: Final = 1000
"""Milliseconds between two looks at what is new."""
CALM: Final = 4000
"""Milliseconds without anything new after which there is time to look through everything."""
LATEST: Final = 600_000
"""Milliseconds after which it is done in any case."""
TURN: Final = 0.001
"""Seconds that a thread may keep another one waiting: a fifth of Python's own, for smoothness."""


class Rest(QObject):
    """Tidies up in place of Python's own collector, which is off meanwhile."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._moved, self._whole = QElapsedTimer(), QElapsedTimer()
        self._new = False
        self._timer = QTimer(self, interval=PORTION)
        self._timer.timeout.connect(self.tidy)
        self._awake = QTimer(self, singleShot=True, interval=AWAKE)
        self._awake.timeout.connect(self.settle)
        self._turn = sys.getswitchinterval()
        sys.setswitchinterval(TURN)
        gc.disable()
        self._awake.start()

    def stir(self, _picture: object = None) -> None:
        """Say that something new arrived."""
        self._moved.start()
        self._new = True

    def settle(self) -> None:
        """Leave out for good what the start has made, and take over.

        Without looking through it first: that would be the very tenth of a second.
        """
        gc.freeze()
        self._moved.start()
        self._whole.start()
        self._timer.start()

    def tidy(self) -> None:
        """Look through what is new; through everything where there is time for it."""
        calm = self._moved.elapsed() > CALM and self._new
        if calm or self._whole.elapsed() > LATEST:
            gc.collect()
            self._whole.start()
            self._new = False
        else:
            gc.collect(1)

    def close(self) -> None:
        """Let Python tidy up by itself again."""
        self._awake.stop()
        self._timer.stop()
        sys.setswitchinterval(self._turn)
        gc.unfreeze()
        gc.enable()
