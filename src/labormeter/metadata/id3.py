"""ID3: tags at the head of MP3 (version 2) and at its end (version 1, APE), and in other sound.

"ID3" version flags size | frame: name size flags content ... | MPEG frames | "TAG" 125 bytes
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from labormeter.metadata import vorbis
from labormeter.metadata.fact import Fact, tell
from labormeter.metadata.sight import Refused, contained

if TYPE_CHECKING:
    from collections.abc import Iterator

    from labormeter.metadata.sight import Sight

_FRAMES: Final = {
    "title": "TIT1 TIT2 TIT3 TALB TOAL TRSN TT1 TT2 TT3 TAL TOT GRP1",
    "author": "TPE1 TPE2 TPE3 TPE4 TCOM TEXT TOPE TOLY TP1 TP2 TP3 TP4 TCM TXT TOA TOL TIPL TMCL"
    " IPLS TSOP TSO2 TSOC WOAR WAR",
    "datetime": "TDRC TYER TDAT TIME TRDA TDOR TORY TDEN TDTG TDRL TYE TDA TIM TRD TOR",
    "copyright": "TCOP TCR WCOP WCP TPRO USER",
    "organisation": "TPUB TPB TRSO WPUB WPB",
    "software": "TSSE TENC TSS TEN",
    "keywords": "TCON TCO TMOO TCAT TKWD",
    "description": "COMM COM USLT ULT SYLT TDES TDS",
    "owner": "TOWN OWNE",
    "identifier": "UFID UFI TSRC TRC WFED",
    "filename": "TOFN TOF",
    "thumbnail": "APIC PIC",
}
_KINDS: Final = {name: kind for kind, names in _FRAMES.items() for name in names.split()}
_ENCODINGS: Final = {0: "latin-1", 1: "utf-16", 2: "utf-16-be", 3: "utf-8"}
_SPOKEN: Final = {"COMM", "COM", "USLT", "ULT", "SYLT"}
"""Frames whose text stands behind a language and a heading."""
_LINKS: Final = {"WCOP", "WCP", "WPUB", "WPB", "WFED", "WOAR", "WAR", "UFID", "UFI"}
_OLD: Final = ((3, 30, "title"), (33, 30, "author"), (63, 30, "title"), (93, 4, "datetime"))


def read(sight: Sight) -> Iterator[Fact]:
    """Yield what the tags of an MP3 file tell, at both ends."""
    at = 0
    if sight.some(0, 3) == b"ID3":
        at = 10 + _safe(sight.read(6, 4))
        yield from contained(_second(sight))
    yield from contained(_first(sight))
    yield from contained(_encoder(sight.part(at)))
    yield from contained(_length(sight.part(at)))


_RATES: Final = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0)
"""Thousands of bits a second of MPEG 1, layer 3."""
_HALF_RATES: Final = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0)
"""The same of MPEG 2."""


def _length(sight: Sight) -> Iterator[Fact]:
    """Yield about how long the sound is, by its first frame and the size of the file."""
    start = sight.some(0, 4096)
    at = start.find(b"\xff")
    if at < 0 or start[at + 1] & 0xE0 != 0xE0:  # noqa: PLR2004 - eleven bits of a frame
        return
    rates = _RATES if start[at + 1] & 0x08 else _HALF_RATES
    rate = rates[start[at + 2] >> 4]
    if rate:
        yield Fact("duration", "Duration", f"about {sight.size * 8 / rate / 1000:.1f} s")


def _safe(raw: bytes) -> int:
    """Return a number of seven bits a byte."""
    return sum((byte & 0x7F) << shift for byte, shift in zip(raw, (21, 14, 7, 0), strict=True))


def _second(sight: Sight) -> Iterator[Fact]:
    version, _, flags = sight.unpack(">BBB", 3)
    body = sight.part(10, _safe(sight.read(6, 4)))
    if flags & 0x80 and version < 4:  # noqa: PLR2004 - unsynchronised as a whole
        body = body.over(body.all(1 << 19).replace(b"\xff\0", b"\xff"))
    at = _extended(body, version) if flags & 0x40 else 0
    short = version == 2  # noqa: PLR2004 - three letters and three bytes
    while at + (6 if short else 10) <= body.size:
        body.budget.step(2)
        name, size, head = _frame(body, at, version)
        if not name:
            return
        yield from contained(_told(name, body.part(at + head, size)))
        at += head + size


def _extended(body: Sight, version: int) -> int:
    raw = body.read(0, 4)
    return _safe(raw) if version > 3 else 4 + int.from_bytes(raw)  # noqa: PLR2004


def _frame(body: Sight, at: int, version: int) -> tuple[str, int, int]:
    """Return name, size and length of head of a frame; no name where there is none."""
    if version == 2:  # noqa: PLR2004
        raw = body.read(at, 6)
        name, size, head = raw[:3], int.from_bytes(raw[3:]), 6
    else:
        raw = body.read(at, 10)
        size = _safe(raw[4:8]) if version > 3 else int.from_bytes(raw[4:8])  # noqa: PLR2004
        name, head = raw[:4], 10
    text = name.decode("latin-1")
    return (text if text.isalnum() and size else "", size, head)


def _told(name: str, content: Sight) -> Iterator[Fact]:
    kind = _KINDS.get(name)
    if kind == "thumbnail":
        yield Fact(kind, name, f"{content.size} bytes")
    elif kind is not None and name in _LINKS:
        yield from tell(kind, name, content.all(1024))
    elif kind is not None:
        raw = content.all(4096)
        encoding = _ENCODINGS.get(raw[0], "latin-1")
        text = raw[1:]
        if name in _SPOKEN:
            text = _behind(raw[4:], encoding)
        yield from tell(kind, name, text, encoding)


def _behind(raw: bytes, encoding: str) -> bytes:
    """Return the text behind a heading that ends in zero."""
    if not encoding.startswith("utf-16"):
        return raw.partition(b"\0")[2]
    for at in range(0, len(raw) - 1, 2):
        if raw[at : at + 2] == b"\0\0":
            return raw[at + 2 :]
    return b""


def _first(sight: Sight) -> Iterator[Fact]:
    """Yield what the last 128 bytes tell, and the APE tag before them."""
    end = sight.size
    if end >= 128 and sight.some(end - 128, 3) == b"TAG":  # noqa: PLR2004
        end -= 128
        for at, size, kind in _OLD:
            yield from tell(kind, "ID3v1", sight.read(end + at, size).split(b"\0")[0], "latin-1")
        yield from tell("description", "ID3v1", sight.read(end + 97, 28).split(b"\0")[0], "latin-1")
        yield from _genre(sight.read(end + 127, 1)[0])
    if end >= 32 and sight.some(end - 32, 8) == b"APETAGEX":  # noqa: PLR2004
        size = sight.unpack("<I", end - 20)[0]
        yield from _ape(sight.part(max(end - size, 0), size))


def _genre(number: int) -> Iterator[Fact]:
    if number < 192:  # noqa: PLR2004 - genres that are defined
        yield Fact("keywords", "ID3v1 genre", str(number))


def _ape(content: Sight) -> Iterator[Fact]:
    at = 0
    while at + 9 <= content.size:
        content.budget.step()
        size, flags = content.unpack("<II", at)
        name = content.some(at + 8, 64).split(b"\0")[0]
        if not name or not name.isascii():
            return
        start = at + 9 + len(name)
        if not flags & 6:
            yield from vorbis.named(name.decode("ascii"), content.read(start, size))
        at = start + size


def _encoder(sight: Sight) -> Iterator[Fact]:
    """Yield the encoder that names itself in the first frame."""
    start = sight.some(0, 4096)
    for mark in (b"LAME", b"Lavc", b"Lavf", b"GOGO"):
        at = start.find(mark)
        if at >= 0:
            yield from tell("software", "Encoder", start[at : at + 9].split(b"\0")[0])
            return
    if not start:
        raise Refused
