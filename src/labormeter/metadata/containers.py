"""Which reader a file is for, by its first bytes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from labormeter.metadata import (
    bmff,
    exif,
    gif,
    id3,
    jpeg,
    matroska,
    office,
    pdf,
    png,
    riff,
    vorbis,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from labormeter.metadata.fact import Fact
    from labormeter.metadata.sight import Sight

    type Reader = Callable[[Sight], Iterator[Fact]]


def reader(sight: Sight) -> Reader:
    """Return the reader for what the bytes are; `none` where they are nothing that we know."""
    start = sight.some(0, 1024)
    for begins, found in _READERS:
        if begins.match(start):
            return found
    return none


def none(sight: Sight) -> Iterator[Fact]:
    """Tell nothing."""
    del sight
    yield from ()


def raf(sight: Sight) -> Iterator[Fact]:
    """Tell what the photo tells that a Fujifilm raw file carries."""
    at, size = sight.unpack(">II", 84)
    yield from jpeg.read(sight.part(at, size))


def _begins(pattern: bytes) -> re.Pattern[bytes]:
    return re.compile(pattern, re.DOTALL)


_READERS: Final[tuple[tuple[re.Pattern[bytes], Reader], ...]] = (
    (_begins(rb"\xff\xd8\xff"), jpeg.read),
    (_begins(rb"\x89PNG\r\n\x1a\n"), png.read),
    (_begins(rb"GIF8[79]a"), gif.read),
    (_begins(rb"RIFF....(?:WEBP|AVI |AVIX|WAVE)"), riff.read),
    (_begins(rb"....(?:ftyp|moov|mdat|wide|free|skip|pnot)"), bmff.read),
    (_begins(rb"FUJIFILMCCD-RAW "), raf),
    (_begins(rb"II[\x2a\x2bU]\0|MM\0[\x2a\x2b]|IIR[OS]|MMOR"), exif.read),
    (_begins(re.escape(matroska.MAGIC)), matroska.read),
    (_begins(rb"fLaC"), vorbis.flac),
    (_begins(rb"OggS"), vorbis.ogg),
    (_begins(rb"PK\x03\x04"), office.read),
    (_begins(rb"(?:[^%]|%(?!PDF-)){0,1000}%PDF-"), pdf.read),
    (_begins(rb"ID3|\xff[\xe2-\xff]"), id3.read),
)
"""How a file begins -> its reader."""
