"""The figure of today: units first, by platform and by activity."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from labormeter import report
from labormeter_ui.hues import hues, order
from labormeter_ui.picture import midnight
from labormeter_ui.theme import SERIES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from labormeter.model import Cell, Span
    from labormeter_ui.picture import Picture

ENOUGH: Final = 60_000_000
"""A gap is worth a sentence from this many microseconds on."""


@dataclass(frozen=True, slots=True)
class Line:
    """One platform's net acts of the day, and of which activities they are."""

    platform: str
    net: int
    hue: int | None
    parts: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Reward:
    """What was received today, in points or millionths of a currency."""

    platform: str
    unit: str
    net: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """All that the page of today says, as values."""

    date: str = ""
    net: int = 0
    gestures: int = 0
    seconds: int = 0
    """Measured microseconds."""
    lines: tuple[Line, ...] = ()
    activities: tuple[tuple[str, int], ...] = ()
    rewards: tuple[Reward, ...] = ()
    practised: int = 0
    """Practice acts of today, shown or not."""
    practice: bool = False
    """Whether practice is in the figures."""
    missing: int = 0
    """Microseconds of today in which metering was meant to run and did not."""
    late: int = 0
    lost: int = 0
    begun: bool = False
    """Whether the ledger holds anything at all."""


def today(picture: Picture, *, practice: bool) -> Today:
    """Return the page of today for a picture of the ledger."""
    cells = [cell for cell in picture.cells if cell.day == picture.today]
    rows = report.units(cells, ("platform", "activity"), practice=practice)
    work = [row for row in rows if not row.unit]
    gaps = _gaps(picture)
    return Today(
        date=picture.today,
        net=sum(row.net for row in work),
        gestures=sum(row.gestures for row in work),
        seconds=sum(row.seconds for row in work),
        lines=_lines(work),
        activities=_activities(cells, practice=practice),
        rewards=tuple(Reward(row["platform"], row.unit, row.net) for row in rows if row.unit),
        practised=sum(cell.gestures for cell in cells if report.practised(cell)),
        practice=practice,
        missing=sum(length for _, length in gaps),
        late=sum(span.late for span, _ in gaps),
        lost=sum(span.lost for span, _ in gaps),
        begun=picture.begun,
    )


def _lines(work: Iterable[report.Row]) -> tuple[Line, ...]:
    parts: dict[str, list[tuple[str, int]]] = {}
    for row in work:
        parts.setdefault(row["platform"], []).append((row["activity"], row.net))
    given = hues(parts, SERIES)
    lines = [
        Line(platform, sum(net for _, net in held), given.get(platform), tuple(held))
        for platform, held in ((platform, parts[platform]) for platform in order(parts))
    ]
    return tuple(sorted(lines, key=lambda line: -line.net))


def _activities(cells: list[Cell], *, practice: bool) -> tuple[tuple[str, int], ...]:
    rows = report.units(cells, ("activity",), practice=practice)
    return tuple((row["activity"], row.net) for row in rows if not row.unit)


def _gaps(picture: Picture) -> list[tuple[Span, int]]:
    """Return today's gaps, each with how much of it lies in today."""
    began = midnight(picture.today, picture.offset)
    found = []
    for span in picture.spans:
        ended = picture.now if span.ended_at is None else span.ended_at
        length = ended - max(span.started_at, began)
        if span.kind == "gap" and length > 0:
            found.append((span, length))
    return found


class TodayPresenter(QObject):
    """Holds the page of today.

    Signals:
        changed: the page says something else now.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = Today()
        self._picture: Picture | None = None

    def see(self, picture: Picture) -> None:
        """Take a new picture of the ledger."""
        self._picture = picture
        self._hold(today(picture, practice=self.state.practice))

    def show_practice(self, wanted: bool) -> None:  # noqa: FBT001 - takes a Qt signal's value
        """Put practice acts into the figures, or leave them out."""
        fresh = replace(self.state, practice=wanted)
        self._hold(today(self._picture, practice=wanted) if self._picture else fresh)

    def _hold(self, fresh: Today) -> None:
        if fresh != self.state:
            self.state = fresh
            self.changed.emit()
