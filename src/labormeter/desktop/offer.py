"""What a person is offered here: the steps that would be taken, or those to take by hand.

Reads files and asks the desktop, and changes nothing: to look at a page issues no certificate.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from labormeter import settings
from labormeter.browser import authority, pac
from labormeter.browser.ready import ready
from labormeter.desktop import manual, own
from labormeter.errors import KnownError

if TYPE_CHECKING:
    from labormeter.desktop.journal import Standing
    from labormeter.desktop.step import Step
    from labormeter.home import Home


@dataclass(frozen=True, slots=True)
class Offer:
    """How the desktop's own browsers stand, and what can be done about it."""

    standing: Standing
    obstacle: KnownError | None = None
    """Why it cannot be switched on here, where it is off."""
    steps: tuple[Step, ...] = ()
    """What switching it on would change, in this order; empty where it is on or cannot be."""
    by_hand: tuple[str, ...] = ()
    """What is left to do by hand: all of it where it cannot be switched on, else for Firefox."""


def offer(home: Home, person: Path | None = None) -> Offer:
    """Return what is offered by the certificate that lies there; `person` is whose folder is meant."""
    standing = own.standing(home)
    port = settings.read(home.settings).number("port")
    vouched = authority.read(home)
    if not port or vouched is None:
        return Offer(standing, _NOTHING_YET)
    script = home.run / pac.FILE
    if standing != "off":
        return Offer(standing, by_hand=manual.firefox(vouched.certificate, script))
    if (why := own.obstacle()) is not None:
        name = os.environ.get("XDG_CURRENT_DESKTOP", "")
        return Offer(
            "off", why, by_hand=manual.steps(sys.platform, name, vouched.certificate, script)
        )
    steps = own.plan(vouched, port, person or Path.home())
    return Offer("off", steps=steps, by_hand=manual.firefox(vouched.certificate, script))


def write_script(home: Home, now: int) -> None:
    """Write the script that steps by hand name, with the hosts and the port of now.

    From then on the port stays what it is (`door/port.py`), for settings of the person's may name it.
    """
    port = settings.read(home.settings).number("port")
    (home.run / pac.FILE).write_text(
        pac.script(ready(home, now).authority.hosts, port), encoding="ascii"
    )


_NOTHING_YET = KnownError(
    "No port was chosen yet.", "Start `labormeter meter` once, then try again."
)
