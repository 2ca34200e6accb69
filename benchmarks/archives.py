"""How long archives take to read, against `json.load` of the same files, and in how much memory.

    python -m benchmarks.archives [MEGABYTES]

An archive of each kind is made up of that size. Reading is what a preview does first: every file
recognised, parsed, and each act found in it. Staging is reading, hashing and setting it beside the
ledger; bringing is the commit. Each figure is of a process of its own.
"""

from __future__ import annotations

import json
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from labormeter import importing
from labormeter.archives.bundle import bundles
from labormeter.archives.take import found_in
from labormeter.home import Home

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SIZE: Final = 200
"""Megabytes of JSON in each archive."""
ROUNDS: Final = 3
BEGUN: Final = 1_400_000_000


def reactions(number: int) -> dict[str, Any]:
    """Return a reaction as Facebook writes it since 2025."""
    url = f"https://www.facebook.com/someone.{number % 9973}/posts/{number:017}"
    values = [
        {"label": "Reaction", "value": "LIKE"},
        {"label": "Name", "value": "Some Body \\u00c3\\u00a9"},
        {"label": "URL", "value": url, "href": url},
    ]
    return {
        "timestamp": BEGUN + 301 * number,
        "media": [],
        "label_values": values,
        "fbid": str(number),
    }


def tweets(number: int) -> dict[str, Any]:
    """Return a post as X writes it."""
    when = time.strftime("%a %b %d %H:%M:%S +0000 %Y", time.gmtime(BEGUN + 97 * number))
    made = {"id_str": str(10**18 + number), "created_at": when}
    made |= {"full_text": "Some words about something, of usual length. " * 2, "lang": "en"}
    entities: dict[str, Any] = {"hashtags": [], "symbols": [], "user_mentions": [], "urls": []}
    return {"tweet": made | {"entities": entities, "retweet_count": "0", "favorited": False}}


def clips(number: int) -> dict[str, Any]:
    """Return a like as TikTok writes it."""
    when = time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(BEGUN + 97 * number))
    return {"date": when, "link": f"https://www.tiktokv.com/share/video/{7 * 10**18 + number}/"}


KINDS: Final[dict[str, tuple[str, str, str, Callable[[int], dict[str, Any]]]]] = {
    "facebook": (
        "your_facebook_activity/comments_and_reactions/likes_and_reactions.json", "[", "]", reactions,
    ),
    "x": ("data/tweets.js", "window.YTD.tweets.part0 = [", "]", tweets),
    "tiktok": (
        "user_data_tiktok.json", '{"Your Activity": {"Like List": {"ItemFavoriteList": [', "]}}}", clips,
    ),
}  # fmt: skip


def pieces(kind: str, size: int) -> Iterator[bytes]:
    """Yield the text of an archive's file."""
    _, head, tail, item = KINDS[kind]
    yield head.encode()
    made, number = 0, 0
    while made < size << 20:
        text = ",".join(json.dumps(item(number + n)) for n in range(500))
        number += 500
        made += len(text)
        yield ((", " if number > 500 else "") + text).encode()
    yield tail.encode()


def make(folder: Path, kind: str, size: int) -> None:
    """Write an archive as a folder, and zipped."""
    name = KINDS[kind][0]
    path = folder / kind / name
    path.parent.mkdir(parents=True)
    packed = folder / f"{kind}.zip"
    with (
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive,
        path.open("wb") as plain,
        archive.open(name, "w", force_zip64=True) as member,
    ):
        for piece in pieces(kind, size):
            plain.write(piece)
            member.write(piece)


def work(what: str, path: Path) -> int:
    """Do one thing and return how many acts it met."""
    if what == "idle":
        return 0
    if what == "load":
        (file,) = (one for one in path.rglob("*") if one.is_file())
        text = file.read_text(encoding="utf-8")
        json.loads(text[min(place for mark in "[{" if (place := text.find(mark)) >= 0) :])
        return 0
    if what == "read":
        with bundles([path]) as (bundle,):
            return sum(1 for _ in found_in(bundle))
    home = Home(Path(tempfile.mkdtemp(prefix="labormeter-archives-")))
    try:
        with importing.opened(home, [path]) as job:
            if what == "bring":
                job.commit()
            return job.survey.new
    finally:
        shutil.rmtree(home.root)


def child(what: str, path: Path) -> None:
    """Do it and print seconds of the processor, of the clock, megabytes at most, and acts."""
    clock, began = time.monotonic(), time.process_time()
    count = work(what, path)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps([time.process_time() - began, time.monotonic() - clock, peak, count]))


def measured(what: str, path: Path) -> list[float]:
    """Return the figures of one child."""
    line = [sys.executable, "-m", "benchmarks.archives", "--child", what, str(path)]
    done = subprocess.run(line, capture_output=True, text=True, check=True)
    found: list[float] = json.loads(done.stdout)
    return found


def main(size: int) -> None:
    """Make the archives, take each measure in turn, and print what it came to."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        for kind in KINDS:
            make(folder, kind, size)
            _compare(kind, folder / kind, folder / f"{kind}.zip")


def _compare(kind: str, plain: Path, packed: Path) -> None:
    found: dict[str, list[list[float]]] = {}
    for _ in range(ROUNDS):
        for what, path in (("idle", plain), ("load", plain), ("read", plain), ("read zip", packed)):
            found.setdefault(what, []).append(measured(what.split()[0], path))
    for what, path in (("stage", packed), ("bring", packed)):
        found[what] = [measured(what, path)]
    idle = statistics.median(one[2] for one in found["idle"])
    load = statistics.median(one[0] for one in found["load"])
    for what, each in found.items():
        seconds = statistics.median(one[0] for one in each)
        peak = max(one[2] for one in each) - idle
        acts = int(each[0][3])
        print(f"{kind:9} {what:9} {seconds:7.2f} s  {seconds / load:5.2f} of json.load"
              f"  {peak:+7.0f} MB  {acts} acts")  # fmt: skip


if __name__ == "__main__":
    if "--child" in sys.argv:
        child(sys.argv[-2], Path(sys.argv[-1]))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else SIZE)
