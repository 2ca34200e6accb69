"""Rubbish for the metadata readers, for as long as one likes: none of it may raise, dawdle or grow.

    python -m benchmarks.fuzz [SECONDS] [FOLDER OF SEEDS]

Files are damaged at random, in ways that formats are sensitive to. With atheris installed (`pip
install atheris`) the readers are instrumented, and libFuzzer then looks for new ways through them
for as long again. What is looked at is not `disclosures`, which catches everything, but the readers
under it: an exception other than a refusal, more than the bound of CPU, or more than the bound of
memory is a finding, and is kept as a file.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import random
import struct
import subprocess
import sys
import tempfile
import time
import tracemalloc
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from PIL import Image

from labormeter.model import HEAD, TAIL, Window

atheris: Any = None
with suppress(ImportError):
    atheris = importlib.import_module("atheris")
with atheris.instrument_imports(["labormeter.metadata"]) if atheris else contextlib.nullcontext():
    from labormeter.metadata.containers import reader
    from labormeter.metadata.sight import Refused, Sight

SECONDS: Final = 60
CPU: Final = 0.050
"""Seconds of CPU that one upload may cost."""
MEMORY: Final = 8 * 1024 * 1024
LONGEST: Final = 2 * 1024 * 1024
EDGES: Final = (0, 1, 2, 0x7F, 0x80, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF)
"""Numbers at which lengths and offsets go wrong."""


_FACT: Final = 3
"""Steps that a fact costs in `disclosures`."""


def window(content: bytes) -> Window:
    """Return what an upload leaves of a file; its last byte says how much of the middle is missing."""
    if content and content[-1] & 1:
        half = len(content) // 2
        return Window(content[:half][:HEAD], content[half:][-TAIL:], len(content) * 16)
    return Window(content[:HEAD], content[-TAIL:], len(content))


def read(content: bytes) -> int:
    """Read one file to its end and return how many facts were found. Raises what a reader raises."""
    sight = Sight.of(window(content))
    found = 0
    for _ in reader(sight)(sight):
        sight.budget.step(_FACT)
        found += 1
    return found


def seeds(folder: Path) -> list[bytes]:
    """Make small files of many formats, with as much metadata as exiftool gets into each."""
    for suffix in ("jpg", "png", "webp", "tif", "gif", "avif"):
        with suppress(OSError, KeyError, ValueError):
            Image.effect_noise((24, 24), 40).convert("RGB").save(folder / f"a.{suffix}")
    for suffix in ("mp4", "mov", "mkv", "webm", "avi"):
        _made("ffmpeg", "-f", "lavfi", "-i", "testsrc=s=32x32:d=1:r=2", folder / f"b.{suffix}")
    for suffix in ("mp3", "flac", "ogg", "wav", "m4a"):
        _made(
            *("ffmpeg", "-f", "lavfi", "-i", "sine=d=0.2"),
            *("-metadata", "title=t", "-metadata", "artist=a", folder / f"c.{suffix}"),
        )
    told = (
        *("-Make=m", "-Model=m", "-Software=s", "-SerialNumber=7", "-LensModel=l", "-Artist=a"),
        *("-GPSLatitude=48.8", "-GPSLongitude=2.3", "-GPSLatitudeRef=N", "-GPSLongitudeRef=E"),
        *("-XMP:Creator=c", "-XMP:Title=t", "-IPTC:Keywords=k", "-AllDates=2026:05:04 03:02:01"),
    )
    for path in sorted(folder.iterdir()):
        _made("exiftool", "-q", "-q", "-m", "-overwrite_original", *told, path)
    return [path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()]


def _made(*words: str | Path) -> None:
    with suppress(OSError, subprocess.SubprocessError):
        subprocess.run([str(word) for word in words], capture_output=True, timeout=60, check=False)


def damaged(content: bytes, chance: random.Random, others: list[bytes]) -> bytes:
    """Return a file after a few accidents."""
    found = bytearray(content)
    for _ in range(chance.choice((1, 1, 2, 4, 12))):
        place = chance.randrange(len(found) + 1)
        match chance.randrange(7):
            case 0 if found:
                found[min(place, len(found) - 1)] = chance.randrange(256)
            case 1:
                number = struct.pack(chance.choice("<>") + "I", chance.choice(EDGES))
                found[place : place + 4] = number[chance.choice((0, 2)) :]
            case 2:
                del found[place:]
            case 3:
                del found[place : place + chance.randrange(1, 64)]
            case 4:
                piece = found[place : place + chance.randrange(1, 512)]
                found[place:place] = piece * chance.choice((1, 2, 50))
            case 5:
                other = chance.choice(others)
                begin = chance.randrange(len(other) + 1)
                found[place:place] = other[begin : begin + chance.randrange(1, 4096)]
            case _:
                first = chance.randrange(len(found) + 1)
                found[place : place + 8] = found[first : first + 8]
    return bytes(found[:LONGEST])


def by_chance(files: list[bytes], seconds: float, findings: Path) -> int:
    """Damage files at random until the time is up; return how many findings there were."""
    chance = random.Random()  # noqa: S311 - no secret
    end = time.monotonic() + seconds
    tried = wrong = facts = 0
    slowest = largest = 0.0
    while time.monotonic() < end:
        content = damaged(chance.choice(files), chance, files)
        weighed = tried % 50 == 0
        cost, memory, found, trouble = _tried(content, weigh=weighed)
        tried += 1
        facts += found
        slowest, largest = max(slowest, 0 if weighed else cost), max(largest, memory)
        late = not weighed and cost > CPU and min(_tried(content)[0] for _ in range(3)) > CPU
        if trouble or late or memory > MEMORY:
            wrong += 1
            (findings / f"finding-{wrong}").write_bytes(content)
            print(f"finding {wrong}: {trouble or ''} {cost * 1000:.0f} ms {memory / 1e6:.1f} MB")
    print(
        f"{tried} files, {facts} facts, {wrong} findings; slowest {slowest * 1000:.1f} ms of CPU,"
        f" most memory {largest / 1024 / 1024:.1f} MB"
    )
    return wrong


def _tried(content: bytes, *, weigh: bool = False) -> tuple[float, int, int, str]:
    if weigh:
        tracemalloc.start()
    began, trouble, found = time.process_time(), "", 0
    try:
        found = read(content)
    except Refused:
        pass
    except Exception as error:  # noqa: BLE001 - each of them is a finding
        trouble = type(error).__name__
    cost = time.process_time() - began
    memory = tracemalloc.get_traced_memory()[1] if weigh else 0
    tracemalloc.stop()
    return cost, memory, found, trouble


def by_coverage(files: list[bytes], seconds: float, findings: Path) -> int:
    """Let libFuzzer look for new ways through the readers, in a process of its own."""
    corpus = findings / "corpus"
    corpus.mkdir()
    for number, content in enumerate(files):
        (corpus / str(number)).write_bytes(content)
    child = os.fork()
    if child == 0:
        options = [f"-max_total_time={int(seconds)}", f"-artifact_prefix={findings}/", "-timeout=2"]
        atheris.Setup(["fuzz", str(corpus), "-max_len=65536", "-rss_limit_mb=512", *options], _one)
        atheris.Fuzz()
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _one(content: bytes) -> None:
    with suppress(Refused):
        read(content)


def main() -> int:
    """Run until the time is up."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else SECONDS
    with tempfile.TemporaryDirectory(prefix="labormeter-fuzz-") as name:
        folder = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(name)
        files = seeds(Path(name)) if len(sys.argv) <= 2 else _files(folder)
    findings = Path(tempfile.mkdtemp(prefix="labormeter-findings-"))
    wrong = by_chance(files, seconds, findings)
    if atheris is not None and hasattr(os, "fork"):
        wrong += by_coverage(files, seconds, findings) != 0
    print(f"findings, if any, are in {findings}")
    return min(wrong, 1)


def _files(folder: Path) -> list[bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return [path.read_bytes() for path in paths if path.stat().st_size <= LONGEST]


if __name__ == "__main__":
    sys.exit(main())
