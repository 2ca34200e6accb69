"""Take everything of ours from this computer, in an order that leaves no trust behind, and verify it.

trust -> desktop settings -> start at login -> keys -> profiles -> cache -> home

What a step cannot do is not hidden: the verification looks at the computer anew.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from labormeter import autostart, lock
from labormeter.browser import authority, profile, trust
from labormeter.desktop import gnome, own
from labormeter.doctor import traces
from labormeter.errors import KnownError
from labormeter.ledger import keystore

if TYPE_CHECKING:
    from collections.abc import Callable

    from labormeter.doctor.traces import Kind, Trace, Where
    from labormeter.home import Home

PATIENCE: Final = 15.0
"""Seconds that a meter has to end in good order."""


@dataclass(frozen=True, slots=True)
class Done:
    """What was taken away, and what is still there."""

    removed: tuple[Trace, ...]
    left: tuple[Trace, ...]
    """Of this home; but for the ledger where it was to be kept."""
    others: tuple[Trace, ...]
    """Of other homes of the same person, which were not touched."""


def ready(where: Where, *, may_stop: bool) -> None:
    """See that nothing of this home runs, ending a meter where that is allowed.

    Raises KnownError where a metered browser is open, or a meter runs and may not be ended.
    """
    if any(profile.in_use(root) for base in _profiles(where) for root in _folders(base)):
        raise KnownError("A metered browser is open.", "Close it, then run the same command again.")
    held = lock.held(where.home.lock)
    if held is None:
        return
    if not may_stop:
        raise KnownError(
            "A meter is running.", "End it with `labormeter shift stop`, or say --yes to both."
        )
    stop(where.home, held.get("pid"))


def stop(home: Home, pid: int | str | None) -> None:
    """End the meter and wait for it. Raises KnownError where it does not end."""
    if isinstance(pid, int):
        with contextlib.suppress(OSError):
            os.kill(pid, signal.SIGTERM)
    end = time.monotonic() + PATIENCE
    while lock.held(home.lock) is not None:
        if time.monotonic() > end:
            raise KnownError("The meter does not end.", "End its process, then try again.")
        time.sleep(0.05)


def uninstall(where: Where, *, keep_ledger: bool) -> Done:
    """Take away every trace of this home and verify it; what fails is told as left.

    Nothing of the home may run (`ready`). A second run after one that was broken off goes on.
    """
    found = [trace for trace in traces.find(where) if trace.mine]
    if own.standing(where.home) != "off":
        own.off(where.home, _silent)
    for trace in found:
        if trace.kind != "home":
            with contextlib.suppress(OSError, KnownError):
                _WAYS[trace.kind](where, trace)
    _prune(where.home.profiles.parent)
    _remove_home(where.home, keep_ledger=keep_ledger)
    after = traces.find(where)
    kept = keep_ledger and not _unwanted(where.home)
    left = tuple(trace for trace in after if trace.mine and not (kept and trace.kind == "home"))
    gone = tuple(
        trace for trace in found if trace not in left and not (kept and trace.kind == "home")
    )
    return Done(gone, left, tuple(trace for trace in after if not trace.mine))


def ledgers(home: Home) -> tuple[Path, ...]:
    """Return the files of the ledger, with those that were damaged and kept aside."""
    return tuple(sorted(home.root.glob("ledger*.db*")))


def _silent(_: str) -> None:
    """Say nothing of single steps: the verification says how it ended."""


FORGETS: Final = {
    "darwin": ("security", "delete-certificate", "-t", "-c", authority.NAME),
    "win32": ("certutil", "-user", "-delstore", "Root", authority.NAME),
}
"""Commands that take our certificate out of the system's store; untested, for want of such systems."""


def _trust(where: Where, trace: Trace) -> None:
    if trace.place == traces.SYSTEM_STORE:
        traces.succeeds(FORGETS[where.session.system])
    else:
        trust.remove(Path(trace.place))


def _desktop(_: Where, __: Trace) -> None:
    """Reset a PAC of ours of which no journal knows: what was there before cannot be known."""
    gnome.write(gnome.MODE, None)
    gnome.write(gnome.SCRIPT, None)


def _autostart(where: Where, _: Trace) -> None:
    autostart.off(where.session)


def _keys(where: Where, _: Trace) -> None:
    for store in keystore.systems(where.home):
        store.forget()


def _folder(_: Where, trace: Trace) -> None:
    folder = Path(trace.place)
    shutil.rmtree(folder, ignore_errors=True)
    _prune(folder.parent)


_WAYS: Final[dict[Kind, Callable[[Where, Trace], None]]] = {
    "trust": _trust,
    "desktop": _desktop,
    "autostart": _autostart,
    "keys": _keys,
    "profile": _folder,
    "cache": _folder,
}


def _remove_home(home: Home, *, keep_ledger: bool) -> None:
    """Delete the folder; `ca` goes here and so after every trust in it."""
    if not keep_ledger:
        shutil.rmtree(home.root, onexc=_skip)
        return
    for path in _unwanted(home):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, onexc=_skip)
        else:
            with contextlib.suppress(OSError):
                path.unlink()


def _skip(_: object, __: str, ___: BaseException) -> None:
    """Go on with the rest; what is left is told by the verification."""


def _unwanted(home: Home) -> list[Path]:
    """Return what lies in home besides the ledger."""
    wanted = set(ledgers(home))
    try:
        return sorted(path for path in home.root.iterdir() if path not in wanted)
    except OSError:
        return []


def _prune(folder: Path) -> None:
    """Remove the folders that are ours and empty now: `profiles` and `labormeter` above it."""
    for each in (folder, folder.parent):
        if each.name in {"profiles", "labormeter"}:
            with contextlib.suppress(OSError):
                each.rmdir()


def _profiles(where: Where) -> list[Path]:
    return [
        folder
        for folder in traces.profile_folders(where)
        if folder.name == where.home.profiles.name
    ]


def _folders(base: Path) -> list[Path]:
    return [path for path in base.iterdir() if path.is_dir()]
