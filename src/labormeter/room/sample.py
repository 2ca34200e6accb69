"""Made-up seats, so that a room can be tried alone: nobody's, and said to be nobody's.

People differ by much: a few do most of what is done, and each is on platforms of their own.
"""

from __future__ import annotations

import random
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from labormeter.exports.build import Wanted, build
from labormeter.exports.handle import draw
from labormeter.exports.tables import first_day, periods
from labormeter.model import SECOND, Cell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from labormeter.exports.document import Document
    from labormeter.room.file import RoomFile

HABITS: Final = {
    "instagram": (0.75, {"like": 40, "comment": 5, "follow": 3, "upload": 2, "post": 2, "save": 4}),
    "youtube": (0.8, {"like": 6, "comment": 2, "save": 2}),
    "facebook": (0.6, {"like": 18, "comment": 7, "share": 3, "post": 1, "upload": 1}),
    "tiktok": (0.5, {"like": 60, "share": 5, "comment": 3, "follow": 4}),
    "x": (0.4, {"like": 25, "share": 9, "post": 6, "comment": 6}),
    "reddit": (0.35, {"vote": 45, "comment": 8, "post": 1}),
    "google": (0.2, {"review": 1, "rate": 1}),
    "recaptcha": (0.9, {"captcha": 4}),
    "hcaptcha": (0.45, {"captcha": 2}),
}
"""Platform -> how many are on it, and what the one in the middle does there in a week."""
TOLD: Final = {"gps": 0.5, "camera_model": 0.9, "datetime": 0.9, "software": 0.5, "serial": 0.2}
"""Kind of metadata -> how many uploads let it out."""
SOLVING: Final = (6, 32)
"""Seconds of a captcha."""


def sample(room: RoomFile, number: int, *, seed: int = 1) -> tuple[Document, ...]:
    """Return so many made-up cards for a room; the sixth of them is in the total only."""
    taken: set[str] = set()
    found = []
    for place in range(number):
        handle = draw(room.language, taken=frozenset(taken))
        taken.add(handle)
        chance = random.Random(f"{seed} {place}")  # noqa: S311 - made up, the same each time
        said = {"handle": handle, "room": room.id, "total_only": place % 12 == 5}  # noqa: PLR2004
        found.append(_card(room, chance, said))
    return tuple(found)


def _card(room: RoomFile, chance: random.Random, said: dict[str, object]) -> Document:
    busy = chance.lognormvariate(0, 0.7)
    on = [name for name, (share, _) in HABITS.items() if chance.random() < share]
    metered = 0.55 + 0.45 * chance.random()
    cells, told, minutes = [], [], []
    for week in periods(room.first, room.last):
        days = [first_day(week) + timedelta(days=one) for one in range(7)]
        minutes += [
            (str(day), chance.randrange(20, 260)) for day in days if chance.random() < metered
        ]
        for name in on or ["youtube"]:
            cells += list(_acts(name, str(days[0]), busy, chance))
    told = [
        Cell(cell.day, cell.platform, "upload", "wire", gestures=some, disclosure=kind)
        for cell in cells
        if cell.activity == "upload"
        for kind, share in TOLD.items()
        if (some := sum(chance.random() < share for _ in range(cell.gestures)))
    ]
    wanted = Wanted(first=room.first, last=room.last)
    return build("room", cells, wanted, disclosures=told, minutes=minutes, said=said)


def _acts(platform: str, day: str, busy: float, chance: random.Random) -> Iterator[Cell]:
    for activity, usual in HABITS[platform][1].items():
        done = int(chance.lognormvariate(0, 0.5) * usual * busy + chance.random())
        undone = int(done > 8 and chance.random() < 0.3)  # noqa: PLR2004 - now and then
        if not done:
            continue
        timed = done if activity == "captcha" else 0
        seconds = sum(chance.randrange(*SOLVING) for _ in range(timed))
        yield Cell(
            day,
            platform,
            activity,
            "wire",
            gestures=done,
            net=done - undone * (not timed),
            seconds=seconds * SECOND,
            timed=timed,
            posted=done if activity == "upload" else 0,
        )
