"""Puts a page of our own HTML on paper: as a PDF, or as HTML where the name does not end so.

page --HTML in run/ of the home--> a process of the window's --> PDF beside the target --> target

The library draws nothing itself: what prints belongs to one thread, and needs the window's parts.
"""

from __future__ import annotations

import importlib.util
import subprocess
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from labormeter import roles
from labormeter.errors import KnownError
from labormeter.exports.place import spare, whole

if TYPE_CHECKING:
    from collections.abc import Callable

    from labormeter.home import Home

PATIENCE: Final = 120.0
"""Seconds that a page may take to print."""
LOOK: Final = 0.1
"""Seconds between two looks whether it is still wanted."""


def paper(home: Home, html: str, path: Path, stopped: Callable[[], bool] = lambda: False) -> None:
    """Write a page, whole or not at all, closed to other users. Raises KnownError.

    `stopped` is asked now and then whether the page is not wanted any more.
    """
    if path.suffix.lower() == ".pdf":
        _printed(home, html, path, stopped)
        return
    with whole(path) as out:
        out.write(html.encode())


def _printed(home: Home, html: str, path: Path, stopped: Callable[[], bool]) -> None:
    if importlib.util.find_spec("PySide6") is None:
        raise KnownError(
            "Printing to PDF needs PySide6.",
            "Install labormeter with [desktop], or write .html and print that from a browser.",
        )
    with tempfile.TemporaryDirectory(dir=home.create().run) as folder, spare(path) as part:
        source = Path(folder) / "page.html"
        source.write_text(html, encoding="utf-8", newline="\n")
        if _run(roles.command("printer", str(source), str(part.absolute())), stopped):
            raise KnownError("The PDF cannot be written there.", "Choose another file.")


def _run(line: list[str], stopped: Callable[[], bool]) -> int:
    """Run a process until it ends, is given up or takes too long, and return its exit code."""
    until = time.monotonic() + PATIENCE
    quiet = subprocess.DEVNULL
    with subprocess.Popen(line, stdin=quiet, stdout=quiet, stderr=quiet) as process:
        while process.poll() is None:
            if stopped() or time.monotonic() > until:
                process.kill()
            try:
                process.wait(LOOK)
            except subprocess.TimeoutExpired:
                continue
        return process.returncode
