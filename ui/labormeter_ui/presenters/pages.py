"""All presenters of the window, each told of every picture of the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from labormeter_ui.picture import earlier
from labormeter_ui.presenters.acts import ActsPresenter
from labormeter_ui.presenters.charts import ChartsPresenter
from labormeter_ui.presenters.days import DaysPresenter, Plan, begun, earliest
from labormeter_ui.presenters.drift import DriftPresenter
from labormeter_ui.presenters.feed import FeedPresenter
from labormeter_ui.presenters.groups import GroupsPresenter
from labormeter_ui.presenters.health import HealthPresenter
from labormeter_ui.presenters.history import HistoryPresenter
from labormeter_ui.presenters.own import OwnPresenter
from labormeter_ui.presenters.practice import PracticePresenter
from labormeter_ui.presenters.rates import RatesPresenter
from labormeter_ui.presenters.room import RoomPresenter
from labormeter_ui.presenters.settings import SettingsPresenter
from labormeter_ui.presenters.setup import SetupPresenter
from labormeter_ui.presenters.share import SharePresenter
from labormeter_ui.presenters.shift import ShiftPresenter
from labormeter_ui.presenters.statement import StatementPresenter
from labormeter_ui.presenters.study import StudyPresenter
from labormeter_ui.presenters.study_form import StudyFormPresenter
from labormeter_ui.presenters.teach import TeachPresenter
from labormeter_ui.presenters.today import TodayPresenter
from labormeter_ui.presenters.uploads import UploadsPresenter
from labormeter_ui.presenters.wage import WagePresenter
from labormeter_ui.presenters.worth import WorthPresenter

if TYPE_CHECKING:
    from labormeter_ui.picture import Picture

REST: Final = 600
"""Milliseconds between two drawings of the chart of the page of today."""
SHOWN: Final = 29
"""Days before today with which the chart of the page of today begins."""


class Presenters(QObject):
    """Holds the presenters, and the one switch that all share: whether practice is shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.today = TodayPresenter(self)
        self.wage = WagePresenter(self)
        self.feed = FeedPresenter(self)
        self.health = HealthPresenter(self)
        self.shift = ShiftPresenter(self)
        self.recent = DaysPresenter(self)
        self.acts = ActsPresenter(self)
        self.groups, self.worth = GroupsPresenter(self), WorthPresenter(self)
        self.rates, self.uploads = RatesPresenter(self), UploadsPresenter(self)
        self.statement = StatementPresenter(self)
        self.history = HistoryPresenter(self)
        self.charts = ChartsPresenter(self)
        self.settings = SettingsPresenter(self)
        self.practice = PracticePresenter(self)
        self.setup, self.own = SetupPresenter(self), OwnPresenter(self)
        self.share, self.study = SharePresenter(self), StudyPresenter(self)
        self.study_form = StudyFormPresenter(self)
        self.room = RoomPresenter(self)
        self.drift, self.teach = DriftPresenter(self), TeachPresenter(self)
        self._picture: Picture | None = None
        self._practice = False
        self._due = False
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._rested)
        self.today.changed.connect(self._follow)

    def see(self, picture: Picture) -> None:
        """Take a new picture of the ledger."""
        self._picture = picture
        for presenter in (self.shift, self.today, self.feed, self.health, self.charts):
            presenter.see(picture)
        self.practice.see(picture)
        self.acts.see_day(picture.today, picture.now)
        self._draw_soon()

    def _follow(self) -> None:
        """Let the feed and the chart follow the switch of the page of today."""
        if self.today.state.practice != self._practice:
            self._practice = self.today.state.practice
            self.feed.show_practice(self._practice)
            self.wage.show_practice(self._practice)
            self._draw()

    def _draw_soon(self) -> None:
        """Draw the chart now, or where it was just drawn, in a turn of its own a little later.

        A chart costs more than all the rest: hundreds of acts a second must not hold the window up.
        """
        if not self._rest.isActive():
            self._rest.start()
            self._draw()
        else:
            self._due = True

    def _rested(self) -> None:
        if self._due:
            self._due = False
            self._rest.start()
            self._draw()

    def _draw(self) -> None:
        picture = self._picture
        if picture is None:
            return
        first = earliest(picture.cells, practice=self._practice)
        since, began = begun(earlier(picture.today, SHOWN), first, picture.today, "day")
        plan = Plan(
            since=since,
            began=began,
            until=picture.today,
            now=picture.now,
            offset=picture.offset,
            practice=self._practice,
        )
        self.recent.show(plan, picture.cells, picture.spans)
