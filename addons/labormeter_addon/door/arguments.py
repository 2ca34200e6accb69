"""What stands behind `--` on the command line of the meter: mitmproxy's own -s and --set."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from labormeter.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Sequence

PRIVATE: Final = "labormeter_private_upstream"
"""Option of ours, for tests alone: metered hosts may lead to addresses of this computer."""

OURS: Final = ("listen_host", "listen_port", "mode", "server", "confdir", "onboarding", "scripts")
"""Options of mitmproxy that the front door sets itself; another value would open a hole."""


@dataclass(frozen=True, slots=True)
class Extra:
    """Scripts and options for the engine."""

    scripts: tuple[str, ...] = ()
    sets: tuple[str, ...] = ()

    @property
    def private(self) -> bool:
        """Whether metered hosts may lead to addresses of this computer."""
        chosen = [one.partition("=") for one in self.sets if one.partition("=")[0] == PRIVATE]
        return bool(chosen) and (chosen[-1][2].lower() == "true" or not chosen[-1][1])

    def line(self) -> list[str]:
        """Return them as arguments again."""
        scripts = [word for script in self.scripts for word in ("-s", script)]
        return scripts + [word for one in self.sets for word in ("--set", one)]


def read(words: Sequence[str]) -> Extra:
    """Read `-s SCRIPT` and `--set NAME=VALUE`. Raises KnownError for anything else."""
    scripts: list[str] = []
    sets: list[str] = []
    rest = list(words)
    while rest:
        word = rest.pop(0)
        name, given, value = word.partition("=") if word.startswith("--") else (word, "", "")
        if name not in _KINDS:
            raise KnownError(
                f"{word} is not understood.", "After -- come -s SCRIPT and --set NAME=VALUE."
            )
        if not given and not rest:
            raise KnownError(
                f"{word} wants a value.", "After -- come -s SCRIPT and --set NAME=VALUE."
            )
        (scripts if _KINDS[name] == "script" else sets).append(value if given else rest.pop(0))
    for one in sets:
        _permit(one)
    return Extra(tuple(scripts), tuple(sets))


_KINDS: Final = {"-s": "script", "--script": "script", "--scripts": "script", "--set": "set"}


def _permit(one: str) -> None:
    name = one.partition("=")[0]
    if name in OURS:
        raise KnownError(f"{name} is the front door's own.", "Leave this option out.")
