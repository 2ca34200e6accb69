from __future__ import annotations

from typing import TYPE_CHECKING

from labormeter.metadata import iptc
from labormeter.metadata.kinds import KINDS
from labormeter.metadata.sight import Short

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from labormeter.metadata.sight import Sight

    type Look = Callable[[bytes], Sight]


def record(dataset: int, value: bytes, number: int = 2) -> bytes:
    return bytes((0x1C, number, dataset)) + len(value).to_bytes(2) + value


def test_records_in_latin_and_in_utf_8(sight: Look) -> None:
    latin = record(90, "Zürich".encode("latin-1"))
    assert [fact.value for fact in iptc.records(sight(latin))] == ["Zürich"]
    marked = record(90, b"\x1b%G", 1) + record(90, "Zürich".encode())
    assert [fact.value for fact in iptc.records(sight(marked))] == ["Zürich"]


def test_a_long_record_and_one_that_is_cut(sight: Look) -> None:
    long = b"\x1c\x02\x78\x80\x04" + (70_000).to_bytes(4) + b"a" * 70_000
    assert [fact.kind for fact in iptc.records(sight(long + record(80, b"Ada")))] == [
        "description",
        "author",
    ]
    walk = iptc.records(sight(record(80, b"Ada") + record(90, b"Rome")[:-2]))
    assert next(walk).kind == "author"
    try:
        rest = [*walk]
    except Short:
        rest = []
    assert rest == []


def test_every_dataset_is_of_a_kind_that_there_is() -> None:
    assert {kind for kind, _ in iptc._DATASETS.values()} <= set(KINDS)


def test_a_resource_that_is_not_one_ends_the_walk(sight: Look) -> None:
    assert [*iptc.resources(sight(b"8BIX" + bytes(40)))] == []


def test_what_exiftool_writes(
    written: Callable[..., Path], agree: Callable[[Path], frozenset[str]]
) -> None:
    tags: tuple[str, ...] = (
        "-IPTC:City=Rome",
        "-IPTC:By-line=Ada",
        "-IPTC:Keywords=sea",
        "-IPTC:Headline=Sea",
    )
    tags += ("-IPTC:DateCreated=2024:01:02", "-IPTC:CopyrightNotice=Ada", "-IPTC:Credit=Agency")
    tags += ("-IPTC:Caption-Abstract=The sea", "-IPTC:OriginatingProgram=Editor")
    assert agree(written("jpg", *tags)) == {
        "place",
        "author",
        "keywords",
        "title",
        "datetime",
        "copyright",
        "organisation",
        "description",
        "software",
    }
