"""What exiftool finds in a file, in our words: the measure of the readers, never one of them.

Used by tests and by `python -m benchmarks.metadata`. exiftool.toml says which tags make a kind.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import tomllib
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

_COMMAND: Final = ("-j", "-a", "-G0:1", "-n", "-ee", "-e", "-q", "-q")
"""JSON, duplicates too, with groups, numbers as they are, embedded tracks, nothing composed."""
_NOTHING: Final = re.compile(r"(?:undef|inf|n/a|[0 .:,/+-])*", re.IGNORECASE)
_SPOKEN: Final = re.compile(r"-[a-z]{2}(?:-[A-Z]{2})?$")
"""The language that exiftool adds to a name."""
_PATIENCE: Final = 300


@dataclass(frozen=True, slots=True)
class Table:
    """Which of exiftool's tags make which kind."""

    kinds: Mapping[str, tuple[str, ...]]
    ignored: frozenset[str]

    def kind(self, tag: str) -> str | None:
        """Return the kind of a tag given as `group0:group1:name`."""
        *groups, name = tag.split(":")
        if self.ignored.intersection(groups):
            return None
        name = _SPOKEN.sub("", name)
        full = [f"{group}:{name}" for group in groups]
        return self._first(full) or self._first([name])

    def _first(self, names: Sequence[str]) -> str | None:
        for kind, patterns in self.kinds.items():
            if any(_fits(name, pattern) for name in names for pattern in patterns):
                return kind
        return None


def _fits(name: str, pattern: str) -> bool:
    return (":" in name) == (":" in pattern) and fnmatchcase(name, pattern)


@cache
def table() -> Table:
    """Return the table that is shipped."""
    text = (files("labormeter.metadata") / "exiftool.toml").read_text("utf-8")
    data = tomllib.loads(text)
    kinds = {kind: tuple(patterns) for kind, patterns in data["kinds"].items()}
    return Table(kinds, frozenset(data["ignored_groups"]))


def kinds(tags: Mapping[str, Any]) -> frozenset[str]:
    """Return the kinds that one file's tags make."""
    return frozenset(kind for kind, _ in _made(tags))


def reasons(tags: Mapping[str, Any], kind: str) -> list[str]:
    """Return the tags that make one kind, with their values: for people who look at a miss."""
    return [f"{tag}={str(tags[tag])[:60]}" for found, tag in _made(tags) if found == kind]


def _made(tags: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for tag, value in tags.items():
        kind = _kind(tag)
        if kind is not None and _says(kind, value):
            yield kind, tag


@cache
def _kind(tag: str) -> str | None:
    return table().kind(tag)


_MEANS_NOTHING: Final = {"lens": {"-1", "65535", "255"}, "thumbnail": {"0"}, "faces": {"0", "255"}}


def _says(kind: str, value: object) -> bool:
    """Whether a value says anything."""
    if isinstance(value, list | dict):
        return bool(value)
    text = str(value).strip()
    if text in _MEANS_NOTHING.get(kind, ()):
        return False
    return not (_NOTHING.fullmatch(text) if kind in _COUNTED else text == "")


_COUNTED: Final = {
    "gps",
    "datetime",
    "duration",
    "serial",
    "lens",
    "identifier",
    "orientation",
    "faces",
}


def exiftool(paths: Sequence[Path]) -> dict[str, dict[str, Any]]:
    """Return what exiftool finds, by path; a file on which it fails is left out."""
    program = shutil.which("exiftool")
    if program is None:
        return {}
    command = [program, *_COMMAND, *(str(path) for path in paths)]
    done = subprocess.run(command, capture_output=True, timeout=_PATIENCE, check=False)
    try:
        rows = json.loads(done.stdout.decode("utf-8", "replace"), strict=False)
    except json.JSONDecodeError:
        rows = []
    found = {row["SourceFile"]: row for row in rows}
    if len(found) < len(paths) and len(paths) > 1:
        for path in paths:
            if str(path) not in found:
                found |= exiftool([path])
    return found
