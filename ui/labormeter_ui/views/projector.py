"""The projector: one view at a time over the whole screen, light, large, and by the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from labormeter.room import slides
from labormeter.room.words import WORDS, warnings
from labormeter_ui import theme, words
from labormeter_ui.theme import SPACE
from labormeter_ui.views.slide import SlideView
from labormeter_ui.views.text import Spoken, label

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from labormeter_ui.presenters.room import RoomPresenter

POINTS: Final = 20
"""Points of the smallest text."""
TITLE: Final = 34
INCH: Final = 72


class Projector(Spoken):
    """Shows a RoomPresenter to a room.

    Signals:
        left: it was left with Esc.
    """

    left = Signal()

    def __init__(self, presenter: RoomPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowFlag(Qt.WindowType.Window)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.presenter = presenter
        dots = QGuiApplication.primaryScreen().logicalDotsPerInch()
        self.slide = SlideView(round(POINTS * max(dots, INCH) / INCH))
        self.slide.canvas.worn = theme.LIGHT
        self.waiting, self.warning, self.keys = label(wrap=True), label(wrap=True), label(wrap=True)
        self.place = label()
        self._lay()
        self._dress()
        presenter.changed.connect(self.say)
        self.slide.canvas.resized.connect(self.say)
        self.say()

    def say(self) -> None:
        """Show the view that is up, or how many cards there are before the reveal."""
        state = self.presenter.state
        shown = state.group
        self.setWindowTitle(self.tr("Room"))
        self.setAccessibleName(self.tr("Room, on the projector"))
        self.slide.setVisible(shown is not None)
        self.waiting.setVisible(shown is None)
        chosen, least = len(state.deal.chosen), state.deal.smallest
        text = self.tr("%Ln card(s)", "", chosen)
        if not state.deal.ready:
            more = self.tr("At least %1 are needed.").replace("%1", words.number(least))
            text = f"{text}\n{more}"
        self.waiting.setText(text)
        self.slide.show_slide(self.presenter.slide(self.slide.canvas.look()))
        self.place.setText(
            f"{slides.NAMES.index(state.view) + 1} / {len(slides.NAMES)}" if shown else ""
        )
        language = state.how.language
        told = warnings(shown.number, language) if shown else (WORDS[language]["dot"],)
        self.warning.setText(" ".join(told[1:] if shown else told))
        self.keys.setText(
            self.tr("Arrows: turn   D: deal again   Esc: leave")
            if shown
            else self.tr("R: reveal   Esc: leave")
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn, reveal, deal again, leave."""
        keys, revealed = Qt.Key, self.presenter.state.deal.revealed
        match Qt.Key(event.key()):
            case keys.Key_Right | keys.Key_Down | keys.Key_PageDown | keys.Key_Space:
                self.presenter.step(1)
            case keys.Key_Left | keys.Key_Up | keys.Key_PageUp:
                self.presenter.step(-1)
            case keys.Key_R if not revealed:
                self.presenter.deal()
            case keys.Key_D if revealed:
                self.presenter.deal()
            case keys.Key_Escape:
                self.close()
                self.left.emit()
            case _:
                super().keyPressEvent(event)

    def _dress(self) -> None:
        """Wear the light theme, whatever the window wears, and text that is read from afar."""
        worn = theme.LIGHT
        self.setObjectName("projector")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setPalette(theme.palette(worn))
        self.setStyleSheet(
            f"QWidget#projector {{ background: {worn.card}; }}"
            f"QWidget {{ color: {worn.ink}; font-size: {POINTS}pt; }}"
            f"QLabel#title {{ font-size: {TITLE}pt; font-weight: 700; }}"
            f"QLabel#waiting {{ font-size: {2 * TITLE}pt; font-weight: 700; }}"
            f"QLabel#soft {{ color: {worn.soft}; font-size: {POINTS}pt; }}"
        )

    def _lay(self) -> None:
        for part, name in (
            (self.slide.title, "title"),
            (self.waiting, "waiting"),
            (self.keys, "soft"),
            (self.place, "soft"),
            (self.slide.sentences, "soft"),
            (self.warning, "warning"),
        ):
            part.setProperty("role", "")
            part.setObjectName(name)
        self.waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*(6 * SPACE,) * 2, *(6 * SPACE, 4 * SPACE))
        outer.setSpacing(2 * SPACE)
        outer.addWidget(self.slide, 1)
        outer.addWidget(self.waiting, 1)
        outer.addWidget(self.warning)
        foot = QHBoxLayout()
        foot.addWidget(self.keys, 1)
        foot.addWidget(self.place)
        outer.addLayout(foot)

    def labels(self) -> list[QLabel]:
        """Return every text of it."""
        return self.findChildren(QLabel)
