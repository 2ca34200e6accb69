"""What kind of file it is, coarsely: a picture, a video, a sound or a document.

By the first bytes alone, as the readers are chosen; a picture is paid otherwise than a video.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from labormeter.model import Window

type Medium = Literal["picture", "video", "sound", "document", ""]

MEDIA: Final = ("picture", "video", "sound", "document")

_START: Final = 1024


def medium(window: Window) -> Medium:
    """Return what kind of file it is, nothing where the bytes do not say; never raises."""
    start = window.head[:_START]
    return next((found for begins, found in _BEGINNINGS if begins.match(start)), "")


def _begins(pattern: bytes) -> re.Pattern[bytes]:
    return re.compile(pattern, re.DOTALL)


_BEGINNINGS: Final[tuple[tuple[re.Pattern[bytes], Medium], ...]] = (
    (_begins(rb"\xff\xd8\xff|\x89PNG\r\n\x1a\n|GIF8[79]a|BM....\0\0\0\0|RIFF....WEBP"), "picture"),
    (_begins(rb"II[\x2a\x2bU]\0|MM\0[\x2a\x2b]|IIR[OS]|MMOR|FUJIFILMCCD-RAW "), "picture"),
    (_begins(rb"\xff\x0a|\0\0\0\x0cJXL \r\n\x87\n|\0\0\0\x0cjP  \r\n\x87\n"), "picture"),
    (_begins(rb"....ftyp(?:hei[cxms]|hev[cmsx]|mif1|msf1|avi[fs]|crx )"), "picture"),
    (_begins(rb"....ftyp(?:M4A |M4B |F4A )|RIFF....WAVE|fLaC|FORM....AIF[FC]"), "sound"),
    (_begins(rb"....(?:ftyp|moov|mdat|wide|free|skip|pnot)|RIFF....AVIX?"), "video"),
    (_begins(rb"OggS.{24,280}?\x80?theora"), "video"),
    (_begins(rb"\x1a\x45\xdf\xa3|FLV\x01|\0\0\x01[\xb3\xba]"), "video"),
    (_begins(rb"OggS|#!AMR|ID3|\xff[\xe2-\xff]"), "sound"),
    (_begins(rb"PK\x03\x04|\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1|\{\\rtf"), "document"),
    (_begins(rb"(?:[^%]|%(?!PDF-)){0,1000}%PDF-"), "document"),
)
"""How a file begins -> what it is; the first that fits holds."""
