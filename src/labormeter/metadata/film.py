"""What the movie box of an MP4 or MOV tells: its head, user data, keys, and tracks of positions.

moov | mvhd | trak: tkhd, mdia, udta | udta: ©xyz, loci, meta ... | meta: keys, ilst
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Final

from labormeter.metadata import telemetry, xmp
from labormeter.metadata.boxes import boxes, full, handler
from labormeter.metadata.fact import Fact, tell
from labormeter.metadata.moment import since_1904
from labormeter.metadata.sight import Refused, contained

if TYPE_CHECKING:
    from collections.abc import Iterator

    from labormeter.metadata.sight import Sight

_MARKED: Final = {
    "xyz": ("gps", "GPSCoordinates"),
    "day": ("datetime", "ContentCreateDate"),
    "mak": ("camera_make", "Make"),
    "mod": ("camera_model", "Model"),
    "swr": ("software", "SoftwareVersion"),
    "too": ("software", "Encoder"),
    "enc": ("software", "EncodedBy"),
    "nam": ("title", "Title"),
    "alb": ("title", "Album"),
    "cmt": ("description", "Comment"),
    "inf": ("description", "Information"),
    "des": ("description", "Description"),
    "lyr": ("description", "Lyrics"),
    "key": ("keywords", "Keywords"),
    "gen": ("keywords", "Genre"),
    "ART": ("author", "Artist"),
    "aut": ("author", "Author"),
    "wrt": ("author", "Composer"),
    "com": ("author", "Composer"),
    "dir": ("author", "Director"),
    "prd": ("author", "Producer"),
    "prf": ("author", "Performers"),
    "cpy": ("copyright", "Copyright"),
    "src": ("organisation", "SourceCredits"),
    "pub": ("organisation", "Publisher"),
    "fmt": ("description", "Format"),
    "TIM": ("datetime", "StartTimecode"),
    "ed1": ("edit_history", "EditDate1"),
}
"""User data and iTunes tags whose name begins with the mark ©."""

_PLAIN: Final = {
    b"cprt": ("copyright", "Copyright"),
    b"desc": ("description", "Description"),
    b"ldes": ("description", "LongDescription"),
    b"sdes": ("description", "StoreDescription"),
    b"aART": ("author", "AlbumArtist"),
    b"keyw": ("keywords", "Keyword"),
    b"catg": ("keywords", "Category"),
    b"gnre": ("keywords", "Genre"),
    b"apID": ("owner", "AppleStoreAccount"),
    b"ownr": ("owner", "Owner"),
    b"purd": ("datetime", "PurchaseDate"),
    b"tvsh": ("title", "TVShow"),
    b"tven": ("title", "TVEpisodeID"),
    b"xid ": ("identifier", "ISRC"),
    b"purl": ("identifier", "PodcastURL"),
    b"egid": ("identifier", "EpisodeGlobalUniqueID"),
}
"""iTunes tags."""

_STATED: Final = {
    b"titl": ("title", "Title"),
    b"dscp": ("description", "Description"),
    b"cprt": ("copyright", "Copyright"),
    b"auth": ("author", "Author"),
    b"perf": ("author", "Performer"),
    b"albm": ("title", "Album"),
    b"gnre": ("keywords", "Genre"),
}
"""3GPP assets: version, language, text."""

_MAKERS: Final = {
    b"CNMN": ("camera_model", "Model"),
    b"CNFV": ("software", "FirmwareVersion"),
    b"CNCV": ("software", "CompressorVersion"),
    b"CAME": ("serial", "SerialNumberHash"),
    b"FIRM": ("software", "FirmwareVersion"),
    b"LENS": ("serial", "LensSerialNumber"),
    b"MUID": ("identifier", "MediaUID"),
    b"manu": ("camera_make", "Make"),
    b"modl": ("camera_model", "Model"),
    b"date": ("datetime", "DateTimeOriginal"),
    b"SNum": ("serial", "SerialNumber"),
    b"vrin": ("camera_model", "Model"),
    b"name": ("title", "Name"),
    b"@mak": ("camera_make", "Make"),
    b"@mod": ("camera_model", "Model"),
    b"@swr": ("software", "SoftwareVersion"),
    b"@day": ("datetime", "ContentCreateDate"),
    b"@xyz": ("gps", "GPSCoordinates"),
    b"@sec": ("description", "SamsungSec"),
}
"""User data of single makers."""

_KEYS: Final = {
    "location.iso6709": "gps",
    "location.name": "place",
    "location.body": "place",
    "location.note": "place",
    "location.date": "datetime",
    "creationdate": "datetime",
    "creation_time": "datetime",
    "year": "datetime",
    "make": "camera_make",
    "manufacturer": "camera_make",
    "model": "camera_model",
    "camera.identifier": "camera_model",
    "camera.lens_model": "lens",
    "lens.model": "lens",
    "serial_number": "serial",
    "software": "software",
    "version": "software",
    "encoder": "software",
    "content.identifier": "identifier",
    "originating.signature": "identifier",
    "title": "title",
    "displayname": "title",
    "album": "title",
    "description": "description",
    "comment": "description",
    "information": "description",
    "keywords": "keywords",
    "genre": "keywords",
    "author": "author",
    "artist": "author",
    "director": "author",
    "producer": "author",
    "composer": "author",
    "publisher": "organisation",
    "copyright": "copyright",
    "artwork": "thumbnail",
}
"""Keys of Apple and Android, by how they end."""


def part(name: bytes, content: Sight) -> Iterator[Fact]:
    """Yield what one box of the movie tells."""
    match name:
        case b"mvhd":
            yield from _head(content, "CreateDate")
        case b"trak":
            yield from _track(content)
        case b"udta":
            for inner, held in boxes(content):
                yield from contained(_datum(inner, held))
        case b"meta":
            yield from described(content)


def _head(content: Sight, label: str) -> Iterator[Fact]:
    """Yield when a film was made and how long it is (`mvhd`)."""
    wide = content.read(0, 1) == b"\1"
    made, changed, scale, length = content.unpack(">QQIQ" if wide else ">IIII", 4)
    for name, moment in ((label, made), ("ModifyDate", changed)):
        yield from tell("datetime", name, since_1904(moment))
    if scale and length:
        yield from tell("duration", "Duration", f"{length / scale:.2f} s")


def _track(content: Sight) -> Iterator[Fact]:
    for name, inner in boxes(content):
        match name:
            case b"tkhd":
                wide = inner.read(0, 1) == b"\1"
                for moment in inner.unpack(">QQ" if wide else ">II", 4):
                    yield from tell("datetime", "TrackCreateDate", since_1904(moment))
            case b"mdia":
                yield from contained(_media(inner))
            case b"udta" | b"meta":
                yield from contained(part(name, inner))


def _media(content: Sight) -> Iterator[Fact]:
    found = dict(boxes(content))
    if b"mdhd" in found:
        wide = found[b"mdhd"].read(0, 1) == b"\1"
        for moment in found[b"mdhd"].unpack(">QQ" if wide else ">II", 4):
            yield from tell("datetime", "MediaCreateDate", since_1904(moment))
    if b"minf" in found:
        table = dict(boxes(found[b"minf"])).get(b"stbl")
        if table is not None:
            yield from contained(telemetry.track(dict(boxes(table))))


def _datum(name: bytes, content: Sight) -> Iterator[Fact]:
    """Yield what one piece of user data tells."""
    mark = name[1:].decode("latin-1")
    if name[:1] == b"\xa9" and mark in _MARKED:
        yield from tell(*_MARKED[mark], _spoken(content))
    elif name == b"loci":
        yield from _located(content)
    elif name in _STATED and content.some(0, 4) == b"\0\0\0\0":
        yield from _worded(name, content)
    elif name in _MAKERS:
        yield from _maker(name, content)
    elif name == b"XMP_":
        yield from xmp.read(content.all(xmp.LONGEST), content.budget)
    elif name == b"meta":
        yield from described(content)
    else:
        yield from telemetry.datum(name, content)


def _spoken(content: Sight) -> str:
    """Return text behind its size and language, or bare as some writers leave it."""
    size = content.unpack(">H", 0)[0]
    raw = content.read(4, size) if 0 < size <= content.size - 4 else content.all(2048)
    return _decoded(raw)


def _decoded(raw: bytes) -> str:
    if raw[:2] in {b"\xfe\xff", b"\xff\xfe"}:
        return raw.decode("utf-16", "replace")
    return raw.decode("utf-8", "replace")


def _worded(name: bytes, content: Sight) -> Iterator[Fact]:
    kind, label = _STATED[name]
    yield from tell(kind, label, _decoded(content.part(6).all(2048)).split("\0")[0])


def _maker(name: bytes, content: Sight) -> Iterator[Fact]:
    kind, label = _MAKERS[name]
    raw = content.all(256)
    text = _decoded(raw.rstrip(b"\0"))
    numeric = kind in {"serial", "identifier"} and not (text.isascii() and text.isprintable())
    yield from tell(kind, label, raw.hex() if numeric else text)


def _located(content: Sight) -> Iterator[Fact]:
    """Yield the place that a 3GPP location box names."""
    raw = content.part(6).all(512)
    name, _, rest = raw.partition(b"\0")
    yield from tell("place", "LocationName", _decoded(name))
    longitude, latitude = (value / 65536 for value in struct.unpack(">ii", rest[1:9]))
    if longitude or latitude:
        yield Fact("gps", "LocationInformation", f"{latitude:.5f}, {longitude:.5f}")


def described(content: Sight) -> Iterator[Fact]:
    """Yield what a `meta` box of a film tells: iTunes tags, or values under declared keys."""
    found = dict(boxes(full(content)))
    if b"ilst" not in found:
        return
    keys = [*_keys(found[b"keys"])] if b"keys" in found else []
    keyed = bool(keys) or handler(found.get(b"hdlr", content)) == b"mdta"
    for name, inner in boxes(found[b"ilst"]):
        number = int.from_bytes(name)
        if keyed and 0 < number <= len(keys):
            yield from contained(_keyed(keys[number - 1], inner))
        else:
            yield from contained(_tagged(name, inner))


def _keys(content: Sight) -> Iterator[str]:
    for _, inner in boxes(content.part(8)):
        yield inner.all(256).decode("utf-8", "replace").lower()


def _keyed(key: str, content: Sight) -> Iterator[Fact]:
    kind = next(
        (kind for end, kind in _KEYS.items() if key == end or key.endswith(f".{end}")), None
    )
    if kind is not None:
        yield from tell(kind, key, _value(content))


def _tagged(name: bytes, content: Sight) -> Iterator[Fact]:
    mark = name[1:].decode("latin-1")
    if name[:1] == b"\xa9" and mark in _MARKED:
        yield from tell(*_MARKED[mark], _value(content))
    elif name in _PLAIN:
        yield from tell(*_PLAIN[name], _value(content))
    elif name == b"covr":
        yield Fact("thumbnail", "CoverArt", f"{content.size} bytes")
    elif name == b"----":
        yield from _free(content)


def _free(content: Sight) -> Iterator[Fact]:
    """Yield a tag that names itself."""
    found = dict(boxes(content))
    name = found[b"name"].part(4).all(64).decode("utf-8", "replace").lower()
    kind = _KEYS.get(name)
    if kind is not None:
        yield from tell(kind, name, _value(content))


def _value(content: Sight) -> str:
    """Return the text of the first `data` box, or the number in it."""
    for name, inner in boxes(content):
        if name == b"data":
            form = inner.unpack(">I", 0)[0] & 0xFF
            raw = inner.part(8).all(4096)
            return _decoded(raw) if form in {1, 2} else _figure(raw, form)
    raise Refused


def _figure(raw: bytes, form: int) -> str:
    if form in {13, 14, 27}:
        return f"{len(raw)} bytes"
    return str(int.from_bytes(raw[:8])) if raw.strip(b"\0") else ""
