"""The rows of a study: those that will be sent, and beside them those that stay here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtGui import QAction, QBrush, QColor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QMenu,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from labormeter_ui import theme, words
from labormeter_ui.theme import SPACE
from labormeter_ui.views.tables import ALIGN, DISPLAY, RIGHT, Index, ready
from labormeter_ui.views.text import Flow, Spoken, button, label, tone

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from labormeter.study.giving import Opened
    from labormeter.study.rows import Row
    from labormeter_ui.presenters.study import Key, StudyPresenter

COLUMNS: Final = ("period", "platform", "activity", "n", "seconds")
FOREGROUND: Final = int(Qt.ItemDataRole.ForegroundRole)
HINT: Final = int(Qt.ItemDataRole.ToolTipRole)
LOWEST: Final = 290


class RowsModel(QAbstractTableModel):
    """Rows of a study, in the order of the file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[Row] = ()
        self.columns: tuple[str, ...] = COLUMNS

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are; seconds only where they are asked for."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = DISPLAY) -> Any:  # noqa: ANN401 - as Qt has it
        """Return a cell's text, side or colour; a number that was cut is marked."""
        row, column = self.rows[index.row()], self.columns[index.column()]
        if role == DISPLAY:
            return self._cell(row, column)
        if role == ALIGN:
            return RIGHT if column in {"n", "seconds"} else None
        if role == FOREGROUND and row.clamped and column == "n":
            return QBrush(QColor(theme.current().warn))
        return self.tr("Cut to the study's bound") if role == HINT and row.clamped else None

    def headerData(self, section: int, way: Qt.Orientation, role: int = DISPLAY) -> Any:  # noqa: ANN401 - as Qt has it
        """Return a column's name."""
        if way != Qt.Orientation.Horizontal:
            return None
        if role == ALIGN and self.columns[section] in {"n", "seconds"}:
            return RIGHT
        if role != DISPLAY:
            return None
        return {
            "period": self.tr("Period"),
            "platform": self.tr("Platform"),
            "activity": self.tr("Activity"),
            "n": self.tr("Number"),
            "seconds": self.tr("Seconds"),
        }[self.columns[section]]

    def _cell(self, row: Row, column: str) -> str:
        match column:
            case "platform":
                return words.platform(row.count.platform)
            case "activity":
                return words.activity(row.count.activity)
            case "n":
                mark = " ✂" if row.clamped else ""
                return f"{words.number(row.count.n)}{mark}"
            case "seconds":
                return words.number(row.count.seconds)
            case _:
                return row.count.period

    def show(self, rows: Sequence[Row], *, seconds: bool) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self.columns = COLUMNS if seconds else COLUMNS[:-1]
        self.endResetModel()


class Side(Spoken):
    """One of the two tables, and the button that moves what is chosen in it to the other."""

    def __init__(self, move: Callable[[set[Key]], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.move_rows = move
        self.title, self.model, self.table = label("strong"), RowsModel(self), QTableView()
        self.button = button(self._moved)
        self.table.setModel(self.model)
        ready(self.table, (), 1)
        self.table.setMinimumHeight(LOWEST)
        self.table.doubleClicked.connect(lambda _index: self._moved())
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._chosen())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.title)
        outer.addWidget(self.table, 1)
        outer.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_rows(self, title: str, rows: Sequence[Row], *, seconds: bool) -> None:
        """Show rows under a title."""
        self.title.setText(title)
        self.table.setAccessibleName(title)
        if rows != self.model.rows or seconds != (len(self.model.columns) == len(COLUMNS)):
            self.model.show(rows, seconds=seconds)
            self.table.resizeColumnsToContents()
            header = self.table.horizontalHeader()
            header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self._chosen()

    def _chosen(self) -> None:
        self.button.setEnabled(bool(self._keys()))

    def _moved(self) -> None:
        if keys := self._keys():
            self.move_rows(keys)

    def _keys(self) -> set[Key]:
        chosen = self.table.selectionModel().selectedRows()
        counts = (self.model.rows[one.row()].count for one in chosen)
        return {(one.period, one.platform, one.activity) for one in counts}


class RowsView(Spoken):
    """Choose time, platforms and activities; below, both tables."""

    def __init__(self, presenter: StudyPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = presenter
        self._offered: Opened | None = None
        self.menus = {name: QPushButton() for name in ("periods", "platforms", "activities")}
        self.country, self.age_band = QLineEdit(), QLineEdit()
        self.sent = Side(lambda keys: presenter.keep_here(keys, here=True))
        self.stays = Side(lambda keys: presenter.keep_here(keys, here=False))
        self.note, self.mark = label("soft", wrap=True), label(wrap=True)
        tone(self.mark, "warn")
        for made in self.menus.values():
            made.setMenu(QMenu(made))
        for line in (self.country, self.age_band):
            line.editingFinished.connect(self._typed)
        presenter.changed.connect(self._show)
        self._lay()
        self.say()

    def say(self) -> None:
        """Say every text."""
        self.sent.button.setText(self.tr("Keep the chosen rows here"))
        self.stays.button.setText(self.tr("Give the chosen rows"))
        for side, name in (
            (self.sent, self.tr("Rows that are sent")),
            (self.stays, self.tr("Rows that stay here")),
        ):
            side.button.setAccessibleName(side.button.text())
            side.table.setAccessibleName(name)
        for line, name, long in (
            (self.country, self.tr("Country (two letters)"), 2),
            (self.age_band, self.tr("Age band (25-34)"), 5),
        ):
            line.setPlaceholderText(name)
            line.setAccessibleName(name)
            line.setMaxLength(long)
        self.mark.setText(
            self.tr("✂ The study takes no more in one row: it gets the bound instead.")
        )
        self._offer()
        self._show()

    def _offer(self) -> None:
        """Offer a tick for each month or week, platform and activity."""
        found = self.presenter.state.found
        names = (self.tr("Time"), self.tr("Platforms"), self.tr("Activities"))
        for (kind, made), name in zip(self.menus.items(), names, strict=True):
            made.menu().clear()
            for value, said in self._choices(kind) if found is not None else ():
                tick = QAction(said, made.menu())
                tick.setCheckable(True)
                tick.setData(value)
                tick.setChecked(self._taken(kind, value))
                tick.triggered.connect(self._chosen)
                made.menu().addAction(tick)
            made.setAccessibleName(name)
        self._offered = found

    def _choices(self, kind: str) -> list[tuple[str, str]]:
        found = self.presenter.state.found
        if found is None:
            return []
        asked = found.study.asked
        if kind == "periods":
            return [(one, one) for one in asked.periods]
        if kind == "platforms":
            return [(one, words.platform(one)) for one in asked.platforms]
        return [(one, words.activity(one)) for one in asked.activities]

    def _taken(self, kind: str, value: str) -> bool:
        wanted: frozenset[str] | None = getattr(self.presenter.state.choice, kind)
        return wanted is None or value in wanted

    def _chosen(self) -> None:
        self.presenter.choose(
            replace(
                self.presenter.state.choice,
                periods=self._ticked("periods"),
                platforms=self._ticked("platforms"),
                activities=self._ticked("activities"),
            )
        )

    def _ticked(self, kind: str) -> frozenset[str] | None:
        """Return what is ticked, None where everything is."""
        ticks = self.menus[kind].menu().actions()
        ticked = frozenset(str(one.data()) for one in ticks if one.isChecked())
        return None if len(ticked) == len(ticks) else ticked

    def _typed(self) -> None:
        country, band = self.country.text().strip().upper(), self.age_band.text().strip()
        self.presenter.choose(replace(self.presenter.state.choice, country=country, age_band=band))

    def _show(self) -> None:
        state = self.presenter.state
        found, taken = state.found, state.taken
        if found is None:
            return
        if self._offered is None or found.signed is not self._offered.signed:
            self._offer()
        for made in self.menus.values():
            ticks = made.menu().actions()
            many = sum(1 for one in ticks if one.isChecked())
            said = self.tr("%1: %2 of %3").replace("%1", made.accessibleName())
            made.setText(said.replace("%2", words.number(many)).replace("%3", str(len(ticks))))
        asked = found.study.asked
        self.country.setVisible(asked.country)
        self.age_band.setVisible(asked.age_band)
        rows = taken.rows if taken is not None else ()
        kept = [row for row in rows if row.kept]
        here = [row for row in rows if not row.kept]
        sent = self.tr("These rows are sent (%1)").replace("%1", words.number(len(kept)))
        stays = self.tr("These stay here (%1)").replace("%1", words.number(len(here)))
        self.sent.show_rows(sent, kept, seconds=asked.seconds)
        self.stays.show_rows(stays, here, seconds=asked.seconds)
        self.mark.setVisible(any(row.clamped for row in rows))
        self.note.setText(self._note())

    def _note(self) -> str:
        state = self.presenter.state
        if state.found is None or state.taken is None:
            return self.tr("Reading the rows")
        lines = [
            self.tr(
                "Everything else stays here too: times, targets, texts, addresses, other"
                " platforms, and what was added by hand, imported or practised."
            )
        ]
        nearest = state.found.study.asked.rounding
        if nearest > 1:
            said = self.tr("Numbers are rounded to %1; what rounds to nothing is no row.")
            lines.append(said.replace("%1", words.number(nearest)))
        if removed := state.taken.document.removed:
            said = self.tr("The study is told how many rows you kept here: %1, not which.")
            lines.append(said.replace("%1", words.number(removed)))
        if state.taken.beyond:
            said = self.tr("%1 more rows stay here: the study takes no more in one period.")
            lines.append(said.replace("%1", words.number(state.taken.beyond)))
        return " ".join(lines)

    def _lay(self) -> None:
        choices = Flow()
        for part in (*self.menus.values(), self.country, self.age_band):
            choices.addWidget(part)
        both = QHBoxLayout()
        both.setSpacing(2 * SPACE)
        both.addWidget(self.sent, 3)
        both.addWidget(self.stays, 2)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(choices)
        outer.addLayout(both, 1)
        outer.addWidget(self.mark)
        outer.addWidget(self.note)
