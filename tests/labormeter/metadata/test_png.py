from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

import pytest

from labormeter.metadata import png
from labormeter.metadata.sight import Sight
from labormeter.model import Window

if TYPE_CHECKING:
    from collections.abc import Callable

    type Look = Callable[[bytes], Sight]

END = (b"IEND", b"")


def chunks(*parts: tuple[bytes, bytes]) -> bytes:
    return png.MAGIC + b"".join(
        struct.pack(">I", len(content)) + name + content + zlib.crc32(name + content).to_bytes(4)
        for name, content in parts
    )


def told(sight: Sight) -> list[tuple[str, str]]:
    return [(fact.kind, fact.value) for fact in png.read(sight)]


PACKET = b"<a xmlns:dc='http://purl.org/dc/elements/1.1/' dc:title='Sea'/>"


@pytest.mark.parametrize(
    ("chunk", "found"),
    [
        ((b"tEXt", b"Author\0Zo\xeb"), ("author", "Zoë")),
        ((b"zTXt", b"Comment\0\0" + zlib.compress(b"hi")), ("description", "hi")),
        ((b"iTXt", b"Title\0\0\0fr\0Titre\0" + "Ménage".encode()), ("title", "Ménage")),
        ((b"iTXt", b"Title\0\1\0\0\0" + zlib.compress(b"Sea")), ("title", "Sea")),
        ((b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + PACKET), ("title", "Sea")),
        ((b"tEXt", b"Raw profile type iptc\0\niptc\n 8\n1c02500003416461"), ("author", "Ada")),
        (
            (b"tEXt", b"Raw profile type IPTC\0\ngeneric profile\n 8\n1c025000\n03416461\n"),
            ("author", "Ada"),
        ),
        ((b"tIME", b"\x07\xe8\5\6\7\x08\x09"), ("datetime", "2024-05-06")),
        (
            (b"tEXt", b"Raw profile type xmp\0\nxmp\n 62\n" + PACKET.hex().encode()),
            ("title", "Sea"),
        ),
    ],
)
def test_chunks_of_text(chunk: tuple[bytes, bytes], found: tuple[str, str], sight: Look) -> None:
    assert told(sight(chunks(chunk, END))) == [found]


def test_what_follows_the_end_is_not_read(sight: Look) -> None:
    assert told(sight(chunks(END, (b"tEXt", b"Author\0Ada")))) == []


def test_chunks_of_the_end_are_found_and_proven_by_their_checksum() -> None:
    picture = (b"IDAT", bytes(3_000))
    content = chunks(picture, picture, (b"tEXt", b"Author\0Ada"), END)
    ends = Sight.of(Window(content[:100], content[-200:], len(content)))
    assert told(ends) == [("author", "Ada")]
    broken = content.replace(b"Ada", b"Eve")
    assert told(Sight.of(Window(broken[:100], broken[-200:], len(broken)))) == []


def test_an_unknown_word_tells_nothing(sight: Look) -> None:
    assert told(sight(chunks((b"tEXt", b"Gamma\0" + b"2.2"), END))) == []
