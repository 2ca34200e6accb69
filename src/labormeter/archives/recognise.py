"""Whose export it is, by the names of its files; in it, which files tell of what.

    recognise(bundle) -> Export: the reader, and how many files of each kind
    export.parts()    -> the files to be read, one after the other

Names are looked at, never kept. Where two platforms have a file of the same name, the one whose
other files are there has it; where nothing else is there, its header decides.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Final

from labormeter.archives.amazon import AMAZON
from labormeter.archives.discord import DISCORD
from labormeter.archives.facebook import FACEBOOK
from labormeter.archives.found import UnreadableError
from labormeter.archives.google import GOOGLE
from labormeter.archives.instagram import INSTAGRAM
from labormeter.archives.linkedin import LINKEDIN
from labormeter.archives.pinterest import PINTEREST
from labormeter.archives.reddit import REDDIT
from labormeter.archives.snapchat import SNAPCHAT
from labormeter.archives.threads import THREADS
from labormeter.archives.tiktok import TIKTOK
from labormeter.archives.x import X
from labormeter.archives.youtube import YOUTUBE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from labormeter.archives.bundle import Bundle, Member
    from labormeter.archives.platform import Platform, Topic

READERS: Final[tuple[Platform, ...]] = (
    FACEBOOK,
    INSTAGRAM,
    THREADS,
    X,
    TIKTOK,
    GOOGLE,
    REDDIT,
    LINKEDIN,
    PINTEREST,
    AMAZON,
    DISCORD,
    SNAPCHAT,
)
"""Every platform whose export is read. A new one: a module with a `Platform`, and its line here."""

SINCE: Final = {one.slug: one.since for one in (*READERS, YOUTUBE)}
"""Platform -> the year before which nothing can have happened there."""

_TOLD: Final = (".json", ".js", ".csv", ".html", ".htm", ".txt", ".geojson")
_HEAD: Final = 4096
MANY: Final = 20_000
"""Names that are looked at to know whose export it is."""


@dataclass(frozen=True, slots=True)
class Export:
    """A bundle whose reader is known."""

    bundle: Bundle
    reader: Platform
    files: Counter[str] = field(default_factory=Counter)
    """How many files there are of each kind."""
    left: Counter[str] = field(default_factory=Counter)
    """How many files are passed over, by why."""
    bytes: int = 0
    """Of all files that are to be read."""

    def parts(self) -> Iterator[tuple[Topic, Member]]:
        """Yield the files to be read; the same content under the same name is read once."""
        seen: set[int] = set()
        for member in self.bundle.members():
            topic = topic_of(self.reader, member)
            if topic is None:
                continue
            key = hash((member.name, member.mark))
            if key not in seen:
                yield topic, member
            if member.mark:
                seen.add(key)

    @property
    def missing(self) -> tuple[str, ...]:
        """Return the kinds that a whole export would have told of."""
        return tuple(kind for kind in self.reader.wanted if not self.files[kind])


def recognise(bundle: Bundle) -> Export | None:
    """Return the export that a bundle is, None where no reader knows it."""
    scores: Counter[str] = Counter()
    kinds: dict[str, set[object]] = {one.slug: set() for one in READERS}
    first: dict[str, tuple[Topic, Member]] = {}
    told = (one for one in bundle.members() if one.name.lower().endswith(_TOLD))
    for member in islice(told, MANY):
        low = member.name.lower()
        for reader in READERS:
            for number, mark in enumerate(reader.marks):
                if mark.search(low):
                    kinds[reader.slug].add(number)
            topic = topic_of(reader, member)
            if topic is not None:
                kinds[reader.slug].add((topic.names.pattern,))
                first.setdefault(reader.slug, (topic, member))
            elif reason(reader, low):
                kinds[reader.slug].add(reason(reader, low))
    scores.update({slug: len(found) for slug, found in kinds.items() if found})
    best = _best(scores, first)
    return None if best is None else _counted(bundle, best)


def _best(scores: Counter[str], first: dict[str, tuple[Topic, Member]]) -> Platform | None:
    """Return the reader that knows most; of several the one whose header fits."""
    if not scores:
        return None
    most = max(scores.values())
    tied = [one for one in READERS if scores[one.slug] == most]
    if len(tied) > 1:
        tied = [one for one in tied if one.slug in first and _fits(*first[one.slug])] or tied
    return tied[0]


def _fits(topic: Topic, member: Member) -> bool:
    if not topic.needs:
        return True
    try:
        with member.open() as file:
            head = file.read(_HEAD).decode("utf-8", "replace").lower()
    except (UnreadableError, OSError):
        return False
    return all(word.lower() in head for word in topic.needs)


def _counted(bundle: Bundle, reader: Platform) -> Export:
    files: Counter[str] = Counter()
    left: Counter[str] = Counter()
    size = 0
    for member in bundle.members():
        topic = topic_of(reader, member)
        if topic is not None:
            files[topic.kind] += 1
            size += member.size
        elif why := reason(reader, member.name.lower()):
            left[why] += 1
    return Export(bundle, reader, files, left, size)


def topic_of(reader: Platform, member: Member) -> Topic | None:
    """Return what a file tells of by its name, None where it tells of nothing that counts."""
    low = member.name.lower()
    if not low.endswith(_TOLD) or reason(reader, low):
        return None
    return next((topic for topic in reader.topics if topic.names.search(low)), None)


def reason(reader: Platform, low: str) -> str:
    """Return why a file of this name is passed over, empty where it is not."""
    return next((why for names, why in reader.left if names.search(low)), "")
