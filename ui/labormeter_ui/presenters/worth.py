"""What one act is worth, and why: the rate, its source and date, two clicks from every total."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from labormeter import report
from labormeter.model import Cell
from labormeter.valuation.calendar import DAY
from labormeter.valuation.explain import explain
from labormeter.valuation.lens import Absent
from labormeter.valuation.worth import UPLOAD, entry
from labormeter_ui.picture import day

if TYPE_CHECKING:
    from labormeter.model import Act
    from labormeter.valuation.calendar import Calendar
    from labormeter.valuation.explain import Explanation, Step
    from labormeter.valuation.worth import Worth


@dataclass(frozen=True, slots=True, kw_only=True)
class Valued:
    """An act with its worth, None where it has no price; then `reason` says why."""

    act: Act
    worth: Worth | None
    reason: str
    because: tuple[str, ...]
    """Why the book prices this act so, and why by this rate and not another."""
    used: tuple[Step, ...]
    currency: str
    lens: str

    @property
    def central(self) -> Step | None:
        """Return the rate that the central figure rests on."""
        return next((step for step in self.used if step.role == "central"), None)


def valued(act: Act, calendar: Calendar) -> Valued:
    """Return what an act is worth; an upload as one that a post uses."""
    local = day(act.occurred_at, act.utc_offset)
    week, measured = report.week(local), act.seconds is not None
    cell = Cell(
        day=local,
        platform=act.platform,
        activity=act.activity,
        source=act.source,
        unit=act.unit,
        finer=act.finer,
        gestures=act.quantity,
        net=act.net,
        seconds=act.seconds or 0,
        timed=int(measured),
        acts=1,
        posted=act.quantity if act.activity == UPLOAD else 0,
    )
    lens = calendar.reading.lens
    if lens == "platform" and not act.unit:  # its price is for a day of presence, not for an act
        cell = replace_unit(cell)
    found = entry(cell, week, calendar)
    why = explain(calendar, act.platform, act.activity, week, act.finer)
    return Valued(
        act=act,
        worth=found.worth,
        reason=found.reason,
        because=() if isinstance(why.price, Absent) else _because(why, calendar),
        used=why.used if found.worth is not None and not act.unit else (),
        currency=calendar.reading.currency,
        lens=lens,
    )


def _because(why: Explanation, calendar: Calendar) -> tuple[str, ...]:
    price, finer = why.price, why.finer
    line = calendar.book(why.week).prices.line(why.platform, why.activity, finer)
    mapped = (
        line.reason if line is not None and calendar.reading.lens in {"worker", "buyer"} else ""
    )
    chosen = "" if isinstance(price, Absent) else price.quote.reason
    return tuple(filter(None, (mapped, chosen)))


def replace_unit(cell: Cell) -> Cell:
    """Return a cell of one day of presence."""
    return cell._replace(unit=DAY, gestures=1, net=1)


class WorthPresenter(QObject):
    """Holds the worth of the act that is looked at.

    Signals:
        changed: it is another act's, or known now.
        needed: the worth of an act is to be found; carries the act.
    """

    changed = Signal()
    needed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.act: Act | None = None
        self.state: Valued | None = None

    def ask(self, act: Act | None) -> None:
        """Look at another act, or at none."""
        self.act, self.state = act, None
        self.changed.emit()
        if act is not None:
            self.needed.emit(act)

    def take(self, found: Valued) -> None:
        """Take what was found; for an act that is looked at no more it is dropped."""
        if found.act == self.act:
            self.state = found
            self.changed.emit()
