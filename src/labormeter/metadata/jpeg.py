"""JPEG: segments before the picture, and what some cameras append behind it.

SOI | APPn ... COM | SOS picture EOI | second pictures, films, trailers
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from labormeter.metadata import exif, flir, iptc, telemetry, xmp
from labormeter.metadata.fact import Fact, tell
from labormeter.metadata.sight import contained
from labormeter.metadata.tiff import directory, header

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from labormeter.metadata.sight import Sight

EXIF: Final = b"Exif\0"
XMP: Final = b"http://ns.adobe.com/xap/1.0/\0"
EXTENDED: Final = b"http://ns.adobe.com/xmp/extension/\0"
PHOTOSHOP: Final = b"Photoshop 3.0\0"
_SOS, _EOI, _APP1, _COMMENT = 0xDA, 0xD9, 0xE1, 0xFE
_MOST_PIECES: Final = 16
"""Segments of a long packet that are put together: a megabyte."""
_BARE: Final = {0x01, *range(0xD0, 0xD9)}
"""Markers without a length."""


def read(sight: Sight) -> Iterator[Fact]:
    """Yield what a JPEG file tells."""
    extended: dict[int, bytes] = {}
    thermal: list[bytes] = []
    for marker, content in segments(sight):
        if marker == _APP1 and content.some(0, len(EXTENDED)) == EXTENDED:
            _extend(content.all(0xFFFF), extended)
        elif marker == _APP1 and content.some(0, 5) == flir.BEGINS:
            thermal.append(content.all(0xFFFF)[flir.HEAD :])
        else:
            yield from contained(segment(marker, content))
    if extended:
        yield from xmp.read(_joined(extended), sight.budget)
    if thermal:
        yield from contained(flir.read(sight.over(b"".join(thermal)[: flir.LONGEST])))
    yield from contained(_behind(sight))


def segments(sight: Sight) -> Iterator[tuple[int, Sight]]:
    """Yield marker and content of each segment before the picture."""
    at = 2
    while at + 4 <= sight.size:
        sight.budget.step()
        mark, marker, length = sight.unpack(">BBH", at)
        if mark != 0xFF:  # noqa: PLR2004 - every marker begins so
            return
        if marker == 0xFF or marker in _BARE:  # noqa: PLR2004 - fill bytes
            at += 1 if marker == 0xFF else 2  # noqa: PLR2004
            continue
        if marker in {_SOS, _EOI} or length < 2:  # noqa: PLR2004
            return
        yield marker, sight.part(at + 4, length - 2)
        at += 2 + length


def segment(marker: int, content: Sight) -> Iterator[Fact]:
    """Yield what one segment tells."""
    start = content.some(0, 48)
    if marker == _APP1:
        yield from _first(content, start)
    elif marker == _COMMENT:
        yield from tell("description", "Comment", content.all(2048))
    for begins, read_segment in _SEGMENTS.get(marker, ()):
        if start.startswith(begins):
            yield from read_segment(content)
            return


def _first(content: Sight, start: bytes) -> Iterator[Fact]:
    if start.startswith(EXIF):
        yield from exif.read(content.part(6))
    elif start.startswith(XMP):
        yield from xmp.read(content.part(len(XMP)).all(xmp.LONGEST), content.budget)


def _photoshop(content: Sight) -> Iterator[Fact]:
    yield from iptc.resources(content.part(len(PHOTOSHOP)))


def _gopro(content: Sight) -> Iterator[Fact]:
    yield from telemetry.keys(content.part(6))


def _provenance(content: Sight) -> Iterator[Fact]:
    if b"jumb" in content.some(0, 48):
        yield Fact("edit_history", "C2PA manifest", f"{content.size} bytes")


def _extension(content: Sight) -> Iterator[Fact]:
    yield Fact("thumbnail", "JFXX thumbnail", f"{content.size} bytes")


def _little(content: Sight) -> Iterator[Fact]:
    width, height = content.read(12, 2)
    if width and height:
        yield Fact("thumbnail", "JFIF thumbnail", f"{width} x {height} pixels")


def _extend(content: bytes, extended: dict[int, bytes]) -> None:
    """Keep a piece of a packet too long for one segment, by where it belongs."""
    start = len(EXTENDED) + 32
    offset = int.from_bytes(content[start + 4 : start + 8])
    if len(extended) < _MOST_PIECES:
        extended[offset] = content[start + 8 :]


def _joined(extended: dict[int, bytes]) -> bytes:
    """Return the pieces that follow one another from the beginning."""
    whole = b""
    for offset in sorted(extended):
        if offset != len(whole):
            break
        whole += extended[offset]
    return whole


def _pictures(content: Sight) -> Iterator[Fact]:
    """Yield the further pictures that a Multi-Picture index announces."""
    content = content.part(4)
    order, first, _ = header(content)
    count = directory(content, first, order).first(0xB001)
    if count is not None and count.number() > 1:
        yield Fact("thumbnail", "MPF pictures", str(count.number()))


_LINE: Final = re.compile(rb"^([A-Za-z #]{2,24})=([^\r\n\0]{1,80})", re.MULTILINE)
_LINES: Final = {
    b"ID": ("description", "ID"),
    b"Type": ("camera_model", "CameraType"),
    b"Serial#": ("serial", "SerialNumber"),
    b"TimeDate": ("datetime", "DateTimeOriginal"),
}


def _ducky(content: Sight) -> Iterator[Fact]:
    """Yield what Photoshop's "save for web" wrote: tag, length, count and text in UTF-16."""
    content = content.part(5)
    at = 0
    while (tag := content.unpack(">H", at)[0]) and tag < 4:  # noqa: PLR2004 - no more are known
        size = content.unpack(">H", at + 2)[0]
        if tag > 1:
            kind = "description" if tag == 2 else "copyright"  # noqa: PLR2004
            yield from tell(kind, kind.capitalize(), content.read(at + 8, size - 4), "utf-16-be")
        at += 4 + size


def _kodak(content: Sight) -> Iterator[Fact]:
    """Yield what Kodak's own directory tells: whose camera it is, and its number."""
    content = content.part(6)
    order, first, _ = header(content)
    found = directory(content, first, order)
    for tag, kind, name in ((0xC353, "owner", "CameraOwner"), (0xC354, "serial", "SerialNumber")):
        entry = found.first(tag)
        if entry is not None:
            yield from tell(kind, name, entry.raw(256).removeprefix(b"ASCII\0\0\0"))


def _lines(content: Sight) -> Iterator[Fact]:
    """Yield what old cameras wrote as lines of text (APP12)."""
    for found in _LINE.finditer(content.all(4096)):
        if found[1] in _LINES:
            kind, name = _LINES[found[1]]
            yield from tell(kind, name, found[2])


_FILM: Final = re.compile(rb"....ftyp(?:mp4|isom|qt  |MSNV|avc1|heic)", re.DOTALL)


def _behind(sight: Sight) -> Iterator[Fact]:
    """Yield what a film tells that is appended to the picture (motion photos)."""
    from labormeter.metadata import bmff  # noqa: PLC0415 - a film holds JPEG covers in turn

    for at, raw in sight.scan():
        found = _FILM.search(raw)
        if found is not None:
            yield from bmff.read(sight.part(at + found.start()))
            return


_SEGMENTS: Final[dict[int, tuple[tuple[bytes, Callable[[Sight], Iterator[Fact]]], ...]]] = {
    0xE0: (
        (b"JFIF\0", _little),
        (b"JFXX\0\x10", _extension),
        (b"JFXX\0\x11", _extension),
        (b"JFXX\0\x13", _extension),
    ),
    0xE2: ((b"MPF\0", _pictures),),
    0xE3: ((b"Meta\0\0", _kodak), (b"META\0\0", _kodak)),
    0xE6: ((b"GoPro\0", _gopro),),
    0xEB: ((b"JP", _provenance),),
    0xEC: ((b"Ducky", _ducky), (b"", _lines)),
    0xED: ((PHOTOSHOP, _photoshop),),
}
"""Marker -> how its segments begin, and their readers; APP1 and comments apart."""
