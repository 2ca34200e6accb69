"""How a room keeps up: forty seats of five years taken in against JSON alone, and each view drawn.

    python -m benchmarks.room

Runs take turns, so that what else the computer does falls on both sides; ratios are of medians.
"""

from __future__ import annotations

import json
import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.exports import SEATS, TODAY, seat, told, turns

from labormeter.exports import document
from labormeter.exports.handle import words
from labormeter.room import compare, file, slides, table, taking
from labormeter.room.drawing import Look
from labormeter.room.slides import NAMES, How

if TYPE_CHECKING:
    from labormeter.room.compare import Group

DRAWN: Final = 20
"""Times that each view is drawn."""


def main() -> None:
    """Measure both."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{number}.json" for number in range(SEATS)]
        for number, path in enumerate(paths):
            path.write_bytes(_named(document.write(seat(number)), number))

        def plain() -> list[object]:
            return [json.loads(path.read_text(encoding="utf-8")) for path in paths]

        found = turns({"json": plain, "room": lambda: taking.taken(paths, today=TODAY)})
        told("cards taken in / json.load", found["room"], found["json"], "at most 3")
        taken = taking.taken(paths, today=TODAY)
    assert len(taken.cards) == SEATS, taken.refused
    began = time.perf_counter()
    laid = table.laid(taken.cards, _room(taken))
    print(f"{SEATS} seats valued through three lenses: {time.perf_counter() - began:.2f} s")
    _views(compare.group(laid.seats.values(), 3), laid)


def _named(data: bytes, number: int) -> bytes:
    """Return a card with two words of its own."""
    known = words("en")
    handle = f"{known[number]}-{known[number + 50]}"
    return data.replace(b"oak-ash", handle.encode())


def _room(taken: taking.Taken) -> file.RoomFile:
    first, last = taking.usual(taken.cards)
    made = file.suggested(TODAY, number=1, language="en", country="FR", currency="EUR")
    text = file.written(made).replace(made.first, first, 1)
    return file.read(text.replace(f'last = "{made.last}"', f'last = "{last}"').encode())


def _views(group: Group, laid: table.Table) -> None:
    worst = 0.0
    for name in NAMES:
        took = []
        for _ in range(DRAWN):
            began = time.perf_counter()
            slides.slide(name, group, laid.room, How(), Look())
            took.append(time.perf_counter() - began)
        middle = statistics.median(took) * 1000
        worst = max(worst, middle)
        print(f"  {name:10} {middle:6.1f} ms")
    print(f"slowest view: {worst:.1f} ms (aim 200)")


if __name__ == "__main__":
    main()
