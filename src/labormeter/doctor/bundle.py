"""A report of faults with nothing personal in it, for whoever helps.

Built up from nothing: what is not named here is not in it. No host, no path, no name of a person, no
act and no number of acts; packs of the person's own are a number.
"""

from __future__ import annotations

import json
import platform
import re
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from labormeter import __version__, settings
from labormeter.browser import find, secret
from labormeter.doctor import versions
from labormeter.errors import KnownError
from labormeter.rules import load

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from labormeter.doctor.finding import Finding
    from labormeter.home import Home

PLAIN: Final = ("language", "lens", "currency", "deflated", "alone")
"""Settings that say nothing of what a person does or where they live."""
LISTS: Final = ("on", "off", "hosts")
"""Settings of which only the length is told."""

_LINE: Final = re.compile(
    r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ ([A-Za-z_][A-Za-z0-9_-]{0,40}) ([A-Za-z_]{1,40})\Z"
)
"""A line of the log; one that is none of ours is left out."""
_DIGITS: Final = re.compile(r"\b\d+ acts\b")
_COUNTS: Final = frozenset({"captchas"})
"""Parts whose sentences are made of what a person did: only their state is told."""
_PATH: Final = re.compile(r"(?:[A-Za-z]:)?[\\/][^\s\"']*")


def compose(home: Home, findings: Iterable[Finding]) -> dict[str, Any]:
    """Return the report as one JSON document."""
    return {
        "labormeter": __version__,
        "python": platform.python_version(),
        "system": platform.system(),
        "machine": platform.machine(),
        "versions": versions.installed(),
        "browsers": [
            {"name": one.name, "package": one.package or "plain"} for one in find.installed()
        ],
        "findings": [
            {"part": one.part, "state": one.state, "sentence": _told(one)} for one in findings
        ],
        "packs": _packs(home),
        "settings": _settings(home),
        "log": faults(_lines(home)),
    }


def write(path: Path, report: dict[str, Any]) -> None:
    """Write the report, readable by this user alone. Raises KnownError where that fails."""
    text = json.dumps(report, ensure_ascii=False, indent=2) + "\n"
    try:
        secret.write(path, text.encode())
    except OSError as error:
        raise KnownError(
            f"The report could not be written ({error.strerror}).", "Choose another place for it."
        ) from error


def _told(one: Finding) -> str:
    return "" if one.part in _COUNTS else plain(one.sentence)


def plain(sentence: str) -> str:
    """Return a sentence without paths and without how many acts there are."""
    return _DIGITS.sub("some acts", _PATH.sub("(a path)", sentence))


def faults(lines: Iterable[str]) -> dict[str, int]:
    """Return how often each `place type` stands in the log, without when."""
    found = (_LINE.match(line) for line in lines)
    return dict(Counter(f"{line[1]} {line[2]}" for line in found if line))


def _lines(home: Home) -> list[str]:
    try:
        return (home.log / "meter.log").read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return []


def _packs(home: Home) -> dict[str, Any]:
    packs, wrong = load.load(home.packs)
    return {
        "shipped": {pack.platform: pack.version for pack in packs.platforms if pack.shipped},
        "own": sum(not pack.shipped for pack in packs.platforms),
        "faults": len(wrong),
    }


def _settings(home: Home) -> dict[str, Any]:
    try:
        chosen = settings.read(home.settings)
    except KnownError:
        return {"readable": False}
    told = {name: chosen[name] for name in PLAIN}
    return told | {name: len(chosen.words(name)) for name in LISTS}
