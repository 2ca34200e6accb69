"""Between the pages and the ledger: asked on the window's thread, answered on the desk's."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from labormeter import importing, report
from labormeter.changelog import add_acts
from labormeter.errors import KnownError
from labormeter.ledger import forget, posted
from labormeter.metadata import facts
from labormeter.metadata.file import window
from labormeter.statement.account import statement
from labormeter.statement.page import page
from labormeter_ui.presenters.charts import measured
from labormeter_ui.presenters.days import Ends
from labormeter_ui.presenters.groups import groups
from labormeter_ui.presenters.places import placed
from labormeter_ui.presenters.rates import shelf
from labormeter_ui.presenters.spread import spread_out
from labormeter_ui.presenters.statement import Drawn, span
from labormeter_ui.presenters.uploads import Inspected, told
from labormeter_ui.presenters.worth import valued
from labormeter_ui.tail import asked, edge, now

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from labormeter.home import Home
    from labormeter.model import Act, Cell, Span
    from labormeter_ui.picture import Picture
    from labormeter_ui.presenters.acts import Filter, Leaving
    from labormeter_ui.presenters.days import Measure
    from labormeter_ui.presenters.groups import By, Groups
    from labormeter_ui.presenters.pages import Presenters
    from labormeter_ui.presenters.rates import Shelf
    from labormeter_ui.presenters.statement import Order
    from labormeter_ui.presenters.worth import Valued
    from labormeter_ui.purse import Purse
    from labormeter_ui.tail import Reader
    from labormeter_ui.work import Desk


class Answering(QObject):
    """Answers what the page of the ledger asks.

    Signals:
        refused: what was asked for cannot be; carries the KnownError.
        forgotten: acts were forgotten; carries how many, and whether no trace is left.
        added: acts were added by hand; carries how many.
    """

    refused = Signal(object)
    forgotten = Signal(int, bool)
    added = Signal(int)

    def __init__(
        self,
        desk: Desk,
        reader: Reader,
        purse: Purse,
        presenters: Presenters,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.home, self._desk, self._reader, self._purse = reader.home, desk, reader, purse
        self._presenters = presenters
        self.picture: Picture | None = None
        presenters.acts.needed.connect(self._page)
        presenters.groups.needed.connect(self._group)
        presenters.worth.needed.connect(self._value)
        presenters.acts.left.connect(self._forget)
        presenters.acts.uncounted.connect(self._count)
        presenters.drift.needed.connect(self._drift)
        presenters.charts.needed.connect(self._history)
        presenters.charts.spread.needed.connect(self._spread)
        presenters.rates.needed.connect(self._rates)
        presenters.rates.places.needed.connect(self._places)
        presenters.uploads.needed.connect(self._uploads)
        presenters.uploads.inspect.connect(self._inspect)
        presenters.statement.needed.connect(self._statement)

    def see(self, picture: Picture) -> None:
        """Take a new picture of the ledger; other rates or settings draw the pages anew."""
        before, self.picture = self.picture, picture
        if before is None or before.versions != picture.versions:
            self._presenters.rates.renew()
            self._presenters.statement.renew()

    def add(self, acts: Sequence[Act]) -> None:
        """Append acts that the person added by hand."""
        picture = self.picture
        if picture is not None:
            self.ask(
                lambda: add_acts(self.home, acts, today=picture.today, now=now()), self.added.emit
            )

    def stopper(self) -> Callable[[], bool]:
        """Return what tells a long job that it was given up."""
        return self._desk.stopper()

    def ask[T](
        self,
        job: Callable[[], T],
        then: Callable[[T], None],
        lost: Callable[[], None] = lambda: None,
    ) -> None:
        """Do a job on the desk's thread; a KnownError is told and changes nothing.

        `lost` is called where there will be no answer: it could not be, or was given up.
        """
        self._desk.give(job, then, lost, self.refused.emit)

    def _page(self, wanted: Filter, after: Act | None) -> None:
        acts = self._presenters.acts
        self.ask(lambda: self._reader.page(wanted, after), acts.take, acts.stop)

    def _group(self, wanted: Filter, by: By) -> None:
        picture = self.picture
        if picture is not None:
            groups = self._presenters.groups
            self.ask(lambda: self._groups(picture, wanted, by), groups.take, groups.stop)

    def _groups(self, picture: Picture, wanted: Filter, by: By) -> Groups:
        cells = self.cells(wanted.since)
        return groups(wanted, by, cells, self._purse.calendar(picture))

    def cells(self, since: str) -> list[Cell]:
        """Return the roll-ups from a local day on, uploads looked up; for the desk's thread."""
        cells = self._reader.cells(since or None)
        if any(cell.activity == "upload" for cell in cells):
            return posted.looked_up(self.home, cells)
        return cells

    def _value(self, act: Act) -> None:
        picture = self.picture
        if picture is not None:
            self.ask(lambda: self._valued(picture, act), self._presenters.worth.take)

    def _valued(self, picture: Picture, act: Act) -> Valued:
        return valued(act, self._purse.calendar(picture))

    def _history(self, since: str, moment: object, measure: Measure) -> None:
        picture, at = self.picture, moment if isinstance(moment, int) else None
        if picture is not None:
            self.ask(
                lambda: self._measured(picture, since, at, measure),
                lambda found: self._presenters.charts.take(*found),
                self._presenters.charts.stop,
            )

    def _measured(
        self, picture: Picture, since: str, at: int | None, measure: Measure
    ) -> tuple[list[Cell], list[Span], Measure, str, Ends]:
        if measure == "hours":
            return self._reader.hours(since or None), [], measure, "", Ends()
        calendar = self._purse.calendar(picture)
        disclosed = self._reader.disclosures(since or None) if measure == "disclosed" else []
        cells, ends = measured(measure, self.cells(since), disclosed, calendar)
        return cells, self._reader.spans(at), measure, calendar.reading.currency, ends

    def _spread(self, platform: str, activity: str) -> None:
        picture = self.picture
        if picture is not None:
            week = report.week(picture.today)
            self.ask(
                lambda: spread_out(self._purse.calendar(picture), platform, activity, week),
                self._presenters.charts.spread.take,
            )

    def _rates(self) -> None:
        picture = self.picture
        if picture is not None:
            self.ask(lambda: self._shelf(picture), self._presenters.rates.take)

    def _places(self, word: str) -> None:
        picture = self.picture
        if picture is not None:
            week = report.week(picture.today)
            self.ask(
                lambda: placed(self._purse.calendar(picture), word, week),
                self._presenters.rates.places.take,
            )

    def _shelf(self, picture: Picture) -> Shelf:
        return shelf(self.cells(""), self._purse.calendar(picture), picture.today)

    def _uploads(self) -> None:
        self.ask(
            lambda: told(self._reader.cells(None), self._reader.disclosures(None)),
            self._presenters.uploads.take,
        )

    def _inspect(self, path: str) -> None:
        self.ask(lambda: _inspected(Path(path)), self._presenters.uploads.show_file)

    def _statement(self, order: Order) -> None:
        picture = self.picture
        if picture is not None:
            self.ask(lambda: self._drawn(picture, order), self._presenters.statement.take)

    def _drawn(self, picture: Picture, order: Order) -> Drawn:
        since, until = span(order.period, picture.today)
        cells = [
            cell
            for cell in self.cells(since or "")
            if cell.day <= (until or "~") and order.platform in {"", cell.platform}
        ]
        bounds = edge(since or "", 0), edge(until or "", 1)
        made = statement(
            cells,
            self._reader.spans(bounds[0]),
            self._purse.calendar(picture),
            since=since or min((cell.day for cell in cells), default=picture.today),
            until=until or picture.today,
            issued=picture.today,
            now=picture.now,
            bounds=bounds,
            platform=order.platform,
            sender=order.sender,
            utc_offset=picture.offset,
            compared=importing.compared(
                self.home,
                self._reader.spans(None),
                now=picture.now,
                since=since,
                until=until,
                platform=order.platform,
            ),
        )
        return Drawn(order, page(made, "fr" if order.language == "fr" else "en"), len(made.items))

    def _count(self, one: Leaving) -> None:
        self.ask(
            lambda: forget.preview(self.home, _choice(one)).acts,
            lambda acts: self._presenters.acts.count(one, acts),
        )

    def _drift(self) -> None:
        picture = self.picture
        if picture is not None:
            today = date.fromisoformat(picture.today)
            self.ask(lambda: self._reader.drift(today), self._presenters.drift.take)

    def _forget(self, leaving: list[Leaving]) -> None:
        self.ask(lambda: _forgotten(self.home, leaving), lambda found: self.forgotten.emit(*found))


def _inspected(path: Path) -> Inspected:
    try:
        return Inspected(path.name, facts(window(path)))
    except (OSError, ValueError) as error:
        raise KnownError("This file cannot be read.", "Choose one that you may read.") from error


def _forgotten(home: Home, leaving: list[Leaving]) -> tuple[int, bool]:
    done = [forget.forget(home, _choice(one), now=now()) for one in leaving]
    return sum(one.acts for one in done), all(one.clean for one in done)


def _choice(one: Leaving) -> forget.Choice:
    wanted = one.wanted
    if wanted is None:
        return forget.Choice(acts=one.ids)
    return forget.Choice(wanted=asked(wanted, one.at))
