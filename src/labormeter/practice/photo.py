"""A small photo that says where, when and with what it was taken, made when it is wanted.

It is a baseline JPEG whose blocks are each of one colour, a mosaic; behind it lies the EXIF data a
phone would write. The place is the middle of the Atlantic (0 N, 25 W), where nobody lives.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

WIDTH: Final = 24
HEIGHT: Final = 16
"""Blocks of 8 x 8 pixels."""
MAKE: Final = "Plaza"
MODEL: Final = "Practice Camera 1"
TAKEN: Final = "2026:06:01 12:00:00"

DISCLOSED: Final = ("camera_make", "camera_model", "datetime", "gps")
"""What the photo says, as kinds of disclosure."""

_BITS: Final = (0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0)
_VALUES: Final = bytes(range(12))
"""The usual code of JPEG Annex K for the sizes of differences, used for all three components."""


def photo(seed: int = 0) -> bytes:
    """Return a photo; another seed gives another sky."""
    return b"".join(
        (
            b"\xff\xd8",
            _segment(0xE1, b"Exif\0\0" + exif()),
            _segment(0xDB, b"\0" + bytes([8] * 64)),
            _segment(0xC0, struct.pack(">BHHB", 8, HEIGHT * 8, WIDTH * 8, 3) + _COMPONENTS),
            _segment(0xC4, b"\0" + bytes(_BITS) + _VALUES),
            _segment(0xC4, b"\x10" + bytes([0, 0, 0, 1]) + bytes(12) + b"\0"),
            _segment(0xDA, b"\x03\x01\0\x02\0\x03\0\0\x3f\0"),
            _scan(seed),
            b"\xff\xd9",
        )
    )


_COMPONENTS: Final = bytes((1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0))


def _segment(marker: int, content: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content


def _scan(seed: int) -> bytes:
    """Encode the mosaic: per block and component the difference to the block before."""
    codes, before, bits = _codes(), [0, 0, 0], []
    for row in range(HEIGHT):
        for column in range(WIDTH):
            for index, level in enumerate(_levels(*_colour(row, column, seed))):
                difference = level - before[index]
                before[index] = level
                size = abs(difference).bit_length()
                low = difference if difference >= 0 else difference + (1 << size) - 1
                bits.append(codes[size] + (f"{low:0{size}b}" if size else "") + "0000")
    text = "".join(bits)
    text += "1" * (-len(text) % 8)
    packed = int(text, 2).to_bytes(len(text) // 8, "big")
    return packed.replace(b"\xff", b"\xff\0")


def _codes() -> dict[int, str]:
    """Return the canonical code of every size."""
    found: dict[int, str] = {}
    code, values = 0, iter(_VALUES)
    for length, count in enumerate(_BITS, start=1):
        for _ in range(count):
            found[next(values)] = f"{code:0{length}b}"
            code += 1
        code <<= 1
    return found


def _levels(red: float, green: float, blue: float) -> Iterator[int]:
    """Return the quantised mean of a block in Y, Cb and Cr."""
    luma = 0.299 * red + 0.587 * green + 0.114 * blue
    for value in (luma - 128, (blue - luma) * 0.564, (red - luma) * 0.713):
        yield round(value)  # 8 (the mean of 64 samples in a DCT) over 8 (the quantiser) is 1


def _colour(row: int, column: int, seed: int) -> tuple[float, float, float]:
    """Return the colour of a tile of the mosaic: a sun over a sea."""
    sun_row, sun_column = 5, 6 + seed * 5 % 13
    distance = ((row - sun_row) ** 2 + ((column - sun_column) * 0.9) ** 2) ** 0.5
    if row < 10:  # noqa: PLR2004 - the horizon
        glow = max(0.0, 1 - distance / 11)
        if distance < 2.3:  # noqa: PLR2004 - the disc
            return 255, 238, 190
        return 70 + 180 * glow, 92 + 70 * glow, 128 + 10 * glow - seed % 3 * 12
    near = abs(column - sun_column) < 1 + (row - 10) * 0.7
    ripple = (row * 7 + column * 5 + seed * 3) % 5
    if near and ripple < 3:  # noqa: PLR2004 - three tiles in five glitter
        return 236, 176, 120
    return 22 + ripple * 5, 78 + ripple * 6 - row, 104 + ripple * 5


def exif() -> bytes:
    """Return the EXIF data: camera, date and place."""
    main = [(0x010F, _text(MAKE)), (0x0110, _text(MODEL)), (0x0112, _short(1))]
    own = [(0x9003, _text(TAKEN))]
    place = [(1, _text("N")), (2, _degrees(0)), (3, _text("W")), (4, _degrees(25))]
    start = 8
    after_main = start + _size([*main, (0x8769, _long(0)), (0x8825, _long(0))])
    after_own = after_main + _size(own)
    pointers = [(0x8769, _long(after_main)), (0x8825, _long(after_own))]
    return b"".join(
        (
            b"II*\0" + struct.pack("<I", start),
            _directory([*main, *pointers], start),
            _directory(own, after_main),
            _directory(place, after_own),
        )
    )


type _Field = tuple[int, int, bytes]
"""TIFF: type, count and value."""


def _text(value: str) -> _Field:
    encoded = value.encode("ascii") + b"\0"
    return 2, len(encoded), encoded


def _short(value: int) -> _Field:
    return 3, 1, struct.pack("<HH", value, 0)


def _long(value: int) -> _Field:
    return 4, 1, struct.pack("<I", value)


def _degrees(value: int) -> _Field:
    return 5, 3, struct.pack("<6I", value, 1, 0, 1, 0, 1)


def _size(fields: list[tuple[int, _Field]]) -> int:
    return 6 + 12 * len(fields) + sum(_padded(len(value)) for _, (_, _, value) in fields)


def _padded(length: int) -> int:
    """Return the room that a value takes outside its entry."""
    return 0 if length <= 4 else length + length % 2  # noqa: PLR2004 - four bytes fit inside


def _directory(fields: list[tuple[int, _Field]], start: int) -> bytes:
    entries, values = [], b""
    offset = start + 6 + 12 * len(fields)
    for tag, (kind, count, value) in fields:
        place = value.ljust(4, b"\0")
        if _padded(len(value)):
            place = struct.pack("<I", offset + len(values))
            values += value.ljust(_padded(len(value)), b"\0")
        entries.append(struct.pack("<HHI", tag, kind, count) + place)
    return struct.pack("<H", len(fields)) + b"".join(entries) + b"\0\0\0\0" + values
