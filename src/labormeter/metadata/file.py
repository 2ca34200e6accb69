"""The window of a file on this machine, as an upload of it would leave one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from labormeter.model import HEAD, TAIL, Window

if TYPE_CHECKING:
    from pathlib import Path


def window(path: Path) -> Window:
    """Read the beginning and the end of a file; raises OSError where it cannot be read."""
    with path.open("rb") as file:
        head = file.read(HEAD)
        size = file.seek(0, 2)
        file.seek(max(len(head), size - TAIL))
        return Window(head, file.read(TAIL), size)
