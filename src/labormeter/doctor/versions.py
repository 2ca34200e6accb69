"""Whether the parts that labormeter stands on are the ones it was tested with."""

from __future__ import annotations

import importlib.metadata
import sys
from typing import TYPE_CHECKING, Final

from labormeter import __version__
from labormeter.doctor.finding import Finding
from labormeter.sentence import said

if TYPE_CHECKING:
    from collections.abc import Mapping

    from labormeter.home import Home

PART: Final = "versions"
PYTHON: Final = (3, 12)
ENGINE: Final = "12.2.3"
"""The one version of mitmproxy that was measured and read (ARCHITECTURE.md)."""
NAMES: Final = ("mitmproxy", "PySide6-Essentials", "pandas", "cryptography", "sqlite-utils")


def look(_home: Home, _now: int) -> Finding:
    """Look at what is installed."""
    return judge(sys.version_info[:2], installed())


def installed() -> dict[str, str]:
    """Return the versions of what we stand on; what is absent is left out."""
    found = {}
    for name in NAMES:
        try:
            found[name] = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            continue
    return found


def judge(python: tuple[int, ...], found: Mapping[str, str]) -> Finding:
    """Say whether these versions go together."""
    if python < PYTHON:
        return Finding(
            PART, "bad", "Python is older than 3.12.", "Install Python 3.13, then labormeter anew."
        )
    engine = found.get("mitmproxy")
    if engine is None:
        return Finding(
            PART,
            "bad",
            "mitmproxy is not installed: nothing can be metered.",
            "Install labormeter with [capture] or [all].",
        )
    if engine != ENGINE:
        return Finding(
            PART,
            "warn",
            said(
                "mitmproxy {found} is installed; {tested} was tested.", found=engine, tested=ENGINE
            ),
            said("Install mitmproxy=={tested}.", tested=ENGINE),
        )
    numbers = {
        "version": __version__,
        "python": ".".join(map(str, python)),
        "engine": engine,
    }
    if "PySide6-Essentials" in found:
        whole = said("labormeter {version} on Python {python}, mitmproxy {engine}.", **numbers)
        return Finding(PART, "good", whole)
    bare = said(
        "labormeter {version} on Python {python}, mitmproxy {engine}, without the window.",
        **numbers,
    )
    return Finding(PART, "good", bare)
