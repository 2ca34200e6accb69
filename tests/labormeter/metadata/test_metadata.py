"""The whole of it: every container against exiftool, and everything that strangers may send."""

from __future__ import annotations

import io
import random
import struct
import time
import tracemalloc
import zipfile
import zlib
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from labormeter.metadata import disclosures, facts
from labormeter.metadata.containers import reader
from labormeter.metadata.kinds import KINDS
from labormeter.metadata.sight import Refused, Sight
from labormeter.model import HEAD, TAIL, Disclosure, Window

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Protocol

    class Agree(Protocol):
        def __call__(self, path: Path, edges: int = ..., /) -> frozenset[str]: ...


MB = 1 << 20
CANARY = "canary-7f3a91"
EVERYTHING = (
    "-EXIF:Make=Acme",
    "-EXIF:Model=Box 1",
    "-EXIF:Software=Editor 2",
    "-EXIF:DateTimeOriginal=2024:05:06 07:08:09",
    "-EXIF:GPSLatitude=48.85",
    "-EXIF:GPSLatitudeRef=N",
    "-EXIF:GPSLongitude=2.35",
    "-EXIF:GPSLongitudeRef=E",
    "-EXIF:OwnerName=Ada",
    "-EXIF:SerialNumber=12345",
    "-EXIF:LensModel=50mm",
    "-EXIF:Artist=Ada",
    "-EXIF:Copyright=Ada",
    "-EXIF:HostComputer=desk",
    "-EXIF:ImageUniqueID=0123456789abcdef0123456789abcdef",
    "-EXIF:Orientation#=6",
    "-XMP-dc:Title=Town",
    "-XMP-dc:Description=A town",
    "-XMP-dc:Subject=town",
    "-XMP-photoshop:City=Paris",
    "-XMP-photoshop:Credit=Agency",
    "-XMP-crs:RawFileName=a.nef",
    "-XMP-iptcExt:PersonInImage=Ada",
    "-XMP-xmpMM:HistoryAction=saved",
)
ALL_THERE = frozenset(KINDS) - {"duration", "thumbnail"}


@pytest.mark.parametrize("suffix", ["jpg", "png", "webp", "tif", "avif"])
def test_a_picture_that_tells_everything(
    suffix: str, written: Callable[..., Path], agree: Agree
) -> None:
    assert agree(written(suffix, *EVERYTHING)) == ALL_THERE


@pytest.mark.parametrize("suffix", ["jpg", "png", "webp", "tif", "avif", "gif"])
def test_a_picture_that_was_stripped_tells_nothing(
    suffix: str, written: Callable[..., Path], agree: Agree
) -> None:
    assert agree(written(suffix)) == frozenset()


def test_the_end_of_the_file_is_enough_for_webp_and_png(
    written: Callable[..., Path], agree: Agree
) -> None:
    for suffix in ("webp", "png"):
        path = written(suffix, *EVERYTHING, side=500)
        assert path.stat().st_size > 130_000
        assert agree(path, 64 * 1024) == ALL_THERE


def test_the_declared_type_and_the_name_say_nothing(written: Callable[..., Path]) -> None:
    content = written("jpg", *EVERYTHING).read_bytes()
    window = Window(content, b"", len(content))
    assert disclosures(window, "text/plain") == disclosures(window, "image/jpeg") != ()
    assert disclosures(Window(b"GPSLatitude Exif", b"", 16), "image/jpeg") == ()


def test_what_lies_in_the_middle_is_announced_and_not_claimed_as_seen() -> None:
    made = tiff([(0x010F, 2, 40, 5_000), (0x8825, 4, 1, 6_000)]) + b"\0" * 10_000
    found = disclosures(Window(made[:200], made[-200:], len(made)))
    assert found == (Disclosure("gps", "seen-partly"), Disclosure("camera_make", "seen-partly"))


def test_no_value_is_in_a_disclosure(written: Callable[..., Path]) -> None:
    content = written("jpg", f"-EXIF:Artist={CANARY}", f"-XMP-dc:Title={CANARY}").read_bytes()
    window = Window(content, b"", len(content))
    assert CANARY in repr(facts(window))
    assert CANARY not in repr(disclosures(window))
    assert {found.kind for found in disclosures(window)} == {"author", "title"}


def tiff(entries: list[tuple[int, int, int, int]], body: bytes = b"") -> bytes:
    table = b"".join(struct.pack("<HHII", *entry) for entry in entries)
    return b"II*\0" + struct.pack("<IH", 8, len(entries)) + table + bytes(4) + body


def many(tag: int, form: int, count: int, body: bytes) -> bytes:
    return tiff([(tag, form, count, 8 + 2 + 2000 * 12 + 4)] * 2000, body)


def chunk(name: bytes, content: bytes) -> bytes:
    return (
        struct.pack(">I", len(content))
        + name
        + content
        + struct.pack(">I", zlib.crc32(name + content))
    )


def box(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", 8 + len(content)) + name + content


def zipped(name: str, content: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return held.getvalue()


PNG = b"\x89PNG\r\n\x1a\n"
DEEP = box(b"moov", box(b"udta", b""))
for _ in range(2_000):
    DEEP = box(b"moov", DEEP)

HOSTILE: dict[str, bytes] = {
    "nothing": b"",
    "zeros": bytes(2 * MB),
    "ones": b"\xff" * 2 * MB,
    "a directory that leads to itself": tiff([(0x8769, 4, 1, 8)]) + struct.pack("<I", 8),
    "directories beside directories": many(0x014A, 4, 60, struct.pack("<I", 8) * 100),
    "two thousand packets": many(0x02BC, 7, 500_000, b"<a>" + b"<b/>" * (MB // 4)),
    "packets of one text": many(0x02BC, 7, 500_000, b"<a>" + b"x" * MB),
    "an element with all the attributes": many(
        0x02BC, 7, 500_000, b"<a " + b" ".join(b"a%d='1'" % n for n in range(60_000))
    ),
    "entities": many(
        0x02BC, 7, 400, b'<!DOCTYPE a [<!ENTITY a "aaa"><!ENTITY b "&a;&a;">]><a>&b;</a>'
    ),
    "long texts": many(0x010F, 2, 65_536, b"A\1" * MB),
    "a resource within itself": many(
        0x8649, 7, MB, b"8BIM\x04\x22\0\0" + struct.pack(">I", MB) + b"II*\0\x08\0\0\0"
    ),
    "gigantic lengths": b"\xff\xd8\xff\xe1\xff\xffExif\0\0" + tiff([(0x010F, 2, 0xFFFFFFFF, 0)]),
    "segments without end": b"\xff\xd8" + b"\xff\xe1\0\2" * 300_000,
    "films in a tail": b"\xff\xd8\xff\xda\0\0" + b"\0\0\0\x08ftypmp42" * 150_000,
    "one bomb": PNG + chunk(b"zTXt", b"Comment\0\0" + zlib.compress(bytes(64 * MB), 9)),
    "many bombs": PNG + chunk(b"zTXt", b"Comment\0\0" + zlib.compress(b"a" * MB, 9)) * 800,
    "chunks without end": PNG + chunk(b"tEXt", b"a\0b") * 100_000,
    "chunks in a tail": PNG + chunk(b"IDAT", bytes(3 * MB)) + b"\0\x0f\0\0tEXt" * 140_000,
    "boxes without end": box(b"ftyp", b"isom") + box(b"free", b"") * 180_000,
    "boxes within boxes": box(b"ftyp", b"isom") + DEEP,
    "boxes in a tail": box(b"ftyp", b"isom")
    + struct.pack(">I", 8 + 3 * MB)
    + b"mdat"
    + b"\0\0\1\0moov" * (MB // 2),
    "a box of 16 exabytes": b"\0\0\0\1ftyp" + b"\xff" * 8 + b"isom",
    "frames without end": b"ID3\3\0\0\x7f\x7f\x7f\x7f" + b"TIT2\0\0\0\2\0\0\0a" * 100_000,
    "comments without end": b"GIF89a\1\0\1\0\0\0\0" + b"!\xfe\1a\0" * 300_000,
    "pages without end": b"OggS" + bytes(23) * 50_000,
    "brackets": b"%PDF-1.4\n1 0 obj" + b"[" * MB + b"trailer<</Info 1 0 R>>startxref\n9\n",
    "open text": b"%PDF-1.4\n1 0 obj<</Title " + b"(" * MB + b"trailer<</Info 1 0 R>>",
    "trailers": b"%PDF-1.4\n" + b"trailer<</Info 1 0 R>>" * 60_000,
    "a zip bomb": zipped("docProps/core.xml", b"<a>" + bytes(64 * MB)),
    "elements without end": b"\x1a\x45\xdf\xa3\x80\x18\x53\x80\x67\x01"
    + b"\xff" * 7
    + b"\xec\x80" * 500_000,
}


def ends(content: bytes) -> Window:
    head = content[:HEAD]
    return Window(head, content[max(len(head), len(content) - TAIL) :], len(content))


def seconds(work: Callable[[], Any]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_cost_neither_time_nor_memory(name: str) -> None:
    window = ends(HOSTILE[name])
    took = min(seconds(lambda: disclosures(window)) for _ in range(3))
    assert took < 0.15, "50 ms on the reference machine; three times that where it is busy"
    tracemalloc.start()
    disclosures(window)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 8 * MB


def test_an_entity_is_never_expanded() -> None:
    assert facts(ends(HOSTILE["entities"])) == ()


@pytest.mark.parametrize("suffix", ["jpg", "png", "webp", "tif", "avif"])
def test_every_beginning_of_a_file_is_read_as_far_as_it_goes(
    suffix: str, written: Callable[..., Path]
) -> None:
    content = written(suffix, *EVERYTHING).read_bytes()
    whole = {found.kind for found in disclosures(Window(content, b"", len(content)))}
    for length in [*range(min(len(content), 400)), *range(400, len(content), 97)]:
        cut = content[:length]
        assert {found.kind for found in disclosures(Window(cut, b"", length))} <= whole
        disclosures(Window(cut, b"", len(content)))


def strictly(window: Window) -> None:
    """Read without the net that catches everything: what escapes is a fault of a reader."""
    sight = Sight.of(window)
    try:
        for _ in reader(sight)(sight):
            pass
    except (Refused, ValueError, LookupError, OverflowError, struct.error, RecursionError):
        pass


@pytest.mark.parametrize("suffix", ["jpg", "png", "webp", "tif", "avif", "mp4"])
def test_damaged_files_trip_no_reader(suffix: str, written: Callable[..., Path]) -> None:
    tags = () if suffix == "mp4" else EVERYTHING
    content = written(suffix, *tags).read_bytes()
    luck = random.Random(11)  # noqa: S311 - damage that can be done again
    for _ in range(400):
        broken = bytearray(content)
        for _ in range(luck.choice([1, 3, 20])):
            broken[luck.randrange(min(len(broken), luck.choice([300, 10**9])))] = luck.choice(
                [0, 1, 255, luck.randrange(256)]
            )
        cut = luck.choice([50, 4_000, len(broken)])
        strictly(Window(bytes(broken[:cut]), bytes(broken[-cut:]), len(broken)))


BEGINNINGS = [
    b"\xff\xd8\xff\xe1\0\x60Exif\0\0II*\0\x08\0\0\0",
    PNG,
    b"GIF89a",
    b"RIFF\xff\xff\0\0WEBP",
    b"\0\0\0\x10ftypheic\0\0\0\0",
    b"\0\0\0\x10ftypisom\0\0\0\0",
    b"II*\0\x08\0\0\0",
    b"MM\0*\0\0\0\x08",
    b"\x1a\x45\xdf\xa3",
    b"fLaC",
    b"OggS",
    b"ID3\3\0\0\0\0\1\0",
    b"PK\3\4",
    b"%PDF-1.7\n1 0 obj<</Title(a)>>endobj\ntrailer<</Info 1 0 R>>",
    b"FUJIFILMCCD-RAW ",
]


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from(BEGINNINGS),
    st.binary(max_size=400),
    st.binary(max_size=200),
    st.integers(-10, 1 << 40),
)
def test_nothing_at_all_raises(begin: bytes, middle: bytes, tail: bytes, size: int) -> None:
    window = Window(begin + middle, tail, size)
    strictly(window)
    assert all(found.kind in KINDS for found in disclosures(window))
