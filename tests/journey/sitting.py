"""Somebody before the window, on a real or a virtual screen: starts it, clicks, and waits."""

import time
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from labormeter.home import Home
from labormeter_ui import app, desktop, language
from labormeter_ui.desktop import Desktop

PATIENCE = 60


class Sitting:
    """The window of a home, opened in English."""

    def __init__(self, folder: str, *, meters: bool = True) -> None:
        self.program = app.application()
        language.use("en")
        desktop.dress(self.program)
        self.opened = Desktop(Home.find(folder).create(), meters=meters, tray=False)
        self.window = self.opened.window
        self.opened.left.connect(self.program.quit)
        self.opened.start()
        QTest.qWaitForWindowExposed(self.window)

    def press(self, button: QAbstractButton) -> None:
        """Click in the middle of what can be seen and clicked."""
        assert button.isVisible(), button.accessibleName()
        assert button.isEnabled(), button.accessibleName()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def until(self, ready: Callable[[], object], what: str) -> None:
        """Wait for something, a minute at most."""
        end = time.monotonic() + PATIENCE
        while not ready():
            assert time.monotonic() < end, what
            QTest.qWait(20)
