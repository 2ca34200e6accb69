"""Makes a JPEG that tells a lot: place, time, camera, lens, serial number, owner, software."""

from pathlib import Path

from PIL import ExifTags, Image

CANARIES = ("CANARYMAKE", "CANARYMODEL", "CANARYSOFT", "CANARYSERIAL", "CANARYOWNER", "CANARYLENS")
TOLD = {"gps", "datetime", "camera_make", "camera_model", "software", "serial", "owner", "lens"}
"""Kinds that it discloses for sure."""


def photograph(path: Path, size: tuple[int, int] = (1080, 1350)) -> Path:
    """Write one, large enough that nobody resizes it."""
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "CANARYMAKE"
    exif[ExifTags.Base.Model] = "CANARYMODEL"
    exif[ExifTags.Base.Software] = "CANARYSOFT"
    exif[ExifTags.Base.DateTime] = "2026:05:04 03:02:01"
    inner = exif.get_ifd(ExifTags.IFD.Exif)
    inner[ExifTags.Base.DateTimeOriginal] = "2026:05:04 03:02:01"
    inner[ExifTags.Base.BodySerialNumber] = "CANARYSERIAL"
    inner[ExifTags.Base.CameraOwnerName] = "CANARYOWNER"
    inner[ExifTags.Base.LensModel] = "CANARYLENS"
    gps = exif.get_ifd(ExifTags.IFD.GPSInfo)
    gps[ExifTags.GPS.GPSLatitudeRef] = "N"
    gps[ExifTags.GPS.GPSLatitude] = (48.0, 51.0, 24.25)
    gps[ExifTags.GPS.GPSLongitudeRef] = "E"
    gps[ExifTags.GPS.GPSLongitude] = (2.0, 21.0, 7.75)
    Image.effect_noise(size, 40).convert("RGB").save(path, exif=exif, quality=80)
    return path
