"""Boxes of ISO base media: HEIC and AVIF pictures, MP4, MOV, M4A and 3GP films, CR3.

    ftyp | meta: items (Exif, XMP) | mdat | moov: see film.py

`moov` may stand before or behind the film itself, so both ends are read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from labormeter.metadata import exif, film, xmp
from labormeter.metadata.boxes import boxes, full
from labormeter.metadata.fact import Fact
from labormeter.metadata.sight import Refused, Short, Unread, contained

if TYPE_CHECKING:
    from collections.abc import Iterator

    from labormeter.metadata.sight import Sight

_XMP_ID: Final = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")
_EXIF_ID: Final = b"JpgTiffExif->JP2"
_CANON_ID: Final = bytes.fromhex("85c0b687820f11e08111f4ce462b6a48")
_PREVIEW_ID: Final = bytes.fromhex("eaf42b5e1c984b88b9fbb7dc406e4d16")
_LATE: Final = re.compile(rb"....(?:moov|udta|meta|uuid|XMP_)", re.DOTALL)
_MOST_ITEMS: Final = 4_000


def read(sight: Sight) -> Iterator[Fact]:
    """Yield what a file of boxes tells."""
    try:
        for name, content in boxes(sight):
            yield from contained(_top(sight, name, content))
    except Unread:
        yield from _rest(sight)


def _top(sight: Sight, name: bytes, content: Sight) -> Iterator[Fact]:
    match name:
        case b"meta":
            yield from _items(sight, content)
            yield from contained(film.described(content))
        case b"moov":
            yield from _movie(content)
        case b"uuid":
            yield from _own(content)


def _movie(content: Sight) -> Iterator[Fact]:
    """Yield what a movie tells; where its middle is missing, what lies in the end of it."""
    try:
        for name, inner in boxes(content):
            yield from contained(_own(inner) if name == b"uuid" else film.part(name, inner))
    except Unread:
        yield from _rest(content)


def _own(content: Sight) -> Iterator[Fact]:
    """Yield what a box with a maker's own name tells."""
    name, inner = content.read(0, 16), content.part(16)
    if name == _XMP_ID:
        yield from xmp.read(inner.all(xmp.LONGEST), inner.budget)
    elif name == _EXIF_ID:
        yield from exif.read(inner)
    elif name == _CANON_ID:
        yield from _canon(inner)
    elif name == _PREVIEW_ID:
        yield Fact("thumbnail", "PreviewImage", f"{inner.size} bytes")


def _canon(content: Sight) -> Iterator[Fact]:
    """Yield what a CR3 tells: four TIFF structures, and a small picture."""
    for name, inner in boxes(content):
        if name in {b"CMT1", b"CMT2", b"CMT3", b"CMT4"}:
            yield from contained(exif.bare(inner, name.decode()))
        elif name == b"THMB":
            yield Fact("thumbnail", "ThumbnailImage", f"{inner.size} bytes")


def _rest(sight: Sight) -> Iterator[Fact]:
    """Find late boxes in what is held of the end; their size must fit into the file."""
    start, tail = sight.end()
    done = 0
    sight.budget.step(len(tail) // 1024)
    for found in _LATE.finditer(tail):
        sight.budget.step()
        size, name = int.from_bytes(found[0][:4]), found[0][4:]
        if found.start() < done or not 16 < size <= len(tail) - found.start():  # noqa: PLR2004
            continue
        content = sight.part(start + found.start() + 8, size - 8)
        try:
            told = [*_late(name, content)]
        except (Refused, ValueError):
            continue
        done = found.start() + size if told else done
        yield from told


def _late(name: bytes, content: Sight) -> Iterator[Fact]:
    match name:
        case b"moov":
            yield from _movie(content)
        case b"uuid":
            yield from _own(content)
        case _:
            yield from film.part(name, content)


@dataclass(frozen=True, slots=True)
class _Item:
    number: int
    form: bytes
    mime: bytes


def _items(sight: Sight, content: Sight) -> Iterator[Fact]:
    """Yield what the items of a picture tell that are metadata."""
    inner = dict(boxes(full(content)))
    if b"iinf" not in inner or b"iloc" not in inner:
        return
    places = dict(_places(inner[b"iloc"]))
    for item in _listed(inner[b"iinf"]):
        if item.number not in places:
            continue
        inside, at, size = places[item.number]
        held = inner.get(b"idat") if inside else sight
        if held is not None:
            yield from contained(_item(item, held.part(at, size)))


def _item(item: _Item, content: Sight) -> Iterator[Fact]:
    if item.form == b"Exif":
        yield from exif.read(content.part(4 + content.unpack(">I", 0)[0]))
    elif item.form == b"mime" and b"rdf+xml" in item.mime:
        yield from xmp.read(content.all(xmp.LONGEST), content.budget)


def _listed(content: Sight) -> Iterator[_Item]:
    """Yield the items of an `iinf` box that may be metadata."""
    wide = content.read(0, 1) != b"\0"
    for name, entry in boxes(content.part(8 if wide else 6)):
        if name != b"infe":
            continue
        version = entry.read(0, 1)[0]
        if version not in {2, 3}:
            continue
        at = 4 + (2 if version == 2 else 4)  # noqa: PLR2004
        number = int.from_bytes(entry.read(4, at - 4))
        form = entry.read(at + 2, 4)
        if form in {b"Exif", b"mime"}:
            yield _Item(number, form, entry.some(at + 6, 256))


def _places(content: Sight) -> Iterator[tuple[int, tuple[bool, int, int]]]:
    """Yield by item whether it lies in `idat`, its offset and its size, from an `iloc` box."""
    version, _, first, second = content.unpack(">B3sBB", 0)
    widths = (first >> 4, first & 15, second >> 4, second & 15 if version else 0)
    narrow = 2 if version < 2 else 4  # noqa: PLR2004
    at = 6
    count, at = _number(content, at, narrow)
    for _ in range(min(count, _MOST_ITEMS)):
        content.budget.step()
        number, at = _number(content, at, narrow)
        method, at = _number(content, at, 2 if version else 0)
        _, at = _number(content, at, 2)
        base, at = _number(content, at, widths[2])
        extents, at = _number(content, at, 2)
        spans, at = _extents(content, at, extents, widths)
        if spans and method & 15 in {0, 1}:
            yield number, (method & 15 == 1, base + spans[0][0], spans[0][1])


def _extents(
    content: Sight, at: int, count: int, widths: tuple[int, int, int, int]
) -> tuple[list[tuple[int, int]], int]:
    spans = []
    for _ in range(count):
        content.budget.step()
        _, at = _number(content, at, widths[3])
        offset, at = _number(content, at, widths[0])
        size, at = _number(content, at, widths[1])
        spans.append((offset, size))
    return spans, at


def _number(content: Sight, at: int, width: int) -> tuple[int, int]:
    if width not in {0, 2, 4, 8}:
        raise Short
    return int.from_bytes(content.read(at, width)), at + width
