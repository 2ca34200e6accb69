from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from labormeter.metadata import facts
from labormeter.metadata.file import window

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    type Written = Callable[..., Path]


def told(path: Path) -> dict[str, str]:
    return {fact.tag: fact.value for fact in facts(window(path))}


def test_degrees_have_their_sign(written: Written) -> None:
    path = written(
        "jpg",
        "-GPSLatitude=33.8568",
        "-GPSLatitudeRef=S",
        "-GPSLongitude=151.2153",
        "-GPSLongitudeRef=W",
    )
    found = told(path)
    assert float(found["GPSLatitude"]) == pytest.approx(-33.8568, abs=1e-4)
    assert float(found["GPSLongitude"]) == pytest.approx(-151.2153, abs=1e-4)


def test_zero_degrees_are_no_place_but_one_zero_is(
    written: Written, agree: Callable[[Path], frozenset[str]]
) -> None:
    zero = ("-GPSLatitude=0", "-GPSLatitudeRef=N", "-GPSLongitudeRef=E")
    assert agree(written("jpg", *zero, "-GPSLongitude=0")) == frozenset()
    assert agree(written("jpg", *zero, "-GPSLongitude=12")) == {"gps"}


def test_an_altitude_alone_is_no_place(
    written: Written, agree: Callable[[Path], frozenset[str]]
) -> None:
    assert agree(written("jpg", "-GPSAltitude=200", "-GPSAltitudeRef=0")) == frozenset()


@pytest.mark.parametrize("comment", ["plain", "Gänse 鵞鳥"])
def test_comments_in_any_encoding(comment: str, written: Written) -> None:
    assert told(written("jpg", f"-UserComment={comment}"))["UserComment"] == comment


def test_windows_own_tags(written: Written, agree: Callable[[Path], frozenset[str]]) -> None:
    path = written("jpg", "-XPAuthor=Zoë", "-XPKeywords=sea;sky", "-XPComment=hi", "-XPTitle=Sea")
    assert agree(path) == {"author", "keywords", "description", "title"}
    assert told(path)["XPAuthor"] == "Zoë"


def test_big_endian_as_well(written: Written, agree: Callable[[Path], frozenset[str]]) -> None:
    tags = ("-EXIF:Make=Acme", "-EXIF:SerialNumber=77", "-EXIF:ExifVersion=0232")
    assert agree(written("jpg", "-ExifByteOrder=MM", *tags)) == {"camera_make", "serial"}


def test_raw_formats_on_tiff(written: Written, agree: Callable[[Path], frozenset[str]]) -> None:
    tags: tuple[str, ...] = (
        "-DNGVersion=1.4.0.0",
        "-UniqueCameraModel=Acme",
        "-CameraSerialNumber=9",
    )
    tags += ("-OriginalRawFileName=a.raw", "-XMP-dc:Creator=Ada", "-IPTC:City=Rome")
    assert agree(written("tif", *tags)) == {"camera_model", "serial", "filename", "author", "place"}
