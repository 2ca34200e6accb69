"""What the window knows at one moment: values read from the ledger, and no widget."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from labormeter.model import Act, Cell, Health, Span, Visit

type Mode = Literal["absent", "starting", "metering", "paused", "private", "stopped"]
type Verb = Literal["start", "pause", "private", "stop"]

DAY: Final = 86_400_000_000
"""Microseconds in a day."""
EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
RECENT: Final = 35
"""Days that the page of today looks back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meter:
    """What the meter says of itself in the ledger, and whether it runs at all."""

    mode: Mode = "absent"
    since: int | None = None
    """When this mode began."""
    asked: Verb | None = None
    """What was asked of it and is not acknowledged yet."""
    asked_at: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """The ledger as it stood when it was last read."""

    now: int
    offset: int = 0
    """Minutes east of UTC, here and now."""
    cells: tuple[Cell, ...] = ()
    """Of the last `RECENT` days."""
    acts: tuple[Act, ...] = ()
    """The latest, newest first."""
    spans: tuple[Span, ...] = ()
    health: tuple[Health, ...] = ()
    visits: tuple[Visit, ...] = ()
    """Pages and captchas of the last half year."""
    watched: tuple[str, ...] = ()
    """Platforms that are metered."""
    unwatched: tuple[str, ...] = ()
    """Platforms with a pack that are not metered."""
    meter: Meter = field(default_factory=Meter)
    versions: tuple[int, ...] = ()
    """When settings, packs and rates last changed."""
    begun: bool = False
    """Whether the ledger holds any act."""

    @property
    def today(self) -> str:
        """Return the local date."""
        return day(self.now, self.offset)


def day(micros: int, offset: int) -> str:
    """Return the ISO date of a moment, `offset` minutes east of UTC."""
    moment = EPOCH + timedelta(microseconds=micros, minutes=offset)
    return moment.date().isoformat()


def midnight(date: str, offset: int) -> int:
    """Return the moment at which an ISO date begins, `offset` minutes east of UTC."""
    began = datetime.fromisoformat(date).replace(tzinfo=UTC) - timedelta(minutes=offset)
    return (began - EPOCH) // timedelta(microseconds=1)


def earlier(date: str, days: int) -> str:
    """Return the ISO date so many days before another."""
    return (datetime.fromisoformat(date) - timedelta(days=days)).date().isoformat()
