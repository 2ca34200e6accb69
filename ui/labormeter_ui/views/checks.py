"""Whether everything is in order, and how to remove everything: a button each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from labormeter.doctor.finding import ORDER
from labormeter_ui import icons, labels, library, motion, theme
from labormeter_ui.theme import SPACE
from labormeter_ui.views.text import Spoken, button, emptied, label, tone

if TYPE_CHECKING:
    from labormeter.doctor.finding import Finding
    from labormeter_ui.presenters.setup import SetupPresenter


class ChecksView(Spoken):
    """Shows what the doctor of a SetupPresenter found."""

    def __init__(self, presenter: SetupPresenter) -> None:
        super().__init__()
        self.presenter = presenter
        self.text = label("soft", wrap=True)
        self.look = button(presenter.check)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(SPACE)
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        row.addWidget(self.text, 1)
        row.addWidget(self.look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE + 4)
        column.addLayout(row)
        column.addLayout(self.rows)
        self._shown: tuple[Finding, ...] = ()
        presenter.changed.connect(self.say)
        self.say()

    def say(self) -> None:
        """Say what was found."""
        state = self.presenter.state
        self.text.setText(self._text())
        looking = self.tr("Looking")
        self.look.setText(looking if state.checking else self.tr("Look now"))
        self.look.setAccessibleName(self.look.text())
        self.look.setAccessibleDescription(self.text.text())
        self.look.setEnabled(not state.checking)
        if state.findings != self._shown:
            self._shown = state.findings
            self._build()

    def dress(self) -> None:
        """Draw the marks in the theme's colours."""
        self._build()

    def _text(self) -> str:
        state = self.presenter.state
        bad = sum(found.state != "good" for found in state.findings)
        if not state.checked:
            return self.tr(
                "Looks at the ledger, the meter, the certificate, the browsers and the packs, and says"
                " what to do where something is not as it should be. It changes nothing."
            )
        if not bad:
            return self.tr("Everything that was looked at is in order.")
        return self.tr("%Ln thing(s) are not as they should be.", "", bad)

    def _build(self) -> None:
        emptied(self.rows)
        for found in sorted(self._shown, key=lambda one: ORDER.index(one.state), reverse=True):
            self.rows.addWidget(self._row(found))

    def _row(self, found: Finding) -> QWidget:
        worn, good = theme.current(), found.state == "good"
        made, mark, title = QWidget(), label(), label("strong", labels.part(found.part), wrap=True)
        picture, colour = "good" if good else "warn", getattr(worn, found.state)
        mark.setPixmap(icons.pixmap(picture, colour, 18, self.devicePixelRatioF()))
        mark.setAccessibleName(self.tr("in order") if good else self.tr("to be seen to"))
        tone(title, "" if good else found.state)
        said = " ".join(library.told(part) for part in (found.sentence, found.remedy) if part)
        text = label("soft", said, wrap=True)
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE + 2)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(title)
        texts.addWidget(text)
        row.addLayout(texts, 1)
        return made


class RemovalView(Spoken):
    """Removes everything, once the person has said that this is meant."""

    def __init__(self, presenter: SetupPresenter) -> None:
        super().__init__()
        self.presenter = presenter
        self.text = label("soft", wrap=True)
        self.sure = QCheckBox()
        self.remove = button(presenter.remove)
        self.sure.toggled.connect(lambda _: self.say())
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        row.addWidget(self.sure, 1)
        row.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self.text)
        column.addLayout(row)
        self.busy, self.going = QProgressBar(), label("small", wrap=True)
        self.busy.setTextVisible(False)
        self.busy.setFixedHeight(6)
        for part in (self.busy, self.going):
            column.addWidget(part)
        presenter.changed.connect(self.say)
        self.say()

    def say(self) -> None:
        """Say what goes."""
        removing = self.presenter.state.removing
        self.going.setText(
            self.tr(
                "Everything is being removed; then you see what is gone. This is not broken off."
            )
        )
        self.busy.setAccessibleName(self.going.text())
        self.busy.setRange(0, 1 if motion.reduced() else 0)
        for part in (self.busy, self.going):
            part.setVisible(removing)
        self.sure.setEnabled(not removing)
        self.text.setText(
            self.tr(
                "Removes the certificate and its key, the profiles of the metered browser, the"
                " settings and the ledger with all acts from this computer, and then looks whether"
                " they are gone. It cannot be taken back: export first what you want to keep."
            )
        )
        self.sure.setText(self.tr("I want everything to go"))
        self.remove.setText(self.tr("Remove everything"))
        for made in (self.sure, self.remove):
            made.setAccessibleName(made.text())
            made.setAccessibleDescription(self.text.text())
        self.remove.setEnabled(self.sure.isChecked() and not removing)
