"""What time it is where the person is: the window is a border that reads a clock."""

from __future__ import annotations

import time


def today() -> str:
    """Return the local day."""
    return time.strftime("%Y-%m-%d")


def moment() -> str:
    """Return the local moment, ISO 8601."""
    zone = time.strftime("%z")
    return f"{time.strftime('%Y-%m-%dT%H:%M:%S')}{zone[:3]}:{zone[3:5]}"
