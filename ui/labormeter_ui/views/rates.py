"""The page of rates: the book, searchable, and the card of one rate."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QGridLayout,
    QLineEdit,
    QScrollArea,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from labormeter.settings import BY_NAME
from labormeter_ui import words
from labormeter_ui.presenters.rates import standing
from labormeter_ui.prices import STANDINGS, act, amount, country, market, side, unit, whose
from labormeter_ui.theme import SPACE
from labormeter_ui.views.charts import Segments
from labormeter_ui.views.control import Control
from labormeter_ui.views.places import PlacesView
from labormeter_ui.views.tables import ALIGN, DISPLAY, RIGHT, TIP, Columns, Index, ready, tip
from labormeter_ui.views.text import Flow, Spoken, button, card, emptied, label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from labormeter.valuation.rate import Rate
    from labormeter_ui.presenters.rates import RatesPresenter
    from labormeter_ui.presenters.settings import SettingsPresenter

READING: Final = ("lens", "currency", "country", "deflated")
"""Settings that say how worth is read."""
COLUMNS: Final = ("activity", "side", "amount", "country", "date", "used")
TABS: Final = ("book", "places")
ASIDE: Final = 300
NARROW: Final = 760
ENOUGH: Final = 16_777_215
HALF: Final = 170
"""Pixels of the card's height where it stands below the table."""
LONG: Final = 400
"""Characters of a source or note that are shown."""


class RatesModel(QAbstractTableModel):
    """The rates of a RatesPresenter."""

    def __init__(self, presenter: RatesPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = presenter
        presenter.changed.connect(self.renew)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rates are shown."""
        return 0 if parent is not None and parent.isValid() else len(self.presenter.rates)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = DISPLAY) -> Any:  # noqa: ANN401 - as Qt has it
        """Return a cell's text or side."""
        column = COLUMNS[index.column()]
        if role == ALIGN and column in {"amount", "used"}:
            return RIGHT
        if role == TIP:
            rate = self.presenter.rates[index.row()]
            return tip(side(rate.side) if column == "side" else str(self.data(index)))
        if role != DISPLAY:
            return None
        rate = self.presenter.rates[index.row()]
        used = self.presenter.state.use(rate.id)
        return {
            "activity": act(rate.activity),
            "side": whose(rate.side),
            "amount": f"{amount(rate)} {unit(rate.unit)}",
            "country": country(rate.country),
            "date": rate.observed_on,
            "used": words.number(used.net) if used.net else "",
        }[column]

    def headerData(self, section: int, way: Qt.Orientation, role: int = DISPLAY) -> Any:  # noqa: ANN401 - as Qt has it
        """Return a column's name."""
        if role == ALIGN and COLUMNS[section] in {"amount", "used"}:
            return RIGHT
        if way != Qt.Orientation.Horizontal or role != DISPLAY:
            return None
        return {
            "activity": self.tr("Act"),
            "side": self.tr("Whose side"),
            "amount": self.tr("Amount"),
            "country": self.tr("Where"),
            "date": self.tr("Seen"),
            "used": self.tr("Yours"),
        }[COLUMNS[section]]

    def renew(self) -> None:
        """Show the rates of now."""
        self.beginResetModel()
        self.endResetModel()


class RatesView(Spoken):
    """Shows a RatesPresenter.

    Signals:
        add: a rate is to be added; carries the one it goes before, or nothing.
    """

    add = Signal(object)

    def __init__(
        self,
        presenter: RatesPresenter,
        settings: SettingsPresenter,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.presenter = presenter
        self.search, self.count = QLineEdit(), label("small")
        self.search.textChanged.connect(presenter.find)
        self.search.setMinimumWidth(260)
        self.controls = [Control(BY_NAME[name], settings) for name in READING]
        for one in self.controls:  # its words are told by the names of its editors
            one.setParent(self)
            one.hide()
        self.add_button = button(lambda: self.add.emit(None))
        self.own_button = button(lambda: self.add.emit(presenter.rate))
        self.model, self.table = RatesModel(presenter, self), QTableView()
        self.title, self.worth = label("heading", wrap=True), label("soft", wrap=True)
        self.grid = QGridLayout()
        self.empty = label("soft", wrap=True)
        self.tabs, self.body = Segments(TABS), QStackedWidget()
        self.places = PlacesView(presenter.places)
        self.places.opened.connect(presenter.look_at)
        self.tabs.group.idClicked.connect(self._turn)
        self._ready()
        self._lay()
        presenter.changed.connect(self._renewed)
        presenter.chosen.connect(self._say_card)
        self.say()

    def say(self) -> None:
        """Say names and the state of the presenter."""
        tabs = [self.tr("The book"), self.tr("By place")]
        self.tabs.say(self.tr("What is shown"), tabs, TABS[int(self.presenter.by_place)])
        self.search.setPlaceholderText(self.tr("Search: like, France, MTurk, 2019"))
        self.search.setAccessibleName(self.tr("Search the rates"))
        editor = self.controls[-1].editor
        if isinstance(editor, QCheckBox):
            editor.setText(self.tr("In today's money"))
        self.add_button.setText(self.tr("Add a rate"))
        self.own_button.setText(self.tr("Put one of mine before it"))
        for made in (self.add_button, self.own_button):
            made.setAccessibleName(made.text())
        self.table.setAccessibleName(self.tr("Rates"))
        self.empty.setText(self.tr("No rate has all these words. Search for fewer."))
        self._renewed()
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)

    def _turn(self, _place: int = 0) -> None:
        self.presenter.turn(by_place=self.tabs.chosen() == "places")
        self._show_tab()

    def _show_tab(self) -> None:
        by_place = self.presenter.by_place
        self.body.setCurrentIndex(int(by_place))
        self.search.setVisible(not by_place)
        self.places.act.setVisible(by_place)
        self.count.setVisible(not by_place)
        self.controls[0].editor.setVisible(not by_place)  # there is one lens by place

    def _renewed(self) -> None:
        state, shown = self.presenter.state, self.presenter.rates
        if self.search.text() != self.presenter.search:
            self.search.setText(self.presenter.search)
        said = self.tr("%Ln rate(s)", "", len(shown))
        about = self.tr("book %1, reviewed %2")
        version = about.replace("%1", words.plain(state.version))
        self.count.setText(f"{said}; {version.replace('%2', state.reviewed)}")
        self.empty.setVisible(bool(state.rates) and not shown)
        self.table.setVisible(not self.empty.isVisibleTo(self))
        self._mark()
        self._say_card()

    def _mark(self) -> None:
        rate = self.presenter.rate
        if rate is not None and rate in self.presenter.rates:
            row = self.presenter.rates.index(rate)
            if self.table.currentIndex().row() != row:
                self.table.selectRow(row)
                self.table.scrollTo(self.model.index(row, 0))

    def _say_card(self) -> None:
        rate = self.presenter.rate
        emptied(self.grid)
        self.own_button.setVisible(rate is not None)
        self.worth.setVisible(rate is not None)
        if rate is None:
            self.title.setText(self.tr("Choose a rate to see who saw it, where and when."))
            return
        self.title.setText(f"{amount(rate)} {unit(rate.unit)}")
        self.worth.setText(self._valued(rate))
        for row, (name, value) in enumerate(self.fields(rate)):
            text = label("body", value, wrap=True)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.grid.addWidget(label("small", name), row, 0, Qt.AlignmentFlag.AlignTop)
            self.grid.addWidget(text, row, 1)

    def _valued(self, rate: Rate) -> str:
        state = self.presenter.state
        used = state.use(rate.id)
        if not used.net:
            return self.tr("It values nothing in your ledger through this lens.")
        said = self.tr("It values %1 of your ledger: %2, %3.")
        said = said.replace("%1", words.acts(used.net))
        worth = words.money(used.worth, state.currency)
        return said.replace("%2", worth).replace("%3", words.lens(state.lens))

    def fields(self, rate: Rate) -> list[tuple[str, str]]:
        """Return name and value of all that is on file about a rate."""
        low, high = amount(rate, "low"), amount(rate, "high")
        found = [
            (self.tr("Act"), act(rate.activity)),
            (self.tr("Platform"), "" if rate.platform == "any" else words.platform(rate.platform)),
            (self.tr("Whose side"), side(rate.side)),
            (self.tr("Range"), f"{low} - {high}" if rate.low != rate.high else ""),
            (self.tr("Where"), country(rate.country)),
            (self.tr("Seen"), rate.observed_on),
            (self.tr("Market"), market(rate.market)),
            (self.tr("Source"), rate.source),
            (self.tr("Place in it"), rate.locator),
            (self.tr("Standing"), words.said(STANDINGS, standing(rate))),
            (self.tr("Note"), rate.notes),
            (self.tr("Id"), rate.id),
        ]
        return [(name, words.plain(value, LONG)) for name, value in found if value]

    def _ready(self) -> None:
        self.table.setModel(self.model)
        ready(self.table, (), 0)
        self.columns = Columns(self.table, 0)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.table.selectionModel().currentRowChanged.connect(self._open)
        self.grid.setColumnStretch(1, 1)
        self.grid.setHorizontalSpacing(2 * SPACE)
        self.grid.setVerticalSpacing(SPACE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the card below the table where there is no room beside it."""
        super().resizeEvent(event)
        narrow = event.size().width() < NARROW
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self.aside.setMaximumSize(ENOUGH if narrow else ASIDE, HALF if narrow else ENOUGH)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.presenter.choose(self.presenter.rates[index.row()])

    def _lay(self) -> None:
        head = Flow()
        for part in (
            self.tabs,
            self.search,
            self.places.act,
            *(one.editor for one in self.controls),
            self.add_button,
        ):
            head.addWidget(part)
        frame, column = card()
        column.addWidget(self.title)
        column.addWidget(self.worth)
        column.addLayout(self.grid)
        column.addWidget(self.own_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        aside = self.aside = QScrollArea()
        aside.setWidgetResizable(True)
        aside.setFrameShape(QScrollArea.Shape.NoFrame)
        aside.setWidget(frame)
        aside.setMinimumWidth(220)
        aside.setMaximumWidth(ASIDE)
        aside.setAccessibleName(self.tr("Card of the rate"))
        book = QWidget()
        listed = QVBoxLayout(book)
        listed.setContentsMargins(0, 0, 0, 0)
        listed.addWidget(self.table, 1)
        listed.addWidget(self.empty, 1, Qt.AlignmentFlag.AlignTop)
        for shown in (book, self.places):
            self.body.addWidget(shown)
        row = self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(2 * SPACE)
        row.addWidget(self.body, 1)
        row.addWidget(aside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(2 * SPACE)
        outer.addLayout(head)
        outer.addWidget(self.count)
        outer.addLayout(row, 1)
        self._show_tab()
