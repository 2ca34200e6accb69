"""Whether each metered profile trusts the certificate that the engine signs with, and it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from labormeter.browser import authority, flag, profile, trust
from labormeter.doctor.finding import Finding
from labormeter.model import SECOND
from labormeter.sentence import said

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from labormeter.browser.authority import Authority
    from labormeter.home import Home

PART: Final = "trust"
DAY: Final = 86_400 * SECOND


def look(home: Home, now: int) -> Finding:
    """Read the certificate, and ask the store of each profile for it."""
    found = authority.read(home)
    made = (home.ca / authority.PAIR).exists()
    if found is None:
        return judge(None, (), now, made=made)
    roots = list(profile.folders(home))
    lacking = [root.name for root in roots if _lacks(store(root), found)]
    if (way := flag.way(home)) is not None:
        lacking += [root.name for root in flag.outdated(roots, way.key)]
    return judge(found, lacking, now, made=made)


def _lacks(folder: Path | None, found: Authority) -> bool:
    return folder is not None and not trust.holds(folder, found.certificate)


def store(root: Path) -> Path | None:
    """Return the folder of the NSS store of a profile; None where it trusts us by a flag."""
    for folder in (root / "firefox", root / ".pki" / "nssdb"):
        if (folder / "cert9.db").exists():
            return folder
    return None


def judge(found: Authority | None, lacking: Sequence[str], now: int, *, made: bool) -> Finding:
    """Say whether the certificate is whole, in force, and trusted where it has to be."""
    if found is None and not made:
        return Finding(PART, "good", "No certificate was made yet; the first metering makes it.")
    if found is None:
        return Finding(
            PART,
            "bad",
            "The certificate and its key do not fit together.",
            "Open the metered browser: a new one is made.",
        )
    if not found.begins_at <= now < found.ends_at:
        return Finding(
            PART,
            "bad",
            "The certificate is not in force today.",
            "See to the computer's clock, then open the metered browser anew.",
        )
    if lacking:
        return Finding(
            PART,
            "warn",
            said(
                "A profile does not trust the present certificate: {names}.",
                names=", ".join(lacking),
            ),
            "Close that metered browser and open it again with `labormeter browse`.",
        )
    days = (found.ends_at - now) // DAY
    holds = said(
        "The certificate names {hosts} hosts and holds {days} days more.",
        hosts=len(found.hosts),
        days=days,
    )
    return Finding(PART, "good", holds)
