"""What a reader of a platform's export is made of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from labormeter.sentence import said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from labormeter.archives.bundle import Bundle, Member
    from labormeter.archives.found import Found

type Read = Callable[[Member, Bundle], Iterator[Found]]

VERSION: Final = "2026.11.25"
"""Version of the readers, kept with what they found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One kind of file that tells of acts."""

    kind: str
    """What it tells of, as `liked-posts`: acts of different kinds are never the same act."""
    names: re.Pattern[str]
    """Matches the end of its name within the archive, in lower case."""
    read: Read
    platform: str = ""
    """Where it is another platform than its reader's."""
    needs: tuple[str, ...] = ()
    """Words of its header, by which a file of the same name on another platform is told apart."""
    exact: bool = False
    """Its ids are those that the wire has too: where they differ, so do the acts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Platform:
    """How one platform's export is read."""

    slug: str
    title: str
    since: int
    """Year before which nothing can have happened there."""
    topics: tuple[Topic, ...]
    marks: tuple[re.Pattern[str], ...] = ()
    """Names of files that only this platform's exports have."""
    left: tuple[tuple[re.Pattern[str], str], ...] = ()
    """Names of files that are passed over, and why."""
    wanted: tuple[str, ...] = ()
    """Kinds that a whole export tells of: one that lacks them is told of."""


def ending(*patterns: str) -> re.Pattern[str]:
    """Return the pattern of names that end so, after a folder or as a whole."""
    return re.compile(rf"(?:^|/)(?:{'|'.join(patterns)})$")


MESSAGES: Final = said("private messages are never read")
READING: Final = said("what was read or watched is no act")
ADVERTS: Final = said("what advertisers were told is no act")
HTML: Final = said("is HTML: ask the platform for JSON")
