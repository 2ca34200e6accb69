"""Which reader a file is for, by its first bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from labormeter.metadata import bmff, exif, jpeg, png, riff

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from labormeter.metadata.fact import Fact
    from labormeter.metadata.sight import Sight

    type Reader = Callable[[Sight], Iterator[Fact]]

_BOXES: Final = {b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot"}


def reader(sight: Sight) -> Reader:
    """Return the reader for what the bytes are; `none` where they are nothing that we know."""
    start = sight.some(0, 16)
    if start.startswith(b"\xff\xd8\xff"):
        return jpeg.read
    if start.startswith(png.MAGIC):
        return png.read
    if start.startswith(b"RIFF") and start[8:12] in riff.FORMS:
        return riff.read
    if start[4:8] in _BOXES:
        return bmff.read
    if start[:2] in {b"II", b"MM"}:
        return exif.read
    return none


def none(sight: Sight) -> Iterator[Fact]:
    """Tell nothing."""
    del sight
    yield from ()
