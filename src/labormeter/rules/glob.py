"""Globs: `*` stands for any run of characters, `{name}` for a run that is kept.

Matching is one pass from left to right and never goes back, so that no pattern and no text can
make it slow.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from labormeter.rules.fault import FormatError

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Glob:
    """A pattern: literals, and between each two of them a hole with or without a name."""

    text: str
    literals: tuple[str, ...]
    holes: tuple[str, ...]
    """One fewer than literals; an empty name is `*`."""

    @classmethod
    def parse(cls, text: str) -> Glob:
        """Read a pattern; raises FormatError with a sentence."""
        if not text:
            raise FormatError("An empty glob matches nothing.")
        literals, holes, rest = [""], list[str](), text
        while rest:
            place = _next_hole(rest)
            literals[-1] += rest[:place]
            if place == len(rest):
                break
            name, rest = _hole(text, rest[place:])
            if holes and not literals[-1]:
                raise FormatError(f"Two holes meet in the glob {text}; put a text between them.")
            holes.append(name)
            literals.append("")
        named = [name for name in holes if name]
        if len(set(named)) != len(named):
            raise FormatError(f"The glob {text} names a hole twice.")
        return cls(text, tuple(literals), tuple(holes))

    @property
    def literal(self) -> bool:
        """Whether the pattern is a plain text."""
        return not self.holes

    @property
    def names(self) -> tuple[str, ...]:
        """Names of what is kept."""
        return tuple(name for name in self.holes if name)

    def matches(self, text: str) -> bool:
        """Whether the whole text fits."""
        if not self.holes:
            return text == self.text
        if len(self.holes) == 1:  # by far the commonest: a prefix, a suffix, a whole segment
            first, last = self.literals
            least = len(first) + len(last) + bool(self.holes[0])
            return len(text) >= least and text.startswith(first) and text.endswith(last)
        return self.find(text) is not None

    def find(self, text: str) -> dict[str, str] | None:
        """Return what the named holes hold, or None where the text does not fit."""
        first, last = self.literals[0], self.literals[-1]
        if not self.holes:
            return {} if text == first else None
        if not text.startswith(first) or not text.endswith(last):
            return None
        found, place, end = dict[str, str](), len(first), len(text) - len(last)
        for hole, literal in zip(self.holes[:-1], self.literals[1:-1], strict=True):
            at = text.find(literal, place + bool(hole), end)
            if at < 0:
                return None
            found[hole] = text[place:at]
            place = at + len(literal)
        if place + bool(self.holes[-1]) > end:
            return None
        found[self.holes[-1]] = text[place:end]
        found.pop("", None)
        return found


def _next_hole(text: str) -> int:
    places = [place for mark in "*{" if (place := text.find(mark)) >= 0]
    if (stray := text.find("}")) >= 0 and stray < min(places, default=len(text)):
        raise FormatError(f"A }} without its {{ in the glob {text}.")
    return min(places, default=len(text))


def _hole(whole: str, text: str) -> tuple[str, str]:
    if text[0] == "*":
        return "", text[1:]
    name, closed, rest = text[1:].partition("}")
    if not closed:
        raise FormatError(f"A {{ without its }} in the glob {whole}.")
    if not name.isidentifier():
        raise FormatError(f"{{{name}}} in the glob {whole} is no name.")
    return name, rest


@dataclass(frozen=True, slots=True)
class Globs:
    """Several globs; a plain text among them is looked up and not searched."""

    exact: frozenset[str] = frozenset()
    patterns: tuple[Glob, ...] = ()

    @classmethod
    def parse(cls, texts: Iterable[str]) -> Globs:
        """Read several patterns; raises FormatError with a sentence."""
        globs = [Glob.parse(text) for text in texts]
        return cls(
            frozenset(glob.text for glob in globs if glob.literal),
            tuple(glob for glob in globs if not glob.literal),
        )

    def __bool__(self) -> bool:
        return bool(self.exact or self.patterns)

    def matches(self, text: str) -> bool:
        """Whether any of them fits the whole text."""
        return text in self.exact or any(glob.matches(text) for glob in self.patterns)
