"""IPTC records (IIM 4) and the Photoshop resources in which they travel.

resources  "8BIM" number name size content ...      (JPEG APP13, TIFF 0x8649)
records    0x1C record dataset size content ...     (resource 0x0404, TIFF 0x83BB)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from labormeter.metadata import xmp
from labormeter.metadata.fact import Fact, tell
from labormeter.metadata.sight import contained

if TYPE_CHECKING:
    from collections.abc import Iterator

    from labormeter.metadata.sight import Sight

_DATASETS: Final = {
    5: ("title", "ObjectName"),
    15: ("keywords", "Category"),
    20: ("keywords", "SupplementalCategories"),
    12: ("keywords", "SubjectReference"),
    25: ("keywords", "Keywords"),
    26: ("place", "ContentLocationCode"),
    27: ("place", "ContentLocationName"),
    30: ("datetime", "ReleaseDate"),
    35: ("datetime", "ReleaseTime"),
    37: ("datetime", "ExpirationDate"),
    38: ("datetime", "ExpirationTime"),
    40: ("description", "SpecialInstructions"),
    47: ("datetime", "ReferenceDate"),
    55: ("datetime", "DateCreated"),
    60: ("datetime", "TimeCreated"),
    62: ("datetime", "DigitalCreationDate"),
    63: ("datetime", "DigitalCreationTime"),
    65: ("software", "OriginatingProgram"),
    80: ("author", "By-line"),
    85: ("author", "By-lineTitle"),
    90: ("place", "City"),
    92: ("place", "Sub-location"),
    95: ("place", "Province-State"),
    100: ("place", "Country-PrimaryLocationCode"),
    101: ("place", "Country-PrimaryLocationName"),
    103: ("title", "OriginalTransmissionReference"),
    105: ("title", "Headline"),
    110: ("organisation", "Credit"),
    115: ("organisation", "Source"),
    116: ("copyright", "CopyrightNotice"),
    118: ("author", "Contact"),
    120: ("description", "Caption-Abstract"),
    122: ("author", "Writer-Editor"),
    187: ("identifier", "UniqueDocumentID"),
    188: ("identifier", "UniqueDocumentID"),
}
"""Datasets of record 2, the application record."""

_UTF8: Final = b"\x1b%G"
_LONG: Final = 0x8000


def records(sight: Sight) -> Iterator[Fact]:
    """Yield what IIM records tell."""
    at, encoding = 0, "latin-1"
    while at + 5 <= sight.size:
        sight.budget.step()
        mark, record, dataset, size = sight.unpack(">BBBH", at)
        at += 5
        if mark != 0x1C:  # noqa: PLR2004 - the tag marker of IIM
            return
        if size & _LONG:
            width = size & ~_LONG
            size = int.from_bytes(sight.read(at, min(width, 8)))
            at += width
        if (record, dataset) == (1, 90):
            encoding = "utf-8" if sight.some(at, 3) == _UTF8 else encoding
        elif record == 2 and dataset in _DATASETS:  # noqa: PLR2004
            kind, name = _DATASETS[dataset]
            yield from tell(kind, name, sight.read(at, size), encoding)
        at += size


def resources(sight: Sight) -> Iterator[Fact]:
    """Yield what Photoshop's resources tell."""
    at = 0
    while at + 12 <= sight.size:
        sight.budget.step()
        mark, number, length = sight.unpack(">4sHB", at)
        if mark not in {b"8BIM", b"PHUT", b"AgHg", b"DCSR", b"MeSa"}:
            return
        at += 6 + (length + 2) // 2 * 2
        size = sight.unpack(">I", at)[0]
        yield from contained(_resource(number, sight.part(at + 4, size)))
        at += 4 + (size + 1) // 2 * 2


def _resource(number: int, content: Sight) -> Iterator[Fact]:
    from labormeter.metadata import exif  # noqa: PLC0415 - EXIF holds these resources in turn

    match number:
        case 0x0404:
            yield from records(content)
        case 0x0409 | 0x040C:
            yield Fact("thumbnail", "PhotoshopThumbnail", f"{content.size} bytes")
        case 0x0422 | 0x0423:
            yield from exif.read(content)
        case 0x0424:
            yield from xmp.read(content.all(xmp.LONGEST), content.budget)
        case 0x0421:
            yield from _writer(content)
        case 0x040B:
            yield from tell("copyright", "URL", content.all(1024))


def _writer(content: Sight) -> Iterator[Fact]:
    """Yield the programs that wrote and can read the file (VersionInfo)."""
    at = 5
    for name in ("WriterName", "ReaderName"):
        size = content.unpack(">I", at)[0]
        yield from tell("software", name, content.read(at + 4, size * 2), "utf-16-be")
        at += 4 + size * 2
