"""Meter the browsers that the person uses anyway, by choice, and take it back exactly.

    off --on--> halfway --every step--> on --off--> halfway --every step back--> off
                    ^ killed or no power: `recover` undoes what was begun

A proxy that is set already is never overwritten: that is refused with a sentence.
"""

from __future__ import annotations

import os
import sys
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING, Final

from labormeter import lock
from labormeter.browser import pac
from labormeter.desktop import gnome, step
from labormeter.desktop.journal import NAME, Journal
from labormeter.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from labormeter.browser.authority import Authority
    from labormeter.desktop.journal import Standing
    from labormeter.desktop.step import Step
    from labormeter.home import Home
    from labormeter.lock import Hold

PROXIES: Final = ("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY")
"""Variables by which a program is sent to a proxy, past the desktop's settings."""

type Tell = Callable[[str], None]


def journal(home: Home) -> Journal:
    """Return the journal of a home."""
    return Journal(home.root / NAME)


def standing(home: Home) -> Standing:
    """Return whether the desktop's own browsers are metered."""
    return journal(home).standing()


def plan(authority: Authority, port: int, person: Path) -> tuple[Step, ...]:
    """Return the steps in their order: trust first, so that no page fails in between."""
    return (
        step.Trust(step.nss_store(person), authority.certificate),
        step.script(pac.url(authority.hosts, port)),
        step.mode(),
    )


def obstacle(environment: Mapping[str, str] | None = None) -> KnownError | None:
    """Return why it cannot be switched on here, None where it can."""
    if not sys.platform.startswith("linux") or not gnome.present():
        return KnownError(
            "labormeter cannot change the proxy settings of this desktop.",
            "`labormeter desktop status` tells how to do it by hand; `browse` needs none of it.",
        )
    if not gnome.writable():
        return KnownError(
            "The desktop's proxy settings are locked by an administrator.",
            "Use `labormeter browse`, which does not need them.",
        )
    if (gnome.read(gnome.MODE) or "'none'") != "'none'":
        return KnownError(
            "A proxy is set for this desktop already, and is not overwritten.",
            "Switch it off first if it is not needed, or use `labormeter browse`.",
        )
    found = os.environ if environment is None else environment
    if any(found.get(name) for name in PROXIES):
        return KnownError(
            "The environment names a proxy, which browsers may obey instead.",
            "Unset it for your session, or use `labormeter browse`.",
        )
    return None


def proxied() -> bool:
    """Return whether a proxy that is none of ours is set for this person, past which we go."""
    if urllib.request.getproxies().get("https"):
        return True
    if not sys.platform.startswith("linux") or not gnome.present():
        return False
    mode = gnome.read(gnome.MODE) or "'none'"
    followed = mode == "'auto'" and gnome.ours(gnome.read(gnome.SCRIPT))
    return mode != "'none'" and not followed


def already() -> KnownError:
    """Return what is said where it is on and is to be switched on."""
    return KnownError("The desktop is metered already.", "See `labormeter desktop status`.")


def on(home: Home, steps: tuple[Step, ...], tell: Tell) -> None:
    """Take every step, each told before it is done; what fails is undone.

    Raises KnownError where something stands in the way.
    """
    with _alone(home):
        book = journal(home)
        if book.standing() == "on":
            raise already()
        _undo(book, home, tell)
        if (why := obstacle()) is not None:
            raise why
        book.write(wish="on")
        try:
            for each in steps:
                tell(each.sentence)
                book.write(step=each.name, before=each.before())
                each.do()
        except KnownError:
            _undo(book, home, tell)
            raise
        book.write(**{"is": "on"})


def off(home: Home, tell: Tell) -> bool:
    """Undo every step, the last one first; return whether there was anything to undo."""
    with _alone(home):
        book = journal(home)
        if book.standing() == "off":
            return False
        book.write(wish="off")
        _undo(book, home, tell)
        return True


def recover(home: Home, tell: Tell) -> bool:
    """Undo what was broken off by a crash or a power cut; return whether there was anything.

    Called at every start; costs a look for one file.
    """
    if journal(home).standing() != "halfway":
        return False
    with _alone(home):
        book = journal(home)
        if book.standing() != "halfway":
            return False
        _undo(book, home, tell)
        return True


def _undo(book: Journal, home: Home, tell: Tell) -> None:
    for begun in book.begun():
        each = _known(begun.step, home)
        tell(f"Put back: {begun.step}.")
        each.undo(begun.before)
        book.write(undone=begun.step)
    book.close()


def _known(name: str, home: Home) -> Step:
    """Return the step of that name, as far as undoing needs it."""
    ways: dict[str, Callable[[], Step]] = {
        "trust": lambda: step.Trust(step.nss_store(Path.home()), home.ca),
        "script": lambda: step.script(""),
        "mode": step.mode,
    }
    return ways[name]()


def _alone(home: Home) -> Hold:
    home.create()
    return lock.hold(home.run / "desktop.lock", wait=5)
