"""Thermal cameras of FLIR: a file of its own, cut over several APP1 segments of a JPEG.

"FFF" head | directory: type, offset, length | camera: model, serial numbers, lens | position
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from labormeter.metadata.fact import Fact, tell
from labormeter.metadata.moment import since_1970
from labormeter.metadata.sight import Short, contained

if TYPE_CHECKING:
    from collections.abc import Iterator

    from labormeter.metadata.sight import Sight

BEGINS: Final = b"FLIR\0"
HEAD: Final = 8
"""Bytes of a segment before its piece of the file."""
LONGEST: Final = 400_000
_CAMERA, _POSITION = 0x20, 0x2B
_TEXTS: Final = (
    (0xD4, 32, "camera_model", "CameraModel"),
    (0x104, 16, "serial", "CameraSerialNumber"),
    (0x114, 16, "software", "CameraSoftware"),
    (0x170, 32, "lens", "LensModel"),
    (0x190, 16, "lens", "LensPartNumber"),
    (0x1A0, 16, "serial", "LensSerialNumber"),
    (0x21C, 32, "serial", "FilterSerialNumber"),
)
_MADE: Final = 0x384
_VALID, _LATITUDE = 0, 0x10


def read(sight: Sight) -> Iterator[Fact]:
    """Yield what the pieces tell, put together."""
    if sight.some(0, 4) != b"FFF\0":
        raise Short
    yield from tell("software", "CreatorSoftware", sight.read(4, 16).split(b"\0")[0])
    order = ">" if sight.unpack(">I", 0x14)[0] < 1 << 16 else "<"
    at, count = sight.unpack(f"{order}II", 0x18)
    for number in range(min(count, 64)):
        sight.budget.step()
        kind, begins, size = sight.unpack(f"{order}H10xII", at + number * 32)
        if kind == _CAMERA:
            yield from contained(_camera(sight.part(begins, size)))
        elif kind == _POSITION:
            yield from contained(_position(sight.part(begins, size)))


def _camera(content: Sight) -> Iterator[Fact]:
    for at, size, kind, name in _TEXTS:
        yield from tell(kind, name, content.read(at, size).split(b"\0")[0])
    order = "<" if content.read(0, 2) == b"\2\0" else ">"
    yield from tell("datetime", "DateTimeOriginal", _moment(content.unpack(f"{order}I", _MADE)[0]))


def _moment(seconds: int) -> str:
    return since_1970(seconds) if seconds else ""


def _position(content: Sight) -> Iterator[Fact]:
    order = "<" if content.read(_VALID, 4) == b"\1\0\0\0" else ">"
    latitude, longitude = content.unpack(f"{order}dd", _LATITUDE)
    if latitude or longitude:
        yield Fact("gps", "GPSLatitude", f"{latitude:.5f}, {longitude:.5f}")
