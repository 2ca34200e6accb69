"""How well the metadata readers do against exiftool, on folders of real files.

    python -m benchmarks.metadata FOLDER... [--misses KIND] [--written]

Every file of a known type is read by exiftool (the oracle) and by `labormeter.metadata`, once
whole, once through the window that an upload leaves, and once through the narrowest one (64 KiB at
either end). Per kind: precision and recall with Wilson's 95% interval. Nothing is written but the
table, and no value of a file is in it, unless misses are asked for.

With --written, kinds with fewer than 30 real files are topped up with files that exiftool wrote;
they are counted and listed apart.
"""

from __future__ import annotations

import argparse
import math
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PIL import Image

from labormeter.metadata import disclosures, oracle
from labormeter.metadata.kinds import KINDS
from labormeter.model import HEAD, TAIL, Window

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

KIB: Final = 1024
WINDOWS: Final = {"whole": None, "upload": (HEAD, TAIL), "64 KiB": (64 * KIB, 64 * KIB)}
"""How much of a file is read: all, what an upload leaves, and 64 KiB at either end."""

PICTURES: Final = "JPEG PNG APNG WEBP HEIC HEIF HEICS AVIF GIF TIFF"
RAW: Final = "DNG CR2 CR3 NEF NRW ARW SR2 ORF RW2 RWL PEF SRW RAF"
FILMS: Final = "MP4 MOV M4A M4B M4V 3GP 3G2 F4V MKV WEBM MKA AVI"
SOUND: Final = "MP3 FLAC OGG OGV OPUS SPX WAV"
PAGES: Final = "PDF DOCX XLSX PPTX DOCM XLSM PPTM ODT ODS ODP"
TYPES: Final = frozenset(f"{PICTURES} {RAW} {FILMS} {SOUND} {PAGES}".split())
"""What exiftool calls the files that the readers are for."""
_BATCH: Final = 50
DAMAGED: Final = re.compile(
    r"ImageTestSuite|_poc|poc[-_]|fuzz|/crash-|_loop|corrupt|invalid|broken|[-_/]bad[-_]"
)
"""Paths of files that were damaged on purpose: what such a file says is nobody's to know."""


@dataclass(slots=True)
class Score:
    """How often a kind was found rightly, wrongly, and not at all."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    files: list[tuple[str, str]] = field(default_factory=list)

    @property
    def precision(self) -> tuple[int, int]:
        """Return right ones of all that were said."""
        return self.right, self.right + self.wrong

    @property
    def recall(self) -> tuple[int, int]:
        """Return right ones of all that there are."""
        return self.right, self.right + self.missed


def wilson(hits: int, total: int, z: float = 1.959964) -> tuple[float, float]:
    """Return Wilson's 95% interval of a proportion."""
    if not total:
        return 0.0, 1.0
    share = hits / total
    middle = (share + z * z / (2 * total)) / (1 + z * z / total)
    half = z * math.sqrt(share * (1 - share) / total + z * z / (4 * total * total))
    half /= 1 + z * z / total
    return max(0.0, middle - half), min(1.0, middle + half)


def window(content: bytes, sizes: tuple[int, int] | None) -> Window:
    """Return what is kept of a file."""
    if sizes is None:
        return Window(content, b"", len(content))
    head, tail = sizes
    return Window(content[:head], content[-tail:], len(content))


def compare(said: Mapping[str, Mapping[str, Any]], name: str) -> dict[str, Score]:
    """Return the scores by kind, over files that exiftool has read, through one window."""
    scores: dict[str, Score] = defaultdict(Score)
    for path, tags in said.items():
        content = Path(path).read_bytes()
        sizes = WINDOWS[name]
        if sizes is not None and len(content) <= sum(sizes):
            continue
        found = {each.kind for each in disclosures(window(content, sizes))}
        for kind in KINDS:
            _count(scores[kind], path, said=kind in oracle.kinds(tags), found=kind in found)
    return scores


def by_type(said: Mapping[str, Mapping[str, Any]], name: str) -> dict[str, Score]:
    """Return the scores of the types that the aim names, over all kinds, through one window."""
    scores = {}
    for form in ("JPEG", "PNG", "HEIC", "WEBP", "MP4"):
        same = {path: tags for path, tags in said.items() if tags["File:FileType"] == form}
        parts = compare(same, name).values()
        scores[form] = Score(
            sum(part.right for part in parts),
            sum(part.wrong for part in parts),
            sum(part.missed for part in parts),
        )
    return scores


def _count(score: Score, path: str, *, said: bool, found: bool) -> None:
    score.right += said and found
    score.wrong += found and not said
    score.missed += said and not found
    if said != found:
        score.files.append(("missed" if said else "wrong", path))


def known(path: str, tags: Mapping[str, Any]) -> bool:
    """Whether a file is of a type that the readers are for, and not damaged."""
    if DAMAGED.search(path):
        return False
    return str(tags.get("File:FileType", "")) in TYPES and "ExifTool:Error" not in tags


def read(folders: Iterable[Path], scratch: Path) -> dict[str, dict[str, Any]]:
    """Return what exiftool finds in the files under some folders, by path."""
    paths = sorted(path for folder in folders for path in folder.rglob("*") if path.is_file())
    paths = [_headed(path, scratch) if path.suffix == ".exv" else path for path in paths]
    found: dict[str, dict[str, Any]] = {}
    for start in range(0, len(paths), _BATCH):
        found |= oracle.exiftool(paths[start : start + _BATCH])
    for tags in found.values():
        kind = str(tags.get("File:FileType", ""))
        tags["File:FileType"] = kind.removeprefix("Extended ")  # WebP with more than a picture
    return {path: tags for path, tags in found.items() if known(path, tags)}


FEW: Final = 30
WRITTEN: Final = {
    "device_name": ("EXIF:HostComputer",),
    "faces": (
        "XMP-iptcExt:PersonInImage",
        "XMP-mwg-rs:RegionName",
        "XMP-MP:RegionPersonDisplayName",
    ),
    "filename": (
        "XMP-crs:RawFileName",
        "XMP-xmpMM:PreservedFileName",
        "XMP-xmpMM:DerivedFromFilePath",
    ),
    "owner": ("EXIF:OwnerName", "XMP-aux:OwnerName", "XMP-xmpRights:Owner"),
    "edit_history": ("XMP-xmpMM:HistoryAction", "XMP-crs:Contrast2012", "XMP-xmpMM:VersionID"),
    "organisation": ("XMP-dc:Publisher", "XMP-photoshop:Credit", "IPTC:Credit"),
    "place": ("XMP-photoshop:City", "IPTC:City", "XMP-iptcExt:LocationShownCity"),
    "gps": ("GPSLatitude", "XMP:GPSLatitude"),
    "lens": ("EXIF:LensModel", "XMP-aux:Lens", "XMP-exifEX:LensModel"),
    "serial": ("EXIF:SerialNumber", "XMP-aux:SerialNumber", "EXIF:LensSerialNumber"),
}
"""Kind -> tags that exiftool writes for it."""
_FORMATS: Final = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP", "tif": "TIFF", "avif": "AVIF"}


def write(kind: str, folder: Path) -> Iterator[Path]:
    """Write files that tell one kind, in every picture format and by every tag for it."""
    program = shutil.which("exiftool") or "exiftool"
    for number, (tag, (suffix, form)) in enumerate(product(WRITTEN[kind], _FORMATS.items())):
        for side in range(16, 16 + 16 * max(1, FEW // (5 * len(WRITTEN[kind]))), 16):
            path = folder / f"{kind}-{number}-{side}.{suffix}"
            Image.effect_noise((side, side), 90).convert("RGB").save(path, form)
            value = "12.5" if kind == "gps" else f"{kind} {number}"
            command = [program, "-q", "-q", "-overwrite_original", f"-{tag}={value}", str(path)]
            if subprocess.run(command, check=False, timeout=60).returncode == 0:
                yield path


def top_up(scores: Mapping[str, Score]) -> Iterator[str]:
    """Yield a table of the kinds with few real files, on files written for them."""
    few = [kind for kind in WRITTEN if scores[kind].recall[1] < FEW]
    written: dict[str, Score] = {}
    for kind in few:
        with tempfile.TemporaryDirectory() as name:
            said = oracle.exiftool([*write(kind, Path(name))])
            written[kind] = compare(said, "whole")[kind]
    yield from table(written)


EXV: Final = b"\xff\x01Exiv2"


def _headed(path: Path, scratch: Path) -> Path:
    """Give a photo of which Exiv2 kept the metadata alone (.exv) a JPEG's beginning again."""
    content = path.read_bytes()
    whole = scratch / f"{path.parent.name}-{path.stem}.jpg"
    whole.write_bytes(content.replace(EXV, b"\xff\xd8", 1))
    return whole


def table(scores: Mapping[str, Score]) -> Iterator[str]:
    """Yield the lines of a Markdown table."""
    yield "| kind or type | n | precision | 95% | recall | 95% |"
    yield "| --- | ---: | ---: | --- | ---: | --- |"
    for kind, score in scores.items():
        cells = [kind, str(score.recall[1])]
        for hits, total in (score.precision, score.recall):
            low, high = wilson(hits, total)
            cells += [f"{hits / total:.3f}" if total else "-", f"{low:.3f} to {high:.3f}"]
        yield f"| {' | '.join(cells)} |"


def main(arguments: list[str] | None = None) -> None:
    """Compare, and print a table a window."""
    parser = argparse.ArgumentParser(prog="benchmarks.metadata", description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--misses", metavar="KIND", help="list where the two differ in a kind")
    parser.add_argument("--written", action="store_true", help="top up what is rare")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as scratch:
        said = read(options.folders, Path(scratch))
        if not said:
            sys.exit("Nothing to compare: is exiftool installed, and are there files?")
        report(said, options.misses, written=options.written)


def report(said: Mapping[str, Mapping[str, Any]], misses: str | None, *, written: bool) -> None:
    """Print a table a window, and on request where the two differ in one kind."""
    types = Counter(str(tags["File:FileType"]) for tags in said.values())
    print(f"{len(said)} files: {', '.join(f'{n} {name}' for name, n in types.most_common())}")
    for name in WINDOWS:
        began = time.process_time()
        scores = compare(said, name)
        print(f"\n{name} ({time.process_time() - began:.1f} s)\n")
        print("\n".join(table(scores)))
        print("\n".join(["", *table(by_type(said, name))]))
        for what, path in scores[misses].files if misses else ():
            print(what, path, oracle.reasons(said[path], str(misses))[:4])
        if written and name == "whole":
            print("\nwritten by exiftool, whole\n")
            print("\n".join(top_up(scores)))


if __name__ == "__main__":
    main()
