"""Places: one act by where whoever was paid for it lives, as a sentence, a chart and a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractTableModel, QLocale, Qt, Signal
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QComboBox, QTableView, QVBoxLayout, QWidget

from labormeter.valuation.price_map import HOUR
from labormeter_ui import prices, theme, words
from labormeter_ui.theme import SPACE
from labormeter_ui.views.flow import FlowView, hue
from labormeter_ui.views.legend import Legend
from labormeter_ui.views.tables import ALIGN, DISPLAY, RIGHT, Index, ready
from labormeter_ui.views.text import Spoken, card, label

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex

    from labormeter_ui.presenters.places import PlacesPresenter, Row

COLUMNS: Final = ("place", "amount", "kind", "date", "rate")
WHOLE: Final = frozenset(
    int(role) for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
)
"""Roles in which an amount is told with its range."""
TEN: Final = 10
"""Times from which on no decimal is said."""


class PlacesModel(QAbstractTableModel):
    """The observations of a PlacesPresenter."""

    def __init__(self, presenter: PlacesPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = presenter

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many observations are shown."""
        return 0 if parent is not None and parent.isValid() else len(self.presenter.state.every)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = DISPLAY) -> Any:  # noqa: ANN401 - as Qt has it
        """Return a cell's text or side."""
        column = COLUMNS[index.column()]
        if role == ALIGN and column == "amount":
            return RIGHT
        if role not in {DISPLAY, *WHOLE}:
            return None
        place = self.presenter.state.every[index.row()]
        if role in WHOLE and column == "amount":
            return prices.ranged(place, self.presenter.state.currency)
        return {
            "place": prices.place(place.town, place.country),
            "amount": words.money(place.central, self.presenter.state.currency),
            "kind": prices.market(place.rate.market),
            "date": place.rate.observed_on,
            "rate": place.rate.id,
        }[column]

    def headerData(self, section: int, way: Qt.Orientation, role: int = DISPLAY) -> Any:  # noqa: ANN401 - as Qt has it
        """Return a column's name."""
        if role == ALIGN and COLUMNS[section] == "amount":
            return RIGHT
        if way != Qt.Orientation.Horizontal or role != DISPLAY:
            return None
        return {
            "place": self.tr("Where"),
            "amount": self.tr("Amount"),
            "kind": self.tr("Market"),
            "date": self.tr("Seen"),
            "rate": self.tr("Rate"),
        }[COLUMNS[section]]

    def renew(self) -> None:
        """Show the observations of now."""
        self.beginResetModel()
        self.endResetModel()


class PlacesView(Spoken):
    """Shows a PlacesPresenter.

    Signals:
        opened: the card of a rate is wanted; carries its id.
    """

    opened = Signal(str)

    def __init__(self, presenter: PlacesPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = presenter
        self.act = QComboBox()
        self.title, self.note = label("heading", wrap=True), label("small", wrap=True)
        self.chart, self.legend = FlowView(presenter), Legend()
        self.model, self.table = PlacesModel(presenter, self), QTableView()
        self.chart.opened.connect(self.opened)
        self.act.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.act.currentIndexChanged.connect(self._chosen)
        self._lay()
        presenter.changed.connect(self.say)
        self.dress()

    def say(self) -> None:
        """Say the act, where it was paid least and most, and every observation."""
        state = self.presenter.state
        self.act.blockSignals(True)
        self.act.clear()
        for word in state.words:
            self.act.addItem(prices.act(word).capitalize(), word)
        self.act.setCurrentIndex(self.act.findData(state.word))
        self.act.blockSignals(False)
        self.act.setAccessibleName(self.tr("Act"))
        self.table.setAccessibleName(self.tr("What was paid, by place"))
        self.title.setText(self.headline())
        self.note.setText(self._note())
        for part in (self.chart, self.table):
            part.setVisible(bool(state.rows))
        self.model.renew()
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
        self._explain()

    def dress(self) -> None:
        """Draw in the theme's colours."""
        self.say()

    def headline(self) -> str:
        """Return where least and most was paid, and how many times the one is of the other."""
        state = self.presenter.state
        if not state.words:
            return self.tr("Reading the book")
        if state.ends is None:
            return self.tr("The book knows one place for this act.")
        least, most = state.ends
        said = self.tr("%2: %1. %4: %3, %5 times as much.")
        times = most.middle / max(least.middle, 1)
        for sign, text in (
            ("%1", words.money(least.middle, state.currency)),
            ("%2", _where(least)),
            ("%3", words.money(most.middle, state.currency)),
            ("%4", _where(most)),
            ("%5", QLocale().toString(times, "f", 0 if times >= TEN else 1)),
        ):
            said = said.replace(sign, text)
        return said

    def _note(self) -> str:
        state = self.presenter.state
        if not state.rows:
            return ""
        differ = self.tr("Different acts share a name, and years differ: see the cards.")
        if state.word == HOUR:
            said = self.tr("For an hour of work, seen or laid down; what is laid down is hollow.")
            yours = self.tr("The dashed line is the floor of your settings: %1.")
        else:
            said = self.tr("For one act, as it reached whoever did it.")
            yours = self.tr("The dashed line is what values yours: %1.")
        if state.yours:
            said += " " + yours.replace("%1", words.money(state.yours, state.currency))
        return f"{said} {differ}"

    def _explain(self) -> None:
        worn = theme.current()
        regions = list(dict.fromkeys(row.region for row in self.presenter.state.rows))
        shapes = {
            "south": self.tr("Global South, round"),
            "north": self.tr("Global North, square"),
            "": self.tr("both or neither, a diamond"),
        }
        entries = [
            (QBrush(QColor(hue(worn, region))), shapes[region])
            for region in sorted(regions, reverse=True)
        ]
        self.legend.show_entries(entries, worn)

    def _chosen(self) -> None:
        word = self.act.currentData()
        if word and word != self.presenter.word:
            self.presenter.show(word)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.presenter.look_at(index.row())
            self.opened.emit(self.presenter.state.every[index.row()].rate.id)

    def _lay(self) -> None:
        self.table.setModel(self.model)
        ready(self.table, (180, 104, 152, 98, 76), 0)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.table.selectionModel().currentRowChanged.connect(self._open)
        self.table.setMinimumHeight(120)
        frame, column = card()
        column.addWidget(self.title)
        column.addWidget(self.note)
        column.addWidget(self.chart, 1)
        column.addLayout(self.legend)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(2 * SPACE)
        outer.addWidget(frame, 3)
        outer.addWidget(self.table, 2)


def _where(row: Row) -> str:
    return prices.place(row.town, row.country)
