"""The role of the window: `python -m labormeter_ui.app --home DIR [--lang fr]`."""

from __future__ import annotations

import argparse
import signal
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtWidgets import QApplication

from labormeter import settings
from labormeter.errors import KnownError
from labormeter.home import Home
from labormeter_ui import crash, language, theme
from labormeter_ui.desktop import Desktop, dress
from labormeter_ui.instance import Instance
from labormeter_ui.rest import Rest

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def arguments(given: Sequence[str]) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="labormeter window", description=__doc__)
    parser.add_argument("--home", metavar="DIR", help="run on this folder alone")
    parser.add_argument("--lang", choices=("system", *language.LANGUAGES), help="language of now")
    parser.add_argument("--theme", choices=("system", "light", "dark"), default="system")
    parser.add_argument("--watch", action="store_true", help="start no meter, only watch")
    return parser.parse_args(given)


def main(given: Sequence[str] | None = None) -> int:
    """Open the window and stay until it is left; return the exit code."""
    chosen = arguments(sys.argv[1:] if given is None else given)
    try:
        home = Home.find(chosen.home).create()
        spoken = chosen.lang or settings.read(home.settings).text("language")
    except KnownError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    theme.choose(chosen.theme)
    return run(home, spoken, meters=not chosen.watch)


def run(home: Home, spoken: str, *, meters: bool) -> int:
    """Run the one window of a home."""
    program = application()
    instance = Instance(home, program)
    if not instance.claim():
        return 0
    crash.install()
    contain(home)
    language.use(spoken)
    desktop, rest = opened(program, home, meters=meters)
    desktop.window.shell.show_language(spoken)
    desktop.left.connect(QCoreApplication.quit)
    instance.raised.connect(desktop.window.come)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: QCoreApplication.quit())
    desktop.start()
    code = program.exec()
    desktop.close()
    rest.close()
    instance.close()
    kept(home).unlink(missing_ok=True)
    return code


def contain(home: Home) -> None:
    """Have Qt keep what its dialogs remember, folders above all, in home and not in the person's own."""
    QSettings.setPath(
        QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(kept(home).parent)
    )


def kept(home: Home) -> Path:
    """Return the file in which Qt's dialogs keep what they remember; on Linux alone there is one."""
    return home.run / "QtProject.conf"


def opened(
    program: QApplication, home: Home, *, meters: bool = True, tray: bool = True
) -> tuple[Desktop, Rest]:
    """Return what a person runs, not yet shown: measurements open the window by this as well."""
    dress(program)
    desktop, rest = Desktop(home, meters=meters, tray=tray), Rest(program)
    desktop.tail.seen.connect(rest.stir)
    return desktop, rest


def application() -> QApplication:
    """Return the application, named as the desktop knows it."""
    program = QApplication(sys.argv[:1])
    program.setApplicationName("labormeter")
    program.setApplicationDisplayName("labormeter")
    program.setDesktopFileName("labormeter")
    program.setQuitOnLastWindowClosed(False)
    return program


if __name__ == "__main__":
    sys.exit(main())
