from __future__ import annotations

import io

import pytest
from PIL import Image

from labormeter import metadata
from labormeter.model import Window
from labormeter.practice import photo


def opened(seed: int) -> Image.Image:
    image = Image.open(io.BytesIO(photo.photo(seed)))
    image.load()
    return image


@pytest.mark.parametrize("seed", range(12))
def test_a_decoder_that_we_did_not_write_reads_it(seed: int) -> None:
    image = opened(seed)
    assert image.format == "JPEG"
    assert image.size == (192, 128)
    assert len(image.convert("RGB").getcolors(1 << 16) or []) > 20


def test_the_mosaic_shows_the_colours_that_were_meant() -> None:
    image = opened(0).convert("RGB")
    for row, column in ((5, 6), (0, 23), (12, 6), (15, 20)):
        shown = image.getpixel((column * 8 + 4, row * 8 + 4))
        assert isinstance(shown, tuple)
        meant = photo._colour(row, column, 0)
        assert all(abs(a - b) < 6 for a, b in zip(shown, meant, strict=True)), (row, column)


def test_it_says_camera_time_and_place() -> None:
    found = opened(1).getexif()
    assert found[0x010F] == photo.MAKE
    assert found[0x0110] == photo.MODEL
    assert found.get_ifd(0x8769)[0x9003] == photo.TAKEN
    place = found.get_ifd(0x8825)
    assert (place[1], place[3]) == ("N", "W")
    assert tuple(place[4]) == (25.0, 0.0, 0.0)


def test_labormeter_sees_just_what_it_says() -> None:
    content = photo.photo(3)
    found = metadata.disclosures(Window(content, content, len(content)), "image/jpeg")
    assert {one.kind for one in found} >= set(photo.DISCLOSED)
    assert {one.kind for one in found} <= {*photo.DISCLOSED, "orientation"}


def test_seeds_differ_and_repeat() -> None:
    assert photo.photo(1) == photo.photo(1)
    assert photo.photo(1) != photo.photo(2)
