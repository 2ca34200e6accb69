"""What stands where nothing was counted yet: what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from labormeter_ui import icons, theme
from labormeter_ui.theme import SPACE
from labormeter_ui.views.text import Spoken, button, card, label


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
        self.picture = label()
        self.title = label("title")
        self.text = label("soft", wrap=True)
        self.practice_button = button(self.practice.emit, main=True)
        self.browse_button = button(self.browse.emit)
        self.progress = label("small", wrap=True)
        self._busy = False
        frame, column = card(5 * SPACE)
        column.setSpacing(2 * SPACE)
        column.addWidget(self.picture)
        column.addWidget(self.title)
        self.text.setMaximumWidth(620)
        column.addWidget(self.text)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        for made in (self.practice_button, self.browse_button):
            row.addWidget(made)
        row.addStretch()
        column.addLayout(row)
        column.addWidget(self.progress)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        outer.setAlignment(frame, Qt.AlignmentFlag.AlignTop)
        self.say()
        self.dress()

    def practising(self, busy: bool) -> None:  # noqa: FBT001 - takes a Qt signal's value
        """Say whether a practice shift goes on."""
        self._busy = busy
        self.say()

    def say(self) -> None:
        """Say what to do."""
        self.title.setText(self.tr("Nothing counted yet"))
        self.text.setText(
            self.tr(
                "Open the metered browser and use your platforms as you always do: every like,"
                " post, captcha and photo is counted here, and nothing of what you say, to whom,"
                " or where is kept. Or see it work first: the practice shift acts on a made-up"
                " site on this computer, without any account."
            )
        )
        self.practice_button.setText(self.tr("Start a practice shift"))
        self.practice_button.setAccessibleName(self.practice_button.text())
        self.practice_button.setAccessibleDescription(
            self.tr("Practice acts are marked and stay out of your totals.")
        )
        self.practice_button.setEnabled(not self._busy)
        self.browse_button.setText(self.tr("Open the metered browser"))
        self.browse_button.setAccessibleName(self.browse_button.text())
        self.progress.setText(
            self.tr("A browser is acting on the practice site; its acts arrive here.")
        )
        self.progress.setVisible(self._busy)

    def dress(self) -> None:
        """Draw the picture in the theme's colours."""
        drawn = icons.pixmap("practice", theme.current().accent, 56, self.devicePixelRatioF())
        self.picture.setPixmap(drawn)
        self.picture.setAccessibleName(self.tr("Nothing counted yet"))
