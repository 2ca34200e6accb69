"""Paths of URLs: patterns, and a tree that finds which of them fit a path.

A path is cut at its slashes; a slash at the end makes no difference.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from labormeter.rules.fault import FormatError
from labormeter.rules.glob import Glob

if TYPE_CHECKING:
    from collections.abc import Iterable

REST: Final = "**"
"""As the last segment of a pattern: any number of segments, also none."""

LONGEST: Final = 64
"""Segments of a path that are looked at."""


def segments(path: str) -> list[str]:
    """Cut a path at its slashes."""
    inner = path.strip("/")
    return inner.split("/", LONGEST) if inner else []


@dataclass(frozen=True, slots=True)
class Route:
    """A path pattern: a glob a segment, `**` at the end for the rest."""

    text: str
    globs: tuple[Glob, ...]
    rest: bool = False

    @classmethod
    def parse(cls, text: str) -> Route:
        """Read a pattern; raises FormatError with a sentence."""
        if not text.startswith("/"):
            raise FormatError(f"The path {text} must begin with a slash.")
        parts = segments(text)
        rest = bool(parts) and parts[-1] == REST
        if rest:
            parts = parts[:-1]
        if any(REST in part for part in parts):
            raise FormatError(f"In the path {text}, ** may only be the last segment.")
        if not all(parts):
            raise FormatError(f"The path {text} has an empty segment.")
        route = cls(text, tuple(Glob.parse(part) for part in parts), rest)
        if len(set(route.names)) != len(route.names):
            raise FormatError(f"The path {text} names a segment twice.")
        return route

    @property
    def names(self) -> tuple[str, ...]:
        """Names of what the pattern keeps."""
        return tuple(name for glob in self.globs for name in glob.names)

    @property
    def literals(self) -> frozenset[str]:
        """Segments that are plain text."""
        return frozenset(glob.text for glob in self.globs if glob.literal)

    def matches(self, parts: list[str]) -> bool:
        """Whether a cut path fits."""
        if len(parts) != len(self.globs) and not (self.rest and len(parts) > len(self.globs)):
            return False
        return all(glob.matches(part) for glob, part in zip(self.globs, parts, strict=False))

    def captures(self, parts: list[str]) -> dict[str, str]:
        """Return what the named holes hold in a path that fits."""
        found: dict[str, str] = {}
        for glob, part in zip(self.globs, parts, strict=False):
            if glob.holes:
                found.update(glob.find(part) or {})
        return found


@dataclass(slots=True)
class _Node[T]:
    literal: dict[str, _Node[T]] = field(default_factory=dict)
    patterns: list[tuple[Glob, _Node[T]]] = field(default_factory=list)
    ends: list[T] = field(default_factory=list)
    rests: list[T] = field(default_factory=list)


class Tree[T]:
    """Things by the paths they belong to; what is found comes in no particular order."""

    def __init__(self) -> None:
        self._root: _Node[T] = _Node()

    @classmethod
    def of(cls, pairs: Iterable[tuple[Route, T]]) -> Tree[T]:
        """Return a tree of things by their path patterns."""
        tree = cls()
        for route, thing in pairs:
            tree.add(route, thing)
        return tree

    def add(self, route: Route, thing: T) -> None:
        """Put a thing under a path pattern."""
        node = self._root
        for glob in route.globs:
            node = _child(node, glob)
        (node.rests if route.rest else node.ends).append(thing)

    def find(self, parts: list[str]) -> list[T]:
        """Return the things whose patterns fit a cut path."""
        found: list[T] = []
        nodes = [self._root]
        for part in parts:
            following: list[_Node[T]] = []
            for node in nodes:
                found += node.rests
                if (child := node.literal.get(part)) is not None:
                    following.append(child)
                following += [child for glob, child in node.patterns if glob.matches(part)]
            nodes = following
            if not nodes:
                return found
        for node in nodes:
            found += node.ends
            found += node.rests
        return found


def _child[T](node: _Node[T], glob: Glob) -> _Node[T]:
    if glob.literal:
        return node.literal.setdefault(glob.text, _Node())
    for known, child in node.patterns:
        if (known.literals, known.holes) == (glob.literals, glob.holes):
            return child
    node.patterns.append((glob, _Node()))
    return node.patterns[-1][1]
