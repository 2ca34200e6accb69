from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from labormeter.metadata import facts, office
from labormeter.metadata.sight import Short, Sight
from labormeter.model import Window

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    type Look = Callable[[bytes], Sight]

CORE = (
    "<cp:coreProperties xmlns:cp='http://schemas.openxmlformats.org/package/2006/metadata/"
    "core-properties' xmlns:dc='http://purl.org/dc/elements/1.1/'"
    " xmlns:dcterms='http://purl.org/dc/terms/'><dc:creator>Ada</dc:creator>"
    "<cp:lastModifiedBy>Eve</cp:lastModifiedBy><dcterms:created>2024-05-06T07:08:09Z"
    "</dcterms:created><cp:revision>4</cp:revision><dc:title></dc:title></cp:coreProperties>"
)
APP = (
    "<Properties xmlns='http://schemas.openxmlformats.org/officeDocument/2006/extended-properties'>"
    "<Application>Writer</Application><Company>Acme</Company><TotalTime>0</TotalTime></Properties>"
)
META = (
    "<office:document-meta xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
    " xmlns:meta='urn:oasis:names:tc:opendocument:xmlns:meta:1.0'><office:meta>"
    "<meta:initial-creator>Ada</meta:initial-creator><meta:generator>Office</meta:generator>"
    "<meta:editing-cycles>3</meta:editing-cycles></office:meta></office:document-meta>"
)


def zipped(parts: dict[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return held.getvalue()


def told(sight: Sight) -> list[tuple[str, str]]:
    return [(fact.kind, fact.value) for fact in office.read(sight)]


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED])
def test_properties_of_office_documents(method: int, sight: Look) -> None:
    parts: dict[str, bytes | str] = {"word/document.xml": "<a/>"}
    parts |= {"docProps/core.xml": CORE, "docProps/app.xml": APP}
    assert told(sight(zipped(parts, method))) == [
        ("author", "Ada"),
        ("author", "Eve"),
        ("datetime", "2024-05-06T07:08:09Z"),
        ("edit_history", "4"),
        ("software", "Writer"),
        ("organisation", "Acme"),
    ]


def test_properties_of_open_documents(sight: Look) -> None:
    found = told(
        sight(zipped({"mimetype": "x", "meta.xml": META, "Thumbnails/thumbnail.png": "x"}))
    )
    assert [kind for kind, _ in found] == ["author", "software", "edit_history", "thumbnail"]


def test_a_photo_inside_tells_what_it_tells(sight: Look, written: Callable[..., Path]) -> None:
    photo = written("jpg", "-EXIF:Make=Acme").read_bytes()
    for name in ("word/media/image1.jpeg", "Pictures/1.jpg"):
        assert told(sight(zipped({name: photo}))) == [("camera_make", "Acme")]
    assert told(sight(zipped({"other/1.jpg": photo}))) == []


def test_properties_in_the_middle_are_announced_and_those_at_the_end_seen() -> None:
    filler = bytes(range(256)) * 40
    first = zipped({"a": filler, "docProps/core.xml": CORE, "b": filler}, zipfile.ZIP_STORED)
    found = facts(Window(first[:100], first[-400:], len(first)))
    assert {(fact.kind, fact.sure) for fact in found} == {
        ("author", "seen-partly"),
        ("datetime", "seen-partly"),
    }
    last = zipped({"a": filler, "docProps/core.xml": CORE})
    found = facts(Window(last[:100], last[-1_200:], len(last)))
    assert ("author", "Ada", "seen") in {(fact.kind, fact.value, fact.sure) for fact in found}


def test_a_zip_that_is_no_document_or_is_cut(sight: Look) -> None:
    assert told(sight(zipped({"a.txt": "Ada"}))) == []
    with pytest.raises(Short):
        told(sight(zipped({"docProps/core.xml": CORE})[:-30]))
