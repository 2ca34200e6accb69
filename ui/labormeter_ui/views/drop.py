"""Where a file can be dropped: a dashed field that lights up under it, and the view that takes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from labormeter_ui import icons, theme
from labormeter_ui.views.text import Spoken

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent

LEAST: Final = 200
ICON: Final = 48
ROUND: Final = 12


class Drop(QWidget):
    """The field alone; whoever holds it takes the file."""

    def __init__(self, icon: str = "upload", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.icon, self.under = icon, False
        self.setMinimumHeight(LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def lit(self, *, on: bool) -> None:
        """Say whether a file is held above it."""
        if on != self.under:
            self.under = on
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a dashed frame, and a picture in its middle."""
        painter, worn = QPainter(self), theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(worn.accent if self.under else worn.rest)
        painter.setPen(QPen(colour, 2, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(worn.sunk if self.under else worn.card))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), ROUND, ROUND)
        drawn = icons.pixmap(self.icon, colour.name(), ICON, self.devicePixelRatioF())
        middle = self.rect().center()
        painter.drawPixmap(middle.x() - ICON // 2, middle.y() - ICON // 2, drawn)
        painter.end()


class DropView(Spoken):
    """A view on which files of this computer can be dropped, wherever its field is.

    It accepts drops (`setAcceptDrops`) and says what it takes and what it does with it.
    """

    drop: Drop

    def takes(self, paths: list[str]) -> bool:
        """Whether these files are taken now."""
        return bool(paths)

    def dropped(self, paths: list[str]) -> None:
        """Take files that were dropped."""
        raise NotImplementedError

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Light up under files that are taken."""
        if self.takes(_paths(event.mimeData())):
            self.drop.lit(on=True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Go out again."""
        super().dragLeaveEvent(event)
        self.drop.lit(on=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand on what is taken."""
        self.drop.lit(on=False)
        if self.takes(paths := _paths(event.mimeData())):
            event.acceptProposedAction()
            self.dropped(paths)


def _paths(held: QMimeData) -> list[str]:
    return [url.toLocalFile() for url in held.urls() if url.isLocalFile()]
