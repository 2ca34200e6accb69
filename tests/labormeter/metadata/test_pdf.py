from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from labormeter.metadata import disclosures, facts, pdf
from labormeter.metadata.sight import Sight
from labormeter.model import Disclosure, Window

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

INFO = b"1 0 obj\n<</Title(Sea)/Author<FEFF005A006F00EB>/Producer 2 0 R/Other(x)>>\nendobj\n"
PRODUCER = b"2 0 obj\n(Maker 1)\nendobj\n"
PACKET = b"<x:xmpmeta xmlns:x='a' xmlns:dc='http://purl.org/dc/elements/1.1/' dc:rights='Ada'/>"
ROOT = b"3 0 obj\n<</Metadata 4 0 R>>\nendobj\n"


def stream(number: int, head: bytes, content: bytes) -> bytes:
    return b"%d 0 obj\n<<%s/Length %d>>\nstream\n%s\nendstream\nendobj\n" % (
        number,
        head,
        len(content),
        content,
    )


def plain(filler: bytes = b"", extra: bytes = b"") -> bytes:
    """Return a document with a table of rows, its objects first and filler between."""
    content, places = b"%PDF-1.4\n", []
    for part in (INFO, PRODUCER, ROOT, stream(4, b"", PACKET)):
        places.append(len(content))
        content += part
    content += filler
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    table = b"xref\n0 5\n0000000000 65535 f \n" + rows
    trailer = b"trailer\n<</Info 1 0 R/Root 3 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (
        extra,
        len(content),
    )
    return content + table + trailer


def told(content: bytes, kept: int = 10**6) -> list[tuple[str, str]]:
    window = Window(content[:kept], content[-kept:], len(content))
    return [(fact.kind, fact.value) for fact in pdf.read(Sight.of(window))]


SAID = [("title", "Sea"), ("author", "Zoë"), ("software", "Maker 1"), ("copyright", "Ada")]


def test_information_and_packet() -> None:
    assert told(plain()) == SAID


def test_both_ends_are_enough() -> None:
    assert told(plain(b"%" + b"x" * 9_000 + b"\n"), 700) == SAID


def test_a_broken_table_is_gone_round() -> None:
    assert told(plain().replace(b"startxref\n", b"startxref\n9"))[:3] == SAID[:3]
    assert ("copyright", "Ada") in told(plain().replace(b"startxref", b"start"))


def test_objects_in_streams() -> None:
    inner = b"1 0 3 36 <</Title(Sea)/Author(Ada)>>".ljust(44) + b"<</Metadata 9 0 R>>"
    packed = zlib.compress(inner)
    content = b"%PDF-1.5\n"
    holder = len(content)
    content += stream(5, b"/Type/ObjStm/N 2/First 8/Filter/FlateDecode", packed)
    index = len(content)
    rows = b"\0\0\0\0\2\0\5\0\0\0\0\0\2\0\5\1\0\0\0\0\1" + holder.to_bytes(2) + b"\0"
    content += stream(6, b"/Type/XRef/W[1 2 1]/Info 1 0 R/Root 3 0 R", rows)
    assert told(content + b"startxref\n%d\n%%%%EOF" % index) == [
        ("title", "Sea"),
        ("author", "Ada"),
    ]


def test_values_in_the_middle_are_announced() -> None:
    first = plain(b"%" + b"x" * 9_000 + b"\n")
    lost = first.replace(b"0000000%03d 00000 n" % first.find(PRODUCER), b"0000005000 00000 n")
    lost = lost.replace(PRODUCER, b"%" + b"x" * (len(PRODUCER) - 2) + b"\n")
    found = disclosures(Window(lost[:700], lost[-700:], len(lost)))
    assert Disclosure("software", "seen-partly") in found
    assert Disclosure("title", "seen") in found


def test_a_locked_document_tells_nothing_and_an_unknown_lock_is_said_to_be_one() -> None:
    lock = b"/ID[(id)(id)]/Encrypt<</Filter/Standard/R 3/Length 128/P -44/O(%s)/U(%s)>>"
    locked = plain(extra=lock % (b"o" * 32, b"u" * 32))
    assert [kind for kind, _ in told(locked)] == ["copyright"]
    newer = plain(extra=(lock % (b"o" * 32, b"u" * 32)).replace(b"/R 3", b"/R 6"))
    window = Window(newer, b"", len(newer))
    assert {fact.sure for fact in facts(window) if fact.kind == "title"} == {"seen-partly"}


def test_a_photo_inside_keeps_its_place() -> None:
    held = io.BytesIO()
    exif = Image.Exif()
    exif[0x010F] = "Acme"
    Image.new("RGB", (9, 9)).save(held, "JPEG", exif=exif)
    content = plain(stream(8, b"/Filter/DCTDecode", held.getvalue()))
    assert ("camera_make", "Acme") in told(content)


@pytest.mark.parametrize("size", [0, 5, 60, 200])
def test_a_cut_document_trips_nothing(size: int) -> None:
    cut = plain()[:size]
    disclosures(Window(cut, b"", len(cut)))


def test_what_exiftool_writes(
    written: Callable[..., Path], agree: Callable[[Path], frozenset[str]]
) -> None:
    tags = ("-PDF:Author=Ada", "-PDF:Title=Sea", "-PDF:Keywords=sea", "-PDF:Creator=Writer")
    held = io.BytesIO()
    Image.new("RGB", (9, 9)).save(held, "PDF")
    path = written("pdf", *tags, "-XMP-dc:Rights=Ada", content=held.getvalue())
    assert agree(path) >= {"author", "title", "keywords", "software", "copyright"}
