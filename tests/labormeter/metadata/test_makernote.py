from __future__ import annotations

import struct
from typing import TYPE_CHECKING

import pytest

from labormeter.metadata import facts
from labormeter.model import Window

if TYPE_CHECKING:
    from labormeter.metadata.fact import Fact

type Row = tuple[int, int, int, bytes]


def ifd(rows: list[Row], at: int, order: str = "<") -> bytes:
    """Return a directory that lies at an offset, its long values behind it."""
    begins = at + 2 + 12 * len(rows) + 4
    table, values = struct.pack(f"{order}H", len(rows)), b""
    for tag, form, count, value in rows:
        inline = len(value) <= 4
        place = value.ljust(4, b"\0") if inline else struct.pack(f"{order}I", begins + len(values))
        table += struct.pack(f"{order}HHI", tag, form, count) + place
        values += b"" if inline else value
    return table + bytes(4) + values


def photo(make: bytes, note: bytes, moved: int = 0) -> tuple[Fact, ...]:
    """Return what a TIFF of that maker with that note tells; the note lies at offset 100."""
    rows = ifd([(0x010F, 2, len(make), make), (0x8769, 4, 1, struct.pack("<I", 60))], 8)
    start = (b"II*\0\x08\0\0\0" + rows).ljust(60, b"\0")
    camera = struct.pack("<HHHII", 1, 0x927C, 7, len(note), 100 + moved)
    content = (start + camera + bytes(4)).ljust(100 + moved, b"\0") + note
    return facts(Window(content, b"", len(content)))


def kinds(found: tuple[Fact, ...]) -> dict[str, str]:
    return {fact.kind: fact.value for fact in found if fact.kind != "camera_make"}


SETTINGS = struct.pack("<46H", 92, *([0] * 21), 61182, *([0] * 23))
CANON: list[Row] = [
    (0x01, 3, 46, SETTINGS),
    (0x07, 2, 12, b"Firmware 1.0"),
    (0x09, 2, 8, b"Ada Love"),
    (0x0C, 4, 1, struct.pack("<I", 123456)),
]


def test_canon_tells_owner_serial_lens_and_firmware() -> None:
    assert kinds(photo(b"Canon\0", ifd(CANON, 100))) == {
        "owner": "Ada Love",
        "serial": "123456",
        "lens": "61182",
        "software": "Firmware 1.0",
    }


def test_a_note_that_an_editor_moved_is_read_where_it_is_now() -> None:
    assert kinds(photo(b"Canon\0", ifd(CANON, 100), moved=64))["owner"] == "Ada Love"


def test_settings_of_another_length_are_not_believed() -> None:
    wrong = [(0x01, 3, 46, b"\1" + SETTINGS[1:]), *CANON[3:]]
    assert kinds(photo(b"Canon\0", ifd(wrong, 100))) == {"serial": "123456"}


def test_an_owner_that_begins_with_zero_is_none() -> None:
    rows = [(0x09, 2, 8, b"\0da Love"), *CANON[3:]]
    assert "owner" not in kinds(photo(b"Canon\0", ifd(rows, 100)))


def test_nikon_has_a_header_of_its_own() -> None:
    rows: list[Row] = [(0x1D, 2, 8, b"6001234\0"), (0x83, 1, 1, b"\6")]
    note = b"Nikon\0\2\x10\0\0II*\0\x08\0\0\0" + ifd(rows, 8)
    assert kinds(photo(b"NIKON\0", note)) == {"serial": "6001234", "lens": "6"}


def test_fujifilm_counts_from_the_note() -> None:
    note = b"FUJIFILM\x0c\0\0\0" + ifd([(0x10, 2, 8, b"FPX 1234"), (0x4100, 3, 1, b"\2\0")], 12)
    assert kinds(photo(b"FUJIFILM\0", note)) == {"serial": "FPX 1234", "faces": "2"}


def test_olympus_keeps_the_lens_one_directory_deeper() -> None:
    outer = 12 + 2 + 12 + 4
    deep = ifd([(0x0101, 2, 8, b"BHU12345"), (0x0201, 1, 6, b"\0\0\5\0\0\0")], outer)
    note = b"OLYMPUS\0II\3\0" + ifd([(0x2010, 13, 1, struct.pack("<I", outer))], 12) + deep
    assert kinds(photo(b"OLYMPUS\0", note)) == {"serial": "BHU12345", "lens": "0 0 5 0 0 0"}


def test_newer_olympus_cameras_keep_the_main_directory_one_deeper() -> None:
    outer = 12 + 2 + 12 + 4
    deep = ifd([(0x0404, 2, 8, b"JLW20538")], outer)
    note = b"OLYMPUS\0II\3\0" + ifd([(0x4000, 13, 1, struct.pack("<I", outer))], 12) + deep
    assert kinds(photo(b"OLYMPUS\0", note)) == {"serial": "JLW20538"}
    cycle = b"OLYMPUS\0II\3\0" + ifd([(0x4000, 13, 1, struct.pack("<I", 12))], 12)
    assert kinds(photo(b"OLYMPUS\0", cycle)) == {}


def test_apple_and_panasonic_and_pentax() -> None:
    apple = b"Apple iOS\0\0\1MM" + ifd([(0x11, 2, 8, b"ABCD-EF1")], 14, ">")
    assert kinds(photo(b"Apple\0", apple)) == {"identifier": "ABCD-EF1"}
    pana = b"Panasonic\0\0\0" + ifd(
        [(0x25, 7, 8, b"\0\0S01060"), (0x6D, 7, 8, b"Rome\0\0\0\0")], 112
    )
    assert kinds(photo(b"Panasonic\0", pana)) == {"serial": "S01060", "place": "Rome"}
    pentax = b"AOC\0MM" + ifd(
        [(0x06, 7, 4, b"\x07\xe8\5\6"), (0x0229, 2, 8, b"3430417\0")], 106, ">"
    )
    assert kinds(photo(b"PENTAX\0", pentax)) == {"datetime": "2024:05:06", "serial": "3430417"}


@pytest.mark.parametrize(
    ("block", "found"), [(bytes(0x7C) + b"\x6a\1\2\3", {"serial": "6a010203"}), (bytes(0x80), {})]
)
def test_sony_ciphers_the_number_but_zeros_stay(block: bytes, found: dict[str, str]) -> None:
    note = b"SONY DSC \0\0\0" + ifd([(0x9050, 7, len(block), block)], 112)
    assert kinds(photo(b"SONY\0", note)) == found


def test_text_and_binary_notes() -> None:
    assert kinds(photo(b"RICOH\0", b"Rv0207;Sf6C84;Rg76")) == {"software": "Rv0207"}
    assert kinds(photo(b"EASTMAN KODAK\0", b"nothing of the kind")) == {}
    assert kinds(photo(b"EASTMAN KODAK\0", b"CXGPA123B4567 \0\0\0")) == {"serial": "CXGPA123B4567"}
    reconyx = b"\x01\xf1\x03\0" + bytes(38) + "H550 01".encode("utf-16-le").ljust(30, b"\0")
    assert kinds(photo(b"RECONYX\0", reconyx))["serial"] == "H550 01"


def test_a_dng_keeps_the_note_of_its_camera_or_one_that_adobe_wrapped() -> None:
    lens: list[Row] = [(0x3F, 1, 2, b"\3\x2c"), (0x0229, 2, 8, b"3430417\0")]
    own = b"PENTAX \0MM" + ifd(lens, 10, ">")
    canon = b"II" + struct.pack(">I", 500) + ifd(CANON, 500)
    wrapped = b"Adobe\0MakN" + struct.pack(">I", len(canon)) + canon
    for make, note, found in ((b"PENTAX\0", own, "3430417"), (b"Canon\0", wrapped, "123456")):
        head = [(0x010F, 2, len(make), make), (0xC634, 7, len(note), note)]
        content = b"II*\0\x08\0\0\0" + ifd(head, 8)
        told = kinds(facts(Window(content, b"", len(content))))
        assert told["serial"] == found
        assert "lens" in told


def test_rubbish_of_a_known_maker_tells_nothing() -> None:
    for note in (b"", b"Nikon\0\2", b"FUJIFILM\xff\xff\xff\xff", b"\xff" * 40, b"OLYMPUS\0II"):
        assert kinds(photo(b"Canon\0", note)) == {}
