from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from labormeter.metadata import telemetry
from labormeter.metadata.sight import Sight
from labormeter.model import Window

if TYPE_CHECKING:
    from collections.abc import Callable

    type Look = Callable[[bytes], Sight]


def key(name: bytes, form: bytes, content: bytes) -> bytes:
    padded = content + bytes(-len(content) % 4)
    return name + form + struct.pack(">BH", 1, len(content)) + padded


FIX = key(b"GPS5", b"l", struct.pack(">iiiii", 488_577_000, 22_950_000, 0, 0, 0))
STREAM = key(b"DEVC", b"\0", key(b"STRM", b"\0", FIX))


def tables(form: bytes, at: int, size: int) -> bytes:
    return b"".join(
        (
            bytes(4) + b"\0\0\0\1" + (16).to_bytes(4) + form,
            bytes(8) + struct.pack(">II", 1, size),
            bytes(4) + struct.pack(">II", 1, at),
        )
    )


def track(content: bytes, form: bytes, kept: int) -> list[tuple[str, str, str]]:
    """Return what a track tells whose tables lie first and whose only sample lies last."""
    made = tables(form, 44, len(content)) + content
    window = Window(made[:kept], b"", len(made))
    whole = Sight.of(window)
    held = {b"stsd": whole.part(0, 16), b"stsz": whole.part(16, 16), b"stco": whole.part(32, 12)}
    return [(fact.kind, fact.value, fact.sure) for fact in telemetry.track(held)]


def test_a_fix_is_seen_where_its_sample_is_held() -> None:
    assert track(STREAM, b"gpmd", 10_000) == [("gps", "48.85770, 2.29500", "seen")]


def test_a_track_is_announced_where_its_samples_are_not_held() -> None:
    assert track(STREAM, b"gpmd", 44) == [("gps", "", "seen-partly")]
    assert track(b"", b"camm", 44) == [("gps", "", "seen-partly")]


def test_a_track_without_a_fix_tells_no_place() -> None:
    empty = key(b"DEVC", b"\0", key(b"GPS5", b"l", bytes(20)))
    assert track(empty, b"gpmd", 10_000) == []
    assert track(b"", b"avc1", 10_000) == []


def test_keys_tell_the_camera_and_end_in_depth(sight: Look) -> None:
    found = telemetry.keys(sight(key(b"CASN", b"c", b"C3221") + key(b"FMWR", b"c", b"HD7.01")))
    assert [fact.kind for fact in found] == ["serial", "software"]
    deep = FIX
    for _ in range(12):
        deep = key(b"DEVC", b"\0", deep)
    assert [*telemetry.keys(sight(deep))] == []


def test_a_cover_tells_what_its_photo_tells(sight: Look) -> None:
    photo = b"\xff\xd8\xff\xfe\0\4hi\xff\xd9"
    found = [*telemetry.datum(b"CNTH", sight((8 + len(photo)).to_bytes(4) + b"CNDA" + photo))]
    assert [fact.kind for fact in found] == ["thumbnail", "description"]
    assert [*telemetry.datum(b"free", sight(photo))] == []
