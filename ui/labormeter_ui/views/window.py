"""The window itself: its pages put together, its place on the screen kept, its keys."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QSettings, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from labormeter_ui import words
from labormeter_ui.theme import SPACE
from labormeter_ui.views.acts import ActsView
from labormeter_ui.views.charts import ChartsView
from labormeter_ui.views.days import DaysView
from labormeter_ui.views.empty import EmptyView
from labormeter_ui.views.feed import FeedView
from labormeter_ui.views.health import HealthView
from labormeter_ui.views.history import HistoryView
from labormeter_ui.views.rates import RatesView
from labormeter_ui.views.room import RoomView
from labormeter_ui.views.seen import SeenLine
from labormeter_ui.views.settings import SettingsView
from labormeter_ui.views.setup import SetupView
from labormeter_ui.views.share import ShareView
from labormeter_ui.views.shell import PAGES, Shell
from labormeter_ui.views.shell import key as page_key
from labormeter_ui.views.statement import StatementView
from labormeter_ui.views.study import StudyView
from labormeter_ui.views.study_form import StudyFormView
from labormeter_ui.views.text import Spoken, card, label
from labormeter_ui.views.today import TodayView
from labormeter_ui.views.uploads import UploadsView
from labormeter_ui.views.watching import WatchingView

if TYPE_CHECKING:
    from collections.abc import Callable

    from labormeter_ui.presenters.pages import Presenters

SIZE: Final = (1240, 860)
LEAST: Final = (760, 540)
NARROW: Final = 840
"""Pixels below which the page of today has one column."""


class Window(QMainWindow):
    """The desktop window.

    Signals:
        closing: the person closed it.
    """

    closing = Signal()

    def __init__(self, presenters: Presenters, kept: QSettings | None = None) -> None:
        super().__init__()
        self.kept = kept
        self.setWindowTitle("labormeter")
        self.setMinimumSize(*LEAST)
        self.shell = Shell(presenters.shift)
        self.today_page = TodayPage(presenters)
        self.acts = ActsView(presenters.acts, presenters.groups, presenters.worth)
        self.acts.notes.addWidget(SeenLine(presenters.history))
        self.charts = ChartsView(presenters.charts)
        self.rates = RatesView(presenters.rates, presenters.settings)
        self.uploads = UploadsView(presenters.uploads)
        self.history = HistoryView(presenters.history)
        self.watching = WatchingView(presenters.drift, presenters.teach)
        self.statement = StatementView(presenters.statement)
        self.share, self.study = ShareView(presenters.share), StudyView(presenters.study)
        self.room = RoomView(presenters.room)
        self.study_form = StudyFormView(presenters.study_form)
        self.share.put("study", self.study)
        self.share.put("study.form", self.study_form)
        self.share.put("room", self.room)
        self.setup = SetupView(presenters)
        self.settings = SettingsView(presenters.settings)
        self.shell.add("today", self.today_page, scrolls=True)
        self.shell.add("ledger", self.acts, scrolls=False)
        self.shell.add("charts", self.charts, scrolls=False)
        self.shell.add("rates", self.rates, scrolls=False)
        self.shell.add("uploads", self.uploads, scrolls=True)
        self.shell.add("history", self.history, scrolls=True)
        self.shell.add("platforms", self.watching, scrolls=False)
        self.shell.add("statement", self.statement, scrolls=False)
        self.shell.add("share", self.share, scrolls=True)
        self.shell.add("setup", self.setup, scrolls=False)
        self.shell.add("settings", self.settings, scrolls=True)
        self.setCentralWidget(self.shell)
        self.shell.turn("today")
        self.shell.setFocus()
        self._keys(presenters)
        self._restore()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep where the window stood, unless all of its home was removed meanwhile."""
        if self.kept is not None and Path(self.kept.fileName()).parent.exists():
            self.kept.setValue("geometry", self.saveGeometry())
            self.kept.setValue("page", self.shell.page)
        self.closing.emit()
        super().closeEvent(event)

    def come(self) -> None:
        """Come to the front."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def _restore(self) -> None:
        self.resize(*SIZE)
        if self.kept is None:
            return
        geometry, page = self.kept.value("geometry"), self.kept.value("page")
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)
        if page in PAGES:
            self.shell.turn(str(page))

    def _keys(self, presenters: Presenters) -> None:
        shift = presenters.shift
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+Return": lambda: shift.ask("start"),
            "Ctrl+P": lambda: shift.ask("pause"),
            "Ctrl+Shift+P": lambda: shift.ask("private"),
            "Ctrl+E": lambda: shift.ask("stop"),
            "Ctrl+B": self.shell.browse.emit,
            "Ctrl+W": self.close,
        }
        for page in PAGES:
            keys[page_key(page)] = lambda page=page: self.shell.turn(page)  # type: ignore[misc]
        for key, act in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(act)


class TodayPage(QStackedWidget):
    """The page of today, or what to do while there is nothing to show."""

    def __init__(self, presenters: Presenters, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenters.today
        self.empty = EmptyView()
        self.figure = TodayView(presenters.today, presenters.wage, presenters.settings)
        self.figure.notes.addWidget(SeenLine(presenters.history))
        self.feed = FeedView(presenters.feed)
        self.health = HealthView(presenters.health)
        self.recent = RecentView(DaysView(presenters.recent))
        self.addWidget(self.empty)
        self.addWidget(self._full())
        presenters.today.changed.connect(self.say)
        self.say()

    def say(self) -> None:
        """Show figures once there are any."""
        self.setCurrentIndex(1 if self._presenter.state.begun else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the feed below the figure where there is no room beside it."""
        super().resizeEvent(event)
        narrow = event.size().width() < NARROW
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def _full(self) -> QWidget:
        page = QWidget()
        page.setObjectName("ground")
        row = self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * SPACE)
        row.addLayout(_column((self.figure, 0), (self.recent, 1)), 13)
        row.addLayout(_column((self.feed, 1), (self.health, 0)), 8)
        self.recent.setMinimumHeight(256)
        self.feed.setMinimumHeight(230)
        return page


def _column(*parts: tuple[QWidget, int]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(2 * SPACE)
    for part, stretch in parts:
        column.addWidget(part, stretch)
    return column


class RecentView(Spoken):
    """The chart of the last weeks, in a card with its title."""

    def __init__(self, chart: DaysView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart = chart
        self.title, self.note = label("heading"), label("small")
        frame, column = card()
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.note)
        column.addLayout(head)
        column.addWidget(chart, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        chart.presenter.changed.connect(self.say)
        self.say()

    def say(self) -> None:
        """Say the title: a young ledger's chart begins with it."""
        began = self.chart.presenter.state.began
        since = self.tr("Since %1").replace("%1", words.day_of(began))
        self.title.setText(since if began else self.tr("The last 30 days"))
        self.note.setText(self.tr("net acts a day, by platform"))
