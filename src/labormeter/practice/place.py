"""Where the practice site is: one name to one port of this computer, known to the site, the door and the engine.

The site tells its port by a lock that it holds while it runs: where its process ended, however that
came, the name leads nowhere, and not to whatever got the port since. Its own throw-away certificate
authority is trusted upstream for this one name and for nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from labormeter import lock
from labormeter.platforms import PRACTICE_HOST as HOST

if TYPE_CHECKING:
    from pathlib import Path

    from labormeter.home import Home

__all__ = ["HOST", "authority", "lock_file", "port"]

_PORTS: Final = 65536


def lock_file(home: Home) -> Path:
    """Return the file that a running site holds, and that says where it listens."""
    return home.run / "practice.lock"


def port(home: Home) -> int | None:
    """Return the port of the practice site, None while it does not run."""
    number = (lock.held(lock_file(home)) or {}).get("port")
    return number if isinstance(number, int) and 0 < number < _PORTS else None


def authority(home: Home) -> Path:
    """Return where the certificate authority of the practice site lies."""
    return home.run / "practice-ca.pem"
