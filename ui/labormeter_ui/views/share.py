"""The page of sharing: exports, and where room and study will live."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QStandardPaths
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from labormeter_ui import icons, motion, theme, words
from labormeter_ui.presenters.share import FORMS
from labormeter_ui.theme import SPACE
from labormeter_ui.views.text import Spoken, button, card, label, tone

if TYPE_CHECKING:
    from labormeter_ui.presenters.share import Form, Share, SharePresenter


class ShareView(Spoken):
    """Shows a SharePresenter."""

    def __init__(self, presenter: SharePresenter) -> None:
        super().__init__()
        self.presenter = presenter
        self.title, self.text = label("heading"), label("soft", wrap=True)
        self.lines = {form.name: FormLine(form, partial(self._ask, form)) for form in FORMS}
        self.busy, self.cancel = QProgressBar(), button(presenter.cancel)
        self.busy.setTextVisible(False)
        self.busy.setFixedHeight(4)
        self.said = label(wrap=True)
        self.room, self.study = Later("ledger"), Later("share")
        self._lay()
        presenter.changed.connect(self.say)
        self.say()
        self.dress()

    def say(self) -> None:
        """Say what there is to take along, and how it went."""
        state = self.presenter.state
        self.title.setText(self.tr("Take your ledger along"))
        self.text.setText(
            self.tr(
                "A file that you keep, open in a spreadsheet or hand on yourself. It holds what the"
                " ledger holds: kinds of acts, platforms and times, practice marked as such, and"
                " nothing that was said. Nothing is sent anywhere."
            )
        )
        self._say_forms()
        for line in self.lines.values():
            line.write.setEnabled(not state.running)
        self.busy.setVisible(state.running)
        self.busy.setRange(0, 1 if motion.reduced() else 0)
        self.busy.setAccessibleName(self.tr("The file is being written"))
        self.cancel.setVisible(state.running)
        self.cancel.setText(self.tr("Cancel"))
        self.cancel.setAccessibleName(self.cancel.text())
        self.said.setText(self._said(state))
        self.said.setVisible(bool(self.said.text()))
        tone(self.said, "bad" if state.fault else "good")
        self._say_later()

    def dress(self) -> None:
        """Draw the pictures in the theme's colours."""
        for later in (self.room, self.study):
            later.dress()

    def _say_forms(self) -> None:
        said = {
            "csv": (self.tr("Spreadsheet"), self.tr("Every act as a row, in CSV.")),
            "jsonl": (self.tr("JSON lines"), self.tr("Every act as a line, for programs.")),
            "hledger": (
                "hledger",
                self.tr("A plain-text journal: acts as commodities, rates as their prices."),
            ),
            "beancount": ("Beancount", self.tr("The same for Beancount and Fava.")),
        }
        for name, line in self.lines.items():
            line.show_words(*said[name], self.tr("Save as"))

    def _say_later(self) -> None:
        self.room.show_words(
            self.tr("Room"),
            self.tr(
                "Here several people will lay their ledgers side by side on one screen: whose work was"
                " whose, through one lens, without a network. This version cannot do that yet."
            ),
        )
        self.study.show_words(
            self.tr("Study"),
            self.tr(
                "Here you will read what a study asks for, see to the last byte what would be given,"
                " and decide. This version takes part in no study and sends nothing."
            ),
        )

    def _said(self, state: Share) -> str:
        if state.fault:
            sentence = self.tr("The file was not written.")
            return f"{sentence} {words.plain(state.fault, 300)}"
        if not state.written:
            return ""
        size = QLocale().formattedDataSize(state.bytes)
        said = self.tr("%1 is written (%2).").replace("%1", words.plain(state.written))
        return said.replace("%2", size)

    def _ask(self, form: Form) -> None:
        place = QStandardPaths.StandardLocation.DocumentsLocation
        folder = Path(QStandardPaths.writableLocation(place))
        offered = str(folder / f"labormeter.{form.suffix}")
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save as"), offered)
        self.presenter.write(form, path)

    def _lay(self) -> None:
        frame, column = card()
        column.addWidget(self.title)
        column.addWidget(self.text)
        for line in self.lines.values():
            column.addWidget(line)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(self.busy, 1)
        row.addWidget(self.cancel)
        column.addLayout(row)
        column.addWidget(self.said)
        later = QHBoxLayout()
        later.setSpacing(2 * SPACE)
        later.addWidget(self.room, 1)
        later.addWidget(self.study, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, SPACE, 0)
        outer.setSpacing(2 * SPACE)
        outer.addWidget(frame)
        outer.addLayout(later)
        outer.addStretch()


class FormLine(QWidget):
    """One form, what it is good for, and its button."""

    def __init__(self, form: Form, ask: partial[None]) -> None:
        super().__init__()
        self.form = form
        self.title, self.text = label("strong"), label("small", wrap=True)
        self.write: QPushButton = button(ask)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self.title)
        texts.addWidget(self.text)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, SPACE // 2, 0, SPACE // 2)
        row.addLayout(texts, 1)
        row.addWidget(self.write)

    def show_words(self, title: str, text: str, press: str) -> None:
        """Say them."""
        self.title.setText(title)
        self.text.setText(text)
        self.write.setText(press)
        self.write.setAccessibleName(f"{press}: {title}")
        self.write.setAccessibleDescription(text)


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
        column.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def show_words(self, title: str, text: str) -> None:
        """Say what will be there."""
        self.title.setText(title)
        self.text.setText(text)
        self.picture.setAccessibleName(title)

    def dress(self) -> None:
        """Draw the picture in the theme's colour."""
        drawn = icons.pixmap(self._name, theme.current().soft, 30, self.devicePixelRatioF())
        self.picture.setPixmap(drawn)
