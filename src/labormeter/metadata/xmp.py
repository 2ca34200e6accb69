"""XMP packets: RDF in XML, read as a stream of elements.

By expat itself and not by a tree: what is cut is read as far as it goes. A document type, and with
it every entity, ends the reading, as defusedxml does it; depth and events are bounded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from labormeter.metadata.fact import Fact, tell
from labormeter.metadata.markup import Markup, events

if TYPE_CHECKING:
    from collections.abc import Iterator

    from labormeter.metadata.sight import Budget

LONGEST: Final = 512 * 1024
"""Bytes of a packet that are read."""

_RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_SPACES: Final = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://ns.adobe.com/xap/1.0/": "xmp",
    "http://ns.adobe.com/xap/1.0/mm/": "xmpMM",
    "http://ns.adobe.com/xap/1.0/rights/": "xmpRights",
    "http://ns.adobe.com/xap/1.0/sType/ResourceEvent#": "stEvt",
    "http://ns.adobe.com/xap/1.0/sType/ResourceRef#": "stRef",
    "http://ns.adobe.com/xap/1.0/g/img/": "xmpGImg",
    "http://ns.adobe.com/xmp/1.0/DynamicMedia/": "xmpDM",
    "http://ns.adobe.com/exif/1.0/": "exif",
    "http://ns.adobe.com/exif/1.0/aux/": "aux",
    "http://cipa.jp/exif/1.0/": "exifEX",
    "http://ns.adobe.com/tiff/1.0/": "tiff",
    "http://ns.adobe.com/photoshop/1.0/": "photoshop",
    "http://ns.adobe.com/pdf/1.3/": "pdf",
    "http://ns.adobe.com/pdfx/1.3/": "pdfx",
    "http://ns.adobe.com/camera-raw-settings/1.0/": "crs",
    "http://ns.adobe.com/lightroom/1.0/": "lr",
    "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/": "Iptc4xmpCore",
    "http://iptc.org/std/Iptc4xmpExt/2008-02-29/": "Iptc4xmpExt",
    "http://www.metadataworkinggroup.com/schemas/regions/": "mwg-rs",
    "http://www.metadataworkinggroup.com/schemas/keywords/": "mwg-kw",
    "http://www.metadataworkinggroup.com/schemas/collections/": "mwg-coll",
    "http://ns.microsoft.com/photo/1.0/": "MicrosoftPhoto",
    "http://ns.microsoft.com/photo/1.0": "MicrosoftPhoto",
    "http://ns.microsoft.com/photo/1.2/": "MP",
    "http://ns.microsoft.com/photo/1.2/t/Region#": "MPReg",
    "http://ns.acdsee.com/iptc/1.0/": "acdsee",
    "http://www.digikam.org/ns/1.0/": "digiKam",
    "http://ns.google.com/photos/1.0/panorama/": "GPano",
    "http://ns.google.com/photos/1.0/image/": "GImage",
    "http://www.dji.com/drone-dji/1.0/": "drone-dji",
    "http://ns.useplus.org/ldf/xmp/1.0/": "plus",
    "http://creativecommons.org/ns#": "cc",
    "http://ns.apple.com/faceinfo/1.0/": "apple-fi",
    "http://ns.idimager.com/ics/1.0/": "ics",
    "http://ns.iview-multimedia.com/mediapro/1.0/": "mediapro",
    "http://darktable.sf.net/": "darktable",
}

_KINDS: Final[dict[str, str]] = {
    "gps": "exif:GPSLatitude exif:GPSLongitude exif:GPSDestLatitude exif:GPSDestLongitude"
    " drone-dji:GpsLatitude drone-dji:GpsLongitude drone-dji:GpsLongtitude"
    " Iptc4xmpExt:GPSLatitude Iptc4xmpExt:GPSLongitude",
    "place": "photoshop:City photoshop:State photoshop:Country Iptc4xmpCore:Location"
    " Iptc4xmpCore:CountryCode Iptc4xmpExt:City Iptc4xmpExt:Sublocation Iptc4xmpExt:CountryName"
    " Iptc4xmpExt:CountryCode Iptc4xmpExt:ProvinceState Iptc4xmpExt:WorldRegion"
    " Iptc4xmpExt:LocationName dc:coverage xmpDM:shotLocation",
    "datetime": "xmp:CreateDate xmp:ModifyDate xmp:MetadataDate photoshop:DateCreated"
    " exif:DateTimeOriginal exif:DateTimeDigitized exif:GPSTimeStamp exif:GPSDateStamp"
    " tiff:DateTime dc:date pdf:CreationDate pdf:ModDate MicrosoftPhoto:DateAcquired"
    " xmpDM:shotDate xmpDM:videoModDate xmpDM:audioModDate xmpDM:releaseDate xmpDM:metadataModDate"
    " exifEX:OffsetTime exifEX:OffsetTimeOriginal exifEX:OffsetTimeDigitized"
    " GPano:FirstPhotoDate GPano:LastPhotoDate acdsee:datetime drone-dji:UTCAtExposure"
    " drone-dji:CreateDate drone-dji:ModifyDate xmp:ModifyDateTime",
    "duration": "xmpDM:duration",
    "camera_make": "tiff:Make drone-dji:Make",
    "camera_model": "tiff:Model xmpDM:cameraModel drone-dji:Model drone-dji:DroneModel"
    " drone-dji:ProductName MicrosoftPhoto:CameraModelName",
    "lens": "aux:Lens aux:LensID aux:LensInfo exifEX:LensModel exifEX:LensMake"
    " exifEX:LensSpecification MicrosoftPhoto:LensModel MicrosoftPhoto:LensManufacturer",
    "serial": "aux:SerialNumber aux:LensSerialNumber exifEX:BodySerialNumber"
    " exifEX:LensSerialNumber MicrosoftPhoto:CameraSerialNumber drone-dji:CameraSerialNumber"
    " drone-dji:DroneSerialNumber drone-dji:SerialNumber",
    "orientation": "tiff:Orientation",
    "owner": "aux:OwnerName exifEX:CameraOwnerName xmpRights:Owner",
    "author": "dc:creator dc:contributor tiff:Artist photoshop:AuthorsPosition"
    " photoshop:CaptionWriter pdf:Author xmp:Author acdsee:author xmpDM:artist"
    " Iptc4xmpCore:CreatorContactInfo Iptc4xmpCore:CiAdrExtadr Iptc4xmpCore:CiAdrCity"
    " Iptc4xmpCore:CiAdrRegion Iptc4xmpCore:CiAdrPcode Iptc4xmpCore:CiAdrCtry"
    " Iptc4xmpCore:CiTelWork Iptc4xmpCore:CiEmailWork Iptc4xmpCore:CiUrlWork"
    " plus:ImageCreatorName Iptc4xmpExt:AOCreator Iptc4xmpExt:contributorName",
    "organisation": "dc:publisher photoshop:Credit photoshop:Source pdfx:Company"
    " Iptc4xmpExt:OrganisationInImageName plus:ImageSupplierName plus:LicensorName",
    "copyright": "dc:rights xmpRights:WebStatement xmpRights:UsageTerms xmpRights:Certificate"
    " tiff:Copyright photoshop:Copyright pdf:Copyright cc:license cc:attributionName"
    " cc:attributionURL plus:CopyrightOwnerName xmpDM:copyright",
    "faces": "mwg-rs:Name mwg-rs:Type MPReg:PersonDisplayName MPReg:Rectangle MPReg:PersonEmailDigest"
    " MPReg:PersonLiveIdCID Iptc4xmpExt:PersonInImage Iptc4xmpExt:PersonName apple-fi:Timestamp"
    " apple-fi:FaceID apple-fi:ConfidenceLevel",
    "software": "xmp:CreatorTool tiff:Software pdf:Producer pdf:Creator exifEX:Firmware"
    " aux:Firmware GPano:StitchingSoftware GPano:CaptureSoftware exifEX:CameraFirmware"
    " exifEX:ImageEditingSoftware exifEX:RAWDevelopingSoftware exifEX:MetadataEditingSoftware"
    " xmpDM:album-artist MicrosoftPhoto:CreatorSoftware",
    "edit_history": "xmpMM:History stEvt:action stEvt:softwareAgent stEvt:when stEvt:parameters"
    " stEvt:changed photoshop:History xmpMM:VersionID xmpMM:SaveID photoshop:DocumentAncestors",
    "identifier": "xmpMM:DocumentID xmpMM:InstanceID xmpMM:OriginalDocumentID xmp:Identifier"
    " dc:identifier stRef:documentID stRef:instanceID stRef:originalDocumentID stEvt:instanceID"
    " exif:ImageUniqueID Iptc4xmpExt:DigImageGUID plus:ImageSupplierImageID",
    "filename": "crs:RawFileName stRef:filePath xmpMM:PreservedFileName acdsee:filename",
    "title": "dc:title photoshop:Headline xmp:Nickname xmpDM:shotName pdf:Title"
    " Iptc4xmpExt:AOTitle photoshop:TransmissionReference xmp:Title xmpDM:album",
    "description": "dc:description exif:UserComment tiff:ImageDescription photoshop:Instructions"
    " pdf:Subject acdsee:notes acdsee:caption Iptc4xmpExt:Event xmpDM:logComment xmp:Description"
    " Iptc4xmpCore:ExtDescrAccessibility Iptc4xmpCore:AltTextAccessibility",
    "keywords": "dc:subject pdf:Keywords lr:hierarchicalSubject lr:weightedFlatSubject"
    " acdsee:keywords acdsee:categories MicrosoftPhoto:LastKeywordXMP"
    " MicrosoftPhoto:LastKeywordIPTC digiKam:TagsList mediapro:CatalogSets mwg-kw:Keyword"
    " Iptc4xmpCore:SubjectCode Iptc4xmpCore:Scene photoshop:SupplementalCategories"
    " photoshop:Category xmp:Label xmpDM:genre mediapro:Event ics:TagName",
    "thumbnail": "xmpGImg:image GImage:Data",
}
"""Kind -> the properties that tell it, as `prefix:name`."""

_PROPERTIES: Final = {name: kind for kind, names in _KINDS.items() for name in names.split()}
_DEVELOPED: Final = "crs"
"""Settings of Adobe's raw developer: any of them says that and how it was edited."""
_FACE: Final = "Face"


def read(packet: bytes, budget: Budget) -> Iterator[Fact]:
    """Yield what a packet tells, as far as it is whole."""
    within: list[str] = []
    for event in events(_begin(packet), budget):
        if event.text is None and event.opens:
            within.append(_name(event.name) or (within[-1] if within else ""))
            yield from _attributes(event)
        elif event.text is None:
            within = within[:-1]
        elif within:
            yield from _property(within[-1], event.text)


def _begin(packet: bytes) -> bytes:
    """Return the packet without what some writers put before the first bracket."""
    return (
        packet[packet.find(b"<") :] if packet[:1] not in {b"<", b"\xfe", b"\xff", b"\0"} else packet
    )


def _name(name: str) -> str:
    """Return `prefix:name`; nothing for RDF's own elements, which hold another's values."""
    space, _, local = name.rpartition(" ")
    return "" if space == _RDF or space not in _SPACES else f"{_SPACES[space]}:{local}"


def _attributes(event: Markup) -> Iterator[Fact]:
    for name, value in event.attributes:
        yield from _property(_name(name), value)
        if name == f"{_RDF} resource":
            yield from _property(_name(event.name), value)


def _property(name: str, value: str) -> Iterator[Fact]:
    prefix, _, local = name.partition(":")
    kind = _PROPERTIES.get(name)
    if kind is None and (prefix == _DEVELOPED or name.startswith("darktable:history")):
        kind = "edit_history"
    if kind is None or (name == "mwg-rs:Type" and value != _FACE):
        return
    yield from tell(kind, local, value)
