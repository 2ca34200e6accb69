"""PNG: chunks, on both sides of the picture.

    signature | IHDR | eXIf tEXt zTXt iTXt tIME | IDAT ... | the same again | IEND

Where the middle was not kept, the chunks of the end are found by their names and proven by their
checksums.
"""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING, Final

from labormeter.metadata import exif, iptc, xmp
from labormeter.metadata.fact import Fact, tell
from labormeter.metadata.sight import Refused, Unread, contained

if TYPE_CHECKING:
    from collections.abc import Iterator

    from labormeter.metadata.sight import Sight

MAGIC: Final = b"\x89PNG\r\n\x1a\n"
_READ: Final = {b"eXIf", b"zxIf", b"tEXt", b"zTXt", b"iTXt", b"tIME", b"caBX"}
_CHUNK: Final = re.compile(rb"....(?:eXIf|zxIf|tEXt|zTXt|iTXt|tIME|caBX)", re.DOTALL)
_XMP: Final = "XML:com.adobe.xmp"
_LONGEST: Final = 1 << 20

_WORDS: Final = {
    "title": "title document",
    "author": "author artist creator",
    "description": "description comment caption parameters prompt",
    "copyright": "copyright disclaimer",
    "datetime": "creation_time create-date modify-date date:create date:modify date:timestamp"
    " creationtime exif:datetime exif:datetimeoriginal exif:datetimedigitized exif:modifydate"
    " xmp:createdate xmp:modifydate thumb::mtime create_date timestamp date",
    "software": "software exif:software xmp:creatortool",
    "camera_make": "make exif:make",
    "camera_model": "model exif:model source",
    "keywords": "keywords subject",
    "filename": "filename thumb::uri",
    "device_name": "hostname host",
}
_KEYS: Final = {word: kind for kind, words in _WORDS.items() for word in words.split()}


def read(sight: Sight) -> Iterator[Fact]:
    """Yield what a PNG file tells."""
    try:
        for name, content in _chunks(sight):
            yield from contained(_chunk(name, content))
    except Unread:
        yield from _rest(sight)


def _chunks(sight: Sight) -> Iterator[tuple[bytes, Sight]]:
    at = len(MAGIC)
    while at + 12 <= sight.size:
        sight.budget.step()
        size, name = sight.unpack(">I4s", at)
        if name in _READ:
            yield name, sight.part(at + 8, size)
        if name == b"IEND":
            return
        at += size + 12


def _rest(sight: Sight) -> Iterator[Fact]:
    start, tail = sight.end()
    sight.budget.step(len(tail) // 1024)
    for found in _CHUNK.finditer(tail):
        at, name = found.start(), found[0][4:]
        size = int.from_bytes(found[0][:4])
        if size > len(tail) - at:
            continue
        sight.budget.step(1 + size // 1024)
        content = tail[at + 8 : at + 8 + size]
        check = tail[at + 8 + size : at + 12 + size]
        if size <= _LONGEST and check == zlib.crc32(name + content).to_bytes(4):
            yield from contained(_chunk(name, sight.part(start + at + 8, size)))


def _chunk(name: bytes, content: Sight) -> Iterator[Fact]:
    match name:
        case b"eXIf":
            yield from exif.read(content)
        case b"zxIf":
            yield from exif.read(content.over(content.inflate(content.part(5).all(_LONGEST))))
        case b"tIME":
            year, month, day = content.unpack(">HBB", 0)
            yield from tell("datetime", "ModifyDate", f"{year:04}-{month:02}-{day:02}")
        case b"caBX":
            yield Fact("edit_history", "C2PA manifest", f"{content.size} bytes")
        case _:
            yield from _text(name, content)


def _text(name: bytes, content: Sight) -> Iterator[Fact]:
    word, _, rest = content.all(_LONGEST).partition(b"\0")
    key = word.decode("latin-1")
    if name == b"zTXt":
        rest = content.inflate(rest[1:])
    elif name == b"iTXt":
        rest = _international(content, rest)
    if key == _XMP:
        yield from xmp.read(rest[: xmp.LONGEST], content.budget)
    elif key.startswith("Raw profile type "):
        yield from _profile(key.rpartition(" ")[2].lower(), content.over(_unhex(rest)))
    else:
        encoding = "utf-8" if name == b"iTXt" else "latin-1"
        kind = _KEYS.get(key.lower().replace(" ", "_"))
        if kind is not None:
            yield from tell(kind, key, rest, encoding)


def _international(content: Sight, rest: bytes) -> bytes:
    packed, text = rest[:1] == b"\1", rest[2:].split(b"\0", 2)[-1]
    return content.inflate(text) if packed else text


def _unhex(rest: bytes) -> bytes:
    """Return the bytes of a profile that ImageMagick wrote as lines of hexadecimal digits.

    Before them stand a line with a name, of one word or two, and one with the length.
    """
    digits = b"".join(b" ".join(rest.strip().split(b"\n")[2:]).split())
    return bytes.fromhex(digits[: len(digits) // 2 * 2].decode("ascii"))


def _profile(name: str, content: Sight) -> Iterator[Fact]:
    start = content.some(0, 32)
    if name == "iptc" and start.startswith(b"\x1c"):
        yield from iptc.records(content)
    elif name in {"iptc", "8bim"}:
        yield from iptc.resources(content)
    elif name == "xmp" or start.startswith(b"http://ns.adobe.com/xap"):
        packet = content.all(xmp.LONGEST)
        yield from xmp.read(packet[max(packet.find(b"<"), 0) :], content.budget)
    elif name in {"exif", "app1"}:
        try:
            yield from exif.read(content.part(6 if start.startswith(b"Exif\0") else 0))
        except Refused:
            return
