from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from labormeter.metadata import oracle

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.mark.parametrize(
    ("tag", "value", "kind"),
    [
        ("EXIF:IFD0:Make", "Acme", "camera_make"),
        ("EXIF:GPS:GPSLatitude", 48.8, "gps"),
        ("PDF:Creator", "Writer", "software"),
        ("XMP:XMP-dc:Creator", ["Ada"], "author"),
        ("XMP:XMP-pdf:Creator", "Writer", "software"),
        ("XMP:XMP-crs:RawFileName", "a.nef", "filename"),
        ("XMP:XMP-crs:Contrast2012", "1", "edit_history"),
        ("XMP:XMP-dc:Title-fr", "Ville", "title"),
        ("XMP:XMP-mwg-rs:RegionType", "Face", "faces"),
        ("MakerNotes:Canon:LensType", 61182, "lens"),
        ("Composite:Duration", 1.5, "duration"),
        ("MakerNotes:Sony:InternalSerialNumber", "0 0 106", "serial"),
    ],
)
def test_a_tag_makes_its_kind(tag: str, value: object, kind: str) -> None:
    assert oracle.kinds({tag: value}) == {kind}
    assert oracle.reasons({tag: value}, kind)


@pytest.mark.parametrize(
    ("tag", "value"),
    [
        ("File:System:FileModifyDate", "2024:01:01"),
        ("ICC_Profile:ICC-header:ProfileDateTime", "2024:01:01"),
        ("Composite:GPSLatitude", 1.0),
        ("EXIF:GPS:GPSLatitude", 0),
        ("EXIF:ExifIFD:DateTimeOriginal", "0000:00:00 00:00:00"),
        ("EXIF:ExifIFD:SerialNumber", "00000"),
        ("EXIF:IFD0:Make", "  "),
        ("MakerNotes:Canon:LensType", 65535),
        ("MakerNotes:Nikon:FacesDetected", 0),
        ("XMP:XMP-mwg-rs:RegionType", "Pet"),
        ("MakerNotes:Canon:SerialNumberFormat", 3),
    ],
)
def test_what_says_nothing_makes_none(tag: str, value: object) -> None:
    assert oracle.kinds({tag: value}) == set()


def test_an_animation_is_no_recording_and_coordinates_stand_among_words() -> None:
    animated = {"File:FileType": "Extended WEBP", "RIFF:Duration": 0.9}
    assert oracle.kinds(animated) == set()
    assert oracle.kinds(animated | {"File:FileType": "AVI"}) == {"duration"}
    words = "(none) Role=shooting Lat={} Lon=0.00000 Alt=0.00 Body=earth"
    tag = "QuickTime:UserData:LocationInformation"
    assert oracle.kinds({tag: words.format("0.00000")}) == set()
    assert oracle.kinds({tag: words.format("48.85000")}) == {"gps"}
    assert oracle.kinds({"XMP:XMP-iptcExt:LocationShownGPSLatitude": "48.1"}) == {"gps"}


def test_exiftool_answers_for_each_file_it_can_read(
    written: Callable[..., Path], tmp_path: Path
) -> None:
    made = written("jpg", "-EXIF:Make=Acme")
    found = oracle.exiftool([made, tmp_path / "none.jpg"])
    assert oracle.kinds(found[str(made)]) == {"camera_make"}
    assert str(tmp_path / "none.jpg") not in found
