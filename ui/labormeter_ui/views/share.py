"""The page of sharing: its sections, of which one is seen at a time."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from labormeter_ui import icons, theme
from labormeter_ui.theme import SPACE
from labormeter_ui.views.export import ExportView
from labormeter_ui.views.text import Spoken, button, card, label

if TYPE_CHECKING:
    from labormeter_ui.presenters.share import SharePresenter

SECTIONS: Final = ("export", "room", "study")


class ShareView(Spoken):
    """Sections for what is taken along, compared in a room, and given to a study."""

    def __init__(self, presenter: SharePresenter) -> None:
        super().__init__()
        self.export = ExportView(presenter)
        self.later = {"room": Later("ledger"), "study": Later("share")}
        self.buttons: dict[str, QPushButton] = {}
        self.sections: dict[str, QWidget] = {}
        self.stack = QStackedWidget()
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        for name in SECTIONS:
            made = button(partial(self.turn, name), segment=True)
            made.setCheckable(True)
            row.addWidget(made)
            self.buttons[name] = made
        row.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, SPACE, 0)
        outer.setSpacing(2 * SPACE)
        outer.addLayout(row)
        outer.addWidget(self.stack, 1)
        for name, section in (("export", self.export), *self.later.items()):
            self.put(name, section)
        self.turn("export")
        self.say()
        self.dress()

    def put(self, name: str, section: QWidget) -> None:
        """Put a widget into the place of a section."""
        before = self.sections.get(name)
        shown = before is not None and self.stack.currentWidget() is before
        if before is not None:
            self.stack.removeWidget(before)
            before.deleteLater()
            self.later.pop(name, None)
        self.sections[name] = section
        self.stack.addWidget(section)
        if shown:
            self.stack.setCurrentWidget(section)

    def turn(self, name: str) -> None:
        """Show a section."""
        for other, made in self.buttons.items():
            made.setChecked(other == name)
        self.stack.setCurrentWidget(self.sections[name])

    def say(self) -> None:
        """Say what the sections are."""
        names = (self.tr("Export"), self.tr("Room"), self.tr("Study"))
        for made, name in zip(self.buttons.values(), names, strict=True):
            made.setText(name)
            made.setAccessibleName(name)
        texts = {
            "room": (
                self.tr("Room"),
                self.tr(
                    "Here several people will lay their ledgers side by side on one screen: whose work was"
                    " whose, through one lens, without a network. This version cannot do that yet."
                ),
            ),
            "study": (
                self.tr("Study"),
                self.tr(
                    "Here you will read what a study asks for, see to the last byte what would be given,"
                    " and decide. This version takes part in no study and sends nothing."
                ),
            ),
        }
        for name, later in self.later.items():
            later.show_words(*texts[name])

    def dress(self) -> None:
        """Draw the pictures in the theme's colours."""
        for later in self.later.values():
            later.dress()


class Later(QWidget):
    """A place that is kept for what does not exist yet, and says so."""

    def __init__(self, picture: str) -> None:
        super().__init__()
        self._name = picture
        self.picture, self.title = label(), label("heading")
        self.text: QLabel = label("soft", wrap=True)
        frame, column = card()
        for part in (self.picture, self.title, self.text):
            column.addWidget(part)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        outer.addStretch()

    def show_words(self, title: str, text: str) -> None:
        """Say what will be there."""
        self.title.setText(title)
        self.text.setText(text)
        self.picture.setAccessibleName(title)

    def dress(self) -> None:
        """Draw the picture in the theme's colour."""
        drawn = icons.pixmap(self._name, theme.current().soft, 30, self.devicePixelRatioF())
        self.picture.setPixmap(drawn)
