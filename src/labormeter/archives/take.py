"""From a platform's export to staged acts: read, judged by their time, hashed.

    files --read--> Found --hash--> Told --add--> staging

A file that turns out to be broken is taken back as a whole, and said to be broken. Of ids only
keyed hashes leave this module, of names and texts nothing.
"""

from __future__ import annotations

import time
import zlib
from collections import Counter
from itertools import batched
from typing import TYPE_CHECKING, Final

from labormeter.archives.found import UnreadableError
from labormeter.archives.platform import VERSION
from labormeter.archives.recognise import SINCE, recognise
from labormeter.archives.survey import Passed, Source
from labormeter.ledger.staging import Told
from labormeter.metadata import disclosures
from labormeter.metadata.medium import medium
from labormeter.model import HEAD, SECOND, TAIL, Disclosure, Window
from labormeter.sentence import said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from labormeter.archives.bundle import Bundle, Member
    from labormeter.archives.found import Found
    from labormeter.archives.platform import Topic
    from labormeter.archives.recognise import Export
    from labormeter.archives.watch import Watch
    from labormeter.ledger.keys import Keys
    from labormeter.ledger.staging import Staging

BATCH: Final = 1_000
DAY: Final = 86_400 * SECOND
_YEAR: Final = 31_556_952 * SECOND
_QUARTER: Final = 900 * SECOND


class Taker:
    """Takes exports into a staging."""

    def __init__(self, staging: Staging, keys: Keys, watch: Watch, *, now: int) -> None:
        self._staging, self._keys, self._watch, self._now = staging, keys, watch, now
        self._markers: dict[str, Callable[[str], tuple[str, ...]]] = {}
        self._known = {
            str(platform)
            for (platform,) in staging.rows(
                "SELECT DISTINCT platform FROM acts UNION SELECT DISTINCT platform FROM undated"
            )
        }
        self._offsets: dict[int, int] = {}

    def take(self, bundle: Bundle) -> Source:
        """Stage what an export tells of, and say what it is."""
        export = recognise(bundle)
        if export is None:
            return Source(
                name=bundle.name,
                reader="",
                title="",
                trouble=said("is no export that is known here: give the whole archive as it came"),
            )
        self._staging.next_export()
        self._watch.expect(export.bytes)
        layouts: Counter[str] = Counter()
        broken: Counter[tuple[str, str]] = Counter()
        files = 0
        for topic, member in export.parts():
            try:
                self._file(export, topic, member, layouts)
                files += 1
            except UnreadableError as error:
                self._staging.drop_file()
                broken[topic.kind or export.reader.title, str(error)] += 1
        self._staging.settled()
        return self._source(export, files, layouts, broken)

    def _source(
        self,
        export: Export,
        files: int,
        layouts: Counter[str],
        broken: Counter[tuple[str, str]],
    ) -> Source:
        passed = [Passed(what=what, why=why, count=n) for (what, why), n in broken.items()]
        passed += [Passed(what="", why=why, count=n) for why, n in sorted(export.left.items())]
        return Source(
            name=export.bundle.name,
            reader=export.reader.slug,
            title=export.reader.title,
            layouts=tuple(sorted(filter(None, layouts))),
            files=files,
            passed=tuple(passed),
            missing=self._missing(export),
        )

    def _missing(self, export: Export) -> tuple[str, ...]:
        """Return kinds of which there was neither a file nor an act."""
        told = {kind for (kind,) in self._staging.rows(
            "SELECT DISTINCT kind FROM staged WHERE export = ?", (self._staging.export,)
        )}  # fmt: skip
        return tuple(kind for kind in export.missing if kind not in told)

    def _file(self, export: Export, topic: Topic, member: Member, layouts: Counter[str]) -> None:
        self._staging.next_file()
        platform = topic.platform or export.reader.slug
        found = topic.read(member, export.bundle)
        read = 0
        for batch in batched(found, BATCH):
            told = [self._told(export, topic, member, platform, one) for one in batch]
            self._staging.add(told)
            layouts.update(one.layout for one in batch)
            step = min(member.size - read, len(batch) * 200)
            self._watch.read(step)
            read += step
        self._watch.read(member.size - read)

    def _told(
        self, export: Export, topic: Topic, member: Member, platform: str, found: Found
    ) -> Told:
        kinds, medium_ = "", ""
        if found.activity == "upload":
            kinds, medium_ = self._returned(export, member, found)
        at = self._dated(platform, found.at)
        target = self._mark(platform, found.target) if found.target else ()
        made = self._mark(platform, found.made) if found.made else ()
        every = (*target, *made) if platform in self._known else ()
        return Told(
            platform=platform,
            kind=found.kind or topic.kind,
            activity=found.activity,
            effect=found.effect,
            at=at,
            utc_offset=0 if at is None else self._offset(at),
            pack=VERSION,
            target=target[0] if target else "",
            made=made[0] if made else "",
            marks=f" {' '.join(every)} " if every else "",
            tell=hash(found.tell) if found.tell else 0,
            layout=found.layout,
            once=found.once,
            exact=topic.exact,
            quantity=found.quantity,
            unit=found.unit,
            finer=found.finer or medium_,
            kinds=kinds,
            joined=found.joined,
        )

    def _mark(self, platform: str, value: str) -> tuple[str, ...]:
        marker = self._markers.get(platform)
        if marker is None:
            marker = self._markers[platform] = self._keys.marker(platform, "id", self._now)
        return marker(value)

    def _dated(self, platform: str, at: int | None) -> int | None:
        """Return a moment that can be one: after the platform began and not in the future."""
        if at is None or at > self._now + DAY:
            return None
        begun = (SINCE.get(platform, 1990) - 1970) * _YEAR
        return at if at >= begun else None

    def _offset(self, at: int) -> int:
        """Return minutes east of UTC of this computer's clock at that time."""
        key = at // _QUARTER
        found = self._offsets.get(key)
        if found is None:
            if len(self._offsets) > 100_000:  # noqa: PLR2004 - a few megabytes
                self._offsets.clear()
            found = self._offsets[key] = time.localtime(at // SECOND).tm_gmtoff // 60
        return found

    def _returned(self, export: Export, member: Member, found: Found) -> tuple[str, str]:
        """Return what the file of an upload still discloses, and what kind of file it is."""
        told = {kind: Disclosure(kind) for kind in found.known}
        medium_ = ""
        window = self._window(export.bundle, member, found.file) if found.file else None
        if window is not None:
            told |= {one.kind: one for one in disclosures(window)}
            medium_ = medium(window)
        return ";".join(f"{one.kind} {one.sure}" for one in told.values()), medium_

    def _window(self, bundle: Bundle, member: Member, name: str) -> Window | None:
        beside = bundle.beside(member, name)
        if beside is None:
            return None
        try:
            with beside.open() as file:
                return _window(file.read, beside.size)
        except (UnreadableError, OSError, zlib.error):
            return None


def _window(read: Callable[[int], bytes], size: int) -> Window:
    """Read the beginning of a file, and its end where it is small enough to get there."""
    head = read(HEAD)
    tail = read(TAIL) if size <= HEAD + TAIL else b""
    return Window(head, tail, max(size, len(head) + len(tail)))


def found_in(bundle: Bundle) -> Iterator[tuple[str, Found]]:
    """Yield platform and act of everything that an export tells of: for measurements and tests.

    Raises UnreadableError where a file is broken.
    """
    export = recognise(bundle)
    if export is None:
        return
    for topic, member in export.parts():
        for found in topic.read(member, bundle):
            yield topic.platform or export.reader.slug, found
