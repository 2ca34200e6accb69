"""Who asks, and what for: the key by its words and its code, and the text that is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from labormeter.study import page, sheet
from labormeter_ui import words
from labormeter_ui.theme import SPACE
from labormeter_ui.views.text import Flow, Spoken, button, card, label, tone

if TYPE_CHECKING:
    from labormeter.study.giving import Opened
    from labormeter_ui.presenters.study import StudyPresenter

CODE = 190
"""Pixels of the picture of a key."""
LONG = 400
"""Characters of a researcher's line that are shown; all of it stands in the full text."""


def language() -> str:
    """Return the language that a study is read in: the window's, where there are words for it."""
    spoken = QLocale().name()[:2]
    return spoken if spoken in page.WORDS else next(iter(page.WORDS))


class WhoView(Spoken):
    """Who asks: institution, people, approval, and the key that signed."""

    def __init__(self, presenter: StudyPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = presenter
        self.warning, self.approval = label("strong", wrap=True), label("strong", wrap=True)
        self.names = [(label("small"), label(wrap=True)) for _ in range(4)]
        self.holds, self.compare = label("soft", wrap=True), label("soft", wrap=True)
        self.signed, self.words = label("small"), label("heading", wrap=True)
        self.code, self.caption = label(), label("small", wrap=True)
        presenter.changed.connect(self._show)
        self._lay()
        self.say()

    def say(self) -> None:
        """Say every text."""
        self.code.setAccessibleName(self.tr("The key of the study as a code"))
        self.caption.setText(
            self.tr("The key as a code: a telephone shows it as text, to compare it with theirs.")
        )
        self.warning.setText(
            self.tr(
                "Another key signed a study of this name before. Somebody may pose as the"
                " researchers: compare the words with your consent letter before you give anything."
            )
        )
        self.holds.setText(
            self.tr("The signature holds: nothing was changed in this file since it was signed.")
        )
        self.compare.setText(
            self.tr(
                "Compare these six words with your consent letter, or with the page of the"
                " institution. A signature alone does not say whose it is."
            )
        )
        self.signed.setText(self.tr("Signed by"))
        self._show()

    def _show(self) -> None:
        found = self.presenter.state.found
        if found is None:
            return
        self.warning.setVisible(bool(found.others))
        tone(self.warning, "bad")
        self.words.setText(found.signed.fingerprint)
        self.words.setAccessibleName(found.signed.fingerprint)
        approval = words.plain(page.approval(found.study, language()), LONG)
        self.approval.setText(approval)
        tone(self.approval, "bad" if found.study.fields.get("ethics.none") else "good")
        for (name, value), (title, said) in zip(self.names, self._people(found), strict=True):
            name.setText(title)
            value.setText(words.plain(said, LONG))
        picture = QPixmap()
        picture.loadFromData(self.presenter.state.code)
        self.code.setPixmap(
            picture.scaled(CODE, CODE, mode=Qt.TransformationMode.FastTransformation)
            if not picture.isNull()
            else picture
        )

    def _people(self, found: Opened) -> tuple[tuple[str, str], ...]:
        said = {name: str(value) for name, value in found.study.fields.items()}
        return (
            (self.tr("Responsible"), said.get("people.controller", "")),
            (self.tr("Leads the study"), said.get("people.investigator", "")),
            (self.tr("How to reach them"), said.get("people.contact", "")),
            (self.tr("Where to complain"), said.get("people.supervisory_authority", "")),
        )

    def _lay(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(SPACE // 2)
        for part in (self.warning, self.approval):
            left.addWidget(part)
        left.addSpacing(SPACE)
        for name, value in self.names:
            left.addWidget(name)
            left.addWidget(value)
            left.addSpacing(SPACE // 2)
        left.addSpacing(SPACE)
        for part in (self.signed, self.words, self.holds, self.compare):
            left.addWidget(part)
        left.addStretch()
        right.addWidget(self.code, 0, Qt.AlignmentFlag.AlignHCenter)
        self.caption.setFixedWidth(CODE + 2 * SPACE)
        right.addWidget(self.caption)
        right.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4 * SPACE)
        row.addLayout(left, 1)
        row.addLayout(right)


class ReadView(Spoken):
    """The text: the short one first, the full one behind a button, both to be printed.

    Signals:
        printing: the page that is shown is to be printed.
        keeping: it is to be kept as a PDF.
    """

    printing = Signal()
    keeping = Signal()

    def __init__(self, presenter: StudyPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter, self.full = presenter, False
        self.html = ""
        self.short_button = button(lambda: self.turn(full=False), segment=True)
        self.full_button = button(lambda: self.turn(full=True), segment=True)
        self.print_button = button(self.printing.emit)
        self.keep_button = button(self.keeping.emit)
        self.page = QTextBrowser()
        self.page.setOpenLinks(False)
        self.page.setMinimumHeight(400)
        # Paper stays paper in the dark: what is read is what is printed.
        self.page.setStyleSheet(
            "QTextBrowser { background: #ffffff; color: #1c1c1c; border: 2px solid transparent; }"
            "QTextBrowser:focus { border-color: palette(highlight); }"
        )
        self.page.document().setDocumentMargin(3 * SPACE)
        for made in (self.short_button, self.full_button):
            made.setCheckable(True)
        presenter.changed.connect(self._show)
        self._lay()
        self.say()

    def turn(self, *, full: bool) -> None:
        """Show the short text or the full one."""
        self.full = full
        self._show()

    def say(self) -> None:
        """Say every text."""
        for made, text in (
            (self.short_button, self.tr("What you have to know")),
            (self.full_button, self.tr("Everything")),
            (self.print_button, self.tr("Print")),
            (self.keep_button, self.tr("Save as PDF")),
        ):
            made.setText(text)
            made.setAccessibleName(text)
        self.page.setAccessibleName(self.tr("Text of the study"))
        self._show()

    def _show(self) -> None:
        self.short_button.setChecked(not self.full)
        self.full_button.setChecked(self.full)
        found = self.presenter.state.found
        if found is None:
            self.full, self.html = False, ""
            return
        code = self.presenter.state.code
        made = sheet.html(found.signed, found.study, language(), full=self.full, picture=code)
        if made != self.html:
            self.html = made
            self.page.setHtml(made)

    def _lay(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        for part in (self.short_button, self.full_button):
            row.addWidget(part)
        row.addStretch()
        for part in (self.print_button, self.keep_button):
            row.addWidget(part)
        outer.addLayout(row)
        outer.addWidget(self.page, 1)


class Begin(Spoken):
    """Where a study file is opened, while none is.

    Signals:
        wanted: a file is to be chosen.
        kept: a study that was opened before is to be opened; carries its id and key.
        form: a study of one's own is to be written.
    """

    wanted = Signal()
    kept = Signal(str, str)
    form = Signal()

    def __init__(self, drop: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.text = label("heading"), label("soft", wrap=True)
        self.drop, self.hint = drop, label("small", wrap=True)
        self.choose = button(self.wanted.emit, main=True)
        self.write = button(self.form.emit)
        self.before, self.row = label("small"), QWidget()
        self.known = Flow(self.row)
        frame, column = card()
        buttons = Flow()
        buttons.addWidget(self.choose)
        buttons.addWidget(self.write)
        for part in (self.title, self.text, self.drop, self.hint):
            column.addWidget(part)
        column.addLayout(buttons)
        column.addWidget(self.before)
        column.addWidget(self.row)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.say()

    def say(self) -> None:
        """Say every text."""
        self.title.setText(self.tr("Take part in a study, or do not"))
        self.text.setText(
            self.tr(
                "Researchers may ask for counts of your ledger. Here you read who asks and what for,"
                " see the very rows, and decide. Opening a study sends nothing. Refusing costs"
                " nothing, and taking part is no condition for using this program."
            )
        )
        self.hint.setText(self.tr("Drop a study file here (study.labormeter)."))
        self.drop.setAccessibleName(self.hint.text())
        self.before.setText(self.tr("Opened before"))
        for made, text in (
            (self.choose, self.tr("Open a study")),
            (self.write, self.tr("Write a study of your own")),
        ):
            made.setText(text)
            made.setAccessibleName(text)
