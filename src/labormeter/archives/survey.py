"""What an import would bring, before it brings anything: for the person to look at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from labormeter.ledger.imports import Tally


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed:
    """Files that were passed over, and why."""

    what: str
    """What kind of file, in words of ours."""
    why: str
    count: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One export or recording that was given."""

    name: str
    """The file as the person named it: for the screen alone."""
    reader: str
    title: str
    layouts: tuple[str, ...] = ()
    files: int = 0
    """Files in it that were read."""
    passed: tuple[Passed, ...] = ()
    missing: tuple[str, ...] = ()
    """Kinds of files that a whole export has and this one lacks: unknown, not zero."""
    trouble: str = ""
    """Why nothing of it can be read, where nothing can."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """All that was given."""

    sources: tuple[Source, ...]
    tallies: tuple[Tally, ...] = ()

    @property
    def new(self) -> int:
        """Return how many acts would be added."""
        return sum(one.new for one in self.tallies)

    @property
    def undated(self) -> int:
        """Return how many of these have no date."""
        return sum(one.new for one in self.tallies if not one.year)

    @property
    def near(self) -> int:
        """Return how many are taken for a live act by their time or number alone."""
        return sum(one.near for one in self.tallies)

    @property
    def changes(self) -> bool:
        """Whether the import would change anything."""
        return any(one.new or one.met or one.near for one in self.tallies)

    @property
    def reader(self) -> str:
        """Return what the import is kept as: the one reader's name, or `several`."""
        names = {one.reader for one in self.sources if not one.trouble}
        return names.pop() if len(names) == 1 else "several"
