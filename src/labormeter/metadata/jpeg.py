"""JPEG: segments before the picture, and what some cameras append behind it.

SOI | APPn ... COM | SOS picture EOI | second pictures, films, trailers
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from labormeter.metadata import exif, iptc, xmp
from labormeter.metadata.fact import Fact, tell
from labormeter.metadata.sight import contained
from labormeter.metadata.tiff import directory, header

if TYPE_CHECKING:
    from collections.abc import Iterator

    from labormeter.metadata.sight import Sight

EXIF: Final = b"Exif\0"
XMP: Final = b"http://ns.adobe.com/xap/1.0/\0"
EXTENDED: Final = b"http://ns.adobe.com/xmp/extension/\0"
PHOTOSHOP: Final = b"Photoshop 3.0\0"
_SOS, _EOI, _APP1 = 0xDA, 0xD9, 0xE1
_BARE: Final = {0x01, *range(0xD0, 0xD9)}
"""Markers without a length."""


def read(sight: Sight) -> Iterator[Fact]:
    """Yield what a JPEG file tells."""
    extended: dict[int, bytes] = {}
    for marker, content in segments(sight):
        if marker == _APP1 and content.some(0, len(EXTENDED)) == EXTENDED:
            _extend(content.all(0xFFFF), extended)
        else:
            yield from contained(segment(marker, content))
    yield from xmp.read(_joined(extended), sight.budget)
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
    match marker:
        case 0xE1 if start.startswith(EXIF):
            yield from exif.read(content.part(6))
        case 0xE1 if start.startswith(XMP):
            yield from xmp.read(content.part(len(XMP)).all(xmp.LONGEST), content.budget)
        case 0xED if start.startswith(PHOTOSHOP):
            yield from iptc.resources(content.part(len(PHOTOSHOP)))
        case 0xE3 if start.startswith((b"Meta\0\0", b"META\0\0")):
            yield from _kodak(content.part(6))
        case 0xE2 if start.startswith(b"MPF\0"):
            yield from _pictures(content.part(4))
        case 0xE0 if start.startswith((b"JFXX\0\x10", b"JFXX\0\x11", b"JFXX\0\x13")):
            yield Fact("thumbnail", "JFXX thumbnail", f"{content.size} bytes")
        case 0xE0 if start.startswith(b"JFIF\0") and content.size > 14:  # noqa: PLR2004
            yield from _little(start)
        case 0xEC if b"[" in start or start.startswith(b"AGFA"):
            yield from _lines(content.all(4096))
        case 0xFE:
            yield from tell("description", "Comment", content.all(2048))


def _little(start: bytes) -> Iterator[Fact]:
    width, height = start[12], start[13]
    if width and height:
        yield Fact("thumbnail", "JFIF thumbnail", f"{width} x {height} pixels")


def _extend(content: bytes, extended: dict[int, bytes]) -> None:
    """Keep a piece of a packet too long for one segment, by where it belongs."""
    start = len(EXTENDED) + 32
    offset = int.from_bytes(content[start + 4 : start + 8])
    if sum(map(len, extended.values())) < xmp.LONGEST:
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


def _kodak(content: Sight) -> Iterator[Fact]:
    """Yield what Kodak's own directory tells: whose camera it is, and its number."""
    order, first, _ = header(content)
    found = directory(content, first, order)
    for tag, kind, name in ((0xC353, "owner", "CameraOwner"), (0xC354, "serial", "SerialNumber")):
        entry = found.first(tag)
        if entry is not None:
            yield from tell(kind, name, entry.raw(256).removeprefix(b"ASCII\0\0\0"))


def _lines(content: bytes) -> Iterator[Fact]:
    """Yield what old cameras wrote as lines of text (APP12)."""
    for found in _LINE.finditer(content):
        if found[1] in _LINES:
            kind, name = _LINES[found[1]]
            yield from tell(kind, name, found[2])


_FILM: Final = re.compile(rb"....ftyp(?:mp4|isom|qt  |MSNV|avc1|heic)", re.DOTALL)


def _behind(sight: Sight) -> Iterator[Fact]:
    """Yield what a film tells that is appended to the picture (motion photos)."""
    from labormeter.metadata import bmff  # noqa: PLC0415 - a film holds JPEG covers in turn

    at, tail = sight.end()
    start, head = (at, tail) if tail else (0, sight.all(sight.size))
    found = _FILM.search(head)
    if found is not None:
        yield from bmff.read(sight.part(start + found.start()))
