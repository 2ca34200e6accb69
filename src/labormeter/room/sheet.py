"""The group sheet as figures: what a participant's own program holds their own against.

    Group --figures--> JSON, kept --read--> Figures; Seat, Figures --mine--> rows

It holds middles with two digits and kinds that people enough did; no dot and no sum of one.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from labormeter.errors import KnownError
from labormeter.exports.document import canonical
from labormeter.exports.tables import PLATFORMS
from labormeter.model import ACTIVITIES
from labormeter.room import dots, file
from labormeter.room.dots import Quarters, coarse

if TYPE_CHECKING:
    from collections.abc import Mapping

    from labormeter.room.compare import Group
    from labormeter.room.dots import Measure
    from labormeter.room.file import RoomFile
    from labormeter.room.seat import Kind, Seat
    from labormeter.valuation.lens import Lens

SCHEMA: Final = 1
LARGEST: Final = 256 * 1024
"""Bytes of a sheet."""
MOST: Final = 1e15


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What a sheet says, by metered day."""

    room: RoomFile
    people: int
    lens: Lens
    strips: Mapping[Measure, Quarters]
    """Acts, millionths, and seconds of work."""
    kinds: Mapping[Kind, float]
    """The one in the middle of those who did it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mine:
    """One's own figure beside the group's, by metered day."""

    measure: Measure | None
    """None for one kind of act."""
    kind: Kind | None
    value: float
    quarters: Quarters


def figures(group: Group, room: RoomFile, lens: Lens = "worker") -> Figures:
    """Return the figures of a group that may be kept."""
    strips: dict[Measure, Quarters] = {}
    for measure in dots.MEASURES:
        found = dots.strip(group, measure, "day", lens).quarters
        if found is not None:
            strips[measure] = Quarters(
                None if found.first is None else coarse(found.first),
                coarse(found.median),
                None if found.third is None else coarse(found.third),
            )
    kinds = {
        panel.kind: coarse(panel.median) for panel in dots.panels(group) if panel.median is not None
    }
    return Figures(room=room, people=group.number, lens=lens, strips=strips, kinds=kinds)


def written(figures: Figures) -> bytes:
    """Return figures as canonical JSON."""
    return canonical(
        {
            "schema": SCHEMA,
            "kind": "room-sheet",
            "room": file.written(figures.room),
            "people": figures.people,
            "lens": figures.lens,
            "by": "metered day",
            "strips": {
                name: [one.first, one.median, one.third] for name, one in figures.strips.items()
            },
            "kinds": [[*kind, median] for kind, median in figures.kinds.items()],
        }
    )


def read(data: bytes) -> Figures:
    """Return the figures of a sheet from anyone. Raises KnownError."""
    if len(data) > LARGEST:
        raise _NOT_A_SHEET
    try:
        said = json.loads(data.decode())
        return _figures(said)
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError):
        raise _NOT_A_SHEET from None


_NOT_A_SHEET: Final = KnownError(
    "This is no group sheet that can be used.", "A room writes one: labormeter room -o sheet.json"
)


def _figures(said: Mapping[str, Any]) -> Figures:
    if said["schema"] != SCHEMA or said["kind"] != "room-sheet":
        raise ValueError("another kind of file")
    people = said["people"]
    if type(people) is not int or not file.LEAST <= people <= MOST:
        raise ValueError("a number of people is wanted")
    kinds = {
        (platform, activity): _number(median)
        for platform, activity, median in said["kinds"]
        if platform in PLATFORMS and activity in ACTIVITIES
    }
    strips: dict[Measure, Quarters] = {}
    for measure in dots.MEASURES:
        if measure in said["strips"]:
            first, median, third = said["strips"][measure]
            strips[measure] = Quarters(_maybe(first), _number(median), _maybe(third))
    return Figures(
        room=file.read(said["room"].encode()),
        people=people,
        lens="buyer" if said["lens"] == "buyer" else "worker",
        strips=strips,
        kinds=kinds,
    )


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= MOST:
        raise ValueError("a figure is wanted")
    return float(value)


def _maybe(value: object) -> float | None:
    return None if value is None else _number(value)


def mine(seat: Seat, figures: Figures) -> tuple[Mine, ...]:
    """Return a person's own figures beside the group's; nothing where no day was metered."""
    if not seat.days:
        return ()
    rows = [
        Mine(
            measure=measure,
            kind=None,
            value=dots.measured(seat, measure, figures.lens).value / seat.days,
            quarters=quarters,
        )
        for measure, quarters in figures.strips.items()
    ]
    rows += [
        Mine(
            measure=None,
            kind=kind,
            value=(seat.work[kind].n if kind in seat.work else 0) / seat.days,
            quarters=Quarters(None, median, None),
        )
        for kind, median in figures.kinds.items()
    ]
    return tuple(rows)
