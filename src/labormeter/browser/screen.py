"""Whether there is a screen on which a window could open."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def present(environment: Mapping[str, str] | None = None, system: str = sys.platform) -> bool:
    """Return whether windows can be shown: always on Windows and macOS, else by X11 or Wayland."""
    here = os.environ if environment is None else environment
    if system in {"win32", "darwin"}:
        return True
    return bool(here.get("DISPLAY") or here.get("WAYLAND_DISPLAY"))
