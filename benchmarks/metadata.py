"""How well the metadata readers do against exiftool, on folders of real files.

    python -m benchmarks.metadata FOLDER... [--misses KIND]

Every file of a known type is read by exiftool (the oracle) and by `labormeter.metadata`, once
whole, once through the window that an upload leaves, and once through the narrowest one (64 KiB at
either end). Per kind: precision and recall with Wilson's 95% interval. Nothing is written but the
table, and no value of a file is in it, unless misses are asked for.
"""

from __future__ import annotations

import argparse
import math
import re
import sys
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

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
DAMAGED: Final = re.compile(r"ImageTestSuite|_poc|poc[-_]|fuzz|corrupt|invalid|broken|[-_/]bad[-_]")
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


def read(folders: Iterable[Path]) -> dict[str, dict[str, Any]]:
    """Return what exiftool finds in the files under some folders, by path."""
    paths = sorted(path for folder in folders for path in folder.rglob("*") if path.is_file())
    found: dict[str, dict[str, Any]] = {}
    for start in range(0, len(paths), _BATCH):
        found |= oracle.exiftool(paths[start : start + _BATCH])
    return {path: tags for path, tags in found.items() if known(path, tags)}


def table(scores: Mapping[str, Score]) -> Iterator[str]:
    """Yield the lines of a Markdown table."""
    yield "| kind | n | precision | 95% | recall | 95% |"
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
    options = parser.parse_args(arguments)
    said = read(options.folders)
    if not said:
        sys.exit("Nothing to compare: is exiftool installed, and are there files?")
    types = Counter(str(tags["File:FileType"]) for tags in said.values())
    print(f"{len(said)} files: {', '.join(f'{n} {name}' for name, n in types.most_common())}")
    for name in WINDOWS:
        began = time.process_time()
        scores = compare(said, name)
        print(f"\n{name} ({time.process_time() - began:.1f} s)\n")
        print("\n".join(table(scores)))
        for what, path in scores[options.misses].files if options.misses else ():
            print(what, path, oracle.reasons(said[path], options.misses)[:4])


if __name__ == "__main__":
    main()
