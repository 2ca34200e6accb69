"""Vorbis comments, in FLAC and in Ogg (Vorbis, Opus, Speex, Theora): `NAME=value` in UTF-8."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from labormeter.metadata.fact import Fact, tell
from labormeter.metadata.sight import contained

if TYPE_CHECKING:
    from collections.abc import Iterator

    from labormeter.metadata.sight import Sight

_WORDS: Final = {
    "title": "title album version subtitle",
    "author": "artist albumartist performer composer author lyricist conductor band director",
    "datetime": "date year creation_time originaldate record date",
    "copyright": "copyright license",
    "organisation": "organization label publisher",
    "software": "encoder encoded-by encoded_by encoder_options creation_tool",
    "keywords": "genre keywords mood",
    "description": "description comment comments lyrics synopsis summary unsyncedlyrics",
    "identifier": "isrc musicbrainz_trackid musicbrainz_albumid musicbrainz_artistid"
    " musicbrainz_albumartistid",
    "place": "location",
    "device_name": "contact",
    "camera_make": "make",
    "camera_model": "model",
    "gps": "geo_location location-eng",
    "thumbnail": "metadata_block_picture coverart",
}
_KEYS: Final = {word: kind for kind, words in _WORDS.items() for word in words.split()}
_MOST: Final = 500
_FAR: Final = 400_000
"""How far into an Ogg file its comments may begin."""


def named(name: str, value: bytes) -> Iterator[Fact]:
    """Yield what a field of that name tells."""
    kind = _KEYS.get(name.lower())
    if kind is not None:
        yield from tell(kind, name, value[:4096])


def comments(content: Sight) -> Iterator[Fact]:
    """Yield what a block of comments tells, its vendor first."""
    size = content.unpack("<I", 0)[0]
    yield from tell("software", "vendor", content.read(4, size))
    yield from _fields(content)


def _fields(content: Sight) -> Iterator[Fact]:
    at = 8 + content.unpack("<I", 0)[0]
    for _ in range(min(content.unpack("<I", at - 4)[0], _MOST)):
        content.budget.step()
        length = content.unpack("<I", at)[0]
        name, _, value = content.some(at + 4, min(length, 8192)).partition(b"=")
        yield from named(name.decode("latin-1"), value)
        at += 4 + length


def flac(sight: Sight) -> Iterator[Fact]:
    """Yield what the blocks before the sound tell."""
    at, last = 4, False
    while not last:
        sight.budget.step()
        mark = sight.unpack(">I", at)[0]
        last, form, size = bool(mark >> 31), mark >> 24 & 0x7F, mark & 0xFFFFFF
        yield from contained(_block(form, sight.part(at + 4, size)))
        at += 4 + size


def _block(form: int, content: Sight) -> Iterator[Fact]:
    match form:
        case 0:
            rate = int.from_bytes(content.read(10, 3)) >> 4
            samples = int.from_bytes(content.read(13, 5)) & 0xFFFFFFFFF
            if rate and samples:
                yield Fact("duration", "Duration", f"{samples / rate:.2f} s")
        case 4:
            yield from comments(content)
        case 6:
            yield Fact("thumbnail", "Picture", f"{content.size} bytes")


def ogg(sight: Sight) -> Iterator[Fact]:
    """Yield what the comment packets at the beginning of an Ogg file tell."""
    streams: dict[int, bytes] = {}
    at = 0
    while at + 27 <= sight.size and at < _FAR:
        sight.budget.step()
        mark, serial, count = sight.unpack("<4s10xI8xB", at)
        if mark != b"OggS":
            break
        table = sight.some(at + 27, count)
        size = sum(table)
        kept = streams.get(serial, b"")
        if len(kept) < 1 << 18:
            streams[serial] = kept + sight.some(at + 27 + count, size)
        at += 27 + count + size
    for packet in streams.values():
        yield from contained(_comment(sight, packet))
        yield from contained(_length(sight, packet))


def _length(sight: Sight, packets: bytes) -> Iterator[Fact]:
    """Yield how long the sound is, by the last page and the rate that the first packet names."""
    rate = packets[12:16] if packets.startswith(b"\x01vorbis") else b""
    for _, tail in sight.scan():
        at = tail.rfind(b"OggS")
        samples = int.from_bytes(tail[at + 6 : at + 14], "little", signed=True)
        if at >= 0 and samples > 0 and any(rate):
            seconds = samples / int.from_bytes(rate, "little")
            yield Fact("duration", "Duration", f"{seconds:.2f} s")
        return


def _comment(sight: Sight, packets: bytes) -> Iterator[Fact]:
    for mark in (b"\x03vorbis", b"OpusTags", b"\x81theora", b"fLaC"):
        at = packets.find(mark)
        if at >= 0 and mark == b"fLaC":
            yield from flac(sight.over(packets[at:]))
            return
        if at >= 0:
            yield from comments(sight.over(packets[at + len(mark) :]))
            return
    if packets.startswith(b"Speex"):
        yield from _fields(sight.over(packets[80:]))
