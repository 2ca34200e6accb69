"""The small parts every view is made of: plain text, cards, buttons, and rows that wrap."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLayout,
    QLayoutItem,
    QMenu,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from labormeter_ui.theme import SPACE, current

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtGui import QContextMenuEvent, QKeyEvent

BREAK: Final = "\u200b"
"""Has no width; a line may be broken at it."""
UNBROKEN: Final = 18
"""Characters of a word that stand together, whatever that needs."""
_LONG: Final = re.compile(rf"[^\s{BREAK}]{{{UNBROKEN + 1},}}")
_PARTS: Final = re.compile(rf"[^/?&=_.:-]{{1,{UNBROKEN}}}[/?&=_.:-]?|[/?&=_.:-]")


def breakable(text: str) -> str:
    """Return a text whose long words can be broken into lines, after a sign where there is one."""
    return _LONG.sub(lambda found: BREAK.join(_PARTS.findall(found.group())), text)


class Spoken(QWidget):
    """A widget that says its texts again when the language changes, and dresses with the theme."""

    def say(self) -> None:
        """Set every text in the language of now."""

    def dress(self) -> None:
        """Set every icon and colour that the style sheet cannot."""

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.say()
        elif event.type() == QEvent.Type.PaletteChange:
            self.dress()


class Prose(QLabel):
    """A label that wraps, also a word that is longer than a line; what is copied is as it was."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show a text."""
        self._text = text
        super().setText(breakable(text))

    def text(self) -> str:
        """Return the text as it was given."""
        return self._text

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy what is chosen without what it was broken at."""
        if event.matches(QKeySequence.StandardKey.Copy) and self.hasSelectedText():
            self.copy()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy, where text can be chosen."""
        if not self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse:
            super().contextMenuEvent(event)
            return
        menu = QMenu(self)
        menu.addAction(self.tr("Copy"), self.copy)
        menu.exec(event.globalPos())

    def copy(self) -> None:
        """Put what is chosen on the clipboard, all of it where nothing is."""
        chosen = self.selectedText().replace(BREAK, "") or self._text
        QGuiApplication.clipboard().setText(chosen.replace("\u2029", "\n"))


def label(role: str = "body", text: str = "", *, wrap: bool = False) -> QLabel:
    """Return a label of a role of the type scale, that never reads its text as markup."""
    made = Prose(text) if wrap else QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    made.setWordWrap(wrap)
    return made


def tone(widget: QWidget, name: str) -> None:
    """Give a widget the tone `good`, `warn`, `bad`, `private`, or none."""
    if widget.property("tone") != name:
        widget.setProperty("tone", name)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def hint(widget: QWidget, text: str) -> None:
    """Set a tooltip that never reads its text as markup."""
    widget.setToolTip(f"<span>{escape(text)}</span>" if text else "")


def button(press: Callable[[], object], **kinds: bool) -> QPushButton:
    """Return a button; `kinds` are properties of the style sheet such as `main` or `flat`."""
    made = QPushButton()
    made.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
    for kind, wanted in kinds.items():
        made.setProperty(kind, wanted)
    made.clicked.connect(lambda _checked=False: press())
    return made


def card(margin: int = 2 * SPACE + 4) -> tuple[QFrame, QVBoxLayout]:
    """Return a card and the column inside it."""
    frame = QFrame()
    frame.setProperty("card", True)
    column = QVBoxLayout(frame)
    column.setContentsMargins(margin, margin, margin, margin)
    column.setSpacing(SPACE)
    return frame, column


def ring(widget: QWidget, painter: QPainter) -> None:
    """Show that a drawing of our own has the keyboard's focus."""
    if widget.hasFocus():
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(current().accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(widget.rect()).adjusted(1, 1, -1, -1), 8, 8)


def emptied(layout: QLayout) -> None:
    """Take every widget out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


def _level(row: Iterable[tuple[QLayoutItem, QRect]], high: int) -> None:
    """Put the items of a row where they belong, lower ones in the middle of its height."""
    for item, place in row:
        item.setGeometry(place.translated(0, (high - place.height()) // 2))


class Flow(QLayout):
    """A row that wraps."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(SPACE)

    def addItem(self, item: QLayoutItem) -> None:
        """Add an item at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, None behind the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out, None behind the last."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Take no more room than is needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Grow downwards as it gets narrower."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all rows at a width."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, area: QRect) -> None:
        """Place all items in an area."""
        super().setGeometry(area)
        self._place(area, move=True)

    def sizeHint(self) -> QSize:
        """Return the least size."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the size of the largest item."""
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, area: QRect, *, move: bool) -> int:
        x, y, high = area.x(), area.y(), 0
        row: list[tuple[QLayoutItem, QRect]] = []
        for item in (one for one in self._items if not one.isEmpty()):  # others are hidden
            wanted = item.sizeHint()
            if row and x + wanted.width() > area.right() + 1:
                _level(row if move else (), high)
                x, y, high, row = area.x(), y + high + self.spacing() // 2, 0, []
            row.append((item, QRect(QPoint(x, y), wanted)))
            x += wanted.width() + self.spacing() + 4
            high = max(high, wanted.height())
        _level(row if move else (), high)
        return y + high - area.y()
