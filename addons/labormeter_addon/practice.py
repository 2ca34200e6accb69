"""Where the practice site is: one name to one port of this computer, known to door and engine.

The site writes its port and its own throw-away certificate authority while it runs; that authority
is trusted upstream for this one name and for nothing else.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from labormeter.platforms import PRACTICE_HOST as HOST

if TYPE_CHECKING:
    from pathlib import Path

    from labormeter.home import Home

__all__ = ["HOST", "authority", "port"]

_PORTS: Final = 65536


def port(home: Home) -> int | None:
    """Return the port of the practice site, None while it does not run."""
    try:
        found = json.loads((home.run / "practice.json").read_text(encoding="utf-8"))
        number = found["port"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return number if isinstance(number, int) and 0 < number < _PORTS else None


def authority(home: Home) -> Path:
    """Return where the certificate authority of the practice site lies."""
    return home.run / "practice-ca.pem"
