"""Pictures from others are read in a process of their own, and a bad one ends only that."""

import subprocess
import zlib
from pathlib import Path

import pytest
import segno

from labormeter.errors import KnownError
from labormeter.exports import document, qr
from labormeter.room import picture

from .seated import likes


def test_a_code_gives_the_very_bytes_of_the_card(tmp_path: Path) -> None:
    data = document.write(likes(1)[0])
    (tmp_path / "code.png").write_bytes(qr.drawn(data, "png"))
    assert picture.card(tmp_path / "code.png") == data


def test_no_code_no_picture_and_a_bomb_are_refused(tmp_path: Path) -> None:
    (tmp_path / "no.png").write_bytes(b"\x89PNG\r\n\x1a\nno picture")
    (tmp_path / "gone.png").unlink(missing_ok=True)
    bomb = zlib.compress(b" " * 900_000_00, 9)[:2900]
    segno.make_qr(bomb, error="L", mode="byte").save(str(tmp_path / "bomb.png"), scale=4)
    for name in ("no.png", "gone.png", "bomb.png"):
        with pytest.raises(KnownError):
            picture.card(tmp_path / name)


def test_a_child_that_takes_too_long_or_dies_is_a_refusal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "code.png").write_bytes(qr.drawn(b"{}", "png"))
    monkeypatch.setattr(picture, "PATIENCE", 0.001)
    with pytest.raises(KnownError, match="time"):
        picture.card(tmp_path / "code.png")
    monkeypatch.setattr(picture, "PATIENCE", 30.0)
    gone = subprocess.CompletedProcess([], -9, stdout=b"+half a card")
    monkeypatch.setattr(subprocess, "run", lambda *_args, **_words: gone)
    with pytest.raises(KnownError, match="memory"):
        picture.card(tmp_path / "code.png")
