"""Tag numbers of camera makers' own notes, as far as they say where, when, which device or who.

No maker publishes them. They are facts found by the people around exiftool, Exiv2 and libraw, and
proven here against exiftool on real photos (docs/metadata.md).
"""

from __future__ import annotations

from typing import Final

type Tags = dict[int, tuple[str, str]]

CANON: Final[Tags] = {
    0x07: ("software", "CanonFirmwareVersion"),
    0x09: ("owner", "OwnerName"),
    0x0C: ("serial", "SerialNumber"),
    0x1E: ("software", "FirmwareRevision"),
    0x28: ("identifier", "ImageUniqueID"),
    0x95: ("lens", "LensModel"),
    0x96: ("serial", "InternalSerialNumber"),
}

NIKON: Final[Tags] = {
    0x1D: ("serial", "SerialNumber"),
    0x83: ("lens", "LensType"),
    0x84: ("lens", "Lens"),
    0xA0: ("serial", "SerialNumber"),
}

OLYMPUS: Final[Tags] = {
    0x0404: ("serial", "SerialNumber"),
    0x101A: ("serial", "SerialNumber"),
    0x0405: ("software", "Firmware"),
    0x020D: ("software", "EpsonSoftware"),
}

EQUIPMENT: Final[Tags] = {
    0x0101: ("serial", "SerialNumber"),
    0x0102: ("serial", "InternalSerialNumber"),
    0x0104: ("software", "BodyFirmwareVersion"),
    0x0201: ("lens", "LensType"),
    0x0202: ("serial", "LensSerialNumber"),
    0x0203: ("lens", "LensModel"),
    0x0302: ("serial", "ExtenderSerialNumber"),
    0x1003: ("serial", "FlashSerialNumber"),
}
"""Directory 0x2010 within Olympus'."""

FUJIFILM: Final[Tags] = {
    0x0010: ("serial", "InternalSerialNumber"),
    0x4100: ("faces", "FacesDetected"),
}

PANASONIC: Final[Tags] = {
    0x0002: ("software", "FirmwareVersion"),
    0x0025: ("serial", "InternalSerialNumber"),
    0x003F: ("faces", "FacesDetected"),
    0x0051: ("lens", "LensType"),
    0x0052: ("serial", "LensSerialNumber"),
    0x0054: ("serial", "AccessorySerialNumber"),
    0x0065: ("title", "Title"),
    0x0067: ("place", "Location"),
    0x0069: ("place", "Country"),
    0x006B: ("place", "State"),
    0x006D: ("place", "City"),
    0x006F: ("place", "Landmark"),
    0x00AF: ("datetime", "TimeStamp"),
}

PENTAX: Final[Tags] = {
    0x003F: ("lens", "LensType"),
    0x0229: ("serial", "SerialNumber"),
    0x022E: ("author", "Artist"),
    0x022F: ("copyright", "Copyright"),
    0x0230: ("software", "FirmwareVersion"),
}

SONY: Final[Tags] = {
    0x2031: ("serial", "SerialNumber"),
    0xB027: ("lens", "LensType"),
    0xB02A: ("lens", "LensSpec"),
}

SAMSUNG: Final[Tags] = {
    0xA001: ("software", "FirmwareName"),
    0xA002: ("serial", "SerialNumber"),
    0xA003: ("lens", "LensType"),
    0xA005: ("serial", "InternalLensSerialNumber"),
    0x0123: ("faces", "FaceName"),
}

SIGMA: Final[Tags] = {
    0x0002: ("serial", "SerialNumber"),
    0x0017: ("software", "Firmware"),
    0x0018: ("software", "Software"),
    0x0027: ("lens", "LensType"),
}

RICOH: Final[Tags] = {
    0x0002: ("software", "FirmwareVersion"),
    0x0005: ("serial", "InternalSerialNumber"),
}

MINOLTA: Final[Tags] = {0x010C: ("lens", "LensType")}

APPLE: Final[Tags] = {
    0x000B: ("identifier", "BurstUUID"),
    0x0011: ("identifier", "MediaGroupUUID"),
    0x0015: ("identifier", "ImageUniqueID"),
    0x002B: ("identifier", "PhotoIdentifier"),
}

MOTOROLA: Final[Tags] = {0x5501: ("serial", "SerialNumber")}

DJI: Final[Tags] = {0x0001: ("camera_make", "Make")}

GE: Final[Tags] = {0x0202: ("camera_model", "GEModel"), 0x0203: ("camera_make", "GEMake")}

LEICA: Final[Tags] = {
    0x0303: ("lens", "LensType"),
    0x0305: ("serial", "SerialNumber"),
    0x0310: ("lens", "LensType"),
    0x0407: ("filename", "OriginalFileName"),
    0x0500: ("serial", "InternalSerialNumber"),
}

KODAK: Final[Tags] = {0xFA19: ("serial", "SerialNumber")}

NOTHING: Final[Tags] = {}
