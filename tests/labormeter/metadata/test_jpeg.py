from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from labormeter.metadata import jpeg

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from labormeter.metadata.sight import Sight

    type Look = Callable[[bytes], Sight]


def segment(marker: int, content: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(content) + 2).to_bytes(2) + content


def told(sight: Sight) -> list[tuple[str, str]]:
    return [(fact.kind, fact.value) for fact in jpeg.read(sight)]


def test_segments_end_where_the_picture_begins(sight: Look) -> None:
    content = b"\xff\xd8" + segment(0xFE, b"one") + b"\xff\xff" + segment(0xFE, b"two")[1:]
    content += segment(0xDA, b"") + segment(0xFE, b"never")
    assert told(sight(content)) == [("description", "one"), ("description", "two")]


def test_an_extended_packet_is_put_together_in_order(sight: Look) -> None:
    packet = b"<a xmlns:dc='http://purl.org/dc/elements/1.1/'><b dc:title='far"
    rest = b" away'/></a>"
    pieces = [
        segment(0xE1, jpeg.EXTENDED + b"g" * 32 + struct.pack(">II", 99, at) + piece)
        for at, piece in ((len(packet), rest), (0, packet))
    ]
    assert told(sight(b"\xff\xd8" + b"".join(pieces))) == [("title", "far away")]
    assert told(sight(b"\xff\xd8" + pieces[0])) == []


def test_second_pictures_are_told(sight: Look) -> None:
    index = b"II*\0\x08\0\0\0" + struct.pack("<HHHII", 1, 0xB001, 4, 1, 2) + bytes(4)
    content = b"\xff\xd8" + segment(0xE2, b"MPF\0" + index)
    content += segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\2\2" + bytes(12))
    assert [kind for kind, _ in told(sight(content))] == ["thumbnail", "thumbnail"]


def test_old_cameras_lines_photoshops_words_and_kodaks_owner(sight: Look) -> None:
    lines = segment(0xEC, b"[picture info]\r\nSerial#=#42\r\nType=D320L\r\nTimeDate=0\r\n")
    assert told(sight(b"\xff\xd8" + lines)) == [("serial", "#42"), ("camera_model", "D320L")]
    duck = b"Ducky\0\1\0\4\0\0\0\x50\0\2\0\x08\0\0\0\2\0h\0i\0\0"
    assert told(sight(b"\xff\xd8" + segment(0xEC, duck))) == [("description", "hi")]
    meta = b"Meta\0\0II*\0\x08\0\0\0" + struct.pack("<HHHII", 1, 0xC353, 7, 11, 26) + bytes(4)
    owner = segment(0xE3, meta + b"ASCII\0\0\0Ada")
    assert told(sight(b"\xff\xd8" + owner)) == [("owner", "Ada")]


def test_a_manifest_of_origin_is_told(sight: Look) -> None:
    content = b"\xff\xd8" + segment(0xEB, b"JP\0\1\0\0\0\1\0\0\0\x40jumb\0\0\0\x20jumdc2pa")
    assert [kind for kind, _ in told(sight(content))] == ["edit_history"]


def test_a_film_behind_the_photo_is_read(
    sight: Look, filmed: Callable[..., Path], written: Callable[..., Path]
) -> None:
    film = filmed("a.mp4", "-metadata", "title=Moving").read_bytes()
    photo = written("jpg", "-EXIF:Make=Acme").read_bytes()
    assert ("title", "Moving") in told(sight(photo + film))


def test_the_thumbnail_inside_exif(
    written: Callable[..., Path], tmp_path: Path, agree: Callable[[Path], frozenset[str]]
) -> None:
    small = tmp_path / "small.jpg"
    small.write_bytes(written("jpg").read_bytes())
    assert agree(written("jpg", f"-ThumbnailImage<={small}")) == {"thumbnail"}
