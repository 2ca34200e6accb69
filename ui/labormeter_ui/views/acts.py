"""The page of the ledger: acts or totals of them, with filters, and one act in full beside them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, get_args

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from labormeter.model import ACTIVITIES, SOURCES
from labormeter_ui import icons, theme, words
from labormeter_ui.hues import order
from labormeter_ui.presenters.acts import Filter, Period
from labormeter_ui.presenters.groups import BYS, GroupsPresenter, narrowed
from labormeter_ui.presenters.worth import WorthPresenter
from labormeter_ui.theme import SPACE
from labormeter_ui.views.act import ActView
from labormeter_ui.views.tables import COLUMNS, ActsModel, GroupsModel, ready
from labormeter_ui.views.text import Flow, Spoken, button, label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QResizeEvent

    from labormeter_ui.presenters.acts import ActsPresenter

NARROW: Final = 760
"""Pixels below which the table has no room for anything beside it."""
ASIDE: Final = 300
HALF: Final = 200
BOX: Final = 180
ENOUGH: Final = 16_777_215
"""Qt's own largest size: no limit."""


class ActsView(Spoken):
    """Shows an ActsPresenter, the totals of its filter, and the worth of the act chosen.

    Signals:
        add: acts are to be added by hand.
    """

    add = Signal()

    def __init__(
        self,
        presenter: ActsPresenter,
        groups: GroupsPresenter | None = None,
        worth: WorthPresenter | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.presenter = presenter
        self.groups = groups or GroupsPresenter(self)
        self.platforms: tuple[str, ...] = ()
        self.period, self.platform, self.activity = QComboBox(), QComboBox(), QComboBox()
        self.source, self.flag, self.by = QComboBox(), QComboBox(), QComboBox()
        self.practice = QCheckBox()
        self.count = label("small")
        self.empty = label("soft", wrap=True)
        self.model, self.totals = ActsModel(presenter, self), GroupsModel(self.groups, self)
        self.table, self.group_table = QTableView(), QTableView()
        self.detail = ActView(worth or WorthPresenter(self))
        self.add_button = button(self.add.emit)
        self.forget_button, self.undo_button = button(self._forget), button(presenter.undo)
        self.all_button = button(presenter.put_all_away)
        self.hour_button = button(self._any_hour)
        self.going, self.going_text = QFrame(), label(wrap=True)
        self._ready()
        self._lay()
        presenter.reset.connect(self._renewed)
        presenter.grown.connect(self._say_state)
        presenter.leaving_changed.connect(self._say_state)
        self.groups.changed.connect(self._say_state)
        self.say()

    def show_filter(self, wanted: Filter) -> None:
        """Show the acts of a filter, and the filter itself."""
        with QSignalBlocker(self.by):
            self.by.setCurrentIndex(0)
        self.groups.ask(wanted, "", self.presenter.today)
        self.presenter.choose(wanted)
        self.say()

    def know(self, platforms: Iterable[str]) -> None:
        """Offer these platforms."""
        if (known := tuple(order(set(platforms)))) != self.platforms:
            self.platforms = known
            self.say()

    def say(self) -> None:
        """Say names, choices and the state of the presenters."""
        wanted = self.presenter.filter
        named = dict.fromkeys([*self.platforms, *filter(None, [wanted.platform])])
        platforms = [("", self.tr("All platforms")), *((one, words.platform(one)) for one in named)]
        activities = [("", self.tr("All activities"))]
        activities += [(one, words.activity(one)) for one in ACTIVITIES]
        sources = [("", self.tr("All sources")), *((one, words.source(one)) for one in SOURCES)]
        flags = [("", self.tr("With or without a flag"))]
        flags += [(one, words.flag(one)) for one in words.FLAGS]
        for box, name, choices, chosen in (
            (self.period, self.tr("Period"), self._periods(wanted), wanted.period),
            (self.platform, self.tr("Platform"), platforms, wanted.platform),
            (self.activity, self.tr("Activity"), activities, wanted.activity),
            (self.source, self.tr("Source"), sources, wanted.source),
            (self.flag, self.tr("Flag"), flags, wanted.flag),
            (self.by, self.tr("Group by"), self._groupings(), self.groups.by),
        ):
            box.setAccessibleName(name)
            _fill(box, choices, chosen)
        self._say_buttons()
        self.table.setAccessibleName(self.tr("Acts"))
        self.table.setAccessibleDescription(
            self.tr("Newest first; choose one to see all that is stored about it.")
        )
        self.group_table.setAccessibleName(self.tr("Totals"))
        self.group_table.setAccessibleDescription(self.tr("Return opens the acts of a total."))
        self._say_state()
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
        self.totals.renew()

    def _say_buttons(self) -> None:
        self.practice.setText(self.tr("Show practice"))
        self.practice.setAccessibleName(self.practice.text())
        with QSignalBlocker(self.practice):
            self.practice.setChecked(self.presenter.filter.practice)
        for made, text in (
            (self.add_button, self.tr("Add by hand")),
            (self.forget_button, self.tr("Forget the chosen")),
            (self.all_button, self.tr("Forget all of these")),
            (self.undo_button, self.tr("Undo")),
        ):
            made.setText(text)
            made.setAccessibleName(text)

    def _groupings(self) -> list[tuple[str, str]]:
        names = [self.tr("Single acts"), self.tr("By platform"), self.tr("By activity")]
        names += [self.tr("By source"), self.tr("By day"), self.tr("By week"), self.tr("By month")]
        return list(zip(BYS, names, strict=True))

    def _periods(self, wanted: Filter) -> list[tuple[str, str]]:
        names: dict[Period, str] = {
            "today": self.tr("Today"),
            "week": self.tr("Last 7 days"),
            "month": self.tr("Last 30 days"),
            "year": self.tr("Last 365 days"),
            "all": self.tr("Everything"),
        }
        if wanted.period == "days":
            ends = words.between(wanted.since, wanted.until)
            names["days"] = ends if wanted.since else self.tr("Everything so far")
        return list(names.items())

    def _chosen(self) -> None:
        period = self.period.currentData()
        fresh = replace(
            self.presenter.filter,
            period=period if period in get_args(Period.__value__) else "today",
            platform=self.platform.currentData() or "",
            activity=self.activity.currentData() or "",
            source=self.source.currentData() or "",
            flag="" if self.by.currentData() else self.flag.currentData() or "",
            hour=None if self.by.currentData() else self.presenter.filter.hour,
            practice=self.practice.isChecked(),
        )
        self.groups.ask(fresh, self.by.currentData() or "", self.presenter.today)
        if fresh != self.presenter.filter:
            self.presenter.choose(fresh)
        self._say_state()

    def _any_hour(self) -> None:
        """Show the acts of all hours again."""
        self.show_filter(replace(self.presenter.filter, hour=None))

    def _renewed(self) -> None:
        self.detail.show_act(None)
        self._say_state()

    def _say_state(self, *_page: int) -> None:
        grouped, acts = bool(self.groups.by), self.presenter.acts
        self.count.setText(self._counted(grouped=grouped))
        nothing = not self.totals.lines if grouped else not acts
        given_up = self.groups.given_up if grouped else self.presenter.given_up
        read = not self.groups.reading if grouped else self.presenter.complete or given_up
        self.empty.setText(
            self.tr("Reading was given up. Choose again to read it.")
            if given_up
            else self.tr("No act fits. Choose a longer period or all platforms.")
        )
        self.empty.setVisible(nothing and read)
        self.table.setVisible(not grouped and not (nothing and read))
        self.group_table.setVisible(grouped and not (nothing and read))
        self.detail.setVisible(self.table.isVisibleTo(self))
        self.flag.setEnabled(not grouped)
        self._say_hour()
        for made in (self.forget_button, self.all_button):
            made.setVisible(not grouped and bool(acts))
        self._say_going()

    def _say_hour(self) -> None:
        hour = self.presenter.filter.hour
        self.hour_button.setVisible(hour is not None)
        self.hour_button.setText("" if hour is None else words.hour_of_week(hour))
        self.hour_button.setIcon(icons.icon("close", theme.current().soft))
        again = self.tr("Shows the acts of all hours again.")
        self.hour_button.setAccessibleName(self.hour_button.text() or again)
        self.hour_button.setAccessibleDescription(again)

    def _say_going(self) -> None:
        going = self.presenter.going
        self.going.setVisible(bool(self.presenter.leaving))
        text = self.tr("All acts of this filter are forgotten for good when you leave this page.")
        if going is not None:
            text = self.tr("%Ln act(s) are forgotten for good when you leave this page.", "", going)
        self.going_text.setText(text)

    def _counted(self, *, grouped: bool) -> str:
        if grouped:
            if self.groups.reading:
                return self.tr("Adding up")
            sums = sum(line.row.net for line in self.totals.lines if not line.row.unit)
            return words.acts(sums)
        count = words.acts(len(self.presenter.acts))
        if not self.presenter.complete and self.presenter.acts:
            return self.tr("%1 read, scroll for more").replace("%1", count)
        return count

    def _ready(self) -> None:
        self.table.setModel(self.model)
        ready(self.table, (136, 228, 60, 240), 3)
        self.table.selectionModel().currentRowChanged.connect(self._open)
        self.group_table.setModel(self.totals)
        ready(self.group_table, (240, 100, 100, 130, 190, 130), 0)
        self.group_table.activated.connect(self._drill)
        for box in (self.period, self.platform, self.activity, self.source, self.flag, self.by):
            box.currentIndexChanged.connect(self._chosen)
        for box in (self.source, self.flag):  # their longest choices are rarely chosen
            box.setMaximumWidth(BOX)
        self.practice.toggled.connect(self._chosen)
        self.detail.forget.connect(self._forget)
        for key, act in (("Delete", self._forget), ("Ctrl+Z", self.presenter.undo)):
            made = QShortcut(QKeySequence(key), self)
            made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            made.activated.connect(act)

    def _drill(self, index: QModelIndex) -> None:
        """Show the acts that a total is of."""
        line = self.totals.lines[index.row()]
        self.show_filter(narrowed(self.presenter.filter, self.groups.by, line.row.key[0]))

    def _forget(self) -> None:
        rows = self.table.selectionModel().selectedRows()
        self.presenter.put_away(sorted(index.row() for index in rows))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what is stored about an act below the table where there is no room beside it."""
        super().resizeEvent(event)
        self._turn(narrow=event.size().width() < NARROW)

    def _turn(self, *, narrow: bool) -> None:
        ways = QBoxLayout.Direction
        self._body.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self.detail.setMaximumSize(ENOUGH if narrow else ASIDE, HALF if narrow else ENOUGH)
        self.detail.setMinimumWidth(0 if narrow else ASIDE)

    def _open(self, index: QModelIndex) -> None:
        self.detail.show_act(self.presenter.acts[index.row()] if index.isValid() else None)

    def _lay(self) -> None:
        filters = Flow()
        for part in (self.period, self.platform, self.activity, self.source, self.flag, self.by):
            filters.addWidget(part)
        filters.addWidget(self.hour_button)
        for made in (self.practice, self.add_button, self.forget_button, self.all_button):
            filters.addWidget(made)
        head = QHBoxLayout()
        head.addLayout(filters, 1)
        head.addWidget(self.count, 0, Qt.AlignmentFlag.AlignTop)
        self.going.setObjectName("bar")
        row = QHBoxLayout(self.going)
        row.setContentsMargins(2 * SPACE, SPACE, SPACE, SPACE)
        row.addWidget(self.going_text, 1)
        row.addWidget(self.undo_button)
        body = self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        body.setSpacing(2 * SPACE)
        body.addWidget(self.table, 1)
        body.addWidget(self.group_table, 1)
        body.addWidget(self.empty, 1, Qt.AlignmentFlag.AlignTop)
        body.addWidget(self.detail)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(2 * SPACE)
        outer.addLayout(head)
        outer.addWidget(self.going)
        outer.addLayout(body, 1)
        self.notes = QVBoxLayout()
        outer.addLayout(self.notes)


def _fill(box: QComboBox, choices: list[tuple[str, str]], chosen: str) -> None:
    with QSignalBlocker(box):
        box.clear()
        for slug, name in choices:
            box.addItem(name, slug)
        box.setCurrentIndex(max(box.findData(chosen), 0))
