"""The card of one person for a room: the weeks that the room asks for, and no name.

cells, minutes, weeks, handle --card--> Document of kind `room` --write--> a file, or one QR code
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from labormeter.errors import KnownError
from labormeter.exports.build import Wanted, build, spanned
from labormeter.exports.handle import known

if TYPE_CHECKING:
    from labormeter.exports.document import Document
    from labormeter.exports.gather import Gathered

WEEKS: Final = 4
"""Whole weeks of a card where no room asks for others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """How a person sits in a room."""

    handle: str
    """Two words, see `handle.draw`."""
    room: str = ""
    """Id of the room file, empty where there is none."""
    total_only: bool = False
    """To be counted in the group's sums, and shown as no dot."""

    def said(self) -> dict[str, Any]:
        """Return what the card says of it. Raises KnownError for words that are not of the list."""
        if not known(self.handle):
            raise KnownError(
                "A handle is two words of the list, as amber-otter.", "Let one be drawn."
            )
        return {"handle": self.handle, "room": self.room, "total_only": self.total_only}


def weeks(
    today: str, since: str | None = None, until: str | None = None, *, number: int = WEEKS
) -> tuple[str, str]:
    """Return the first and the last week of a card: those of the days that are named.

    From a first day on until today; before a last day, and where none is named before the week of
    today, so many whole weeks.
    """
    now = date.fromisoformat(until or today)
    monday = now - timedelta(days=now.weekday())
    after = monday + timedelta(weeks=1) if until else monday
    usual = (after - timedelta(weeks=number), now if since else after - timedelta(days=1))
    return spanned(since, until, (usual[0].isoformat(), usual[1].isoformat()))


def card(
    gathered: Gathered,
    seat: Seat,
    *,
    first: str,
    last: str,
    platforms: tuple[str, ...] = (),
    practice: bool = False,
) -> Document:
    """Return the card of what was gathered for the ISO weeks from the first to the last."""
    return build(
        "room",
        gathered.cells,
        Wanted(
            first=first,
            last=last,
            platforms=frozenset(platforms) if platforms else None,
            practice=practice,
        ),
        disclosures=gathered.disclosures,
        minutes=gathered.minutes,
        said=seat.said(),
    )
