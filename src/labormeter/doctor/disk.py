"""Whether there is space for what is to be kept."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING, Final

from labormeter.doctor.finding import Finding
from labormeter.sentence import said

if TYPE_CHECKING:
    from pathlib import Path

    from labormeter.home import Home

PART: Final = "disk"
MEGABYTE: Final = 1_000_000
LITTLE: Final = 500 * MEGABYTE
NONE: Final = 20 * MEGABYTE


def look(home: Home, _now: int) -> Finding:
    """Look at the disk of the home folder."""
    there = nearest(home.root)
    return judge(shutil.disk_usage(there).free, writable=os.access(there, os.W_OK))


def nearest(path: Path) -> Path:
    """Return the folder itself, or the first one above it that exists."""
    return next(each for each in (path, *path.parents) if each.exists())


def judge(free: int, *, writable: bool) -> Finding:
    """Say whether acts can be kept; `free` in bytes."""
    if not writable:
        return Finding(
            PART,
            "bad",
            "The home folder cannot be written.",
            "See to its permissions, or choose another with --home.",
        )
    if free < NONE:
        return Finding(
            PART,
            "bad",
            said("{free} MB are free: acts cannot be kept.", free=free // MEGABYTE),
            "Make space; pages go on meanwhile, and the gap is recorded.",
        )
    if free < LITTLE:
        left = said("{free} MB are free.", free=free // MEGABYTE)
        return Finding(PART, "warn", left, "Make space soon.")
    return Finding(PART, "good", "There is space.")
