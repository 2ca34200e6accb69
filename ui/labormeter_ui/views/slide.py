"""One view of a room: its title, its picture and its sentences, on the page and for a projector."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from labormeter.room.drawing import Look
from labormeter_ui import theme
from labormeter_ui.theme import SPACE
from labormeter_ui.views.text import label

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from labormeter.room.slides import Slide

LEAST: Final = 240


class Canvas(QWidget):
    """Paints a picture of SVG over the whole of itself.

    Signals:
        resized: it has another size, and wants a picture of that size.
    """

    resized = Signal()

    def __init__(self, text: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = text
        """Pixels of its smallest text but one."""
        self.worn: theme.Theme | None = None
        """Its colours, where they are not those of the window."""
        self._drawn = QSvgRenderer(self)
        self.setMinimumHeight(LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def look(self) -> Look:
        """Return size and colours of the picture that is wanted."""
        worn = self.worn or theme.current()
        dark = worn.name == "dark"
        return Look(
            width=max(self.width(), 10 * self.text),
            height=max(self.height(), 8 * self.text),
            text=self.text,
            ink=worn.ink,
            soft=worn.soft,
            line=worn.line,
            band="#2b3b47" if dark else "#dbe8f2",
            dot=worn.series[0],
            mark=worn.accent,
            ground=worn.card,
        )

    def show_svg(self, svg: str) -> None:
        """Show a picture."""
        self._drawn.load(QByteArray(svg.encode()))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have it drawn anew."""
        super().resizeEvent(event)
        self.resized.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        painter = QPainter(self)
        if self._drawn.isValid():
            self._drawn.render(painter, QRectF(self.rect()))
        painter.end()


class SlideView(QWidget):
    """Shows a Slide."""

    def __init__(self, text: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.sentences = label("title", wrap=True), label("soft", wrap=True)
        self.canvas = Canvas(text)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(2 * SPACE)
        outer.addWidget(self.title)
        outer.addWidget(self.canvas, 1)
        outer.addWidget(self.sentences)

    def show_slide(self, slide: Slide | None) -> None:
        """Show a view, or nothing."""
        if slide is None:
            return
        self.title.setText(slide.title)
        self.sentences.setText("\n".join(slide.sentences))
        self.canvas.show_svg(slide.svg or "<svg xmlns='http://www.w3.org/2000/svg'/>")
        self.canvas.setAccessibleName(slide.title)
        self.canvas.setAccessibleDescription(slide.said)
