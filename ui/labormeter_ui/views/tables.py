"""The tables of the ledger: its acts, fetched as they are scrolled to, and totals of them."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from labormeter_ui import icons, theme, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from labormeter.model import Act
    from labormeter.report import Line
    from labormeter_ui.presenters.acts import ActsPresenter
    from labormeter_ui.presenters.groups import GroupsPresenter

type Index = QModelIndex | QPersistentModelIndex

DISPLAY: Final = int(Qt.ItemDataRole.DisplayRole)
ALIGN: Final = int(Qt.ItemDataRole.TextAlignmentRole)
TIP: Final = int(Qt.ItemDataRole.ToolTipRole)
DECORATION: Final = int(Qt.ItemDataRole.DecorationRole)
RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
COLUMNS: Final = ("time", "act", "net", "why")
TOTALS: Final = ("name", "gestures", "net", "worth", "range", "unpriced")
ROW: Final = 36
MEASURED: Final = 400
"""Rows whose cells are measured, for the widths of columns."""
NEARLY: Final = 0.9
PADDING: Final = 34
"""Pixels around the text of a cell."""


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
        if role == TIP and column in {"act", "why"}:
            return tip(cell(act, column))
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


class GroupsModel(QAbstractTableModel):
    """The totals of a GroupsPresenter."""

    def __init__(self, presenter: GroupsPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = presenter
        self.lines: tuple[Line, ...] = ()
        presenter.changed.connect(self.renew)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many totals there are."""
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(TOTALS)

    def data(self, index: Index, role: int = DISPLAY) -> Any:  # noqa: ANN401 - as Qt has it
        """Return a cell's text, icon or side."""
        line, column = self.lines[index.row()], TOTALS[index.column()]
        if role == DISPLAY:
            return self.cell(line, column)
        if role == DECORATION and column == "name" and self.presenter.by == "activity":
            return icons.icon(line.row.key[0] or "act", theme.current().soft)
        return RIGHT if role == ALIGN and column != "name" else None

    def headerData(self, section: int, way: Qt.Orientation, role: int = DISPLAY) -> Any:  # noqa: ANN401 - as Qt has it
        """Return a column's name."""
        if role == ALIGN and section:
            return RIGHT
        if way != Qt.Orientation.Horizontal or role != DISPLAY:
            return None
        return {
            "name": self.tr("Group"),
            "gestures": self.tr("Gestures"),
            "net": self.tr("Net"),
            "worth": self.tr("Worth"),
            "range": self.tr("From low to high"),
            "unpriced": self.tr("Without a price"),
        }[TOTALS[section]]

    def cell(self, line: Line, column: str) -> str:
        """Return the text of one column of a total."""
        state, worth = self.presenter.state, line.worth
        currency = state.currency if state is not None else ""
        match column:
            case "name":
                return group_name(self.presenter.by, line)
            case "gestures":
                return words.quantity(line.row.gestures, line.row.unit)
            case "net":
                return words.quantity(line.row.net, line.row.unit)
            case "worth":
                return "" if worth is None else words.money(worth.central, currency)
            case "range":
                return "" if worth is None else words.stretch(worth.low, worth.high)
            case _:
                return words.number(line.unpriced) if line.unpriced else ""

    def renew(self) -> None:
        """Show the totals of now."""
        self.beginResetModel()
        self.lines = () if self.presenter.state is None else self.presenter.state.lines
        self.endResetModel()


def group_name(by: str, line: Line) -> str:
    """Return the name of a group."""
    key = line.row.key[0]
    match by:
        case "platform":
            return words.platform(key)
        case "activity":
            return words.activity(key) if key else words.presence()
        case "source":
            return words.source(key)
        case "day":
            return words.date(key)
        case "month":
            return words.month(f"{key}-01")
        case _:
            return key


def tip(text: str) -> str:
    """Return a text as a tooltip that is never read as markup."""
    return f"<span>{escape(text)}</span>" if text else ""


REMEASURED: Final = frozenset(
    {
        QEvent.Type.Show,
        QEvent.Type.FontChange,
        QEvent.Type.StyleChange,
        QEvent.Type.LanguageChange,
    }
)
"""After these, a text may need another width."""


class Columns(QObject):
    """Shares a table's width out among its columns by what stands in them.

    A column gets what nearly all of its cells need; where that is more than there is, the widest
    give way first. What is left goes to one of them.
    """

    def __init__(self, table: QTableView, stretched: int) -> None:
        super().__init__(table)
        self._table, self._stretched = table, stretched
        self.wanted: list[int] = []
        table.model().modelReset.connect(self.measure)
        table.model().headerDataChanged.connect(self.measure)
        table.viewport().installEventFilter(self)

    def measure(self) -> None:
        """Look at what the cells need, and share the width out."""
        model, metrics = self._table.model(), self._table.fontMetrics()
        heads = self._table.horizontalHeader()
        rows = range(min(model.rowCount(), MEASURED))
        self.wanted = []
        for column in range(model.columnCount()):
            cells = [str(model.index(row, column).data() or "") for row in rows]
            needs = sorted(metrics.horizontalAdvance(text) + PADDING for text in cells)
            most = needs[int(len(needs) * NEARLY)] if needs else 0
            self.wanted.append(max(most, heads.sectionSizeHint(column)))
        self.share()

    def share(self) -> None:
        """Share the width out as it is now."""
        if self.wanted:
            for column, width in enumerate(shared(self.wanted, self._table.viewport().width())):
                if column != self._stretched:
                    self._table.setColumnWidth(column, width)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Share the width out anew where it changes."""
        if event.type() == QEvent.Type.Resize:
            self.share()
        elif event.type() in REMEASURED:
            self.measure()
        return super().eventFilter(watched, event)


def shared(wanted: Sequence[int], room: int) -> list[int]:
    """Return widths that fit into a room, each at most what is wanted: the widest give way first."""
    given, left = list(wanted), room
    order = sorted(range(len(given)), key=lambda place: given[place])
    for done, place in enumerate(order):
        given[place] = min(given[place], max(left, 0) // (len(order) - done))
        left -= given[place]
    return given


def ready(table: QTableView, widths: tuple[int, ...], stretched: int) -> None:
    """Give a table the looks of the house."""
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(ROW)
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    for column, width in enumerate(widths):
        table.setColumnWidth(column, width)
    header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
