from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter.metadata.medium import MEDIA, medium
from labormeter.model import Window


def of(head: bytes) -> str:
    return medium(Window(head, b"", len(head)))


@pytest.mark.parametrize(
    ("head", "found"),
    [
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "picture"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "picture"),
        (b"\0\0\0\x18ftypheic", "picture"),
        (b"\0\0\0\x18ftypavif", "picture"),
        (b"\0\0\0\x18ftypisom", "video"),
        (b"\0\0\0\x14ftypqt  ", "video"),
        (b"\x1a\x45\xdf\xa3\x01", "video"),
        (b"OggS\0\x02" + bytes(22) + b"\x80theora", "video"),
        (b"\0\0\0\x1cftypM4A ", "sound"),
        (b"OggS\0\x02" + bytes(22) + b"\x01vorbis", "sound"),
        (b"ID3\x04", "sound"),
        (b"RIFF\0\0\0\0WAVEfmt ", "sound"),
        (b"%PDF-1.7", "document"),
        (b"PK\x03\x04", "document"),
        (b"my plain words, which say nothing of a file", ""),
        (b"", ""),
    ],
)
def test_a_file_is_what_its_first_bytes_say(head: bytes, found: str) -> None:
    assert of(head) == found


@given(st.binary(max_size=2000))
def test_whatever_the_bytes_it_is_one_of_four_words_or_none(head: bytes) -> None:
    assert of(head) in {*MEDIA, ""}
