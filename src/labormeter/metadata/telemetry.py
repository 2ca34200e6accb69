"""Positions and makers' data inside films: GoPro (GPMF), Android (camm), Apple (mebx), Canon.

A track of positions is long and lies in the middle of the film. That it is there, the movie box
says; its first samples are looked at where they are held.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from labormeter.metadata.fact import Fact, hint, tell
from labormeter.metadata.sight import Refused, contained

if TYPE_CHECKING:
    from collections.abc import Iterator

    from labormeter.metadata.sight import Sight

_GPMF: Final = {
    b"CASN": ("serial", "CameraSerialNumber"),
    b"MINF": ("camera_model", "Model"),
    b"FMWR": ("software", "FirmwareVersion"),
    b"MUID": ("identifier", "MediaUniqueID"),
    b"GPSU": ("datetime", "GPSDateTime"),
    b"DVNM": ("device_name", "DeviceName"),
}
_DEEPEST: Final = 6


def datum(name: bytes, content: Sight) -> Iterator[Fact]:
    """Yield what a maker's own user data tells."""
    if name == b"GPMF":
        yield from keys(content)
    elif name in {b"CNTH", b"thmb", b"THMB"}:
        yield from _cover(content)


def _cover(content: Sight) -> Iterator[Fact]:
    """Yield the small picture of a film, and what it tells in turn (Canon's CNTH)."""
    from labormeter.metadata import jpeg  # noqa: PLC0415 - a picture may hold a film in turn

    yield Fact("thumbnail", "ThumbnailImage", f"{content.size} bytes")
    inner = content.part(8) if content.some(4, 4) == b"CNDA" else content
    if inner.some(0, 2) == b"\xff\xd8":
        for marker, held in jpeg.segments(inner):
            yield from contained(jpeg.segment(marker, held))


def track(table: dict[bytes, Sight]) -> Iterator[Fact]:
    """Yield what a track tells, by the format and the first samples that its tables name."""
    if b"stsd" not in table:
        return
    form = table[b"stsd"].read(12, 4)
    if form == b"gpmd":
        yield from _positions(table)
    elif form == b"fdsc":
        yield from _file(table)
    elif form == b"camm":
        yield hint("gps", "CAMM track")


def _positions(table: dict[bytes, Sight]) -> Iterator[Fact]:
    """Yield what the first samples of a GoPro track tell."""
    for at, size in _samples(table):
        content = _anywhere(table[b"stsd"], at, size)
        try:
            yield from keys(content)
        except Refused:
            yield hint("gps", "GPMF track")
            return


def _file(table: dict[bytes, Sight]) -> Iterator[Fact]:
    """Yield what GoPro's description of the file tells: camera, serial number, program."""
    for at, size in _samples(table):
        content = _anywhere(table[b"stsd"], at, size)
        if content.some(0, 4) == b"GPRO":
            yield from tell("software", "FirmwareVersion", content.read(8, 15).split(b"\0")[0])
            yield from tell("serial", "SerialNumber", content.read(0x17, 16).split(b"\0")[0])
            yield from tell("camera_model", "Model", content.read(0x66, 16).split(b"\0")[0])
        return


def _anywhere(whole: Sight, at: int, size: int) -> Sight:
    """Return a stretch of the file, as its tables count: from its beginning."""
    return type(whole)(whole.window, at, size, whole.budget)


def _samples(table: dict[bytes, Sight]) -> Iterator[tuple[int, int]]:
    sizes, wide = table[b"stsz"], b"co64" in table
    chunks = table[b"co64"] if wide else table[b"stco"]
    same, count = sizes.unpack(">II", 4)
    for number in range(min(count, 16, chunks.unpack(">I", 4)[0])):
        size = same or sizes.unpack(">I", 12 + number * 4)[0]
        yield chunks.unpack(">Q" if wide else ">I", 8 + number * (8 if wide else 4))[0], size


def keys(content: Sight, depth: int = 0) -> Iterator[Fact]:
    """Yield what GoPro's keys tell: name, form, size and repeat, padded to four bytes."""
    at = 0
    while at + 8 <= content.size and depth < _DEEPEST:
        content.budget.step()
        name, form, size, repeat = content.unpack(">4sBBH", at)
        held = content.part(at + 8, size * repeat)
        if form == 0:
            yield from keys(held, depth + 1)
        elif name in {b"GPS5", b"GPS9", b"GPRI"}:
            yield from contained(_fix(held.part(8 if name == b"GPRI" else 0)))
        elif name in _GPMF:
            kind, tag = _GPMF[name]
            yield from tell(kind, tag, held.all(128))
        at += 8 + (size * repeat + 3) // 4 * 4


def _fix(held: Sight) -> Iterator[Fact]:
    latitude, longitude = held.unpack(">ii", 0)
    if latitude or longitude:
        yield Fact("gps", "GPSLatitude", f"{latitude / 1e7:.5f}, {longitude / 1e7:.5f}")
