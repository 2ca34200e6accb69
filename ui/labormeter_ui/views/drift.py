"""What goes unrecognised: which platforms probably changed, and every write that no rule knows."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QAbstractTableModel, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QTableView, QVBoxLayout, QWidget

from labormeter_ui import icons, theme, words
from labormeter_ui.theme import SPACE
from labormeter_ui.views.tables import ALIGN, DISPLAY, RIGHT, TIP, Columns, Index, ready, tip
from labormeter_ui.views.text import Spoken, button, card, emptied, label

if TYPE_CHECKING:
    from labormeter.drift import Drift
    from labormeter_ui.presenters.drift import DriftPresenter

COLUMNS: Final = ("platform", "write", "why", "since", "last", "count")
WHY: Final = {
    "unknown-name": QT_TRANSLATE_NOOP("DriftView", "a new name for a known act"),
    "unknown-answer": QT_TRANSLATE_NOOP("DriftView", "a new answer to a known act"),
    "unknown-write": QT_TRANSLATE_NOOP("DriftView", "no rule knows it"),
    "unknown-host": QT_TRANSLATE_NOOP("DriftView", "a host that is not opened"),
    "too-large": QT_TRANSLATE_NOOP("DriftView", "too large to be looked at"),
}
LONG: Final = 160


class DriftModel(QAbstractTableModel):
    """The writes of a DriftPresenter."""

    def __init__(self, presenter: DriftPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = presenter

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many kinds of writes there are."""
        return 0 if parent is not None and parent.isValid() else len(self.presenter.state.writes)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = DISPLAY) -> Any:  # noqa: ANN401 - as Qt has it
        """Return a cell's text or side."""
        column = COLUMNS[index.column()]
        if role == ALIGN and column == "count":
            return RIGHT
        if role == TIP:
            return tip(str(self.data(index)))
        if role != DISPLAY:
            return None
        write = self.presenter.state.writes[index.row()]
        return {
            "platform": words.platform(write.platform),
            "write": words.plain(f"{write.method} {write.host}{_called(write.name)}", LONG),
            "why": words.translate(
                "DriftView", str(WHY.get(write.reason) or words.plain(write.reason))
            ),
            "since": words.date(write.since, short=True),
            "last": words.date(write.last, short=True),
            "count": words.number(write.count),
        }[column]

    def headerData(self, section: int, way: Qt.Orientation, role: int = DISPLAY) -> Any:  # noqa: ANN401 - as Qt has it
        """Return a column's name."""
        if role == ALIGN and COLUMNS[section] == "count":
            return RIGHT
        if way != Qt.Orientation.Horizontal or role != DISPLAY:
            return None
        return {
            "platform": self.tr("Platform"),
            "write": self.tr("What is sent"),
            "why": self.tr("Why it stands here"),
            "since": self.tr("Since"),
            "last": self.tr("Last"),
            "count": self.tr("Times"),
        }[COLUMNS[section]]

    def renew(self) -> None:
        """Show the writes of now."""
        self.beginResetModel()
        self.endResetModel()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)


class DriftView(Spoken):
    """Shows a DriftPresenter.

    Signals:
        teach: the person wants to teach a platform's new form; carries the platform.
    """

    teach = Signal(str)

    def __init__(self, presenter: DriftPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = presenter
        self.mark, self.title = label(), label("heading", wrap=True)
        self.text, self.quiet = label("soft", wrap=True), label("small", wrap=True)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(SPACE)
        self.model, self.table = DriftModel(presenter, self), QTableView()
        self.caption = label("heading")
        self._lay()
        presenter.changed.connect(self.say)
        self.say()

    def say(self) -> None:
        """Say how the platforms stand."""
        state = self.presenter.state
        self.title.setText(self._headline())
        self.text.setText(
            self.tr(
                "Platforms change how they speak without a word. Then acts stop while traffic goes on,"
                " or something is sent that no rule knows. Names alone are kept, never what was sent."
            )
        )
        self.quiet.setText(self._others())
        self.quiet.setVisible(bool(self.quiet.text()))
        self.caption.setText(self.tr("What no rule knows"))
        self.table.setAccessibleName(self.caption.text())
        self.table.setAccessibleDescription(
            self.tr("Most are telemetry, which is no act; half known ones come first.")
        )
        for part in (self.caption, self.table):
            part.setVisible(bool(state.writes))
        self.model.renew()
        self.dress()

    def dress(self) -> None:
        """Draw the marks in the theme's colours."""
        worn, changed = theme.current(), self.presenter.state.changed
        name, colour = ("warn", worn.warn) if changed else ("good", worn.good)
        if not self.presenter.state.platforms:
            name, colour = "quiet", worn.soft
        self.mark.setPixmap(icons.pixmap(name, colour, 22, self.devicePixelRatioF()))
        self.mark.setAccessibleName(self.title.text())
        self.mark.setVisible(self.presenter.state.read)
        emptied(self.rows)
        for one in changed:
            self.rows.addWidget(self._row(one))

    def _headline(self) -> str:
        state = self.presenter.state
        if not state.read:
            return self.tr("Looking at the ledger")
        if not state.platforms:
            return self.tr("Nothing was seen yet. Once a platform is used, it is watched here.")
        if not state.changed:
            return self.tr("No platform seems to have changed.")
        return self.tr("%Ln platform(s) probably changed.", "", len(state.changed))

    def sentence(self, one: Drift) -> str:
        """Return what is to be said of a platform that probably changed."""
        parts = []
        if one.last_act:
            last = self.tr("last act on %1")
            parts.append(last.replace("%1", words.date(one.last_act, short=True)))
        if one.last_traffic:
            seen = self.tr("traffic until %1")
            parts.append(seen.replace("%1", words.date(one.last_traffic, short=True)))
        if one.count:
            parts.append(self.tr("%Ln write(s) unrecognised", "", one.count))
        said = self.tr("Probably changed: what you do there may go uncounted.")
        return f"{said} {', '.join(parts)}."

    def _others(self) -> str:
        state = self.presenter.state
        said = []
        for kind, sentence in (
            ("unrecognised", self.tr("Some writes unrecognised, and acts go on: %1.")),
            ("well", self.tr("Nothing unusual: %1.")),
        ):
            names = [words.platform(one.platform) for one in state.of(kind)]  # type: ignore[arg-type]
            if names:
                said.append(sentence.replace("%1", ", ".join(names)))
        return " ".join(said)

    def _row(self, one: Drift) -> QWidget:
        made, mark, texts = QWidget(), label(), QVBoxLayout()
        mark.setPixmap(icons.pixmap("warn", theme.current().warn, 18, self.devicePixelRatioF()))
        mark.setAccessibleName(self.tr("probably changed"))
        name = words.platform(one.platform)
        teach = button(partial(self.teach.emit, one.platform))
        teach.setText(self.tr("Teach it"))
        teach.setAccessibleName(f"{teach.text()}: {name}")
        texts.setSpacing(0)
        texts.addWidget(label("strong", name, wrap=True))
        texts.addWidget(label("soft", self.sentence(one), wrap=True))
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE + 2)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        row.addWidget(teach)
        return made

    def _lay(self) -> None:
        self.table.setModel(self.model)
        ready(self.table, (), 1)
        self.columns = Columns(self.table, 1)
        frame, column = card()
        head = QHBoxLayout()
        head.setSpacing(SPACE + 2)
        head.addWidget(self.mark)
        head.addWidget(self.title, 1)
        column.addLayout(head)
        column.addWidget(self.text)
        column.addLayout(self.rows)
        column.addWidget(self.quiet)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(2 * SPACE)
        outer.addWidget(frame)
        outer.addWidget(self.caption)
        outer.addWidget(self.table, 1)
        outer.addStretch()


def _called(name: str) -> str:
    """Return an operation's name behind its host, a path as it is."""
    return name if name.startswith("/") else f" {name}"
