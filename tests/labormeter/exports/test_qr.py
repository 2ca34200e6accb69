"""Codes: a card goes through a picture and comes back the same, and nothing else comes in."""

import io
import zlib
from pathlib import Path

import pytest
from PIL import Image

from labormeter.errors import KnownError
from labormeter.exports import qr
from labormeter.exports.document import read, write

from .sample import TODAY, document

CARD = write(document("room"))


def test_a_card_comes_back_from_its_picture(tmp_path: Path) -> None:
    path = tmp_path / "card.png"
    path.write_bytes(qr.drawn(CARD, "png", 4))
    assert qr.read(path) == CARD
    assert read(qr.read(path), today=TODAY) == document("room")


def test_a_photograph_of_it_is_read_too(tmp_path: Path) -> None:
    """Turned, scaled, grey, with a margin, and saved as a JPEG as a phone does."""
    code = Image.open(io.BytesIO(qr.drawn(CARD, "png", 5))).convert("L")
    photo = Image.new("L", (1600, 1200), 190)
    photo.paste(code.resize((800, 800)).rotate(9, expand=True, fillcolor=190), (300, 150))
    photo.save(tmp_path / "photo.jpg", quality=75)
    assert qr.read(tmp_path / "photo.jpg") == CARD


def test_a_picture_scales_as_svg() -> None:
    drawn = qr.drawn(CARD)
    assert drawn.startswith(b"<?xml")
    assert b"<svg" in drawn


def test_a_large_card_wants_a_file() -> None:
    noise = b"".join(zlib.compress(bytes([one]) * 50) for one in range(256))
    assert qr.packed(noise) is None or len(qr.packed(noise) or b"") <= qr.CAPACITY
    large = bytes(range(256)) * 40 + noise * 3
    if qr.packed(large) is None:
        with pytest.raises(KnownError, match="too large for one code"):
            qr.drawn(large)


def test_a_code_can_be_as_full_as_it_gets(tmp_path: Path) -> None:
    import random  # noqa: PLC0415

    chance = random.Random(1)  # noqa: S311 - no secret
    data = chance.randbytes(qr.CAPACITY - 11)
    assert qr.packed(data)
    path = tmp_path / "full.png"
    path.write_bytes(qr.drawn(data, "png", 4))
    assert qr.read(path) == data
    with pytest.raises(KnownError, match="too large for one code"):
        qr.drawn(chance.randbytes(qr.CAPACITY + 1))


def test_a_bomb_does_not_go_off() -> None:
    bomb = zlib.compress(b"0" * 50_000_000, 9)
    with pytest.raises(KnownError, match="more than a card"):
        qr.unpacked(bomb)
    with pytest.raises(KnownError, match="more than a card"):
        qr.unpacked(zlib.compress(CARD) + b"more")
    with pytest.raises(KnownError, match="no card"):
        qr.unpacked(b"https://example.com")
    with pytest.raises(KnownError, match="more than a card"):
        qr.unpacked(zlib.compress(CARD)[:-4])


def test_other_pictures_are_refused_with_a_sentence(tmp_path: Path) -> None:
    Image.new("L", (40, 40), 255).save(tmp_path / "white.png")
    (tmp_path / "text.png").write_text("no picture")
    (tmp_path / "cut.png").write_bytes(qr.drawn(CARD, "png", 4)[:500])
    Image.new("1", (9000, 9000)).save(tmp_path / "huge.png")
    for name, why in (
        ("white.png", "no code"),
        ("text.png", "no picture"),
        ("cut.png", "no picture"),
        ("huge.png", "too large"),
        ("missing.png", "no picture"),
    ):
        with pytest.raises(KnownError, match=why):
            qr.read(tmp_path / name)


def test_a_text_is_read_as_text_by_any_reader(tmp_path: Path) -> None:
    import zxingcpp  # noqa: PLC0415
    from PIL import Image  # noqa: PLC0415

    path = tmp_path / "code.png"
    path.write_bytes(qr.text("RWQ key\none two three"))
    with Image.open(path) as image:
        (found,) = zxingcpp.read_barcodes(image)
    assert found.text == "RWQ key\none two three"
    with pytest.raises(KnownError, match="too long"):
        qr.text("x" * 5000)
