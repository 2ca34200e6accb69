"""EXIF: what a camera writes into a picture, wherever the container puts it.

Also the picture directories of TIFF files and of raw formats that are TIFF underneath (DNG, CR2,
NEF, ARW, ORF, RW2, PEF, SRW). Tag numbers: CIPA DC-008 (Exif 3.0), TIFF 6.0, Adobe DNG 1.7.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from labormeter.metadata import iptc, makernote, xmp
from labormeter.metadata.fact import Fact, hint, tell
from labormeter.metadata.sight import Refused, Unread, contained
from labormeter.metadata.tiff import Directory, Entry, directory, header

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from labormeter.metadata.sight import Sight
    from labormeter.metadata.tiff import Order

type Tags = dict[int, tuple[str, str]]

_EXIF, _GPS, _SUB, _NOTE, _USER = 0x8769, 0x8825, 0x014A, 0x927C, 0x9286
_XMP, _IPTC, _PHOTOSHOP, _DNG_PRIVATE = 0x02BC, 0x83BB, 0x8649, 0xC634
_PANASONIC_JPEG: Final = 0x002E
_JPEG_AT, _JPEG_LENGTH, _PICTURE, _WIDTH = 0x0201, 0x0202, 0x0111, 0x0100

PICTURE: Final[Tags] = {
    0x000B: ("software", "ProcessingSoftware"),
    0x010D: ("title", "DocumentName"),
    0x010E: ("description", "ImageDescription"),
    0x010F: ("camera_make", "Make"),
    0x0110: ("camera_model", "Model"),
    0x0112: ("orientation", "Orientation"),
    0x011D: ("title", "PageName"),
    0x0131: ("software", "Software"),
    0x0132: ("datetime", "ModifyDate"),
    0x013B: ("author", "Artist"),
    0x013C: ("device_name", "HostComputer"),
    0x8298: ("copyright", "Copyright"),
    0x9003: ("datetime", "DateTimeOriginal"),
    0x9C9B: ("title", "XPTitle"),
    0x9C9C: ("description", "XPComment"),
    0x9C9D: ("author", "XPAuthor"),
    0x9C9E: ("keywords", "XPKeywords"),
    0x9C9F: ("title", "XPSubject"),
    0xC614: ("camera_model", "UniqueCameraModel"),
    0xC615: ("camera_model", "LocalizedCameraModel"),
    0xC62F: ("serial", "CameraSerialNumber"),
    0xC630: ("lens", "DNGLensInfo"),
    0xC65D: ("identifier", "RawDataUniqueID"),
    0xC68B: ("filename", "OriginalRawFileName"),
    0xC71B: ("datetime", "PreviewDateTime"),
    0xC716: ("software", "PreviewApplicationName"),
    0xC764: ("identifier", "FrameID"),
    0xA420: ("identifier", "ImageUniqueID"),
}
"""IFD0 and its siblings: tag -> kind and name."""

CAMERA: Final[Tags] = {
    0x9003: ("datetime", "DateTimeOriginal"),
    0x9004: ("datetime", "CreateDate"),
    0x9010: ("datetime", "OffsetTime"),
    0x9011: ("datetime", "OffsetTimeOriginal"),
    0x9012: ("datetime", "OffsetTimeDigitized"),
    0xA420: ("identifier", "ImageUniqueID"),
    0xA430: ("owner", "OwnerName"),
    0xA431: ("serial", "SerialNumber"),
    0xA432: ("lens", "LensInfo"),
    0xA433: ("lens", "LensMake"),
    0xA434: ("lens", "LensModel"),
    0xA435: ("serial", "LensSerialNumber"),
    0xA436: ("title", "ImageTitle"),
    0xA437: ("author", "Photographer"),
    0xA438: ("author", "ImageEditor"),
    0xA439: ("software", "CameraFirmware"),
    0xA43A: ("software", "RAWDevelopingSoftware"),
    0xA43B: ("software", "ImageEditingSoftware"),
    0xA43C: ("software", "MetadataEditingSoftware"),
    0xFDE8: ("owner", "OwnerName"),
    0xFDE9: ("serial", "SerialNumber"),
    0xFDEA: ("lens", "Lens"),
}
"""The Exif directory."""

_TAGS: Final = PICTURE | CAMERA
"""Some writers put either into the other's directory."""
_WIDE: Final = range(0x9C9B, 0x9CA0)
"""Windows' own tags, in UTF-16."""
_MOST_DIRECTORIES: Final = 24
_SMALL: Final = 1024
_WORDS: Final = 4096
"""Bytes of a text that are looked at."""


class _Walk:
    """One walk over the directories of one TIFF structure."""

    __slots__ = ("big", "make", "model", "order", "seen", "sight")

    def __init__(self, sight: Sight) -> None:
        self.sight = sight
        self.order: Order
        self.order, first, self.big = header(sight)
        self.seen: list[int] = []
        self.make = self.model = ""
        self.seen.append(first)

    def open(self, at: int) -> Directory:
        """Read a directory once: a second visit would be a cycle."""
        if at in self.seen[1:] or len(self.seen) > _MOST_DIRECTORIES:
            raise Refused
        self.seen.append(at)
        return directory(self.sight, at, self.order, big=self.big)


def read(sight: Sight) -> Iterator[Fact]:
    """Yield what a TIFF structure tells, beginning with its header."""
    walk = _Walk(sight)
    at = walk.seen[0]
    while at:
        found = walk.open(at)
        yield from _picture(walk, found)
        at = found.next


def bare(sight: Sight, form: str) -> Iterator[Fact]:
    """Yield what one of the four TIFF structures of a CR3 tells (CMT1 to CMT4)."""
    walk = _Walk(sight)
    found = walk.open(walk.seen[0])
    match form:
        case "CMT2":
            yield from _camera(walk, found)
        case "CMT3":
            yield from makernote.canon(found)
        case "CMT4":
            yield from _position(found)
        case _:
            yield from _picture(walk, found)


def _picture(walk: _Walk, found: Directory) -> Iterator[Fact]:
    for entry in found.entries:
        yield from contained(_tagged(entry))
        if entry.tag == _USER:
            yield from contained(_comment(entry))
    _remember(walk, found)
    for entry in found.entries:
        yield from contained(_beneath(walk, entry))
    yield from contained(_second(found))


def _remember(walk: _Walk, found: Directory) -> None:
    for tag, name in ((0x010F, "make"), (0x0110, "model")):
        entry = found.first(tag)
        if entry is not None and not getattr(walk, name) and not entry.hidden:
            try:
                setattr(walk, name, entry.raw(64).decode("latin-1"))
            except Refused:
                continue


def _tagged(entry: Entry) -> Iterator[Fact]:
    if entry.tag not in _TAGS:
        return
    kind, name = _TAGS[entry.tag]
    try:
        value = _text(entry)
    except Unread:
        yield hint(kind, name)
        return
    yield from tell(kind, name, value)


def _text(entry: Entry) -> str:
    if entry.tag in _WIDE:
        return entry.raw(_WORDS).decode("utf-16-le", "replace")
    if entry.textual or entry.form in {1, 7}:
        raw = entry.raw(_WORDS).rstrip(b"\0 ")
        raw = raw.split(b"\0")[0] if entry.form == 2 else raw  # noqa: PLR2004 - text ends in zero
        return raw.hex() if entry.tag in {0xC65D, 0xC764} else raw.decode("utf-8", "replace")
    return " ".join(f"{number:g}" for number in entry.numbers())


def _beneath(walk: _Walk, entry: Entry) -> Iterator[Fact]:
    """Yield what lies under an entry that leads to a further structure."""
    if entry.tag in _LEADS:
        yield from _LEADS[entry.tag](walk, entry)


def _exif(walk: _Walk, entry: Entry) -> Iterator[Fact]:
    yield from _camera(walk, walk.open(entry.number()))


def _beside(walk: _Walk, entry: Entry) -> Iterator[Fact]:
    for at in entry.numbers()[:8]:
        yield from contained(_picture(walk, walk.open(int(at))))


def _packet(walk: _Walk, entry: Entry) -> Iterator[Fact]:
    yield from xmp.read(entry.raw(xmp.LONGEST), walk.sight.budget)


def _records(walk: _Walk, entry: Entry) -> Iterator[Fact]:
    yield from iptc.records(walk.sight.over(entry.raw()))


def _resources(walk: _Walk, entry: Entry) -> Iterator[Fact]:
    yield from iptc.resources(walk.sight.over(entry.raw(1 << 20)))


def _note(walk: _Walk, entry: Entry) -> Iterator[Fact]:
    yield from makernote.read(entry, walk.make, walk.model)


def _kept(walk: _Walk, entry: Entry) -> Iterator[Fact]:
    yield from makernote.private(entry, walk.make)


def _camera(walk: _Walk, found: Directory) -> Iterator[Fact]:
    for entry in found.entries:
        yield from contained(_tagged(entry))
        if entry.tag == _USER:
            yield from contained(_comment(entry))
    for entry in found.entries:
        if entry.tag != _SUB:
            yield from contained(_beneath(walk, entry))


def _comment(entry: Entry) -> Iterator[Fact]:
    """Yield the comment, whose first eight bytes say in which encoding it is."""
    raw = entry.raw(_WORDS)
    mark, text = raw[:8], raw[8:]
    wide = "utf-16-le" if entry.order == "<" else "utf-16-be"
    encoding = wide if mark.startswith(b"UNICODE") else "utf-8"
    if not mark.strip(b"\0 ") or mark[:5] in {b"ASCII", b"UNICO", b"JIS\0\0"}:
        yield from tell("description", "UserComment", text, encoding)
    else:
        yield from tell("description", "UserComment", raw)


def _gps(walk: _Walk, entry: Entry) -> Iterator[Fact]:
    try:
        found = walk.open(entry.number())
    except Unread:
        yield hint("gps", "GPS directory")
        return
    yield from _position(found)


def _position(found: Directory) -> Iterator[Fact]:
    """Yield latitude and longitude as degrees, where they are filled in, and the time of the fix."""
    places = [_degrees(found, value, side) for value, side in ((2, 1), (4, 3), (20, 19), (22, 21))]
    named = ("GPSLatitude", "GPSLongitude", "GPSDestLatitude", "GPSDestLongitude")
    if any(place for place in places):
        for name, place in zip(named, places, strict=True):
            if place is not None:
                yield Fact("gps", name, f"{place:.6f}")
    date = found.first(29)
    if date is not None:
        yield from contained(tell("datetime", "GPSDateStamp", date.raw(64)))


def _degrees(found: Directory, tag: int, side: int) -> float | None:
    entry, reference = found.first(tag), found.first(side)
    if entry is None:
        return None
    try:
        parts = entry.numbers()
        where = reference.raw(1) if reference is not None else b""
    except Refused:
        return None
    if not parts or entry.form not in {5, 10}:
        return None
    size = math.fsum(part / 60**power for power, part in enumerate(parts[:3]))
    return -size if where.upper() in {b"S", b"W"} else size


def _second(found: Directory) -> Iterator[Fact]:
    """Yield that a second picture lies inside, by the two ways of TIFF."""
    length = found.first(_JPEG_LENGTH)
    if found.first(_JPEG_AT) is not None and length is not None:
        yield Fact("thumbnail", "ThumbnailImage", f"{length.number()} bytes")
    reduced, width = found.first(0x00FE), found.first(_WIDTH)
    if reduced is not None and width is not None and reduced.number() & 1:
        yield Fact("thumbnail", "reduced picture", f"{width.number()} pixels wide")


def _jpeg(walk: _Walk, entry: Entry) -> Iterator[Fact]:
    """Yield what the JPEG inside a Panasonic raw file tells."""
    from labormeter.metadata import jpeg  # noqa: PLC0415 - a JPEG holds EXIF in turn

    if entry.length < _SMALL:
        return
    yield Fact("thumbnail", "JpgFromRaw", f"{entry.length} bytes")
    for marker, content in jpeg.segments(walk.sight.part(entry.at, entry.length)):
        yield from contained(jpeg.segment(marker, content))


_LEADS: Final[dict[int, Callable[[_Walk, Entry], Iterator[Fact]]]] = {
    _EXIF: _exif,
    _GPS: _gps,
    _SUB: _beside,
    _XMP: _packet,
    _IPTC: _records,
    _PHOTOSHOP: _resources,
    _NOTE: _note,
    _DNG_PRIVATE: _kept,
    _PANASONIC_JPEG: _jpeg,
}
"""Tags that lead to further structures."""
