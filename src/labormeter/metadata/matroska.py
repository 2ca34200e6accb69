"""Matroska and WebM: elements of identifier, size and content (EBML).

    EBML | Segment: SeekHead, Info, Tracks, Tags, Attachments, Cluster ... , Tags again

What stands behind the clusters is found through the SeekHead, whose offsets lead into the tail.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from labormeter.metadata import vorbis
from labormeter.metadata.fact import Fact, tell
from labormeter.metadata.moment import since_1970
from labormeter.metadata.sight import Refused, Short, contained

if TYPE_CHECKING:
    from collections.abc import Iterator

    from labormeter.metadata.sight import Sight

MAGIC: Final = b"\x1a\x45\xdf\xa3"
_SEGMENT, _SEEK_HEAD, _SEEK, _SEEK_ID, _SEEK_AT = 0x18538067, 0x114D9B74, 0x4DBB, 0x53AB, 0x53AC
_INFO, _TAGS, _TAG, _SIMPLE, _FILES, _FILE = (
    0x1549A966,
    0x1254C367,
    0x7373,
    0x67C8,
    0x1941A469,
    0x61A7,
)
_NAME, _TEXT = 0x45A3, 0x4487
_CLUSTER: Final = 0x1F43B675
_FROM_2001: Final = 978_307_200
_STATED: Final = {
    0x7BA9: ("title", "Title"),
    0x4D80: ("software", "MuxingApp"),
    0x5741: ("software", "WritingApp"),
    0x7384: ("filename", "SegmentFileName"),
}
_WORDS: Final = {
    "DATE_RECORDED": "datetime",
    "DATE_RELEASED": "datetime",
    "DATE_ENCODED": "datetime",
    "DATE_TAGGED": "datetime",
    "DATE_DIGITIZED": "datetime",
    "DATE_PURCHASED": "datetime",
    "CREATION_TIME": "datetime",
    "RECORDING_LOCATION": "place",
    "COM.APPLE.QUICKTIME.LOCATION.ISO6709": "gps",
    "LOCATION": "gps",
    "COM.APPLE.QUICKTIME.MAKE": "camera_make",
    "COM.APPLE.QUICKTIME.MODEL": "camera_model",
    "COM.APPLE.QUICKTIME.SOFTWARE": "software",
    "COM.APPLE.QUICKTIME.CREATIONDATE": "datetime",
    "ENCODER": "software",
    "ENCODED_BY": "software",
    "ORIGINAL_MEDIA_TYPE": "description",
    "SUMMARY": "description",
    "SYNOPSIS": "description",
    "PRODUCER": "author",
    "COPYRIGHT": "copyright",
    "TERMS_OF_USE": "copyright",
}
_MOST_FAR: Final = 16


def read(sight: Sight) -> Iterator[Fact]:
    """Yield what a Matroska file tells."""
    for name, content in _elements(sight):
        if name == _SEGMENT:
            yield from _segment(content)
            return


def _elements(sight: Sight) -> Iterator[tuple[int, Sight]]:
    at = 0
    while at < sight.size:
        sight.budget.step()
        name, at = _number(sight, at, keep=True)
        size, after = _number(sight, at, keep=False)
        unknown = size == (1 << 7 * (after - at)) - 1
        yield name, sight.part(after, None if unknown else size)
        if unknown:
            return
        at = after + size


def _number(sight: Sight, at: int, *, keep: bool) -> tuple[int, int]:
    """Return a number whose first bits say how long it is, and where it ends."""
    first = sight.read(at, 1)[0]
    width = 9 - first.bit_length()
    if width > 8:  # noqa: PLR2004 - longer ones are not in use
        raise Short
    value = int.from_bytes(sight.read(at, width))
    return (value if keep else value & ((1 << 7 * width) - 1)), at + width


def _segment(content: Sight) -> Iterator[Fact]:
    far: list[int] = []
    seen: set[int] = set()
    try:
        for name, inner in _elements(content):
            if name == _SEEK_HEAD:
                far += _sought(inner)
            if name == _CLUSTER:
                break
            seen.add(name)
            yield from contained(_level(name, inner))
    except Refused:
        pass
    for at in far[:_MOST_FAR]:
        yield from contained(_far(content, at, seen))


def _sought(content: Sight) -> Iterator[int]:
    for name, inner in _elements(content):
        if name != _SEEK:
            continue
        held = dict(_elements(inner))
        if _SEEK_ID in held and _SEEK_AT in held:
            yield int.from_bytes(held[_SEEK_AT].all(8))


def _far(content: Sight, at: int, seen: set[int]) -> Iterator[Fact]:
    for name, inner in _elements(content.part(at)):
        if name not in seen:
            yield from _level(name, inner)
        return


def _level(name: int, content: Sight) -> Iterator[Fact]:
    match name:
        case tag if tag == _INFO:
            yield from _information(content)
        case tag if tag == _TAGS:
            for _, inner in _elements(content):
                yield from contained(_tag(inner))
        case tag if tag == _FILES:
            yield from _attached(content)


def _information(content: Sight) -> Iterator[Fact]:
    held = dict(_elements(content))
    for name, (kind, label) in _STATED.items():
        if name in held:
            yield from tell(kind, label, held[name].all(1024))
    if 0x4461 in held:  # noqa: PLR2004 - DateUTC, nanoseconds since 2001
        moment = int.from_bytes(held[0x4461].read(0, 8), signed=True)
        yield from tell("datetime", "DateTimeOriginal", since_1970(moment // 10**9 + _FROM_2001))
    if 0x4489 in held:  # noqa: PLR2004 - Duration
        inner = held[0x4489]
        length = inner.unpack(">d" if inner.size == 8 else ">f", 0)[0]  # noqa: PLR2004
        yield from tell("duration", "Duration", f"{length:g}")


def _tag(content: Sight) -> Iterator[Fact]:
    for name, inner in _elements(content):
        if name == _SIMPLE:
            held = dict(_elements(inner))
            if _NAME in held and _TEXT in held:
                yield from _word(held[_NAME].all(128).decode("utf-8", "replace"), held[_TEXT])


def _word(name: str, content: Sight) -> Iterator[Fact]:
    if name.upper() in _WORDS:
        yield from tell(_WORDS[name.upper()], name, content.all(2048))
    else:
        yield from vorbis.named(name, content.all(2048))


def _attached(content: Sight) -> Iterator[Fact]:
    for name, inner in _elements(content):
        if name == _FILE:
            kind = dict(_elements(inner)).get(0x4660)
            if kind is not None and kind.all(32).startswith(b"image/"):
                yield Fact("thumbnail", "attached picture", f"{inner.size} bytes")
