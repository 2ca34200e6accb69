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

_COMMAND: Final = ("-j", "-a", "-G0:1", "-n", "-ee", "-q", "-q")
"""JSON, duplicates too, with groups, numbers as they are, embedded tracks."""
_NOTHING: Final = re.compile(r"(?:undef|inf|n/a|[0 .:,/+-])*", re.IGNORECASE)
_PLACE: Final = re.compile(r"Lat=(\S+) Lon=(\S+)")
"""How exiftool writes the coordinates among the words of a film's place."""
_SPOKEN: Final = re.compile(r"-[a-z]{2}(?:-[A-Z]{2})?$")
"""The language that exiftool adds to a name."""
_PATIENCE: Final = 300


@dataclass(frozen=True, slots=True)
class Table:
    """Which of exiftool's tags make which kind."""

    kinds: Mapping[str, tuple[str, ...]]
    ignored: frozenset[str]
    ignored_tags: frozenset[str] = frozenset()

    def kind(self, tag: str, value: str) -> str | None:
        """Return the kind of a tag given as `group0:group1:name`, with its value."""
        for kind, wanted in _meant(tag):
            if wanted in value:
                return kind
        return None

    def meant(self, tag: str) -> Iterator[tuple[str, str]]:
        """Yield the kinds that a tag may make, each with what its value must hold for it."""
        *groups, name = tag.split(":")
        name = _SPOKEN.sub("", name)
        named = [*self._fitting([f"{group}:{name}" for group in groups])]
        yield from named
        if not named and not self.ignored.intersection(groups):
            yield from self._fitting([name])

    def _fitting(self, names: Sequence[str]) -> Iterator[tuple[str, str]]:
        for kind, patterns in self.kinds.items():
            for pattern in patterns:
                tag, _, wanted = pattern.partition("=")
                if any((":" in name) == (":" in tag) and fnmatchcase(name, tag) for name in names):
                    yield kind, wanted


@cache
def _meant(tag: str) -> tuple[tuple[str, str], ...]:
    return tuple(table().meant(tag))


@cache
def table() -> Table:
    """Return the table that is shipped."""
    text = (files("labormeter.metadata") / "exiftool.toml").read_text("utf-8")
    data = tomllib.loads(text)
    kinds = {kind: tuple(patterns) for kind, patterns in data["kinds"].items()}
    return Table(kinds, frozenset(data["ignored_groups"]), frozenset(data["ignored_tags"]))


def kinds(tags: Mapping[str, Any]) -> frozenset[str]:
    """Return the kinds that one file's tags make."""
    return frozenset(kind for kind, _ in _made(tags))


def reasons(tags: Mapping[str, Any], kind: str) -> list[str]:
    """Return the tags that make one kind, with their values: for people who look at a miss."""
    return [f"{tag}={str(tags[tag])[:60]}" for found, tag in _made(tags) if found == kind]


def _made(tags: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    form = str(tags.get("File:FileType", "")).rpartition(" ")[2]
    for tag, value in tags.items():
        if f"{form}:{tag.rpartition(':')[2]}" in table().ignored_tags:
            continue
        kind = table().kind(tag, str(value))
        if kind is not None and _says(kind, value):
            yield kind, tag


_MEANS_NOTHING: Final = {
    "lens": {"-1", "65535", "255"},
    "thumbnail": {"0"},
    "faces": {"0", "255", "65535"},
    "keywords": {"255"},
}
_COUNTED: Final = {"gps", "duration", "serial", "lens", "identifier", "orientation", "faces"}
"""Kinds in which zeros throughout say nothing."""


def _says(kind: str, value: object) -> bool:
    """Whether a value says anything."""
    if isinstance(value, list | dict):
        return bool(value)
    text = str(value).strip()
    if text in _MEANS_NOTHING.get(kind, ()):
        return False
    if kind == "gps" and (place := _PLACE.search(text)):
        text = " ".join(place.groups())
    if kind == "datetime":
        return any(digit in text for digit in "123456789")
    return not (_NOTHING.fullmatch(text) if kind in _COUNTED else text == "")


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
