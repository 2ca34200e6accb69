"""A small card as one QR code: drawn as a picture, and read from an image file.

    bytes --deflate--> at most 2,953 bytes --> one QR code --> SVG or PNG
    image file --find, read--> bytes --inflate, within a limit--> bytes

Needs `labormeter[room]`: segno draws, zxing-cpp and Pillow read.
"""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING, Any, Final

from labormeter.errors import KnownError
from labormeter.exports.hostile import LARGEST
from labormeter.sentence import said

if TYPE_CHECKING:
    from pathlib import Path

CAPACITY: Final = 2_953
"""Bytes in the largest QR code at the lowest level of correction."""
PICTURE: Final = 32 * 1024 * 1024
"""Bytes of an image file that is looked at."""
PIXELS: Final = 60_000_000
"""Pixels of an image that is looked at: more than any camera of a phone takes."""
_QUIET: Final = 4
"""Modules of white around a code, as the standard wants."""


def packed(data: bytes) -> bytes | None:
    """Return what a code holds, None where it is more than one can hold."""
    made = zlib.compress(data, 9)
    return made if len(made) <= CAPACITY else None


def unpacked(data: bytes, most: int = LARGEST) -> bytes:
    """Return what was packed. Raises KnownError where it is none, or swells beyond a limit."""
    inflate = zlib.decompressobj()
    try:
        made = inflate.decompress(data, most)
    except zlib.error as error:
        raise KnownError("The code in this picture is no card of labormeter.") from error
    if not inflate.eof or inflate.unused_data:
        raise KnownError("The code in this picture holds more than a card can.")
    return made


def text(said: str, form: str = "png", scale: int = 4) -> bytes:
    """Return the picture of a code that any telephone reads as plain text.

    Raises KnownError where the text is too long, or segno is not installed.
    """
    try:
        import segno  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise _wanting() from error
    try:
        code = segno.make_qr(said, error="M", boost_error=False)
    except segno.DataOverflowError as error:
        raise KnownError("This text is too long for one code.") from error
    out = io.BytesIO()
    code.save(out, kind=form, scale=scale, border=_QUIET, light="#ffffff", dark="#000000")
    return out.getvalue()


def drawn(data: bytes, form: str = "svg", scale: int = 6) -> bytes:
    """Return the picture of a code, as `svg` or `png`, dark on white.

    Raises KnownError where the card is too large for one code, or segno is not installed.
    """
    try:
        import segno  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise _wanting() from error
    held = packed(data)
    if held is None:
        raise KnownError("This card is too large for one code.", "Hand it on as a file.")
    code = segno.make_qr(held, error="L", mode="byte", boost_error=False)
    out = io.BytesIO()
    code.save(out, kind=form, scale=scale, border=_QUIET, light="#ffffff", dark="#000000")
    return out.getvalue()


def read(path: Path) -> bytes:
    """Return the card whose code is in an image file.

    Raises KnownError where there is none, the picture is too large, or zxing-cpp is not installed.
    """
    try:
        import zxingcpp  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise _wanting() from error
    image = _picture(path)
    found = zxingcpp.read_barcodes(
        image, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    )
    codes = [one.bytes for one in found if one.valid]
    if not codes:
        raise KnownError(
            said("There is no code in {name} that can be read.", name=path.name),
            "Take the picture straight on, with the whole code and some white around it.",
        )
    return unpacked(bytes(codes[0]))


def _picture(path: Path) -> Any:  # noqa: ANN401 - Pillow's image
    from PIL import Image  # noqa: PLC0415 - an extra

    try:
        if path.stat().st_size > PICTURE:
            raise KnownError(
                said("{name} is too large a picture.", name=path.name), "Take a smaller one."
            )
        with Image.open(path, formats=("PNG", "JPEG", "WEBP", "GIF", "BMP")) as image:
            if image.width * image.height > PIXELS:
                raise KnownError(
                    said("{name} is too large a picture.", name=path.name), "Take a smaller one."
                )
            return image.convert("L")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise KnownError(said("{name} is no picture that can be read.", name=path.name)) from error


def _wanting() -> KnownError:
    return KnownError(
        "Codes need segno, zxing-cpp and Pillow.", "Install labormeter with [room] or [desktop]."
    )
