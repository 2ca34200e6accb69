"""GIF: comments, XMP and an IPTC block among its extensions.

header, colours | 0x21 extension: label, blocks | 0x2C picture: blocks | 0x3B
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from labormeter.metadata import iptc, xmp
from labormeter.metadata.fact import tell
from labormeter.metadata.sight import Unread, contained

if TYPE_CHECKING:
    from collections.abc import Iterator

    from labormeter.metadata.fact import Fact
    from labormeter.metadata.sight import Sight

_COLOURS: Final = 0x80
_EXTENSION, _PICTURE = 0x21, 0x2C
_COMMENT, _APPLICATION = 0xFE, 0xFF
_LATE: Final = re.compile(rb"\x21\xff\x0bXMP DataXMP|\x21\xfe[\x01-\xff]")


def read(sight: Sight) -> Iterator[Fact]:
    """Yield what a GIF file tells."""
    try:
        yield from _parts(sight, _after_colours(sight, 10, 13))
    except Unread:
        start, tail = sight.end()
        sight.budget.step(len(tail) // 1024)
        for found in _LATE.finditer(tail):
            sight.budget.step(4)
            yield from contained(_extension(sight, start + found.start() + 1))


def _after_colours(sight: Sight, flags: int, at: int) -> int:
    mark = sight.read(flags, 1)[0]
    return at + (3 << (mark & 7) + 1 if mark & _COLOURS else 0)


def _parts(sight: Sight, at: int) -> Iterator[Fact]:
    while at < sight.size:
        mark = sight.read(at, 1)[0]
        if mark == _EXTENSION:
            yield from contained(_extension(sight, at + 1))
            at = _end(sight, at + 2)
        elif mark == _PICTURE:
            at = _end(sight, _after_colours(sight, at + 9, at + 10) + 1)
        else:
            return


def _end(sight: Sight, at: int) -> int:
    """Return the offset behind a chain of blocks."""
    while size := sight.read(at, 1)[0]:
        sight.budget.step()
        at += size + 1
    return at + 1


def _content(sight: Sight, at: int, most: int = 65_536) -> bytes:
    content = b""
    while (size := sight.read(at, 1)[0]) and len(content) < most:
        sight.budget.step()
        content += sight.read(at + 1, size)
        at += size + 1
    return content


def _extension(sight: Sight, at: int) -> Iterator[Fact]:
    label = sight.read(at, 1)[0]
    if label == _COMMENT:
        yield from tell("description", "Comment", _content(sight, at + 1, 4096))
    elif label == _APPLICATION:
        name = sight.some(at + 2, 11)
        if name == b"XMP DataXMP":
            packet = sight.some(at + 13, xmp.LONGEST)
            yield from xmp.read(packet[: _packet_end(packet)], sight.budget)
        elif name == b"MGK8BIM0000":
            yield from iptc.resources(sight.over(_content(sight, at + 13)))
        elif name == b"MGKIPTC0000":
            yield from iptc.records(sight.over(_content(sight, at + 13)))


def _packet_end(packet: bytes) -> int:
    end = packet.find(b"<?xpacket end")
    return len(packet) if end < 0 else end
