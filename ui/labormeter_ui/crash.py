"""A bug is shown as a report that can be copied: by names and lines, never by values.

The text of an exception may hold personal data, so it is nowhere in the report.
"""

from __future__ import annotations

import platform
import sys
from typing import TYPE_CHECKING

from PySide6 import __version__ as pyside
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox

from labormeter import __version__

if TYPE_CHECKING:
    from types import TracebackType

translate = QCoreApplication.translate


def report(bug: BaseException) -> str:
    """Return what happened where: types, modules, functions and lines."""
    system = f"{platform.system()} {platform.machine()}"
    versions = f"labormeter {__version__}, Python {platform.python_version()}, PySide6 {pyside}"
    lines = [f"{versions}, {system}"]
    links: BaseException | None = bug
    while links is not None:
        lines.append(type(links).__name__)
        lines.extend(f"  {place}" for place in places(links.__traceback__))
        links = links.__cause__ or links.__context__
    return "\n".join(lines)


def places(trace: TracebackType | None) -> list[str]:
    """Return module, function and line of each step of a trace."""
    found = []
    while trace is not None:
        code = trace.tb_frame.f_code
        name = trace.tb_frame.f_globals.get("__name__", "?")
        found.append(f"{name}:{code.co_name}:{trace.tb_lineno}")
        trace = trace.tb_next
    return found


def install() -> None:
    """Show every exception that nobody catches."""
    sys.excepthook = lambda _kind, bug, _trace: show(bug)


def show(bug: BaseException) -> None:
    """Say on standard error what happened, and show a report where there is a window to do it."""
    if isinstance(bug, KeyboardInterrupt):
        QCoreApplication.exit(0)
        return
    text = report(bug)
    sys.stderr.write(f"This is a bug of labormeter. Please report it.\n{text}\n")
    if isinstance(QCoreApplication.instance(), QGuiApplication):
        box(text).open()


def box(text: str) -> QMessageBox:
    """Return the dialog of a report."""
    made = QMessageBox()
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    made.setIcon(QMessageBox.Icon.Warning)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWindowTitle("labormeter")
    made.setText(
        translate(
            "Crash",
            "This is a bug of labormeter. Metering is not affected. The report names places in the"
            " program and holds nothing of yours.",
        )
    )
    made.setDetailedText(text)
    copy = made.addButton(translate("Crash", "Copy the report"), QMessageBox.ButtonRole.ActionRole)
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))
    made.addButton(QMessageBox.StandardButton.Close)
    _open.append(made)
    made.destroyed.connect(lambda: _open.remove(made) if made in _open else None)
    return made


_open: list[QMessageBox] = []
