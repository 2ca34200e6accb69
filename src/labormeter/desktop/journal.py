"""What was changed on the desktop, written down before it is changed.

    {"wish": "on"}                                  somebody wants it on
    {"step": "trust", "before": {...}}              about to be done; `before` is what was there
    {"step": "script", "before": "..."}
    {"is": "on"}                                    all of it is done
    {"wish": "off"}                                 from here on it is undone, the last step first
    {"undone": "script"}

The file goes when everything is undone. Each line is on the disk before the change it tells of: after
a power cut, whatever may have been done is in it, and undoing what was not done changes nothing. A
last line that was cut short tells of a change that was not begun.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

type Standing = Literal["off", "on", "halfway"]

NAME: Final = "desktop.jsonl"


@dataclass(frozen=True, slots=True)
class Begun:
    """A step that may have been done, and what was there before."""

    step: str
    before: Any


class Journal:
    """The journal of one home."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def write(self, **line: object) -> None:
        """Append a line, on the disk on return. Raises OSError as the system does."""
        fresh = not self.path.exists()
        handle = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            os.write(handle, json.dumps(line).encode() + b"\n")
            os.fsync(handle)
        finally:
            os.close(handle)
        if fresh:
            _settle(self.path.parent)

    def standing(self) -> Standing:
        """Return whether all is off, all is on, or something was broken off."""
        lines = list(self._lines())
        if not lines:
            return "off"
        return "on" if lines[-1] == {"is": "on"} else "halfway"

    def begun(self) -> list[Begun]:
        """Return the steps that are still to be undone, the last one first."""
        found: dict[str, Begun] = {}
        for line in self._lines():
            if "step" in line:
                found[line["step"]] = Begun(line["step"], line.get("before"))
            elif "undone" in line:
                found.pop(line["undone"], None)
        return list(reversed(found.values()))

    def close(self) -> None:
        """Remove the journal: nothing is changed any more."""
        self.path.unlink(missing_ok=True)
        _settle(self.path.parent)

    def _lines(self) -> Iterator[dict[str, Any]]:
        try:
            content = self.path.read_bytes()
        except FileNotFoundError:
            return
        for line in content.split(b"\n")[:-1]:
            try:
                found = json.loads(line)
            except ValueError:
                continue
            if isinstance(found, dict):
                yield found


def _settle(folder: Path) -> None:
    """Have the folder's own entry on the disk, where the system can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
