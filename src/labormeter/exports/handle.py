"""Handles: two random words, derived from nothing, known to their owner alone."""

from __future__ import annotations

import secrets
from functools import cache
from importlib import resources
from typing import Final, Literal

type Tongue = Literal["en", "fr"]

TONGUES: Final[tuple[Tongue, ...]] = ("en", "fr")


def draw(tongue: Tongue = "en", *, taken: frozenset[str] = frozenset()) -> str:
    """Return a handle drawn by chance, none of those that are taken."""
    while True:
        first, second = secrets.choice(words(tongue)), secrets.choice(words(tongue))
        if first != second and (found := f"{first}-{second}") not in taken:
            return found


def known(handle: str) -> bool:
    """Whether both words of a handle are of one list that is shipped: no other text is shown."""
    parts = handle.split("-")
    return len(parts) == 2 and any(set(parts) <= _set(tongue) for tongue in TONGUES)  # noqa: PLR2004


@cache
def words(tongue: Tongue) -> tuple[str, ...]:
    """Return the list of a language."""
    text = resources.files("labormeter.exports").joinpath(f"words/{tongue}.txt").read_text("utf-8")
    return tuple(text.split())


@cache
def _set(tongue: Tongue) -> frozenset[str]:
    return frozenset(words(tongue))
