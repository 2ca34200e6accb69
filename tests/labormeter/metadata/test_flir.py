from __future__ import annotations

import struct
from typing import TYPE_CHECKING

import pytest

from labormeter.metadata import flir
from labormeter.metadata.sight import Short, contained

if TYPE_CHECKING:
    from collections.abc import Callable

    from labormeter.metadata.sight import Sight

    type Look = Callable[[bytes], Sight]


def made(latitude: float) -> bytes:
    camera = bytearray(0x400)
    camera[0:2] = b"\2\0"
    camera[0xD4:0xD8] = b"T640"
    camera[0x104:0x109] = b"55901"
    camera[0x170:0x174] = b"FOL7"
    camera[0x384:0x388] = struct.pack("<I", 1_700_000_000)
    place = b"\1\0\0\0" + bytes(12) + struct.pack("<dd", latitude, 2.0 * bool(latitude))
    head = b"FFF\0" + b"ThermaCAM".ljust(16, b"\0") + struct.pack(">III", 101, 64, 2)
    rows = struct.pack(">H10xII12x", 0x20, 128, len(camera))
    rows += struct.pack(">H10xII12x", 0x2B, 128 + len(camera), len(place))
    return (head.ljust(64, b"\0") + rows).ljust(128, b"\0") + bytes(camera) + place


def test_camera_lens_number_time_and_place(sight: Look) -> None:
    found = {fact.kind: fact.value for fact in flir.read(sight(made(48.5)))}
    assert found["camera_model"] == "T640"
    assert found["serial"] == "55901"
    assert found["lens"] == "FOL7"
    assert found["datetime"].startswith("2023-11-14")
    assert found["gps"] == "48.50000, 2.00000"


def test_no_place_where_none_is_filled_in(sight: Look) -> None:
    assert "gps" not in {fact.kind for fact in flir.read(sight(made(0)))}


def test_what_is_cut_is_read_as_far_as_it_goes(sight: Look) -> None:
    assert [fact.kind for fact in contained(flir.read(sight(made(1)[:200])))] == ["software"]
    with pytest.raises(Short):
        [*flir.read(sight(b"no"))]
