"""Files that tell a lot about whoever uploads them, made for the tests, and what exiftool says of them."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

from photograph import photograph
from PIL import Image

from labormeter.metadata import oracle
from labormeter.model import HEAD, TAIL

CANARIES = ("CANARYFILM", "CANARYPLACE", "CANARYAUTHOR", "CANARYTITLE", "+48.8567", "+002.3521")
"""Beside those of the photograph: of the film, the document, and all their names."""

_FILM = (
    *("-f", "lavfi", "-i", "nullsrc=s=320x240:r=10,geq=random(1)*255:128:128"),
    *("-t", "4", "-c:v", "mpeg4", "-q:v", "1", "-movflags", "use_metadata_tags"),
    *("-metadata", "com.apple.quicktime.make=CANARYMAKE"),
    *("-metadata", "com.apple.quicktime.model=CANARYMODEL"),
    *("-metadata", "com.apple.quicktime.software=CANARYSOFT"),
    *("-metadata", "com.apple.quicktime.location.ISO6709=+48.8567+002.3521+035.000/"),
    *("-metadata", "creation_time=2026-05-04T03:02:01Z"),
)
_DOCUMENT = b"""%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 72 72]>> endobj
4 0 obj <</Author (CANARYAUTHOR) /Title (CANARYTITLE) /Producer (CANARYSOFT)>> endobj
"""


def film(path: Path) -> Path:
    """Write a film of some 2 MB whose index, and so all that it tells, stands at its end."""
    subprocess.run(["ffmpeg", "-v", "error", "-y", *_FILM, str(path)], check=True, timeout=60)
    content = path.read_bytes()
    assert content.index(b"mdat") < 1000
    assert content.index(b"moov") > HEAD + TAIL
    return path


def document(path: Path) -> Path:
    """Write a PDF that names its author."""
    places = [_DOCUMENT.index(f"{number} 0 obj".encode()) for number in range(1, 5)]
    rows = b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    end = f"trailer <</Size 5 /Root 1 0 R /Info 4 0 R>>\nstartxref\n{len(_DOCUMENT)}\n%%EOF\n"
    table = b"xref\n0 5\n0000000000 65535 f \n" + rows
    path.write_bytes(_DOCUMENT + table + end.encode())
    return path


def bare(path: Path) -> Path:
    """Write a picture that tells nothing, as one that was stripped."""
    Image.effect_noise((64, 64), 40).convert("RGB").save(path, quality=80)
    return path


def told(paths: Sequence[Path]) -> dict[str, set[str]]:
    """Return the kinds that exiftool finds in each file, by file name."""
    found = oracle.exiftool(paths)
    return {path.name: set(oracle.kinds(found[str(path)])) for path in paths}


def everything(folder: Path) -> dict[str, Path]:
    """Make one file of each sort."""
    return {
        "photo": photograph(folder / "IMG_CANARYPLACE.jpg"),
        "film": film(folder / "CANARYFILM.mp4"),
        "document": document(folder / "CANARYTITLE.pdf"),
        "bare": bare(folder / "bare.jpg"),
    }
