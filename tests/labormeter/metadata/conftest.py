"""Files that the tests make themselves, with exiftool, ffmpeg and Pillow."""

from __future__ import annotations

import io
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from labormeter.metadata import disclosures, oracle
from labormeter.metadata.sight import Sight
from labormeter.model import Window

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    type Written = Callable[..., Path]

FORMATS = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP", "tif": "TIFF", "gif": "GIF", "avif": "AVIF"}


def picture(suffix: str, side: int = 48) -> bytes:
    held = io.BytesIO()
    noise = Image.effect_noise((side, side), 90).convert("RGB")
    noise.save(held, FORMATS[suffix])
    return held.getvalue()


def film(path: Path, *words: str) -> Path:
    program = shutil.which("ffmpeg")
    if program is None:
        pytest.skip("ffmpeg is not installed; `make system` does it")
    source = ("-f", "lavfi", "-i", "testsrc=size=64x48:rate=5:duration=1")
    command = [program, "-v", "error", "-y", *source, *words, str(path)]
    subprocess.run(command, check=True, timeout=60)
    return path


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """Make a picture or a film of a kind with tags that exiftool writes."""
    program = shutil.which("exiftool")
    if program is None:
        pytest.skip("exiftool is not installed; `make system` does it")

    def write(suffix: str, *tags: str, side: int = 48, content: bytes | None = None) -> Path:
        path = tmp_path / f"made.{suffix}"
        if content is not None:
            path.write_bytes(content)
        elif suffix in FORMATS:
            path.write_bytes(picture(suffix, side))
        else:
            film(path)
        command = [program, "-q", "-q", "-overwrite_original", *tags, str(path)]
        if tags:
            subprocess.run(command, check=True, timeout=60)
        return path

    return write


@pytest.fixture
def filmed(tmp_path: Path) -> Callable[..., Path]:
    """Make a film or a sound by ffmpeg."""
    return lambda name, *words: film(tmp_path / name, *words)


@pytest.fixture
def agree() -> Callable[[Path], frozenset[str]]:
    """Hold the kinds that we find against exiftool's, whole and by the ends; return them."""

    def hold(path: Path, edges: int = 64 * 1024) -> frozenset[str]:
        content = path.read_bytes()
        tags = oracle.exiftool([path])
        if not tags:
            pytest.skip("exiftool is not installed; `make system` does it")
        said = oracle.kinds(tags[str(path)])
        whole = Window(content, b"", len(content))
        ends = Window(content[:edges], content[-edges:], len(content))
        for window in (whole, ends):
            assert {found.kind for found in disclosures(window)} == said
        return said

    return hold


@pytest.fixture
def sight() -> Callable[[bytes], Sight]:
    """Return the sight of bytes that are all held."""
    return lambda content: Sight.of(Window(content, b"", len(content)))
