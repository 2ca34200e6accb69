"""Totals of the ledger: acts grouped, with units first and worth beside them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QObject, Signal

from labormeter import report
from labormeter_ui.presenters.acts import dated

if TYPE_CHECKING:
    from collections.abc import Iterable

    from labormeter.model import Cell
    from labormeter.valuation.calendar import Calendar
    from labormeter_ui.presenters.acts import Filter

type By = Literal["", "platform", "activity", "source", "day", "week", "month"]

BYS: Final[tuple[By, ...]] = ("", "platform", "activity", "source", "day", "week", "month")
"""What acts can be grouped by; nothing is the acts themselves."""
TIMES: Final = frozenset({"day", "week", "month"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Groups:
    """The totals of a filter, in millionths of a currency where there is a price."""

    wanted: Filter
    by: By
    lines: tuple[report.Line, ...] = ()
    currency: str = ""
    lens: str = ""


def groups(wanted: Filter, by: By, cells: Iterable[Cell], calendar: Calendar) -> Groups:
    """Return the totals of cells that a dated filter takes, latest or largest first."""
    inside = [
        cell
        for cell in cells
        if wanted.since <= cell.day <= (wanted.until or "~")
        and wanted.platform in {"", cell.platform}
        and wanted.activity in {"", cell.activity}
        and wanted.source in {"", cell.source}
    ]
    lines = report.valued(report.sheet(inside, practice=wanted.practice), calendar, (by,))
    return Groups(
        wanted=wanted,
        by=by,
        lines=tuple(reversed(lines) if by in TIMES else sorted(lines, key=_weight)),
        currency=calendar.reading.currency,
        lens=calendar.reading.lens,
    )


def _weight(line: report.Line) -> tuple[object, ...]:
    return bool(line.row.unit), -line.row.net, line.row.key


def narrowed(wanted: Filter, by: By, key: str) -> Filter:
    """Return the filter of the acts that one total is of."""
    if by not in TIMES:
        return replace(wanted, **{by: key})  # type: ignore[arg-type]
    first, last = ends(by, key)
    since = max(first, wanted.since)
    return replace(wanted, period="days", since=since, until=min(last, wanted.until or last))


def ends(by: By, key: str) -> tuple[str, str]:
    """Return the first and the last day of a day, an ISO week or a month."""
    if by == "week":
        monday = date.fromisocalendar(int(key[:4]), int(key[6:]), 1)
        return monday.isoformat(), (monday + timedelta(days=6)).isoformat()
    if by == "month":
        first = date.fromisoformat(f"{key}-01")
        following = (first + timedelta(days=32)).replace(day=1)
        return first.isoformat(), (following - timedelta(days=1)).isoformat()
    return key, key


class GroupsPresenter(QObject):
    """Holds the totals of one grouping.

    Signals:
        changed: the totals are others, or reading began.
        needed: totals are to be read; carries the dated filter and what to group by.
    """

    changed = Signal()
    needed = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state: Groups | None = None
        self.by: By = ""
        self.reading, self.given_up = False, False
        self._asked: tuple[Filter, By] | None = None

    def ask(self, wanted: Filter, by: By, today: str) -> None:
        """Ask for the totals of a filter; none for no grouping."""
        self.by = by
        if not by or not today:
            return
        self._asked = (dated(wanted, today), by)
        self.reading, self.given_up, self.state = True, False, None
        self.changed.emit()
        self.needed.emit(*self._asked)

    def stop(self) -> None:
        """Say that there will be no answer."""
        self.reading, self.given_up = False, True
        self.changed.emit()

    def take(self, found: Groups) -> None:
        """Take totals; those that were read for another question are dropped."""
        if self._asked == (found.wanted, found.by):
            self.reading, self.state = False, found
            self.changed.emit()
