"""The live feed: `Liked on Instagram`, its time, and why it was counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from labormeter_ui import icons, theme, words
from labormeter_ui.picture import day
from labormeter_ui.presenters.feed import practised
from labormeter_ui.views.text import Spoken, card, label

if TYPE_CHECKING:
    from labormeter.model import Act
    from labormeter_ui.presenters.feed import FeedPresenter

type Index = QModelIndex | QPersistentModelIndex

FRESH: Final = 2500
"""Milliseconds for which what just arrived is marked."""
ACT: Final = int(Qt.ItemDataRole.UserRole)
ROW: Final = 52


class FeedModel(QAbstractListModel):
    """The acts of a FeedPresenter, as Qt's views ask for them."""

    def __init__(self, presenter: FeedPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = presenter
        self.fresh = 0
        self._calm = QTimer(self, singleShot=True, interval=FRESH)
        self._calm.timeout.connect(self._settle)
        presenter.changed.connect(self._renew)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many acts are shown."""
        return 0 if parent is not None and parent.isValid() else len(self.presenter.acts)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:  # noqa: ANN401 - as Qt has it
        """Return the act, or its sentence."""
        act = self.presenter.acts[index.row()]
        if role == ACT:
            return act
        if role in {int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.AccessibleTextRole)}:
            return f"{words.done(act)}, {self.time(act)}"
        if role == int(Qt.ItemDataRole.AccessibleDescriptionRole):
            return words.why(act)
        return None

    def time(self, act: Act) -> str:
        """Return the time of an act, with its date where it is not today's."""
        clock = words.clock(act.occurred_at, act.utc_offset)
        date = day(act.occurred_at, act.utc_offset)
        return clock if date == self.presenter.today else f"{words.date(date, short=True)} {clock}"

    def _renew(self, arrived: int) -> None:
        first = self.fresh == 0 and arrived == len(self.presenter.acts)
        self.beginResetModel()
        self.fresh = 0 if first else arrived
        self.endResetModel()
        if self.fresh:
            self._calm.start()

    def _settle(self) -> None:
        last, self.fresh = self.fresh, 0
        self.dataChanged.emit(self.index(0), self.index(max(last - 1, 0)))


class FeedLine(QStyledItemDelegate):
    """Paints one act in two lines."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height of two lines of text."""
        return QSize(200, max(ROW, round(option.fontMetrics.height() * 2.7)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint icon, sentence, time and reason."""
        worn, act = theme.current(), index.data(ACT)
        model = index.model()
        assert isinstance(model, FeedModel)  # noqa: S101 - the delegate of this view alone
        area = QRectF(option.rect).adjusted(2, 1, -2, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, worn, area, option, fresh=index.row() < model.fresh)
        self._badge(painter, worn, area, act)
        self._text(painter, worn, area.adjusted(50, 6, -8, -6), act, model.time(act))
        painter.restore()

    def _ground(
        self,
        painter: QPainter,
        worn: theme.Theme,
        area: QRectF,
        option: QStyleOptionViewItem,
        *,
        fresh: bool,
    ) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if not (fresh or chosen):
            return
        painter.setPen(QPen(QColor(worn.accent), 1.5) if fresh else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(worn.sunk))
        painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 8, 8)

    def _badge(self, painter: QPainter, worn: theme.Theme, area: QRectF, act: Act) -> None:
        ratio = painter.device().devicePixelRatio()
        round_area = QRectF(area.left() + 8, area.center().y() - 16, 32, 32)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(worn.sunk))
        painter.drawEllipse(round_area)
        colour = worn.soft if act.effect == "undo" else worn.accent
        picture = icons.pixmap(act.activity, colour, 18, ratio)
        painter.drawPixmap(int(round_area.left() + 7), int(round_area.top() + 7), picture)

    def _text(
        self, painter: QPainter, worn: theme.Theme, area: QRectF, act: Act, time: str
    ) -> None:
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        upper = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        lower = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        painter.setFont(theme.font("small"))
        painter.setPen(QColor(worn.soft))
        painter.drawText(area, right, time)
        wide = painter.fontMetrics().horizontalAdvance(time) + 10
        self._line(painter, area, lower, self._reason(act), 0)
        painter.setFont(theme.font("body", bold=act.effect == "do"))
        painter.setPen(QColor(worn.ink))
        self._line(painter, area, upper, words.done(act), wide)

    def _line(
        self, painter: QPainter, area: QRectF, where: Qt.AlignmentFlag, text: str, kept: int
    ) -> None:
        room = int(area.width()) - kept
        short = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(area, where, short)

    def _reason(self, act: Act) -> str:
        if practised(act) and act.source != "practice":
            return f"{words.source('practice')}, {words.why(act)}"
        return words.why(act)


class FeedView(Spoken):
    """Shows a FeedPresenter."""

    def __init__(self, presenter: FeedPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = presenter
        self.title = label("heading")
        self.empty = label("soft", wrap=True)
        self.list = QListView()
        self.list.setModel(FeedModel(presenter, self))
        self.list.setItemDelegate(FeedLine(self.list))
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFrameShape(QListView.Shape.NoFrame)
        frame, column = card()
        column.addWidget(self.title)
        column.addWidget(self.empty, 1, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.list, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        presenter.changed.connect(self.say)
        self.say()

    def say(self, _arrived: int = 0) -> None:
        """Say the title, and what to expect while nothing came."""
        self.title.setText(self.tr("As it is counted"))
        self.list.setAccessibleName(self.title.text())
        self.list.setAccessibleDescription(self.tr("The latest acts, newest first."))
        self.empty.setText(self.tr("Acts appear here within a second of being done."))
        self.empty.setVisible(not self.presenter.acts)
        self.list.setVisible(bool(self.presenter.acts))
        self.list.viewport().update()
