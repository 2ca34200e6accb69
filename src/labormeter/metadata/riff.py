"""RIFF: WebP pictures, AVI films and WAV sound.

"RIFF" size form | chunk ... | LIST INFO ... | EXIF | XMP
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from labormeter.metadata import exif, id3, xmp
from labormeter.metadata.fact import Fact, tell
from labormeter.metadata.sight import Unread, contained

if TYPE_CHECKING:
    from collections.abc import Iterator

    from labormeter.metadata.sight import Sight

FORMS: Final = {b"WEBP", b"AVI ", b"WAVE", b"AVIX"}

_INFO: Final = {
    b"IARL": ("place", "ArchivalLocation"),
    b"IART": ("author", "Artist"),
    b"IAUT": ("author", "Author"),
    b"ICMS": ("organisation", "Commissioned"),
    b"ICMT": ("description", "Comment"),
    b"ICOP": ("copyright", "Copyright"),
    b"ICRD": ("datetime", "DateCreated"),
    b"IDIT": ("datetime", "DateTimeOriginal"),
    b"IENG": ("author", "Engineer"),
    b"IGNR": ("keywords", "Genre"),
    b"IKEY": ("keywords", "Keywords"),
    b"ILOC": ("place", "Location"),
    b"IMAU": ("author", "MoreInfoURL"),
    b"INAM": ("title", "Title"),
    b"IPRD": ("title", "Product"),
    b"ISBJ": ("title", "Subject"),
    b"ISFT": ("software", "Software"),
    b"ISRC": ("organisation", "Source"),
    b"ISRF": ("description", "SourceForm"),
    b"ITCH": ("author", "Technician"),
    b"IWRI": ("author", "WrittenBy"),
    b"TITL": ("title", "Title"),
    b"ecor": ("camera_make", "Make"),
    b"emdl": ("camera_model", "Model"),
    b"emnt": ("description", "MakerNotes"),
    b"DTIM": ("datetime", "DateTimeOriginal"),
}
_LISTS: Final = {b"INFO", b"hdrl", b"exif", b"INF0"}
_DEEPEST: Final = 4
_LATE: Final = re.compile(rb"(?:EXIF|XMP |LIST)....", re.DOTALL)


def read(sight: Sight) -> Iterator[Fact]:
    """Yield what a RIFF file tells."""
    try:
        yield from _chunks(sight.part(12), 0)
    except Unread:
        yield from _rest(sight)


def _chunks(sight: Sight, depth: int) -> Iterator[Fact]:
    at = 0
    while at + 8 <= sight.size and depth < _DEEPEST:
        sight.budget.step()
        name, size = sight.unpack("<4sI", at)
        yield from contained(_chunk(name, sight.part(at + 8, size), depth))
        at += 8 + size + size % 2


def _chunk(name: bytes, content: Sight, depth: int) -> Iterator[Fact]:
    match name:
        case b"EXIF":
            start = content.some(0, 6)
            yield from exif.read(content.part(6 if start.startswith(b"Exif\0") else 0))
        case b"XMP " | b"_PMX":
            yield from xmp.read(content.all(xmp.LONGEST), content.budget)
        case b"LIST" if content.read(0, 4) in _LISTS:
            yield from _chunks(content.part(4), depth + 1)
        case b"id3 " | b"ID3 ":
            yield from id3.read(content)
        case b"bext":
            yield from _broadcast(content)
        case b"avih":
            yield from _length(content)
        case _ if depth and name in _INFO:  # they mean what they mean in a list alone
            kind, tag = _INFO[name]
            yield from tell(kind, tag, content.all(2048).split(b"\0")[0])


def _length(content: Sight) -> Iterator[Fact]:
    each, frames = content.unpack("<I12xI", 0)
    if each and frames:
        yield from tell("duration", "Duration", f"{each * frames / 1e6:.2f} s")


def _broadcast(content: Sight) -> Iterator[Fact]:
    fields = ((0, 256, "description", "Description"), (256, 32, "author", "Originator"))
    for at, size, kind, tag in (*fields, (320, 10, "datetime", "DateTimeOriginal")):
        yield from tell(kind, tag, content.read(at, size).split(b"\0")[0])


def _rest(sight: Sight) -> Iterator[Fact]:
    """Find late chunks in what is held of the end: their size must lead to the next or the end."""
    start, tail = sight.end()
    sight.budget.step(len(tail) // 1024)
    for found in _LATE.finditer(tail):
        sight.budget.step(2)
        at = start + found.start()
        size = int.from_bytes(found[0][4:], "little")
        after = at + 8 + size + size % 2
        if after in {sight.size, sight.size + 1} or _named(sight.some(after, 4)):
            yield from contained(_chunk(found[0][:4], sight.part(at + 8, size), 0))


def _named(name: bytes) -> bool:
    return name in {b"EXIF", b"XMP ", b"LIST", b"JUNK", b"idx1", b"ANMF"}
