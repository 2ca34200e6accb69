"""Maker notes: what a camera maker adds in a form of its own, mostly one more directory.

A note is known by how it begins, or by the maker's name. What differs is where the directory
begins, and from where its offsets count:

    from the TIFF header   |TIFF..............|note: IFD|    Canon, Panasonic, Sony, Olympus once
    from the note itself                      |note: IFD|    Apple, Fujifilm, Olympus now
    from a header inside                      |note: |TIFF header IFD|    Nikon
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from labormeter.metadata import makers
from labormeter.metadata.fact import Fact, tell
from labormeter.metadata.sight import Refused, Short, contained
from labormeter.metadata.tiff import Directory, Entry, directory, header

if TYPE_CHECKING:
    from collections.abc import Iterator

    from labormeter.metadata.makers import Tags
    from labormeter.metadata.sight import Sight
    from labormeter.metadata.tiff import Order


@dataclass(frozen=True, slots=True)
class _Form:
    """How one maker's notes are laid out."""

    begins: re.Pattern[bytes]
    tags: Tags
    skip: int
    own: bool = False
    """Offsets count from the note."""
    order: Order | None = None
    """Fixed byte order; else the one in which the directory makes sense."""


def _form(
    begins: bytes, tags: Tags, skip: int, *, own: bool = False, order: Order | None = None
) -> _Form:
    return _Form(re.compile(begins, re.DOTALL), tags, skip, own, order)


_BY_NOTE: Final = (
    _form(rb"Apple iOS\0", makers.APPLE, 14, own=True),
    _form(rb"Nikon\0\x01", makers.NOTHING, 8),
    _form(rb"OLYMP\0|EPSON\0|MINOL\0|CAMER\0", makers.OLYMPUS, 8),
    _form(rb"OLYMPUS\0", makers.OLYMPUS, 12, own=True),
    _form(rb"OM SYSTEM\0", makers.OLYMPUS, 16, own=True),
    _form(rb"LEICA CAMERA AG\0", makers.PANASONIC, 18),
    _form(rb"LEICA0", makers.LEICA, 8, own=True),
    _form(rb"LEICA\0[\x01\x04-\x07\x10\x1a]\0", makers.LEICA, 8, own=True),
    _form(rb"LEICA\0[\x02\x08\x09]", makers.LEICA, 8),
    _form(rb"LEICA\0\0\0", makers.PANASONIC, 8),
    _form(rb"Panasonic", makers.PANASONIC, 12),
    _form(rb"AOC\0", makers.PENTAX, 6),
    _form(rb"PENTAX \0", makers.PENTAX, 10, own=True),
    _form(rb"RICOH\0(?:II|MM)", makers.PENTAX, 8, own=True),
    _form(rb"S1\0{6}\x0c\0{3}", makers.PENTAX, 12, own=True),
    _form(rb"[Rr](?:ICOH|icoh)", makers.RICOH, 8),
    _form(rb"SIGMA\0|FOVEON\0", makers.SIGMA, 10),
    _form(rb"SONY (?:DSC|CAM|MOBILE)|\0\0SONY PIC\0|VHAB", makers.SONY, 12),
    _form(rb"GE(?:\0\0|NIC\0)", makers.GE, 18),
    _form(rb"MOT\0", makers.MOTOROLA, 8, own=True),
)
_BY_MAKER: Final = (
    ("canon", _form(b"", makers.CANON, 0)),
    ("nikon", _form(b"", makers.NIKON, 0)),
    ("minolta", _form(b"", makers.MINOLTA, 0)),
    ("konica", _form(b"", makers.MINOLTA, 0)),
    ("sony", _form(b"", makers.SONY, 0)),
    ("hasselblad", _form(b"", makers.SONY, 0)),
    ("samsung", _form(b"", makers.SAMSUNG, 0, own=True)),
    ("asahi", _form(b"", makers.PENTAX, 0)),
    ("dji", _form(b"", makers.DJI, 0)),
    ("kodak", _form(b"", makers.KODAK, 0)),
    ("leica", _form(b"", makers.LEICA, 0)),
    ("ricoh", _form(b"", makers.RICOH, 8)),
)
_INLINE: Final = 4
"""Bytes of a value that stand in the entry itself."""
_PLAUSIBLE: Final = range(1, 400)
"""Entries that a maker's directory may have."""


def read(entry: Entry, make: str, model: str) -> Iterator[Fact]:
    """Yield what the maker note in an entry tells."""
    note = entry.sight.part(entry.at, entry.length)
    start = entry.sight.some(entry.at, 64)
    if start.startswith((b"Rev", b"Rv")):
        yield from tell("software", "FirmwareVersion", start[:8].split(b";")[0])
    elif start.startswith(b"RECONYX") or start[:2] == b"\x01\xf1":
        yield from _reconyx(note)
    else:
        yield from contained(_listed(entry, note, start, (make, model)))
    if "kodak" in make.lower():
        yield from contained(_kodak(note))


def _listed(entry: Entry, note: Sight, start: bytes, camera: tuple[str, str]) -> Iterator[Fact]:
    """Yield what a note tells that is a directory."""
    make, model = camera
    form = _known(start, make)
    if start.startswith(b"Nikon\0\2"):
        yield from _told(_inner(note.part(10)), makers.NIKON, model)
    elif start.startswith((b"FUJIFILM", b"GENERALE")):
        found = directory(note, note.unpack("<I", 8)[0], "<")
        yield from _told(found, makers.FUJIFILM, model)
    elif form is not None:
        yield from _told(_open(entry.sight, entry, form), form.tags, model)


def canon(found: Directory) -> Iterator[Fact]:
    """Yield what Canon's directory tells (CMT3 of a CR3)."""
    yield from _told(found, makers.CANON, "")


def private(entry: Entry, make: str) -> Iterator[Fact]:
    """Yield what the note in a DNG tells: the camera's own, or one that Adobe's converter kept."""
    raw = entry.raw(1 << 20)
    at = raw.find(b"MakN")
    if not raw.startswith(b"Adobe\0"):
        yield from read(entry, make, "")
        return
    if at < 0:
        return
    size = int.from_bytes(raw[at + 4 : at + 8])
    order: Order = "<" if raw[at + 8 : at + 10] == b"II" else ">"
    origin = int.from_bytes(raw[at + 10 : at + 14])
    note = entry.sight.over(raw[at + 14 : at + 8 + size])
    yield from _moved(note, origin, order, make)


def _moved(note: Sight, origin: int, order: Order, make: str) -> Iterator[Fact]:
    """Read a note that was moved: offsets from the TIFF header count from where it once was."""
    start = note.some(0, 64)
    form = _known(start, make)
    if start.startswith(b"Nikon\0\2"):
        yield from _told(_inner(note.part(10)), makers.NIKON, "")
    elif form is not None:
        shift = 0 if form.own else -origin
        found = directory(note, form.skip, form.order or order, shift=shift)
        yield from _told(found, form.tags, "")


def _known(start: bytes, make: str) -> _Form | None:
    for form in _BY_NOTE:
        if form.begins.match(start):
            return form
    maker = make.lower()
    return next((form for name, form in _BY_MAKER if name in maker), None)


def _inner(sight: Sight) -> Directory:
    """Return the first directory of a TIFF structure within the note."""
    order, first, _ = header(sight)
    return directory(sight, first, order)


def _open(whole: Sight, entry: Entry, form: _Form) -> Directory:
    """Open the directory of a note in the byte order in which its count is plausible."""
    base = whole.part(entry.at) if form.own else whole
    at = form.skip if form.own else entry.at + form.skip
    order = form.order or _order(base, at)
    found = directory(base, at, order)
    return _settled(found, at) if form.tags is makers.CANON else found


def _order(base: Sight, at: int) -> Order:
    """Return the byte order in which the number of entries is plausible, the fewer the better."""
    orders: tuple[Order, ...] = ("<", ">")
    counts = {order: base.unpack(f"{order}H", at)[0] for order in orders}
    plausible = [order for order in orders if counts[order] in _PLAUSIBLE]
    if not plausible:
        raise Short
    return min(plausible, key=counts.__getitem__)


def _settled(found: Directory, at: int) -> Directory:
    """Return Canon's directory with its values where they are, where an editor moved the note.

    A moved note keeps its offsets. The first value follows the directory, by which it is known how
    far they went; and the camera settings begin with their own length, by which that is proven.
    """
    settings = found.first(1)
    far = [entry.at for entry in found.entries if entry.length > _INLINE]
    if settings is None or not far or _proven(settings):
        return found
    shift = at + 2 + 12 * len(found.entries) + 4 - min(far)
    if not _proven(replace(settings, at=settings.at + shift)):
        return found
    moved = (
        replace(entry, at=entry.at + shift) if entry.length > _INLINE else entry
        for entry in found.entries
    )
    return Directory(tuple(moved), 0)


def _proven(settings: Entry) -> bool:
    try:
        return settings.number() == settings.length
    except Refused:
        return False


def _told(found: Directory, tags: Tags, model: str) -> Iterator[Fact]:
    for entry in found.entries:
        yield from contained(_tagged(entry, tags))
        yield from contained(_special(entry, tags, model))


def _tagged(entry: Entry, tags: Tags) -> Iterator[Fact]:
    if entry.tag in tags:
        entry.sight.budget.step(2)
        kind, name = tags[entry.tag]
        yield from tell(kind, name, _meant(kind, _value(entry)))


def _value(entry: Entry) -> str:
    """Return text up to its zero, bytes as text or in hexadecimal digits, numbers as they are."""
    if entry.form == 2:  # noqa: PLR2004 - text
        return entry.raw(512).split(b"\0")[0].decode("latin-1")
    if entry.form == 7 or (entry.form == 1 and entry.count > 8):  # noqa: PLR2004 - bytes
        raw = entry.raw(512).strip(b"\0 ")
        text = raw.split(b"\0")[0].decode("latin-1")
        return text if text.isascii() and text.isprintable() else raw.hex()
    return " ".join(f"{number:g}" for number in entry.numbers())


def _meant(kind: str, value: str) -> str:
    """Return the value, or nothing where the number means that there is none."""
    if kind in {"lens", "faces"} and not value.strip("0 ."):
        return ""
    return "" if kind in {"lens", "faces"} and value in {"-1", "255", "65535"} else value


def _special(entry: Entry, tags: Tags, model: str) -> Iterator[Fact]:
    """Yield what lies deeper: directories and arrays within makers' directories."""
    if tags is makers.CANON:
        yield from _canon(entry)
    elif tags is makers.OLYMPUS and entry.tag in {0x2010, 0x2040, 0x2050, 0x4000}:
        yield from _olympus(entry)
    elif tags is makers.NIKON and entry.tag == 0x21:  # noqa: PLR2004 - face detection
        yield from _faces(entry.sight.unpack(f"{entry.order}H", entry.at + 6))
    elif tags is makers.PENTAX:
        yield from _pentax(entry)
    elif tags is makers.PANASONIC and entry.tag in {0x4E, 0x61}:
        yield from _faces((int(entry.sight.unpack(f"{entry.order}H", entry.at)[0]),))
    elif tags is makers.SONY and entry.tag == 0x9050:  # noqa: PLR2004 - ciphered
        yield from _sony(entry, model)


_LENS_TYPE: Final = 22
"""Place of the lens type among Canon's camera settings."""
_FACE_AT: Final = {0x24: ("H", 4), 0x25: ("B", 2), 0x2F: ("H", 6)}
"""Canon's face arrays -> where in them the number of faces is, and how wide."""


_CIPHERED: Final = (
    (re.compile(r"ILCE-(?:6[1-6]00|7C|7M[3-9]|7RM[2-9]|7SM[23]|9)|ILCA-99M2|ZV-E10|ILME"), 0x88, 6),
    (re.compile(r"ILCE-1"), 0x8A, 6),
    (re.compile(r"SLT-|HV|ILCA-"), 0xF0, 5),
    (re.compile(r"NEX-(?:5N|7|VG20)|Lunar|DSC|Stellar"), 0, 0),
    (re.compile(r""), 0x7C, 4),
)
"""Sony model -> where in its ciphered block the serial number is; the cipher keeps zeros."""


def _sony(entry: Entry, model: str) -> Iterator[Fact]:
    for name, at, size in _CIPHERED:
        if name.match(model):
            yield from tell("serial", "InternalSerialNumber", entry.raw()[at : at + size].hex())
            return


def _canon(entry: Entry) -> Iterator[Fact]:
    if entry.tag == 1 and _proven(entry):
        kind = entry.numbers()[_LENS_TYPE : _LENS_TYPE + 1]
        yield from tell("lens", "LensType", _meant("lens", " ".join(f"{n:g}" for n in kind)))
    elif entry.tag in _FACE_AT:
        width, place = _FACE_AT[entry.tag]
        yield from _faces(entry.sight.unpack(f"{entry.order}{width}", entry.at + place))
    elif entry.tag == 0x4019 and entry.raw(4).strip(b"\0"):  # noqa: PLR2004 - lens information
        yield from tell("serial", "LensSerialNumber", entry.raw(5).hex())


def _faces(numbers: tuple[float, ...]) -> Iterator[Fact]:
    for number in numbers:
        yield from tell("faces", "FacesDetected", _meant("faces", f"{number:g}"))


def _olympus(entry: Entry) -> Iterator[Fact]:
    at = entry.at if entry.form in {1, 2, 7} else entry.number()
    found = directory(entry.sight, at, entry.order)
    if entry.tag == 0x2010:  # noqa: PLR2004 - equipment
        yield from _told(found, makers.EQUIPMENT, "")
    if entry.tag == 0x4000:  # noqa: PLR2004 - the main directory, which newer cameras put here
        yield from _told(found, makers.OLYMPUS, "")
    faces = found.first(0x1200)
    if entry.tag == 0x2040 and faces is not None:  # noqa: PLR2004 - image processing
        yield from _faces(faces.numbers()[:1])


def _pentax(entry: Entry) -> Iterator[Fact]:
    match entry.tag:
        case 0x0006:
            year, month, day = int.from_bytes(entry.raw(4)[:2]), *entry.raw(4)[2:4]
            yield from tell("datetime", "Date", f"{year:04}:{month:02}:{day:02}")
        case 0x0215 if entry.form == 4 and entry.count > 4:  # noqa: PLR2004
            yield from tell("serial", "InternalSerialNumber", f"{entry.numbers()[4]:g}")
        case 0x0060:
            yield from _faces(entry.numbers()[:1])
        case _:
            return


def _reconyx(note: Sight) -> Iterator[Fact]:
    """Yield the serial number of a wildlife camera: text in UTF-16 at a fixed place."""
    if note.some(0, 9) == b"RECONYXH2":
        yield from tell("serial", "SerialNumber", note.read(0x7E, 30), "utf-16-le")
        yield from tell("software", "FirmwareVersion", note.read(0x2A, 6).hex())
    elif note.some(0, 2) == b"\x01\xf1":
        yield from tell("serial", "SerialNumber", note.read(0x2A, 30), "utf-16-le")
        yield from tell("software", "FirmwareVersion", note.read(2, 6).hex())
        yield from tell("datetime", "DateTimeOriginal", note.read(0x16, 12).hex())


_KODAK_SERIAL: Final = re.compile(rb"[CK][A-Z\d]{3} ?[A-Z\d]{1,2}\d{2}[A-Z\d]\d{4}[ \0]")


def _kodak(note: Sight) -> Iterator[Fact]:
    """Yield the serial number with which some Kodak notes begin."""
    start = note.some(0, 16)
    if _KODAK_SERIAL.match(start):
        yield from tell("serial", "SerialNumber", start)
    if note.some(0, 4) in {b"II\x2a\0", b"MM\0\x2a"}:
        yield from _kodak_deep(_inner(note), 0)
    if note.some(8, 13) == b"Eastman Kodak":
        yield from tell("camera_make", "KodakMaker", note.read(8, 32).split(b"\0")[0])
        yield from tell("camera_model", "KodakModel", note.read(0x28, 32).split(b"\0")[0])


def _kodak_deep(found: Directory, depth: int) -> Iterator[Fact]:
    """Yield what the directories within Kodak's directory tell."""
    yield from _told(found, makers.KODAK, "")
    for entry in found.entries:
        if entry.tag >= 0xFC00 and depth == 0:  # noqa: PLR2004 - directories
            inner = directory(entry.sight, entry.number(), entry.order)
            yield from contained(_kodak_deep(inner, 1))
