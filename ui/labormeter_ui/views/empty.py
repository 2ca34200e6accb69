"""What stands where nothing was counted yet: what to do, and what is never kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from labormeter_ui import icons, theme
from labormeter_ui.theme import SPACE
from labormeter_ui.views.text import Spoken, button, card, label

if TYPE_CHECKING:
    from collections.abc import Callable

ICONS = ("practice", "browse", "private")


class EmptyView(Spoken):
    """Offers the practice shift and the metered browser.

    Signals:
        practice: the person wants the practice shift.
        browse: the person wants the metered browser.
    """

    practice = Signal()
    browse = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.text = label("title"), label("soft", wrap=True)
        self.choices = [
            Choice(self.practice.emit, main=True),
            Choice(self.browse.emit, main=False),
            Choice(None, main=False),
        ]
        self._busy = False
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 2 * SPACE, 0, 0)
        outer.setSpacing(SPACE)
        outer.addWidget(self.title)
        outer.addWidget(self.text)
        outer.addSpacing(2 * SPACE)
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        for choice in self.choices:
            row.addWidget(choice, 1)
        outer.addLayout(row)
        outer.addStretch()
        self.say()
        self.dress()

    @property
    def practice_button(self) -> QPushButton:
        """Return the button that starts the practice shift."""
        return self.choices[0].button

    def practising(self, busy: bool) -> None:  # noqa: FBT001 - takes a Qt signal's value
        """Say whether a practice shift goes on."""
        self._busy = busy
        self.say()

    def say(self) -> None:
        """Say what to do."""
        self.title.setText(self.tr("Nothing counted yet"))
        self.text.setText(
            self.tr("Your acts appear here within a second of being done. Begin with one of these.")
        )
        practising = self.tr(
            "The practice site is open in a browser. What you do there arrives here."
        )
        offered = self.tr(
            "A browser opens on a made-up site on this computer: like, post and solve a captcha there"
            " without any account, and see it counted here. Practice stays out of your totals."
        )
        practice, browse, kept = self.choices
        practice.say(
            self.tr("See it work first"),
            practising if self._busy else offered,
            self.tr("Start a practice shift"),
        )
        practice.button.setEnabled(not self._busy)
        browse.say(
            self.tr("Use your platforms as ever"),
            self.tr(
                "A browser of your own opens, with a profile of its own. What you do there on the"
                " platforms you chose is counted; every other site passes unopened."
            ),
            self.tr("Open the metered browser"),
        )
        kept.say(
            self.tr("What is never kept"),
            self.tr(
                "What you said, to whom, and where. The ledger holds what kind of act it was, on"
                " which platform and when, and it never leaves this computer without you."
            ),
            "",
        )

    def dress(self) -> None:
        """Draw the pictures in the theme's colours."""
        worn = theme.current()
        for choice, name in zip(self.choices, ICONS, strict=True):
            drawn = icons.pixmap(name, worn.accent, 36, self.devicePixelRatioF())
            choice.picture.setPixmap(drawn)


class Choice(QWidget):
    """A card with a picture, a title, a text, and maybe a button."""

    def __init__(self, press: Callable[[], object] | None, *, main: bool) -> None:
        super().__init__()
        self.picture, self.title = label(), label("heading", wrap=True)
        self.text: QLabel = label("soft", wrap=True)
        self.button = button(press or self.hide, main=main)
        self.button.setVisible(press is not None)
        frame, column = card(3 * SPACE)
        column.setSpacing(SPACE + 4)
        for part in (self.picture, self.title, self.text):
            column.addWidget(part)
        column.addStretch()
        column.addWidget(self.button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def say(self, title: str, text: str, press: str) -> None:
        """Say the three texts."""
        self.title.setText(title)
        self.text.setText(text)
        self.picture.setAccessibleName(title)
        self.button.setText(press)
        self.button.setAccessibleName(press or title)
        self.button.setAccessibleDescription(text)
