from __future__ import annotations

import struct
from typing import TYPE_CHECKING

import pytest

from labormeter.metadata.sight import Short, Sight
from labormeter.metadata.tiff import directory, header
from labormeter.model import Window

if TYPE_CHECKING:
    from collections.abc import Callable

    type Look = Callable[[bytes], Sight]

ENTRIES = [
    (0x010F, 2, 5, b"\x32\0\0\0"),
    (0x0112, 3, 1, b"\6\0\0\0"),
    (0x8769, 4, 1, b"\x99\0\0\0"),
    (0x9999, 77, 1, b"\0\0\0\0"),
]


def made() -> bytes:
    table = b"".join(struct.pack("<HHI4s", *entry) for entry in ENTRIES)
    return struct.pack("<H", len(ENTRIES)) + table + b"\0\0\0\0" + b"Acme\0"


@pytest.mark.parametrize(
    ("start", "order", "first"),
    [
        (b"II*\0\x08\0\0\0", "<", 8),
        (b"MM\0*\0\0\0\x08", ">", 8),
        (b"IIRO\x08\0\0\0", "<", 8),
        (b"IIU\0\x18\0\0\0", "<", 24),
    ],
)
def test_headers(start: bytes, order: str, first: int, sight: Look) -> None:
    assert header(sight(start)) == (order, first, False)


@pytest.mark.parametrize("start", [b"", b"II", b"XX*\0\x08\0\0\0", b"II\0\0\x08\0\0\0"])
def test_what_is_no_header(start: bytes, sight: Look) -> None:
    with pytest.raises(Short):
        header(sight(start))


def test_entries_hold_their_values_or_lead_to_them(sight: Look) -> None:
    content = made()
    found = directory(sight(content[:50].ljust(50) + b"Acme\0"), 0, "<")
    assert [entry.tag for entry in found.entries] == [0x010F, 0x0112, 0x8769]
    first, turned, leads = found.entries
    assert first.raw() == b"Acme\0"
    assert turned.number() == 6
    assert leads.number() == 0x99
    assert found.first(1, 0x0112) is turned
    assert found.first(1) is None


def test_a_cut_directory_gives_the_entries_that_are_there(sight: Look) -> None:
    found = directory(sight(made()[:30]), 0, "<")
    assert [entry.tag for entry in found.entries] == [0x010F, 0x0112]
    assert found.next == 0


def test_ratios_without_a_denominator_are_left_out(sight: Look) -> None:
    table = struct.pack("<HHHIII", 1, 2, 5, 3, 18, 0)
    values = struct.pack("<6I", 48, 1, 30, 0, 1, 2)
    assert directory(sight(table + values), 0, "<").entries[0].numbers() == (48.0, 0.5)


def test_a_value_in_the_middle_is_hidden_and_one_past_the_end_is_not() -> None:
    content = made().ljust(300, b"\0")
    table = directory(Sight.of(Window(content[:52], b"", 300)), 0, "<")
    assert table.entries[0].hidden
    past = directory(Sight.of(Window(made()[:50], b"", 50)), 0, "<")
    assert not past.entries[0].hidden


def test_an_impossible_count_is_refused(sight: Look) -> None:
    for count in (0, 60_000):
        with pytest.raises(Short):
            directory(sight(struct.pack("<H", count) + bytes(50)), 0, "<")


def test_a_big_tiff(sight: Look) -> None:
    table = struct.pack("<QHHQQQ", 1, 0x0112, 3, 1, 6, 0)
    content = b"II+\0\x08\0\0\0" + struct.pack("<Q", 16) + table
    order, first, big = header(sight(content))
    assert big
    assert directory(sight(content), first, order, big=True).entries[0].number() == 6
