"""One thing that a file says about itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from labormeter.model import Sure

LONGEST: Final = 400
"""Characters of a value that are shown."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One value found in a file, for the screen alone: it is never stored."""

    kind: str
    tag: str
    """The name that the format gives it."""
    value: str
    sure: Sure = "seen"


def tell(kind: str, tag: str, raw: bytes | str, encoding: str = "utf-8") -> Iterator[Fact]:
    """Yield the fact, or none where the value is blank or the kind's word for nothing."""
    text = raw if isinstance(raw, str) else raw[: LONGEST * 4].decode(encoding, "replace")
    text = text.strip("\0 ")[:LONGEST]
    value = (text if text.isprintable() else "".join(filter(str.isprintable, text))).strip()
    if value and not _says_nothing(kind, value):
        yield Fact(kind, tag, value)


def hint(kind: str, tag: str) -> Fact:
    """Return the fact that the file announces a value where nothing of it was read."""
    return Fact(kind, tag, "", "seen-partly")


def _says_nothing(kind: str, value: str) -> bool:
    """Whether a camera wrote the field without filling it in."""
    if kind in {"datetime", "duration", "gps"}:
        return not any(digit in value for digit in "123456789")
    if kind in {"serial", "identifier"}:
        return not value.strip("0 -.:\N{REPLACEMENT CHARACTER}")
    return kind == "orientation" and value == "0"
