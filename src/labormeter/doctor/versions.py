"""Whether the parts that labormeter stands on are the ones it was tested with."""

from __future__ import annotations

import importlib.metadata
import sys
from typing import TYPE_CHECKING, Final

from labormeter import __version__
from labormeter.doctor.finding import Finding

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
            f"mitmproxy {engine} is installed; {ENGINE} was tested.",
            f"Install mitmproxy=={ENGINE}.",
        )
    window = "" if "PySide6-Essentials" in found else ", without the window"
    numbers = ".".join(map(str, python))
    return Finding(
        PART, "good", f"labormeter {__version__} on Python {numbers}, mitmproxy {engine}{window}."
    )
