"""Rubbish for what is read of others: documents, codes and packages, for as long as one likes.

    python -m benchmarks.spoilt [SECONDS]

A good file is spoilt at random, byte by byte or value by value, and read. It may be read, or refused
by a KnownError; any other exception, more than the bound of processor time, or a document that is
not written as it was read, is a finding: its seed is printed, and the exit code is 1.
"""

from __future__ import annotations

import io
import json
import random
import sys
import tempfile
import time
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from benchmarks.exports import TODAY, seat

from labormeter import importing
from labormeter.errors import KnownError
from labormeter.exports import document, qr
from labormeter.home import Home

if TYPE_CHECKING:
    from collections.abc import Callable

SECONDS: Final = 60
PROCESSOR: Final = 1.0
"""Seconds that one file may cost."""
VALUES: Final[tuple[Any, ...]] = (
    *(None, True, False, 0, -1, 1, 10**15 + 1, 10**30, "", "=1+1", "2026-W53", "\u202e", "x" * 999),
    *([], {}, [[]], {"a": []}, [0] * 99),
)
ACTS: Final = (
    "id,occurred_at,day,platform,activity,finer,effect,quantity,unit,net,rounds,tiles,seconds,"
    "source,rule,pack,flags,disclosures\n"
    + "".join(
        f"{number:032x},2026-06-01T12:00:00.000000Z,2026-06-01,x,like,,do,1,,1,,,1.500000,wire,x:a,1,"
        "instrument,gps lens?\n"
        for number in range(50)
    )
)


def package(chance: random.Random) -> bytes:
    """Return a full export, spoilt in one of its files, in its list, or in its bytes."""
    said = {"labormeter": {"version": "1.0", "kind": "full"}}
    members = {
        "datapackage.json": json.dumps(said).encode(),
        "acts.csv": ACTS.encode(),
        "links.csv": b"act,upload\n",
    }
    name = chance.choice(list(members))
    members[name] = spoilt(members[name], chance)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for member, data in members.items():
            made.writestr(member, data)
    return spoilt(out.getvalue(), chance) if chance.random() < 0.5 else out.getvalue()


def spoilt(data: bytes, chance: random.Random) -> bytes:
    """Return data with a few bytes changed, cut, doubled or moved."""
    made = bytearray(data)
    for _ in range(chance.randrange(1, 5)):
        place = chance.randrange(len(made)) if made else 0
        match chance.randrange(4):
            case 0:
                made[place : place + 1] = bytes([chance.randrange(256)])
            case 1:
                del made[place : place + chance.randrange(1, 40)]
            case 2:
                made[place:place] = made[place : place + chance.randrange(1, 200)]
            case _:
                made[place:place] = chance.choice([b",", b'"', b"\n", b"[", b"{", b"9" * 50, b"\0"])
    return bytes(made)


def changed(data: bytes, chance: random.Random) -> bytes:
    """Return a document with one value put in the place of another."""
    whole = json.loads(data)
    part: Any = whole
    while True:
        keys = list(part) if isinstance(part, dict) else list(range(len(part)))
        if not keys:
            break
        key = chance.choice(keys)
        if isinstance(part[key], dict | list) and part[key] and chance.random() < 0.8:
            part = part[key]
            continue
        part[key] = chance.choice(VALUES)
        break
    return json.dumps(whole).encode()


def read(data: bytes) -> None:
    """Read a document, and hold it against itself."""
    found = document.read(data, today=TODAY)
    if document.read(document.write(found), today=TODAY) != found:
        raise AssertionError("what was read is not what is written")


def brought(data: bytes) -> None:
    """Judge a package."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "full.zip"
        path.write_bytes(data)
        with importing.opened(Home(Path(folder) / "home"), [path]):
            pass


def tried(job: Callable[[bytes], object], data: bytes) -> str:
    """Return what is wrong with how data was taken, nothing where it was read or refused."""
    began = time.process_time()
    try:
        job(data)
    except KnownError as error:
        if not str(error).isprintable():
            return "a sentence repeats what was in the file"
    except Exception as error:  # noqa: BLE001 - what is looked for
        return type(error).__name__
    took = time.process_time() - began
    return f"{took:.2f} s" if took > PROCESSOR else ""


def main(seconds: float) -> int:
    """Spoil and read until the time is over; say how many and what was found."""
    card = document.write(seat(1))
    small = json.loads(card)
    for table in small["resources"]:
        del table["data"][30:]
    card = document.canonical(small)
    jobs: list[tuple[Callable[[bytes], object], Callable[[random.Random], bytes]]] = [
        (read, lambda chance: spoilt(card, chance)),
        (read, lambda chance: changed(card, chance)),
        (qr.unpacked, lambda chance: spoilt(qr.packed(card) or b"", chance)),
        (brought, package),
    ]
    until, number, found = time.monotonic() + seconds, 0, 0
    while time.monotonic() < until:
        job, make = jobs[number % len(jobs)]
        if wrong := tried(job, make(random.Random(number))):  # noqa: S311 - to be made again
            print(f"seed {number}: {wrong}")
            found += 1
        number += 1
    print(f"{number} files, {found} findings")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else SECONDS))
