"""Files that only this user may read."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def write(path: Path, content: bytes) -> None:
    """Replace a file in one step, readable by this user alone from its first byte on.

    Raises OSError as the system does.
    """
    fresh = path.with_name(f"{path.name}.new")
    fresh.unlink(missing_ok=True)
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        if sys.platform == "win32":
            close(fresh)
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)


def folder(path: Path) -> Path:
    """Make a folder that only this user may enter."""
    path.mkdir(parents=True, exist_ok=True, mode=0o700)
    path.chmod(0o700)
    if sys.platform == "win32":
        close(path)
    return path


def close(path: Path) -> None:
    """Take a file or folder from all other users on Windows, as well as that can be done.

    Modes mean nothing there. Without `icacls` the folder's inherited rights hold, which keep a
    user's own data folder from other plain users already.
    """
    user = os.environ.get("USERNAME", "")
    if sys.platform == "win32" and user:
        right = f"{user}:(OI)(CI)F" if path.is_dir() else f"{user}:F"
        command = ["icacls", str(path), "/inheritance:r", "/grant:r", right]
        subprocess.run(command, check=False, capture_output=True, timeout=10)
