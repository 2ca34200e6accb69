"""The page of charts: which stretch of time, in which bars, split how."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QObject, Signal

from labormeter import report
from labormeter_ui.picture import earlier, midnight
from labormeter_ui.presenters.days import (
    DaysPresenter,
    Ends,
    Plan,
    begun,
    earliest,
    fitting,
)
from labormeter_ui.presenters.rhythm import RhythmPresenter, rhythm
from labormeter_ui.presenters.spread import SpreadPresenter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from labormeter.model import Cell, Span
    from labormeter.valuation.calendar import Calendar
    from labormeter_ui.picture import Picture
    from labormeter_ui.presenters.days import Bucket, Measure, Split

type Reach = Literal["month", "quarter", "year", "all"]

LENGTHS: Final[dict[Reach, int]] = {"month": 29, "quarter": 89, "year": 364}
"""Days before today with which a stretch begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What the person wants to see. Without a bucket the one that fits is taken."""

    reach: Reach = "quarter"
    bucket: Bucket | None = None
    split: Split = "platform"
    practice: bool = False
    measure: Measure = "acts"

    @property
    def shown_split(self) -> Split:
        """Return how the bars are split: what was disclosed is told by its kind."""
        return "disclosure" if self.measure == "disclosed" else self.split


class ChartsPresenter(QObject):
    """Holds the choice and its chart.

    Signals:
        changed: the choice is another one now, or reading began or ended.
        needed: cells and spans are to be read; carries the first day ("" for all), its
            moment and what is measured.
    """

    changed = Signal()
    needed = Signal(str, object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.days, self.rhythm = DaysPresenter(self), RhythmPresenter(self)
        self.spread = SpreadPresenter(self)
        self.choice = Choice()
        self.shown = False
        self.reading = False
        self.given_up = False
        """Whether what is shown is not what was chosen, as reading it was given up."""
        self._picture: Picture | None = None
        self._cells: Sequence[Cell] = ()
        self._spans: Sequence[Span] = ()
        self._currency, self._ends = "", Ends()

    def choose(self, choice: Choice) -> None:
        """Show something else."""
        if choice != self.choice:
            reads = (choice.reach, choice.measure) != (self.choice.reach, self.choice.measure)
            self.choice = choice
            self.changed.emit()
            again = reads or self.given_up or choice.measure == "hours"
            self.renew() if again else self._draw()
        elif self.given_up:
            self.renew()

    def open(self, shown: bool) -> None:  # noqa: FBT001 - takes a Qt signal's value
        """Say whether the page is seen: only then is its history read."""
        self.shown = shown
        if shown:
            self.renew()

    def renew(self) -> None:
        """Ask for all that the choice needs."""
        if self._picture is not None and self.shown:
            since = self._since(self._picture)
            moment = midnight(since, self._picture.offset) if since else None
            if self.choice.measure == "spread":
                self.spread.choose(*self.spread.act)
                return
            self.reading, self.given_up = True, False
            self.changed.emit()
            self.needed.emit(since, moment, self.choice.measure)

    def take(
        self,
        cells: Sequence[Cell],
        spans: Sequence[Span],
        measure: Measure = "acts",
        currency: str = "",
        ends: Ends = Ends(),  # noqa: B008 - frozen
    ) -> None:
        """Take what was read; what is measured no more is dropped."""
        if measure != self.choice.measure:
            return
        if measure == "hours":
            self.rhythm.take(rhythm(cells, practice=self.choice.practice))
        self._cells, self._spans, self._currency, self._ends = cells, spans, currency, ends
        self.reading = False
        self._draw()
        self.changed.emit()

    def stop(self) -> None:
        """Say that there will be no answer; what was drawn before stays."""
        self.reading, self.given_up = False, True
        self.changed.emit()

    def see(self, picture: Picture) -> None:
        """Take a new picture: the days that it covers replace those that were read."""
        moved = self._picture is None or self._picture.today != picture.today
        self._picture = picture
        if moved:
            self.renew()
        elif self.shown and self.choice.measure == "acts" and not (self.reading or self.given_up):
            recent = earlier(picture.today, 1)
            fresh = [cell for cell in picture.cells if cell.day >= recent]
            self._cells = [*(cell for cell in self._cells if cell.day < recent), *fresh]
            self._draw()

    @property
    def stretch(self) -> tuple[str, str]:
        """Return the first day ("" for all) and the last of what is shown."""
        picture = self._picture
        return ("", "") if picture is None else (self._since(picture), picture.today)

    def _since(self, picture: Picture) -> str:
        if self.choice.reach == "all":
            return ""
        return earlier(picture.today, LENGTHS[self.choice.reach])

    def _draw(self) -> None:
        picture = self._picture
        if picture is None or self.choice.measure in {"hours", "spread"}:
            return
        first = earliest(self._cells, practice=self.choice.practice)
        since = self._since(picture)
        if not (since or first):
            since = earlier(picture.today, LENGTHS["month"])
        bucket = self.choice.bucket or fitting(max(since, first), picture.today)
        since, began = begun(since, first, picture.today, bucket)
        plan = Plan(
            since=since,
            until=picture.today,
            now=picture.now,
            offset=picture.offset,
            began=began,
            bucket=bucket,
            split=self.choice.shown_split,
            practice=self.choice.practice,
            measure=self.choice.measure,
            currency=self._currency,
        )
        self.days.show(plan, self._cells, self._spans, self._ends)


def measured(
    measure: Measure, cells: Sequence[Cell], disclosed: Sequence[Cell], calendar: Calendar
) -> tuple[list[Cell], Ends]:
    """Return cells whose net is what is measured: acts, worth, time at captchas, or uploads.

    Worth has ends as well: the lowest and the highest that it may be.
    """
    match measure:
        case "worth" | "owed":
            return _worth(cells, calendar)
        case "captcha":
            return [cell._replace(net=cell.seconds) for cell in cells if cell.seconds], Ends()
        case "disclosed":
            return list(disclosed), Ends()
        case _:
            return list(cells), Ends()


def _worth(cells: Sequence[Cell], calendar: Calendar) -> tuple[list[Cell], Ends]:
    priced = [
        (cell._replace(unit=""), found.worth)
        for cell, found in report.entries(report.sheet(cells, practice=True), calendar)
        if found.worth is not None
    ]
    lows = [cell._replace(net=worth.low) for cell, worth in priced]
    highs = [cell._replace(net=worth.high) for cell, worth in priced]
    return [cell._replace(net=worth.central) for cell, worth in priced], Ends(lows, highs)
