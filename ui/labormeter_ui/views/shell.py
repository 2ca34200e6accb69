"""What stands around every page: the rail of pages, the title, metering, and messages."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from labormeter_ui import icons, theme, words
from labormeter_ui.language import NAMES
from labormeter_ui.theme import SPACE
from labormeter_ui.views.bar import MessageBar
from labormeter_ui.views.shift import ShiftView
from labormeter_ui.views.text import Spoken, button, hint, label
from labormeter_ui.views.waiting import WaitingView

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from labormeter_ui.presenters.shift import ShiftPresenter

NARROW: Final = 960
"""Pixels below which the rail is shown without its words."""
WIDE: Final = 208
PAGES: Final = (
    "today",
    "ledger",
    "charts",
    "rates",
    "uploads",
    "history",
    "platforms",
    "statement",
    "share",
    "setup",
    "settings",
)


def key(page: str) -> str:
    """Return the keys that turn to a page: Ctrl with its number, 0 for the tenth."""
    place = PAGES.index(page) + 1
    return f"Ctrl+{place % 10}" if place <= 10 else f"Ctrl+Shift+{place % 10}"  # noqa: PLR2004 - keys of a row


ICONS: Final = {"share": "pass_on"}
"""Pages whose icon is not called as they are."""


class Shell(Spoken):
    """Holds the pages.

    Signals:
        turned: another page is shown; carries its name.
        language: a language was chosen; carries its code, or `system`.
        browse: the metered browser is wanted.
    """

    turned = Signal(str)
    language = Signal(str)
    browse = Signal()

    def __init__(self, shift: ShiftPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ground")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.date, self.narrow = "", False
        self.chosen_language = "system"
        self.shift, self.bar, self.waiting = ShiftView(shift), MessageBar(), WaitingView()
        self.title, self.subtitle = label("title"), label("small")
        self.stack = QStackedWidget()
        self.group = QButtonGroup(self)
        self.buttons = {page: self._page_button(page) for page in PAGES}
        self.browse_button = button(self.browse.emit)
        self.languages = QComboBox()
        self.languages.currentIndexChanged.connect(self._speak)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self.name = label("heading", "labormeter")
        self.rail = self._rail()
        outer.addWidget(self.rail)
        outer.addWidget(self._body(), 1)
        self.say()
        self.dress()

    def add(self, page: str, widget: QWidget, *, scrolls: bool) -> None:
        """Put a page's widget in its place; pages are added in the order of PAGES."""
        widget.setObjectName("ground")
        if scrolls:
            area = QScrollArea()
            area.setWidgetResizable(True)
            area.setFrameShape(QScrollArea.Shape.NoFrame)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            area.setWidget(widget)
            area.setProperty("page", page)
            widget = area
        self.stack.addWidget(widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the rail without its words where the window is small."""
        super().resizeEvent(event)
        if (narrow := event.size().width() < NARROW) != self.narrow:
            self.narrow = narrow
            self.say()

    def turn(self, page: str) -> None:
        """Show a page."""
        self.buttons[page].setChecked(True)
        self.stack.setCurrentIndex(PAGES.index(page))
        self.say()
        self.dress()
        self.turned.emit(page)

    @property
    def page(self) -> str:
        """Return the name of the page that is shown."""
        return PAGES[max(self.group.checkedId(), 0)]

    def show_date(self, date: str) -> None:
        """Say which day it is."""
        if date != self.date:
            self.date = date
            self.say()

    def show_language(self, chosen: str) -> None:
        """Say which language was chosen."""
        self.chosen_language = chosen
        self.say()

    def say(self) -> None:
        """Say the names of pages and controls."""
        names = self._names()
        for page, made in self.buttons.items():
            made.setText("" if self.narrow else names[page])
            made.setAccessibleName(names[page])
            hint(made, f"{names[page]} ({key(page)})")
        self.title.setText(names[self.page])
        self.subtitle.setText(words.date(self.date) if self.date else "")
        self.browse_button.setText("" if self.narrow else self.tr("Metered browser"))
        self.languages.setVisible(not self.narrow)
        self.name.setVisible(not self.narrow)
        self.rail.setMinimumWidth(0 if self.narrow else WIDE)
        self.browse_button.setAccessibleName(self.tr("Open the metered browser"))
        hint(self.browse_button, self.tr("Open the metered browser (Ctrl+B)"))
        for area in self.findChildren(QScrollArea):
            if (page := area.property("page")) in names:
                area.setAccessibleName(names[page])
        self._say_languages()

    def dress(self) -> None:
        """Draw the icons in the theme's colours."""
        worn = theme.current()
        for page, made in self.buttons.items():
            name = ICONS.get(page, page)
            made.setIcon(icons.icon(name, worn.accent if made.isChecked() else worn.soft))
        self.browse_button.setIcon(icons.icon("browse", worn.soft))

    def _names(self) -> dict[str, str]:
        return {
            "today": self.tr("Today"),
            "ledger": self.tr("Ledger"),
            "charts": self.tr("Charts"),
            "rates": self.tr("Rates"),
            "uploads": self.tr("Uploads"),
            "history": self.tr("History"),
            "platforms": self.tr("Platforms"),
            "statement": self.tr("Statement"),
            "share": self.tr("Share"),
            "setup": self.tr("Set-up"),
            "settings": self.tr("Settings"),
        }

    def _say_languages(self) -> None:
        self.languages.setAccessibleName(self.tr("Language"))
        with QSignalBlocker(self.languages):
            self.languages.clear()
            self.languages.addItem(self.tr("Language of the system"), "system")
            for code, name in NAMES.items():
                self.languages.addItem(name, code)
            self.languages.setCurrentIndex(self.languages.findData(self.chosen_language))

    def _speak(self) -> None:
        self.chosen_language = self.languages.currentData()
        self.language.emit(self.chosen_language)

    def _page_button(self, page: str) -> QPushButton:
        made = button(partial(self.turn, page), page=True)
        made.setCheckable(True)
        made.setIconSize(QSize(20, 20))
        self.group.addButton(made, PAGES.index(page))
        return made

    def _rail(self) -> QWidget:
        rail = QWidget()
        rail.setObjectName("rail")
        rail.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(rail)
        column.setContentsMargins(SPACE + 4, 2 * SPACE + 4, SPACE + 4, 2 * SPACE)
        column.setSpacing(SPACE // 2)
        mark = QHBoxLayout()
        mark.setSpacing(SPACE)
        logo = label()
        logo.setPixmap(icons.pixmap("labormeter", "", 28, 2.0))
        logo.setAccessibleName("labormeter")
        mark.addWidget(logo)
        mark.addWidget(self.name, 1)
        column.addLayout(mark)
        column.addSpacing(2 * SPACE)
        for made in self.buttons.values():
            column.addWidget(made)
        column.addStretch()
        self.browse_button.setIconSize(QSize(18, 18))
        column.addWidget(self.browse_button)
        column.addWidget(self.languages)
        return rail

    def _body(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        margin = 3 * SPACE
        column.setContentsMargins(margin, 2 * SPACE + 4, margin, 2 * SPACE)
        column.setSpacing(2 * SPACE)
        head = QHBoxLayout()
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.title)
        names.addWidget(self.subtitle)
        head.addLayout(names, 1)
        head.addWidget(self.shift)
        column.addLayout(head)
        column.addWidget(self.bar)
        column.addWidget(self.waiting)
        column.addWidget(self.stack, 1)
        return body
