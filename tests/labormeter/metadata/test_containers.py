from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from labormeter.metadata import bmff, exif, gif, id3, jpeg, matroska, office, pdf, png, riff, vorbis
from labormeter.metadata.containers import none, raf, reader

if TYPE_CHECKING:
    from collections.abc import Callable

    from labormeter.metadata.sight import Sight

    type Look = Callable[[bytes], Sight]


@pytest.mark.parametrize(
    ("start", "module"),
    [
        (b"\xff\xd8\xff\xe0", jpeg.read),
        (png.MAGIC, png.read),
        (b"GIF89a", gif.read),
        (b"RIFF\0\0\0\0WEBP", riff.read),
        (b"RIFF\0\0\0\0AVI ", riff.read),
        (b"\0\0\0\x18ftypmp42", bmff.read),
        (b"\0\0\0\x08wide", bmff.read),
        (b"II*\0", exif.read),
        (b"MM\0*", exif.read),
        (b"IIU\0", exif.read),
        (b"IIRO", exif.read),
        (b"FUJIFILMCCD-RAW 0201", raf),
        (b"\x1a\x45\xdf\xa3", matroska.read),
        (b"fLaC", vorbis.flac),
        (b"OggS", vorbis.ogg),
        (b"PK\3\4", office.read),
        (b"%PDF-1.7", pdf.read),
        (b"\xef\xbb\xbf \n%PDF-1.7", pdf.read),
        (b"ID3\4", id3.read),
        (b"\xff\xfb\x90", id3.read),
        (b"", none),
        (b"RIFF\0\0\0\0ACON", none),
        (b"Exif GPS Make", none),
        (b"<svg>", none),
    ],
)
def test_a_file_is_what_its_first_bytes_say(
    start: bytes, module: Callable[..., object], sight: Look
) -> None:
    assert reader(sight(start)) is module


def test_a_fujifilm_raw_file_carries_its_photo(sight: Look) -> None:
    comment = b"\xff\xd8\xff\xfe\0\x07hello\xff\xd9"
    content = b"FUJIFILMCCD-RAW ".ljust(84) + (100).to_bytes(4) + len(comment).to_bytes(4)
    assert [fact.value for fact in raf(sight(content.ljust(100) + comment))] == ["hello"]


def test_nothing_is_told_of_what_is_not_known(sight: Look) -> None:
    assert [*none(sight(b"x"))] == []
