"""Office documents: DOCX, XLSX, PPTX and OpenDocument, which are ZIP files.

    entries ... | central directory: name, sizes, offset of each entry | its end

The central directory stands at the end; each entry is inflated alone and within a bound. Photos
inside keep their EXIF.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from labormeter.metadata import jpeg
from labormeter.metadata.fact import Fact, hint, tell
from labormeter.metadata.markup import events
from labormeter.metadata.sight import Short, Unread, contained

if TYPE_CHECKING:
    from collections.abc import Iterator

    from labormeter.metadata.sight import Sight

MAGIC: Final = b"PK\3\4"
_END: Final = b"PK\5\6"
_MOST_ENTRIES: Final = 2_000
_MOST_PHOTOS: Final = 8
_LONGEST: Final = 256 * 1024
_STORED, _DEFLATED = 0, 8

_WORDS: Final = {
    "creator": ("author", "creator"),
    "initial-creator": ("author", "initial-creator"),
    "lastModifiedBy": ("author", "lastModifiedBy"),
    "printed-by": ("author", "printed-by"),
    "Manager": ("author", "Manager"),
    "Company": ("organisation", "Company"),
    "publisher": ("organisation", "publisher"),
    "created": ("datetime", "created"),
    "modified": ("datetime", "modified"),
    "lastPrinted": ("datetime", "lastPrinted"),
    "creation-date": ("datetime", "creation-date"),
    "date": ("datetime", "date"),
    "print-date": ("datetime", "print-date"),
    "Application": ("software", "Application"),
    "AppVersion": ("software", "AppVersion"),
    "generator": ("software", "generator"),
    "title": ("title", "title"),
    "subject": ("description", "subject"),
    "description": ("description", "description"),
    "keywords": ("keywords", "keywords"),
    "keyword": ("keywords", "keyword"),
    "category": ("keywords", "category"),
    "revision": ("edit_history", "revision"),
    "TotalTime": ("edit_history", "TotalTime"),
    "editing-cycles": ("edit_history", "editing-cycles"),
    "editing-duration": ("edit_history", "editing-duration"),
    "identifier": ("identifier", "identifier"),
}
_PAGES: Final = {"docProps/core.xml", "docProps/app.xml", "meta.xml"}
_COVERS: Final = ("docProps/thumbnail.", "Thumbnails/thumbnail.")
_PHOTOS: Final = ("/media/", "Pictures/")
_EXPECTED: Final = {
    "docProps/core.xml": ("author", "datetime"),
    "docProps/app.xml": ("software",),
    "meta.xml": ("datetime", "software"),
}
"""What such a part tells as a rule: hinted at where the part itself is out of sight."""


@dataclass(frozen=True, slots=True)
class _Part:
    name: str
    method: int
    packed: int
    at: int


def read(sight: Sight) -> Iterator[Fact]:
    """Yield what an office document tells."""
    photos = 0
    for part in _parts(sight):
        if part.name in _PAGES:
            yield from contained(_page(sight, part))
        elif part.name.startswith(_COVERS):
            yield Fact("thumbnail", part.name, f"{part.packed} bytes")
        elif any(place in f"/{part.name}" for place in _PHOTOS) and photos < _MOST_PHOTOS:
            photos += 1
            yield from contained(_photo(sight, part))


def _parts(sight: Sight) -> Iterator[_Part]:
    """Yield the entries of the central directory."""
    start, tail = sight.end()
    if not tail:
        start, tail = 0, sight.all(sight.size)
    end = tail.rfind(_END)
    if end < 0:
        raise Short
    count, size, at = sight.unpack("<HII", start + end + 10)
    at = start + end - size if size <= start + end else at
    for _ in range(min(count, _MOST_ENTRIES)):
        sight.budget.step()
        mark, method, packed, names, extra, note, place = sight.unpack("<4s6xH8xI4xHHH8xI", at)
        if mark != b"PK\1\2":
            return
        name = sight.read(at + 46, names).decode("utf-8", "replace")
        yield _Part(name, method, packed, place)
        at += 46 + names + extra + note


def _content(sight: Sight, part: _Part, most: int) -> bytes:
    """Return an entry, inflated, as far as it goes."""
    names, extra = sight.unpack("<HH", part.at + 26)
    packed = sight.read(part.at + 30 + names + extra, min(part.packed, most))
    if part.method == _STORED:
        return packed
    if part.method != _DEFLATED:
        raise Short
    return sight.inflate(packed, -zlib.MAX_WBITS)


def _page(sight: Sight, part: _Part) -> Iterator[Fact]:
    try:
        document = _content(sight, part, _LONGEST)
    except Unread:
        for kind in _EXPECTED[part.name]:
            yield hint(kind, part.name)
        return
    within = [""]
    for event in events(document, sight.budget):
        if event.text is not None:
            yield from _word(within[-1], event.text)
        elif event.opens:
            within.append(event.name.rpartition(" ")[2])
        else:
            within = within[:-1] or [""]


def _word(name: str, text: str) -> Iterator[Fact]:
    if name in _WORDS and (name != "TotalTime" or text.strip("0 ")):
        yield from tell(*_WORDS[name], text)


def _photo(sight: Sight, part: _Part) -> Iterator[Fact]:
    inner = sight.over(_content(sight, part, 128 * 1024)[: 128 * 1024])
    if inner.some(0, 3) == b"\xff\xd8\xff":
        for marker, content in jpeg.segments(inner):
            yield from contained(jpeg.segment(marker, content))
