"""The ledger as a table, with filters, and all that is stored about one act beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, get_args

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSignalBlocker,
    Qt,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QScrollArea,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from labormeter.model import ACTIVITIES
from labormeter_ui import icons, theme, words
from labormeter_ui.hues import order
from labormeter_ui.presenters.acts import Filter, Period
from labormeter_ui.theme import SPACE
from labormeter_ui.views.text import Flow, Spoken, card, emptied, label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QResizeEvent

    from labormeter.model import Act
    from labormeter_ui.presenters.acts import ActsPresenter

type Index = QModelIndex | QPersistentModelIndex

DISPLAY: Final = int(Qt.ItemDataRole.DisplayRole)
NARROW: Final = 760
"""Pixels below which the table has no room for anything beside it."""
ASIDE: Final = 300
HALF: Final = 200
ENOUGH: Final = 16_777_215
"""Qt's own largest size: no limit."""
COLUMNS: Final = ("time", "act", "net", "why")


class ActsModel(QAbstractTableModel):
    """The acts of an ActsPresenter, as Qt's views ask for them."""

    def __init__(self, presenter: ActsPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = presenter
        presenter.reset.connect(self._renew)
        presenter.grown.connect(self._grow)
        self._rows = len(presenter.acts)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many acts have been read."""
        return 0 if parent is not None and parent.isValid() else self._rows

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def canFetchMore(self, parent: Index) -> bool:
        """Say whether the ledger holds more."""
        return not parent.isValid() and not self.presenter.complete

    def fetchMore(self, parent: Index) -> None:
        """Have the next page read, off this thread."""
        if not parent.isValid():
            self.presenter.more()

    def data(self, index: Index, role: int = DISPLAY) -> Any:  # noqa: ANN401 - as Qt has it
        """Return a cell's text, icon or side."""
        act, column = self.presenter.acts[index.row()], COLUMNS[index.column()]
        if role == DISPLAY:
            return cell(act, column)
        if role == int(Qt.ItemDataRole.DecorationRole) and column == "act":
            return icons.icon(act.activity, theme.current().soft)
        if role == int(Qt.ItemDataRole.TextAlignmentRole) and column == "net":
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, way: Qt.Orientation, role: int = DISPLAY) -> Any:  # noqa: ANN401 - as Qt has it
        """Return a column's name."""
        if role == int(Qt.ItemDataRole.TextAlignmentRole) and COLUMNS[section] == "net":
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if way != Qt.Orientation.Horizontal or role != DISPLAY:
            return None
        return {
            "time": self.tr("When"),
            "act": self.tr("Act"),
            "net": self.tr("Net"),
            "why": self.tr("Why it was counted"),
        }[COLUMNS[section]]

    def _renew(self) -> None:
        self.beginResetModel()
        self._rows = len(self.presenter.acts)
        self.endResetModel()

    def _grow(self, before: int, new: int) -> None:
        if new:
            self.beginInsertRows(QModelIndex(), before, before + new - 1)
            self._rows = before + new
            self.endInsertRows()


def cell(act: Act, column: str) -> str:
    """Return the text of one column of an act."""
    match column:
        case "time":
            return words.when(act.occurred_at, act.utc_offset)
        case "act":
            return words.done(act)
        case "net":
            return words.signed(act.net)
        case _:
            return words.why(act)


def disclosed(act: Act) -> str:
    """Return the kinds of metadata that left in an act's uploads."""
    return ", ".join(words.disclosure(found.kind) for found in act.disclosures)


class ActsView(Spoken):
    """Shows an ActsPresenter."""

    def __init__(self, presenter: ActsPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = presenter
        self.platforms: tuple[str, ...] = ()
        self.period, self.platform, self.activity = QComboBox(), QComboBox(), QComboBox()
        self.practice = QCheckBox()
        self.count = label("small")
        self.empty = label("soft", wrap=True)
        self.model = ActsModel(presenter, self)
        self.table = QTableView()
        self.detail = ActView()
        self._ready()
        self._lay()
        presenter.reset.connect(self._say_count)
        presenter.grown.connect(self._say_count)
        self.say()

    def show_filter(self, wanted: Filter) -> None:
        """Show the acts of a filter, and the filter itself."""
        self.presenter.choose(wanted)
        self.say()

    def know(self, platforms: Iterable[str]) -> None:
        """Offer these platforms."""
        if (known := tuple(order(set(platforms)))) != self.platforms:
            self.platforms = known
            self.say()

    def say(self) -> None:
        """Say names, choices and the state of the presenter."""
        wanted = self.presenter.filter
        self._fill(self.period, self._periods(wanted), wanted.period)
        every = [("", self.tr("All platforms"))]
        named = dict.fromkeys([*self.platforms, *filter(None, [wanted.platform])])
        self._fill(
            self.platform, every + [(slug, words.platform(slug)) for slug in named], wanted.platform
        )
        every = [("", self.tr("All activities"))]
        self._fill(
            self.activity,
            every + [(slug, words.activity(slug)) for slug in ACTIVITIES],
            wanted.activity,
        )
        self.period.setAccessibleName(self.tr("Period"))
        self.platform.setAccessibleName(self.tr("Platform"))
        self.activity.setAccessibleName(self.tr("Activity"))
        self.practice.setText(self.tr("Show practice"))
        self.practice.setAccessibleName(self.practice.text())
        self.table.setAccessibleName(self.tr("Acts"))
        self.table.setAccessibleDescription(
            self.tr("Newest first; choose one to see all that is stored about it.")
        )
        self._say_count()
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)

    def _periods(self, wanted: Filter) -> list[tuple[str, str]]:
        names: dict[Period, str] = {
            "today": self.tr("Today"),
            "week": self.tr("Last 7 days"),
            "month": self.tr("Last 30 days"),
            "year": self.tr("Last 365 days"),
            "all": self.tr("Everything"),
        }
        if wanted.period == "days":
            names["days"] = words.between(wanted.since, wanted.until)
        return list(names.items())

    def _fill(self, box: QComboBox, choices: list[tuple[str, str]], chosen: str) -> None:
        with QSignalBlocker(box):
            box.clear()
            for slug, name in choices:
                box.addItem(name, slug)
            box.setCurrentIndex(max(box.findData(chosen), 0))

    def _chosen(self) -> None:
        period = self.period.currentData()
        fresh = replace(
            self.presenter.filter,
            period=period if period in get_args(Period.__value__) else "today",
            platform=self.platform.currentData() or "",
            activity=self.activity.currentData() or "",
            practice=self.practice.isChecked(),
        )
        if fresh != self.presenter.filter:
            self.presenter.choose(fresh)

    def _say_count(self, *_page: int) -> None:
        count = words.acts(len(self.presenter.acts))
        if not self.presenter.complete and self.presenter.acts:
            count = self.tr("%1 read, scroll for more").replace("%1", count)
        self.count.setText(count)
        none = self.presenter.complete and not self.presenter.acts
        self.empty.setText(self.tr("No act fits. Choose a longer period or all platforms."))
        self.empty.setVisible(none)
        self.table.setVisible(not none)
        self.detail.setVisible(not none)
        if not self.presenter.acts:
            self.detail.show_act(None)

    def _ready(self) -> None:
        self.table.setModel(self.model)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(36)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in enumerate((140, 250, 64, 240)):
            self.table.setColumnWidth(column, width)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        self.table.selectionModel().currentRowChanged.connect(self._open)
        for box in (self.period, self.platform, self.activity):
            box.currentIndexChanged.connect(self._chosen)
        self.practice.toggled.connect(self._chosen)

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
        for part in (self.period, self.platform, self.activity, self.practice):
            filters.addWidget(part)
        head = QHBoxLayout()
        head.addLayout(filters, 1)
        head.addWidget(self.count)
        body = self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        body.setSpacing(2 * SPACE)
        body.addWidget(self.table, 1)
        body.addWidget(self.empty, 1, Qt.AlignmentFlag.AlignTop)
        body.addWidget(self.detail)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(2 * SPACE)
        outer.addLayout(head)
        outer.addLayout(body, 1)


class ActView(Spoken):
    """Shows all that the ledger keeps of one act."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.act: Act | None = None
        self.title = label("heading", wrap=True)
        self.note = label("small", wrap=True)
        self.grid = QGridLayout()
        self.grid.setVerticalSpacing(SPACE)
        self.grid.setHorizontalSpacing(2 * SPACE)
        self.grid.setColumnStretch(1, 1)
        frame, column = card()
        for part in (self.title, self.note):
            column.addWidget(part)
        column.addLayout(self.grid)
        column.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(frame)
        self.area = scroll
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self.say()

    def show_act(self, act: Act | None) -> None:
        """Show an act, or nothing."""
        self.act = act
        self.say()

    def say(self) -> None:
        """Say every field that is kept."""
        self.area.setAccessibleName(self.tr("All that is stored about this act"))
        emptied(self.grid)
        self.title.setVisible(self.act is not None)
        if self.act is None:
            self.note.setText(self.tr("Choose an act to see all that is stored about it."))
            return
        self.title.setText(words.done(self.act))
        self.note.setText(self.tr("This is all that is stored about this act."))
        for row, (name, value) in enumerate(self.fields(self.act)):
            text = label("body", value, wrap=True)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.grid.addWidget(label("small", name), row, 0, Qt.AlignmentFlag.AlignTop)
            self.grid.addWidget(text, row, 1)

    def fields(self, act: Act) -> list[tuple[str, str]]:
        """Return name and value of every field that holds something."""
        found = [
            (self.tr("When"), words.when(act.occurred_at, act.utc_offset)),
            (self.tr("Platform"), words.platform(act.platform)),
            (self.tr("Activity"), words.activity(act.activity)),
            (self.tr("Net"), words.signed(act.net)),
            (self.tr("Quantity"), self._quantity(act)),
            (self.tr("Measured"), "" if act.seconds is None else words.duration(act.seconds)),
            (self.tr("Rounds"), "" if act.rounds is None else words.number(act.rounds)),
            (self.tr("Tiles"), "" if act.tiles is None else words.number(act.tiles)),
            (self.tr("Source"), words.source(act.source)),
            (self.tr("Rule"), words.plain(act.rule)),
            (self.tr("Pack"), words.plain(act.pack)),
            (self.tr("Flags"), ", ".join(map(words.flag, act.flags))),
            (self.tr("Disclosed"), disclosed(act)),
            (self.tr("Target"), _hash(act.target)),
            (self.tr("Account"), _hash(act.actor)),
            (self.tr("Made"), _hash(act.made)),
            (self.tr("Id"), _hash(act.id)),
        ]
        return [(name, value) for name, value in found if value]

    def _quantity(self, act: Act) -> str:
        if not act.unit:
            return words.number(act.quantity)
        if act.unit == "POINT":
            return self.tr("%Ln point(s)", "", act.quantity)
        return words.money(act.quantity, act.unit)


def _hash(value: str | None) -> str:
    """Return a keyed hash in groups, so that it wraps and can be compared."""
    if value is None:
        return ""
    return " ".join(value[place : place + 8] for place in range(0, len(value), 8))
