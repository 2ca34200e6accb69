"""The parts that labormeter stands on: name, version, licence, and whether the licence goes along.

    python packaging/parts.py           every part of this environment with its licence; exit 1
                                        where one is unknown or cannot go into a GPL-3.0-or-later
                                        program

A part is a distribution that `labormeter[all]` requires here, directly or through others.
"""

from __future__ import annotations

import importlib.metadata
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from importlib.metadata import Distribution, PackageMetadata

ROOT: Final = Requirement("labormeter[all]")

COMPATIBLE: Final = frozenset(
    {
        *("0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BSL-1.0", "CC0-1.0", "HPND"),
        *("FTL", "IJG", "MIT-CMU", "MIT-Modern-Variant", "libpng-2.0", "libtiff"),
        *("ISC", "MIT", "MIT-0", "MPL-2.0", "PSF-2.0", "Python-2.0", "Unicode-3.0", "Unlicense"),
        *("X11-distribute-modifications-variant", "Zlib", "blessing", "bzip2-1.0.6"),
        *("GPL-2.0-or-later", "GPL-3.0-only", "GPL-3.0-or-later"),
        *("LGPL-2.1-only", "LGPL-2.1-or-later", "LGPL-3.0-only", "LGPL-3.0-or-later"),
        "LicenseRef-public-domain",
    }
)
"""Licences whose works may be part of a whole under GPL-3.0-or-later (the FSF's list of licences:
"compatible with GPLv3"). GPL-2.0-only and Apache-1.1, for example, are not."""

CLASSIFIERS: Final = {
    "MIT License": "MIT",
    "Apache Software License": "Apache-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "ISC License (ISCL)": "ISC",
    "GNU Lesser General Public License v3 (LGPLv3)": "LGPL-3.0-only",
    "BSD License": "BSD-3-Clause",  # the classifier does not say which; all of them go along
    "Public Domain": "LicenseRef-public-domain",
}
"""Classifiers, which say less than an expression does."""

SPELT: Final = {
    "Apache 2.0": "Apache-2.0",
    "Apache License, Version 2.0": "Apache-2.0",
    "LGPL v3": "LGPL-3.0-only",
    "MIT and MPL-2.0": "MIT AND MPL-2.0",
}
"""How the older field spells what an expression says."""

HOMES: Final = ("homepage", "home", "source", "sourcecode", "code", "repository", "github")
"""Labels of links, the best first."""

_MIT: Final = re.compile(
    r"Permission is hereby granted, free of charge, to any person.*"
    r'THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND',
    re.DOTALL,
)
_WORDS: Final = re.compile(r"\(|\)|[^\s()]+")


@dataclass(frozen=True, slots=True)
class Part:
    """One part, with its licence as an SPDX expression; empty where nobody could say."""

    name: str
    version: str
    licence: str
    home: str = ""
    ours: bool = False


def found() -> list[Part]:
    """Return labormeter and all that it requires in this environment, by name."""
    return [part(one) for _, one in sorted(closure([ROOT]).items())]


def closure(roots: Iterable[Requirement]) -> dict[str, Distribution]:
    """Return what is required, directly or through others, as installed here.

    Raises PackageNotFoundError where a part is missing: a list with a hole is worth nothing.
    """
    reached: dict[str, Distribution] = {}
    seen: set[tuple[str, frozenset[str]]] = set()
    left = list(roots)
    while left:
        wanted = left.pop()
        name, extras = canonicalize_name(wanted.name), frozenset(wanted.extras)
        if (name, extras) in seen:
            continue
        seen.add((name, extras))
        reached[name] = importlib.metadata.distribution(name)
        left += _required(reached[name], extras)
    return reached


def _required(one: Distribution, extras: frozenset[str]) -> Iterator[Requirement]:
    for requirement in map(Requirement, one.requires or ()):
        marker = requirement.marker
        if marker is None or any(marker.evaluate({"extra": word}) for word in {"", *extras}):
            yield requirement


def part(one: Distribution) -> Part:
    """Return what a distribution says of itself."""
    said = one.metadata
    name = canonicalize_name(said["Name"])
    return Part(name, one.version, licence(one), _home(said), ours=name == ROOT.name)


def licence(one: Distribution) -> str:
    """Return the licence of a distribution as an expression.

    The expression that it states, else what its older fields and classifiers say, else MIT where
    the text it brings is that one; empty otherwise.
    """
    said = one.metadata
    field = (said.get("License") or "").strip()
    classified = [line.rpartition(" :: ")[2] for line in said.get_all("Classifier", [])]
    named = [CLASSIFIERS[line] for line in classified if line in CLASSIFIERS]
    if (stated := said.get("License-Expression")) is not None:
        return str(stated)
    if known(SPELT.get(field, field)):
        return SPELT.get(field, field)
    if named:
        return " AND ".join(dict.fromkeys(named))
    brought = (text for _, text in texts(one))
    return "MIT" if any(map(_MIT.search, [field, *brought])) else ""


def known(expression: str) -> bool:
    """Return whether a free field is an expression: joined names, one of them of the list above."""
    words = [word for word in _WORDS.findall(expression) if word not in {"(", ")"}]
    names, joints = words[::2], words[1::2]
    joined = all(word.upper() in {"AND", "OR", "WITH"} for word in joints)
    return joined and any(name in COMPATIBLE for name in names)


def texts(one: Distribution) -> list[tuple[str, str]]:
    """Return the licence texts that a distribution brings, as (file name, text)."""
    listed = one.files or []
    wanted = (
        path
        for path in listed
        if path.parts[0].endswith(".dist-info")
        and re.match(r"(?:licen[cs]e|copying|notice|authors)", path.name, re.IGNORECASE)
    )
    kept = ((path, Path(str(path.locate()))) for path in wanted)
    return [
        ("-".join(path.parts[1:]), where.read_text(encoding="utf-8", errors="replace"))
        for path, where in kept
        if where.is_file()
    ]


def _home(said: PackageMetadata) -> str:
    if said.get("Home-page"):
        return str(said["Home-page"])
    pairs = (line.partition(", ") for line in said.get_all("Project-URL", []))
    links = {label.lower().replace(" ", ""): link for label, _, link in pairs}
    return next((links[label] for label in HOMES if label in links), "")


def compatible(expression: str) -> bool:
    """Return whether a part under this licence may be part of the program.

    OR leaves a choice, AND binds to both, WITH only grants more. What cannot be read is refused.
    """
    words = _WORDS.findall(expression)
    if not words:
        return False
    good, left = _either(words)
    return good and not left


def _either(words: Sequence[str]) -> tuple[bool, Sequence[str]]:
    good, words = _both(words)
    while words and words[0].upper() == "OR":
        more, words = _both(words[1:])
        good = good or more
    return good, words


def _both(words: Sequence[str]) -> tuple[bool, Sequence[str]]:
    good, words = _one(words)
    while words and words[0].upper() == "AND":
        more, words = _one(words[1:])
        good = good and more
    return good, words


def _one(words: Sequence[str]) -> tuple[bool, Sequence[str]]:
    if not words:
        return False, words
    if words[0] == "(":
        good, rest = _either(words[1:])
        return good and rest[:1] == [")"], rest[1:]
    rest = words[3:] if [word.upper() for word in words[1:2]] == ["WITH"] else words[1:]
    return words[0] in COMPATIBLE, rest


def refused(parts: Iterable[Part]) -> list[Part]:
    """Return the parts that cannot go into the program."""
    return [one for one in parts if not compatible(one.licence)]


def main() -> int:
    """Print the parts, and say which cannot go along."""
    parts = found()
    for one in parts:
        print(f"{one.name:24}{one.version:18}{one.licence or 'unknown'}")
    bad = refused(parts)
    for one in bad:
        said = one.licence or "an unknown licence"
        print(f"{one.name} is under {said}: it cannot be part of labormeter.", file=sys.stderr)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
