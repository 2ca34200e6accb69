from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from labormeter.metadata import xmp
from labormeter.metadata.kinds import KINDS
from labormeter.metadata.sight import Budget

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HEAD = (
    "<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'>"
    "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
    " xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:exif='http://ns.adobe.com/exif/1.0/'"
    " xmlns:mwg-rs='http://www.metadataworkinggroup.com/schemas/regions/'"
    " xmlns:crs='http://ns.adobe.com/camera-raw-settings/1.0/'>"
)


def told(body: str, encoding: str = "utf-8") -> list[tuple[str, str]]:
    packet = (HEAD + body).encode(encoding)
    return [(fact.kind, fact.value) for fact in xmp.read(packet, Budget())]


def test_properties_as_elements_attributes_and_lists() -> None:
    assert told(
        "<rdf:Description exif:GPSLatitude='48,51N' dc:title='Town'><dc:subject><rdf:Bag>"
        "<rdf:li>sea</rdf:li><rdf:li>sky</rdf:li></rdf:Bag></dc:subject></rdf:Description>"
    ) == [("gps", "48,51N"), ("title", "Town"), ("keywords", "sea"), ("keywords", "sky")]


def test_a_packet_in_utf_16_and_one_that_is_cut() -> None:
    body = "<rdf:Description dc:title='Stadt'/>"
    assert told(body, "utf-16") == [("title", "Stadt")]
    assert told("<rdf:Description dc:title='Stadt'><dc:crea") == [("title", "Stadt")]


def test_only_faces_are_faces() -> None:
    for kind, found in (("Face", [("faces", "Face")]), ("Pet", []), ("Focus", [])):
        assert told(f"<rdf:Description mwg-rs:Type='{kind}'/>") == found


def test_any_setting_of_a_raw_developer_tells_that_it_was_edited() -> None:
    assert told("<rdf:Description crs:Contrast2012='+5'/>") == [("edit_history", "+5")]
    assert told("<rdf:Description crs:RawFileName='a.nef'/>") == [("filename", "a.nef")]


def test_what_is_blank_or_unknown_tells_nothing() -> None:
    assert (
        told("<rdf:Description dc:title=' ' dc:relation='x'><dc:creator/></rdf:Description>") == []
    )
    assert [*xmp.read(b"no markup", Budget())] == []


def test_every_property_is_of_a_kind_that_there_is() -> None:
    assert set(xmp._KINDS) <= set(KINDS)


@pytest.mark.parametrize(
    ("tag", "kind"),
    [
        ("-XMP-xmpMM:HistoryAction=saved", "edit_history"),
        ("-XMP-xmpMM:DocumentID=xmp.did:1", "identifier"),
        ("-XMP-aux:SerialNumber=12", "serial"),
        ("-XMP-aux:OwnerName=Ada", "owner"),
        ("-XMP-aux:Lens=50mm", "lens"),
        ("-XMP-exifEX:LensModel=50mm", "lens"),
        ("-XMP-iptcExt:LocationShownCity=Rome", "place"),
        ("-XMP-MP:RegionPersonDisplayName=Ada", "faces"),
        ("-XMP-mwg-rs:RegionName=Ada", "faces"),
        ("-XMP-xmpRights:UsageTerms=none", "copyright"),
        ("-XMP-iptcCore:CreatorWorkEmail=a@b.c", "author"),
        ("-XMP-lr:HierarchicalSubject=a|b", "keywords"),
        ("-XMP-acdsee:Caption=hi", "description"),
        ("-XMP-xmp:Nickname=hi", "title"),
        ("-XMP-dc:Publisher=Acme", "organisation"),
        ("-XMP-tiff:Make=Acme", "camera_make"),
    ],
)
def test_properties_as_exiftool_writes_them(
    tag: str, kind: str, written: Callable[..., Path], agree: Callable[[Path], frozenset[str]]
) -> None:
    assert agree(written("jpg", tag)) == {kind}
